"""Ladders and openings that are recalled, against the same worked out with nothing to recall; over whole games."""

from __future__ import annotations

from game.delegates.concession import ladder
from game.delegates.counterpart import openings
from game.delegates.counterpart.beliefs import beliefs
from game.delegates.counterpart.rungs import frank, guarded
from game.delegates.counterpart.temper import drawn
from game.delegates.counterpart.ties import untied
from game.delegates.ground import survey
from game.delegates.recall import Said
from game.engine.engine import apply
from game.engine.moves import Hold, Propose, Yield
from game.engine.package import Package
from game.engine.view import view
from tests.builders_large import Shape, build
from tests.delegates.games import at_the_table, moments


def test_ladders_recalled_through_a_game_equal_those_made_afresh():
    scenario, looked = build(3, Shape(issues=16)), 0
    for one in moments(scenario, ("counterpart", "counterpart")):
        seen = one.view
        grounds = untied(seen, survey(seen))
        believed = beliefs(seen, grounds, drawn(1, one.party))
        afresh = ladder(grounds, lambda number, ground, worths=believed.worths: ground.by_place(worths[number]))
        assert frank(believed, grounds) == afresh
        assert guarded(believed, 0.0, grounds).worth == afresh.worth
        assert guarded(believed, 7.5, grounds) == guarded.__wrapped__(believed, 7.5, grounds)
        looked += 1
    assert looked > 30


def test_beliefs_stay_the_same_object_through_ones_own_speech():
    """Nothing but what the other side says, and the time, changes them: and in one's own speech neither goes on."""
    before: dict[str, tuple[int, object]] = {}
    kept = 0
    for one in moments(build(3, Shape(issues=16)), ("counterpart", "counterpart")):
        seen = one.view
        believed = beliefs(seen, untied(seen, survey(seen)), drawn(1, one.party))
        speech, known = before.get(one.party, (-1, None))
        if speech == seen.speeches and not any(line.deed == "accepted" for line in seen.ledger[-9:]):
            assert believed is known
            kept += 1
        before[one.party] = (seen.speeches, believed)
    assert kept >= 4


def test_first_positions_are_those_before_the_first_offer_or_else_the_first_held_to():
    state = at_the_table("china", railway_board=("parity", None), railway_guards=("chinese", None))
    held = apply(state, Hold("china", ("railway-guards",))).after
    assert openings.first_positions(view(held, "china")) == {"railway-guards": "chinese"}
    heard = apply(held, Yield("ussr")).after
    offer = Propose("china", Package.of({"railway-board": "joint-board", "dairen-status": "free-port"}))
    after = apply(heard, offer).after
    expected = {"railway-guards": "chinese", "railway-board": "parity", "dairen-status": None}
    assert openings.first_positions(view(after, "china")) == expected
    assert openings.first_positions(view(after, "ussr")) == {}


def test_first_positions_gone_on_from_through_a_game_equal_those_made_afresh():
    for one in moments(build(3, Shape(issues=16)), ("counterpart", "boulware")):
        seen = one.view
        offered, held = openings._first.__wrapped__(openings.NOTHING, Said(seen.party, seen.offers, seen.ledger))
        assert openings.first_positions(seen) == {**held, **offered}
