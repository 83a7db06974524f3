"""What can be done now, kind by kind. Read off the rules and the instructions in builders.py."""

from __future__ import annotations

from hypothesis import given, settings

from game.engine.available import available
from game.engine.engine import begin
from game.engine.moves import Accept, Ask, ConsultCapital, Degree
from game.engine.notation import written
from game.engine.party import Latitude
from game.engine.state import Status
from tests.builders import small
from tests.engine.table import BOARD, DRAFT, offer, package, reached
from tests.strategies import legal, picks, played

ALWAYS = {"consult", "yield", "adjourn", "walk-out"}


def test_available_at_the_opening_offers_nothing_to_accept():
    verbs = set(available(reached(), "ussr").verbs)
    assert verbs == {"propose", "argue", "cite", "ask", "reserve"} | ALWAYS


def test_available_without_the_floor_is_nothing_but_the_rooms_are_shown():
    found = available(reached(), "china")
    assert found.verbs == ()
    assert len(found.rooms) == 4


def test_available_while_something_is_due_is_nothing():
    assert available(reached(ConsultCapital("ussr", report="x")), "ussr").verbs == ()


def test_available_after_an_offer_and_a_question():
    assert {"accept", "reject"} <= set(available(reached(offer("ussr", board="soviet-majority")), "china").verbs)
    assert "answer" in available(reached(Ask("ussr", BOARD)), "china").verbs


def test_available_room_shows_both_positions_and_own_latitudes():
    state = reached(offer("ussr", board="soviet-majority"))
    room = next(one for one in available(state, "china").rooms if one.issue == BOARD)
    assert (room.status, room.mine, room.theirs, room.closed) == (Status.TABLED, None, "soviet-majority", False)
    assert dict(room.latitudes) == {
        "parity": Latitude.FREE,
        "joint-board": Latitude.REPORT,
        "soviet-majority": Latitude.FORBIDDEN,
    }


def test_available_room_finally_settled_is_closed():
    draft = offer("ussr", draft="soviet-draft")
    state = reached(draft, Accept("china", package(draft="soviet-draft"), degree=Degree.FINAL))
    assert next(one for one in available(state, "china").rooms if one.issue == DRAFT).closed


@settings(max_examples=25, deadline=None)
@given(picks())
def test_available_names_every_verb_that_some_plausible_move_makes_legal(chosen):
    """Whatever ``check`` lets through is of a kind that ``available`` announced."""
    steps = played(begin(small(meetings=2)), chosen)
    state = steps[-1].after if steps else begin(small(meetings=2))
    if state.floor:
        possible = {written(move)["do"] for move in legal(state)} - {"occur"}
        assert possible <= set(available(state, state.floor).verbs)
