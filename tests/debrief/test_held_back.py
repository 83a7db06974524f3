"""What the other side kept to itself, on the small table: instructions and points as in tests/builders.py."""

from __future__ import annotations

from dataclasses import replace

from game.debrief import findings, render
from game.debrief.held_back import kept, sealed, turns, unsaid
from game.delegates.delegate import Reason
from game.delegates.reasons import Cause
from game.engine.moves import Accept, Answer, Ask, Propose, Reject, Reply, Yield
from game.engine.party import Latitude
from game.play.motives import Motives
from tests.debrief.games import OWN, game, package
from tests.play.delegates import Broken

MAJORITY = Propose("ussr", package(board="soviet-majority"))


def in_hand(state, party):
    return [(one.issue, one.option, one.gain, one.agreed, one.on_asking) for one in kept(state, party)]


def test_kept_is_the_best_the_other_side_was_free_to_give():
    # China settles for a joint board; it was free to give the Soviet side no better. At Dairen it stands on a free
    # port and may give joint use ad referendum: 120 points of the Soviet side's on the table's own scale.
    played = game(MAJORITY, Propose("china", package(board="joint-board", port="free-port")))
    found = {one.issue: one for one in kept(played.state, "ussr")}
    port = found["dairen-status"]
    assert (port.ended, port.option, port.agreed, port.latitude) == ("free-port", "joint-use", False, Latitude.REPORT)
    points = played.state.scenario.stake("ussr").points[2]
    assert port.gain == points[1] - points[0] > 0
    assert "railway-board" not in found  # a joint board is the last that China's instructions allow


def test_kept_counts_what_would_have_been_granted_on_asking_and_nothing_that_would_not():
    # Chiang would allow "later" guards, and refuses a Soviet port.
    played = game(Yield("ussr"), Propose("china", package(guards="chinese", port="joint-use")))
    assert [(one[0], one[1], one[4]) for one in in_hand(played.state, "ussr")] == [("railway-guards", "later", True)]


def test_kept_on_an_agreed_issue_is_told_from_what_was_agreed():
    played = game(
        MAJORITY,
        Propose("china", package(board="parity")),
        Accept("ussr", package(board="parity"), 0, responsibility=OWN),
    )
    [board] = [one for one in kept(played.state, "ussr") if one.issue == "railway-board"]
    assert (board.ended, board.option, board.agreed) == ("parity", "joint-board", True)


def test_unsaid_tells_the_truth_behind_a_guarded_answer():
    played = game(MAJORITY, Ask("china", "railway-board"), Answer("ussr", Reply.GUARDED), Yield("ussr"))
    [one] = unsaid(played.steps, "ussr")
    assert (one.ply, one.issue, one.truth) == (3, "railway-board", Reply.FIRM)
    assert unsaid(played.steps, "china") == ()


GONE_BACK = (
    Propose("ussr", package(board="joint-board"), responsibility=OWN),
    Reject("china", ("railway-board",)),
    Yield("china"),
    Yield("ussr"),
    Accept("china", package(board="joint-board")),
    Yield("china"),
)


def test_turns_lists_what_was_gone_back_on_with_what_changed():
    played = game(*GONE_BACK)
    why = Reason(Cause.CHANGE, "railway-board", "Earlier it was refused; it is later in the talks.", "")
    assert [(one.ply, one.issue, one.because) for one in turns(played.steps, "china", {5: (why,)})] == [
        (5, "railway-board", why.because)
    ]
    assert [one.because for one in turns(played.steps, "china", {})] == [""]
    assert turns(played.steps, "ussr", {}) == ()


def test_a_file_that_cannot_be_opened_is_said_to_be_sealed():
    played = game(*GONE_BACK[:2])
    motives = Motives({"china": Broken(ValueError("no"))}, list(played.steps))
    [(ply, why)] = sealed((2,), motives)
    assert (ply, why) == (2, motives.sealed(2))
    assert why.startswith("asked again, broken")
    assert sealed((2,), {}) == ()
    text = render(findings(replace(played, reasons=motives), "ussr"))
    assert "The file of ply 2 can't be opened: asked again, broken" in text


def test_the_file_of_a_refusal_that_was_given_up_is_not_asked_for():
    played = game(*GONE_BACK)
    motives = Motives({"china": Broken(ValueError("no"))}, list(played.steps))
    assert "can't be opened" not in render(findings(replace(played, reasons=motives), "ussr"))


def test_the_file_reads_in_sentences():
    played = game(*GONE_BACK)
    text = render(findings(played, "ussr")).replace("\n    ", " ")
    assert "Where it gave what it had said it could not, as its own file has it:" in text
    assert "What it was holding back" in text or "It was holding nothing back" in text
