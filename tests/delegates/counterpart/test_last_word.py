"""The last offer that can be answered, on the small table: China speaks last but one."""

from __future__ import annotations

from dataclasses import replace

from game.delegates.counterpart import brief
from game.delegates.counterpart.brief import says_last_word
from game.delegates.counterpart.last_word import LEAST_SHARE, _enough, last_word
from game.delegates.counterpart.posture import THEIR_RESERVATION
from game.delegates.counterpart.temper import Temper
from game.engine.engine import apply
from game.engine.moves import Answer, Ask, Reply, Yield
from game.engine.party import Latitude
from game.engine.state import State
from game.engine.view import view
from tests.delegates.games import at_the_table

NO_ROOM = tuple((Latitude.FORBIDDEN,) * options for options in (3, 3, 3, 2))
"""Instructions of the Soviet side that leave it nothing to give, so that it may say so."""


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


def test_where_the_other_side_has_said_that_it_is_bound_the_last_word_goes_below_the_fair_claim():
    # A fair claim of 880, 900 being the best: from a side that has not moved no less is taken, and the joint board
    # leaves 750. Where it has said that it has no room there, 750 will do, for it is more than 350 + 0.4 x (880 - 350).
    opened = at_the_table("china", railway_board=("parity", "joint-board"))
    words = {}
    for reply in (Reply.FIRM, Reply.GUARDED):
        bound = replace(opened, instructions=(opened.instructions[0], NO_ROOM))
        asked = apply(bound, Ask("china", "railway-board")).after
        answered = apply(apply(asked, Answer("ussr", reply)).after, Yield("ussr")).after
        of = brief(view(at_the_last(answered), "china"), Temper())
        word = last_word(of.view, of.grounds, of.believed, replace(of.posture, fair=880.0))
        words[reply] = word.options["railway-board"]
    assert words == {Reply.FIRM: "joint-board", Reply.GUARDED: "parity"}


def test_who_speaks_last_of_all_says_it_a_speech_earlier_to_a_side_that_moved_and_waits_for_steps():
    # Six speeches a side, the Soviet side first: China has the last, and its last but one is the last to be answered.
    state = at_the_table("ussr", railway_board=("parity", "soviet-majority"))
    while view(state, "china").my_speeches_left > 2 or state.floor != "china":
        state = apply(state, Yield(state.floor)).after
    seen = view(state, "china")
    stance = brief(seen, Temper()).posture
    assert stance.share == 0
    assert not says_last_word(seen, stance)
    assert says_last_word(seen, replace(stance, share=0.2))
    sooner = replace(seen, speeches=seen.speeches - 2)
    assert not says_last_word(sooner, replace(stance, share=0.2))
