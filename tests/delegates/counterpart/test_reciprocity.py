"""How the other side moves, on the small table: speeches made one by one, and what is read off them."""

from __future__ import annotations

from game.delegates.counterpart.reciprocity import comes_of_itself, standing_still, times_gone_back
from game.engine.engine import apply
from game.engine.moves import Hold, Propose, Withdraw
from game.engine.package import Package
from game.engine.view import view
from tests.delegates.games import at_the_table

HELD = {"railway_board": ("parity", "soviet-majority"), "railway_guards": ("chinese", "soviet")}


def hold(state):
    return apply(state, Hold(state.floor, ("railway-board",))).after


def step(state):
    option = {"china": ("railway-board", "joint-board"), "ussr": ("railway-guards", "later")}[state.floor]
    return apply(state, Propose(state.floor, Package.of(dict([option])))).after


def test_before_it_was_tried_nobody_knows_whether_it_comes_of_itself():
    opened = at_the_table("ussr", exchanges=6, **HELD)
    assert comes_of_itself(view(opened, "china")) is None
    assert comes_of_itself(view(step(opened), "china")) is None  # nothing had been said to it yet


def test_a_step_after_a_speech_without_one_comes_of_itself():
    state = step(hold(at_the_table("china", exchanges=6, **HELD)))
    assert comes_of_itself(view(state, "china")) is True


def test_a_side_that_moves_only_when_moved_to_does_not_come_of_itself():
    waits = hold(hold(at_the_table("china", exchanges=6, **HELD)))
    assert comes_of_itself(view(waits, "china")) is False
    answers = step(step(waits))
    assert comes_of_itself(view(answers, "china")) is False  # a step in answer to a step proves nothing


def test_standing_still_is_counted_up_to_its_last_speech():
    state = step(hold(at_the_table("china", exchanges=6, **HELD)))
    assert standing_still(view(state, "china")) == 0
    assert standing_still(view(hold(hold(state)), "china")) == 1


def test_what_is_taken_back_is_counted_once_a_move():
    state = apply(step(hold(at_the_table("china", exchanges=6, **HELD))), Hold("china", ("railway-board",))).after
    assert times_gone_back(view(state, "china")) == 0
    assert times_gone_back(view(apply(state, Withdraw("ussr", 1)).after, "china")) == 1
