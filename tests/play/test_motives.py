"""Reasons after a resume: asked again of the same delegates, and believed only where they would do the same again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from game.delegates.delegate import Decision, Reason
from game.delegates.reasons import Cause
from game.delegates.registry import make
from game.engine.moves import Accept, Hold, Propose, Reject, Reserve, Yield
from game.engine.package import Package
from game.play.motives import deed_of, heard
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from tests.builders import small
from tests.builders_large import build
from tests.play.delegates import WHY, Broken, Watching, Wavering

SEATS = {"china": HUMAN, "ussr": "wavering"}
MAJORITY = Propose("ussr", Package.of({"railway-board": "soviet-majority"}))


def played(delegate, speeches: int = 3) -> Session:
    """A game of the small table in which a person only leaves the floor."""
    session = Session.start(small(), Setup("small", SEATS, 7, study=True), None, {"ussr": delegate})
    for _ in range(speeches):
        session.advance()
        session.play(Yield("china"))
    session.advance()
    return session


def resumed(session: Session, delegate) -> Session:
    return Session.resume(session.record, session.scenario, None, {"ussr": delegate})


def plainly(motives: Mapping[int, tuple[Reason, ...]]) -> dict[int, tuple[Reason, ...]]:
    return {ply: motives[ply] for ply in motives}


def test_reasons_after_a_resume_are_those_given_live():
    session = played(Wavering(3))
    again = resumed(session, Wavering(3))
    assert plainly(again.reasons) == plainly(session.reasons)
    assert any(again.reasons.values())
    assert not any(again.reasons.sealed(ply) for ply in again.reasons)


def test_reasons_of_two_counterparts_after_a_resume_are_those_given_live():
    # The real thing on a generated table of 34 issues: every reason of a whole game, of both sides.
    scenario = build(4)
    seats = dict.fromkeys(("china", "ussr"), "counterpart")
    setup = Setup(scenario.id, seats, 11, exchanges=6)

    def seated():
        return {party: make("counterpart", 11, party) for party in seats}

    session = Session.start(scenario, setup, None, seated())
    session.advance()
    again = Session.resume(session.record, scenario, None, seated())
    assert plainly(again.reasons) == plainly(session.reasons)
    assert sum(bool(found) for found in plainly(again.reasons).values()) > 20
    assert not any(again.reasons.sealed(ply) for ply in again.reasons)


def test_a_ply_is_asked_once_and_only_when_somebody_wants_to_know():
    session = played(Wavering())
    watching = Watching()
    again = resumed(session, watching)
    assert watching.shown == []
    first = next(iter(again.reasons))
    assert again.reasons[first] == again.reasons[first]
    assert len(watching.shown) == 1


def test_the_file_of_a_move_that_would_not_be_made_again_is_sealed():
    session = played(Wavering(3))
    again = resumed(session, Wavering(4))
    sealed = [ply for ply in again.reasons if again.reasons.sealed(ply)]
    assert sealed
    assert all(again.reasons[ply] == () for ply in sealed)
    assert "would not have made this move" in again.reasons.sealed(sealed[0])


def test_a_delegate_that_fails_when_asked_again_seals_its_file():
    again = resumed(played(Wavering(3)), Broken(ValueError("no")))
    first = next(iter(again.reasons))
    assert again.reasons[first] == ()
    assert again.reasons.sealed(first) == "asked again, broken gave no answer: it failed: ValueError: no"


def test_other_words_for_the_same_deed_keep_their_reasons():
    session = played(Wavering(3))
    first = session.steps[0]
    said = replace(first.move, words="I say this otherwise.")

    class Rewording:
        name = "wavering"

        def choose(self, view):
            return Decision(said, (WHY,))

    again = resumed(session, Rewording())
    assert again.reasons[1] == (WHY,)
    assert deed_of(said) == deed_of(first.move)


def test_what_a_person_or_chance_did_has_no_reasons():
    session = played(Wavering(3))
    persons = [step.after.ply for step in session.steps if getattr(step.move, "by", "") == "china"]
    assert persons
    assert all(session.reasons.get(ply) is None for ply in (*persons, 0, 999))
    with pytest.raises(KeyError):
        session.reasons.sealed(persons[0])


def test_a_variation_shares_the_reasons_of_the_plies_it_shares():
    again = resumed(played(Wavering(3)), Wavering(3))
    varied = again.variation(1, delegates={"ussr": Wavering(9)})
    assert varied.reasons[1] == again.reasons[1]
    assert varied.reasons.sealed(1) == ""


REASON = Reason(Cause.INSTRUCTIONS, "railway-board", "It is a red line.", "New instructions.")
PRIVATE = Reason(Cause.EXCHANGE, "railway-board", "It costs us little.", "")


@pytest.mark.parametrize(
    ("move", "told"),
    [
        (Reject("ussr", ("railway-board",)), (REASON,)),
        (Reserve("ussr", ("railway-board",)), (REASON,)),
        (Hold("ussr", ("railway-board",)), ()),
        (Accept("ussr", Package.of({"railway-board": "parity"})), ()),
        (Reject("china", ("railway-board",)), ()),
    ],
)
def test_only_the_other_sides_refusals_are_explained_at_the_table(move, told):
    session = played(Wavering(3))
    step = replace(session.steps[0], move=move)
    assert heard({1: (REASON, PRIVATE)}, step, "china") == told
