"""What the counterpart insists on, against the formulas worked out by hand on the small table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegates.counterpart import brief
from game.delegates.counterpart.posture import at_the_last
from game.delegates.counterpart.reciprocity import standing_still
from game.delegates.counterpart.temper import Temper
from game.engine.engine import apply
from game.engine.moves import Accept, Hold, Propose, Responsibility, Withdraw, Yield
from game.engine.package import Package
from game.engine.view import view
from tests.delegates.games import at_the_table

EVEN = Temper(patience=1.0, firmness=0.0, courtesy=0.0, credit=0.0, return_rate=1.0)


def stance(state, party="china", temper=EVEN):
    return brief(view(state, party), temper).posture


def later(state, speeches):
    for _ in range(speeches):
        state = apply(state, Yield(state.floor)).after
    return state


def test_top_is_the_best_that_could_be_asked_at_the_opening():
    # 400 + 300 + 200, the draft being procedure; from joint-board instead of parity 150 less.
    assert stance(at_the_table()).top == 900
    assert stance(at_the_table(railway_board=("joint-board", "soviet-majority"))).top == 750


def test_top_does_not_move_with_a_concession():
    state = at_the_table("china", railway_board=("parity", "soviet-majority"))
    conceded = apply(state, Propose("china", Package.of({"railway-board": "joint-board"}))).after
    assert stance(conceded).top == stance(state).top == 900


def test_aspiration_starts_at_the_top_and_ends_at_the_higher_of_floor_and_return():
    state = at_the_table("china", exchanges=3)
    assert stance(state).aspiration == 900
    half = stance(later(state, 2))
    assert half.by_clock == pytest.approx(351 + (900 - 351) / 2)
    end = stance(later(state, 4))
    assert end.by_clock == pytest.approx(351)
    assert end.aspiration == end.by_return == 900  # nothing has been received, and no credit is given


def test_what_is_received_lowers_what_is_insisted_on():
    state = at_the_table("ussr", exchanges=3, railway_board=("parity", "soviet-majority"))
    offer = Propose("ussr", Package.of({"railway-board": "joint-board"}), responsibility=Responsibility.OWN)
    state = later(apply(state, offer).after, 4)
    end = stance(state)
    assert end.received == 250
    # It began at 0 on every issue, so 250 of the way to the fair settlement; the same share of the way down to it.
    assert end.share == pytest.approx(250 / end.fair)
    assert end.by_return == pytest.approx(900 - (900 - end.fair) * end.share)


def test_a_side_that_comes_of_itself_is_not_met():
    # China holds parity; the Soviet side steps to the joint board in its first speech, and in its second says nothing.
    state = at_the_table("ussr", exchanges=12, railway_board=("parity", "soviet-majority"))
    offer = Propose("ussr", Package.of({"railway-board": "joint-board"}), responsibility=Responsibility.OWN)
    came = later(apply(state, offer).after, 0)
    assert standing_still(view(came, "china")) == 0
    stood = apply(apply(came, Hold("china", ("railway-board",))).after, Hold("ussr", ("railway-board",))).after
    assert standing_still(view(stood, "china")) == 1


def test_a_standstill_is_broken_by_a_step_of_four_times_an_even_pace():
    # Twelve speeches, so one at rest is a standstill. What it holds is worth 900; a way of 900 - fair, in twelfths.
    temper = Temper(patience=9.0, firmness=0.0, courtesy=0.0, credit=1.0, return_rate=1.0)
    state = at_the_table("ussr", exchanges=12, railway_board=("parity", "soviet-majority"))
    stood = apply(state, Hold("ussr", ("railway-board",))).after
    now = stance(stood, "china", temper)
    assert now.by_clock == pytest.approx(900 - 4 * (900 - now.fair) / 12)


def test_an_acceptance_of_ones_position_counts_as_received():
    state = at_the_table("ussr", railway_board=("joint-board", "joint-board"))
    state = apply(state, Accept("ussr", Package.of({"railway-board": "joint-board"}))).after
    assert stance(state).received == 250  # as if from its own end


def test_going_back_costs_credit():
    temper = Temper(patience=1.0, firmness=0.0, courtesy=0.0, credit=0.4, return_rate=0.5)
    state = at_the_table("ussr", exchanges=3, railway_guards=("chinese", "soviet"))
    offered = apply(state, Propose("ussr", Package.of({"railway-guards": "later"}))).after
    taken_back = apply(later(offered, 1), Withdraw("ussr", 1)).after
    end = stance(later(taken_back, 3), "china", temper)
    untouched = stance(later(state, 4), "china", temper)
    assert end.received == untouched.received == 0
    assert 900 - end.by_return == pytest.approx((900 - untouched.by_return) / 2)


def test_courtesy_is_given_from_the_first():
    temper = Temper(patience=1.0, firmness=0.0, courtesy=0.1, credit=0.0, return_rate=1.0)
    opened = stance(at_the_table(), "china", temper)
    assert opened.aspiration == pytest.approx(900 - 0.1 * (900 - opened.fair))
    assert opened.aspiration < 900


def test_aspiration_never_falls_to_the_reservation_value():
    soft = Temper(patience=0.1, firmness=0.0, courtesy=0.5, credit=1.0, return_rate=5.0)
    state = later(at_the_table("china", exchanges=3, railway_board=("parity", "parity")), 4)
    assert stance(state, "china", soft).aspiration >= 351


def test_a_standstill_is_broken_once_a_speech_however_much_is_accepted_in_it():
    # It takes the Soviet side's joint board, 150 less than parity; what it insists on stays, to the point.
    temper = Temper(patience=9.0, firmness=0.0, courtesy=0.0, credit=1.0, return_rate=1.0)
    state = at_the_table("china", exchanges=12, railway_board=(None, "joint-board"))
    tabled = apply(state, Propose("china", Package.of({"railway-board": "parity"}))).after
    spoken = apply(tabled, Hold("ussr", ("railway-board",))).after
    before = stance(spoken, "china", temper)
    accepted = apply(spoken, Accept("china", Package.of({"railway-board": "joint-board"}))).after
    after = stance(accepted, "china", temper)
    paces = [4 * (900 - one.fair) / 12 for one in (before, after)]
    assert before.by_clock == pytest.approx(900 - paces[0])
    assert after.by_clock == pytest.approx(900 - paces[1])


def test_at_the_last_a_side_that_has_not_moved_is_held_to_the_fair_claim_and_one_that_has_to_half():
    still = stance(at_the_table())
    assert still.share == 0
    assert at_the_last(still, 350) == still.fair
    come = replace(still, share=0.25)
    assert at_the_last(come, 350) == pytest.approx(350 + 0.75 * (still.fair - 350))
    assert at_the_last(replace(still, share=0.9), 350) == pytest.approx(350 + 0.5 * (still.fair - 350))
