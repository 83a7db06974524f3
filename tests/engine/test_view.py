"""What a party may know. Expected values: the two small stakes in builders.py, and design.md section 1, rule 5."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.chance import chances
from game.engine.engine import IllegalMove, apply, begin
from game.engine.evidence import Attribution, Basis, Citation, Dispute, Reading
from game.engine.moves import Accept, Argue, ConsultCapital, Happening, Hold, Occur, Propose, Responsibility, Yield
from game.engine.package import Package
from game.engine.party import Instruction, Latitude
from game.engine.scenario import Event, Scenario
from game.engine.view import View, view
from tests.builders import CHINA_STAKES, USSR_STAKES, small
from tests.engine.table import reached
from tests.strategies import picks, played

SOVIET_BOARD = Propose("ussr", Package.of({"railway-board": "soviet-majority"}))
WORD_TO_STALIN = ConsultCapital("ussr", Package.of({"railway-guards": "chinese"}), "They press us.")
STALIN_ANSWERS = Occur(Happening.ANSWER, "ussr", 1)


def test_view_with_other_sides_telegrams_is_as_without_them():
    quiet = reached(SOVIET_BOARD, Yield("china"), Hold("ussr", ("railway-board",)))
    talks_home = reached(WORD_TO_STALIN, STALIN_ANSWERS, SOVIET_BOARD, Yield("china"), Hold("ussr", ("railway-board",)))
    assert view(quiet, "china") == view(talks_home, "china")


def test_view_own_telegram_after_other_sides_has_the_number_it_would_have_had():
    home = ConsultCapital("china", Package.of({"railway-guards": "later"}), "Pressed.")
    quiet = reached(Yield("ussr"), home)
    busy = reached(WORD_TO_STALIN, STALIN_ANSWERS, Yield("ussr"), home)
    assert view(busy, "china").telegrams == view(quiet, "china").telegrams
    assert view(busy, "china").telegrams[0].number == 1


def with_other_mind(scenario: Scenario, points: int, granted: bool, latitude: Latitude) -> Scenario:
    """The scenario with everything private to the Soviet side varied."""
    china, ussr = scenario.stakes
    why = Attribution(Basis.INVENTED, "varied")
    changed = replace(
        ussr,
        points=tuple(tuple(points + one for one in row) for row in ussr.points),
        points_attribution=(why,) * len(ussr.points),
        reservation=points,
        reservation_attribution=why,
        alternative="Something else.",
        alternative_attribution=why,
        instructions=(*ussr.instructions, Instruction("1945-07-01", "working-draft", (latitude, latitude), why)),
        rulings=tuple(replace(one, granted=granted, words="Other words.") for one in ussr.rulings),
        brief="Another brief.",
    )
    return replace(scenario, stakes=(china, changed))


@settings(max_examples=30, deadline=None)
@given(picks(), st.integers(0, 900), st.booleans(), st.sampled_from(Latitude))
def test_view_never_depends_on_the_other_sides_mind(chosen, points, granted, latitude):
    steps = played(begin(small(meetings=2)), chosen)
    other = with_other_mind(small(meetings=2), points, granted, latitude)
    state = begin(other)
    for step in steps:
        assert view(step.before, "china") == view(state, "china")
        try:
            state = apply(state, step.move).after
        except IllegalMove:
            return
    if steps:
        assert view(steps[-1].after, "china") == view(state, "china")


@settings(max_examples=30, deadline=None)
@given(picks(), st.sampled_from(["china", "ussr"]))
def test_view_without_the_other_sides_messages_is_the_same(chosen, party):
    """Replays a game with the other side's telegrams and their answers cut out, as long as it stays legal."""
    state = begin(small(meetings=2))
    steps = played(state, chosen)
    other = state.scenario.agenda.other(party)
    for step in steps:
        private = isinstance(step.move, ConsultCapital | Occur) and other in (
            getattr(step.move, "by", ""),
            step.move.party if isinstance(step.move, Occur) and step.move.what is Happening.ANSWER else "",
        )
        if private:
            continue
        try:
            state = apply(state, step.move).after
        except IllegalMove:
            return
        assert view(state, party) == view(step.after, party)


def test_view_of_each_side_shows_its_own_stakes_and_instructions():
    state = reached(SOVIET_BOARD)
    assert view(state, "china").stakes.points == state.scenario.stakes[0].points
    assert view(state, "ussr").stakes.points == state.scenario.stakes[1].points
    assert view(state, "china").latitude("railway-board", "soviet-majority") is Latitude.FORBIDDEN
    assert view(state, "ussr").latitude("railway-board", "soviet-majority") is Latitude.FREE


def test_view_of_nobody_raises_key_error():
    with pytest.raises(KeyError):
        view(begin(small()), "japan")


def test_view_fields_are_the_ones_looked_at_here():
    """A new field must be looked at for secrets, then added to one of these sets."""
    public = {
        "agenda", "sitting", "meeting", "floor", "opener", "exchanges", "ply", "speeches", "spoken", "supported",
        "table", "offers", "ledger", "asked", "rising", "signed", "ending",
    }  # fmt: skip
    own = {"party", "stakes", "instructions", "telegrams", "claims", "minutes", "events", "disputes", "used"}
    assert {field.name for field in fields(View)} == public | own


def test_view_positions_and_points_are_read_from_its_own_side():
    seen = view(reached(SOVIET_BOARD), "china")
    assert (seen.mine("railway-board"), seen.theirs("railway-board")) == (None, "soviet-majority")
    assert seen.points("railway-board", "joint-board") == 250
    assert seen.other == "ussr"
    assert view(reached(SOVIET_BOARD), "ussr").points("railway-board", "joint-board") == 300


def test_view_speeches_left_counts_both_sides_and_own():
    seen = view(reached(SOVIET_BOARD), "china")
    assert (seen.speeches_left, seen.my_speeches_left) == (11, 6)
    assert view(reached(SOVIET_BOARD), "ussr").my_speeches_left == 5


@settings(max_examples=30, deadline=None)
@given(picks())
def test_view_after_any_legal_play_has_every_field_and_what_it_took_over_is_what_they_say(chosen):
    """``replace`` needs every field, and takes over nothing that was worked out."""
    for step in played(begin(small(meetings=2)), chosen):
        for party in ("china", "ussr"):
            seen = view(step.after, party)
            anew = replace(seen)
            assert anew == seen
            assert (anew.settled, anew.wholes_to_me) == (seen.settled, seen.wholes_to_me)


def test_view_offers_to_me_are_the_other_sides_open_ones():
    state = reached(SOVIET_BOARD)
    assert [offer.number for offer in view(state, "china").offers_to_me()] == [1]
    assert view(state, "ussr").offers_to_me() == ()


def test_view_claims_are_own_with_passages_known_by_the_date():
    seen = view(begin(small()), "china")
    assert [claim.id for claim in seen.claims] == ["parity-in-1924"]
    assert [passage.id for passage in seen.claims[0].passages] == ["treaty", "hearsay"]
    assert seen.claims[0].truth == ""
    assert seen.claims[0].answer is None


def test_view_minutes_are_the_other_sides_words_before_the_date():
    assert [minute.id for minute in view(begin(small()), "china").minutes] == ["m-joint"]
    assert view(begin(small()), "ussr").minutes == ()


def test_view_events_are_those_known_to_it_by_the_date():
    events = (
        Event("known", "1945-07-08", "Both know.", ("china", "ussr")),
        Event("secret", "1945-07-08", "Only the Soviets know.", ("ussr",)),
        Event("later", "1945-07-30", "Not yet.", ("china",)),
    )
    state = begin(replace(small(), events=events))
    assert [event.id for event in view(state, "china").events] == ["known"]
    assert [event.id for event in view(state, "ussr").events] == ["known", "secret"]


def test_view_used_arguments_are_its_own():
    state = reached(Yield("ussr"), Argue("china", "parity-in-1924", "treaty"))
    assert view(state, "china").used == ("china:parity-in-1924:treaty",)
    assert view(state, "ussr").used == ()


def test_view_disputes_need_every_reading_to_be_known():
    def dispute(name: str, date: str) -> Dispute:
        earlier = Reading("Forty.", Citation(quote="40", date="1945-07-02"))
        return Dispute(name, "The term.", "", (earlier, Reading("Forty-five.", Citation(quote="45", date=date))))

    scenario = replace(small(), disputes=(dispute("old", "1945-07-03"), dispute("new", "1945-07-12")))
    assert [one.id for one in view(begin(scenario), "china").disputes] == ["old"]


def test_view_risk_after_accepting_past_a_red_line_is_its_own_alone():
    """60 per cent is the price of a red line (outcome.py); the Soviet side accepted nothing and runs none."""
    taken = Accept("china", SOVIET_BOARD.package, responsibility=Responsibility.OWN)
    state = reached(SOVIET_BOARD, taken)
    assert (view(state, "china").risk, view(state, "ussr").risk) == (60, 0)


def test_view_of_a_side_never_tells_what_its_own_principal_would_answer():
    scenario = small()
    china, ussr = scenario.stakes
    refused = replace(ussr, rulings=tuple(replace(one, granted=False) for one in ussr.rulings))
    changed = replace(scenario, stakes=(china, refused))
    assert view(begin(changed), "ussr") == view(begin(scenario), "ussr")


def test_view_of_a_side_never_tells_its_own_later_instructions():
    """builders.py gives China an easier instruction on Dairen from 12 July; this sitting is of 10 July."""
    seen = view(begin(small()), "china")
    assert max(one.since for one in seen.stakes.instructions) == "1945-07-01"


def test_view_does_not_betray_the_principals_mind():
    # Two games alike but for what Chiang would rule; Soong, beyond his instructions, must see the same risk in both.
    other_mind = tuple(replace(ruling, granted=not ruling.granted) for ruling in CHINA_STAKES.rulings)
    views = []
    for stakes in (CHINA_STAKES, replace(CHINA_STAKES, rulings=other_mind)):
        state = begin(replace(small(), stakes=(stakes, USSR_STAKES)))
        state = apply(state, Propose("ussr", Package.of({"railway-guards": "later"}))).after
        accepted = Accept("china", Package.of({"railway-guards": "later"}), responsibility=Responsibility.OWN)
        views.append(view(apply(state, accepted).after, "china"))
    assert views[0] == views[1]
    assert views[0].risk == 20  # one option that needed new instructions: ASKED_IN_VAIN


def test_length_of_a_game_holds_for_every_meeting():
    state = begin(small(meetings=2), exchanges=1)
    for party in ("ussr", "china"):
        state = apply(state, Yield(party)).after
    while state.between:
        state = apply(state, chances(state)[0].occur).after
    assert (state.meeting, state.exchanges) == (1, 1)
