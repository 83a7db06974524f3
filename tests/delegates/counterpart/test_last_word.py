"""The last offer that can be answered, on the small table: China speaks last but one."""

from __future__ import annotations

from game.delegates.counterpart import brief
from game.delegates.counterpart.last_word import LEAST_SHARE, _enough
from game.delegates.counterpart.posture import THEIR_RESERVATION
from game.delegates.counterpart.temper import Temper
from game.engine.engine import apply
from game.engine.moves import Yield
from game.engine.state import State
from game.engine.view import view
from tests.delegates.games import at_the_table


def at_the_last(state: State, party: str = "china") -> State:
    while view(state, party).my_speeches_left > 1 or state.floor != party:
        state = apply(state, Yield(state.floor)).after
    return state


def planned(state: State, party: str = "china"):
    return brief(view(state, party), Temper()).plan


def test_a_side_that_has_not_moved_is_offered_little():
    state = at_the_last(at_the_table(railway_board=("parity", "soviet-majority"), dairen_status=("free-port", None)))
    of = brief(view(state, "china"), Temper())
    assert of.posture.share == 0
    due = _enough(of.view, of.grounds, of.believed, of.posture)
    assert due == THEIR_RESERVATION + LEAST_SHARE * (1000 - THEIR_RESERVATION)


def test_what_the_other_side_holds_is_taken_when_it_is_as_good_as_what_is_hoped_for():
    # Joint board 250, Chinese guards 300, joint use 120: 670 of 900, sure, for what might bring a little more.
    held = {"railway_board": ("parity", "joint-board"), "railway_guards": ("chinese", "chinese")}
    state = at_the_table(**held, dairen_status=("free-port", "joint-use"), working_draft=("chinese-draft",) * 2)
    plan = planned(at_the_last(state))
    assert plan.options["railway-guards"] == "chinese"
    assert plan.worth >= 670
