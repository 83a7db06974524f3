"""What the counterpart believes of the other side, on the small table and by rank on generated ones."""

from __future__ import annotations

import pytest

from game.delegates.counterpart import brief
from game.delegates.counterpart.beliefs import UNKNOWN, beliefs
from game.delegates.counterpart.temper import Temper
from game.delegates.ground import survey
from game.engine.engine import apply
from game.engine.moves import Accept, Answer, Argue, Ask, Propose, Reply, Responsibility, Yield
from game.engine.package import Package
from game.engine.view import view
from tests.builders_large import build
from tests.delegates.games import at_the_table, moments

PLAIN = Temper()


def believed(state, party="china"):
    seen = view(state, party)
    return beliefs(seen, survey(seen), PLAIN)


def test_first_guess_goes_by_tier():
    # Two core issues at 5, one supporting at 2, one of procedure at 1: of 13 parts, scaled to 1000.
    weights = believed(at_the_table()).weights
    assert weights == pytest.approx([1000 * part / 13 for part in (5, 5, 2, 1)])


def test_worths_fall_by_even_steps_before_anything_is_known():
    worths = believed(at_the_table()).worths[0]
    assert worths == pytest.approx([5000 / 13, 2500 / 13, 0.0])


def test_a_step_taken_early_is_thought_cheaper_than_one_not_taken():
    state = at_the_table("ussr", railway_board=("parity", "soviet-majority"), railway_guards=("chinese", "soviet"))
    offer = Propose("ussr", Package.of({"railway-guards": "later"}))
    beliefs_after = believed(apply(state, offer).after)
    board, guards = beliefs_after.worths[0], beliefs_after.worths[1]
    assert guards[0] - guards[1] < guards[1] - guards[2]
    assert guards[0] - guards[1] < board[0] - board[1]


def test_an_issue_argued_for_is_thought_dearer():
    state = at_the_table("ussr")
    after = apply(state, Argue("ussr", "always-conflict", "1929")).after
    assert believed(after).weights[0] > believed(state).weights[0]


def test_signs_of_interest_are_bounded():
    state = at_the_table("ussr")
    weights = []
    for _ in range(5):
        state = apply(apply(state, Ask("ussr", "railway-board")).after, Yield("china")).after
        weights.append(believed(state).weights[0])
    assert weights == sorted(weights)
    # A weight can't grow by more than e to the power of MOST_INTEREST over the other issues'.
    assert weights[-1] <= 1000 * 5 * 3.3202 / (5 * 3.3202 + 8)


def test_first_and_furthest_are_what_was_shown():
    state = at_the_table("ussr", railway_board=("parity", "soviet-majority"))
    offer = Propose("ussr", Package.of({"railway-board": "joint-board"}), responsibility=Responsibility.OWN)
    state = apply(state, offer).after
    shown = believed(state)
    assert (shown.first[0], shown.furthest[0]) == (0, 1)
    assert shown.first[2] is None


def test_what_was_shown_is_certain_and_the_next_step_is_not():
    state = at_the_table("ussr", railway_board=("parity", "soviet-majority"))
    known = believed(state)
    assert known.likely(0, "railway-board", 0) == 1.0
    assert known.likely(0, "railway-board", 1) == pytest.approx(UNKNOWN)
    assert known.likely(0, "railway-board", 2) == pytest.approx(UNKNOWN**2)


@pytest.mark.parametrize(("held", "reply", "more"), [("soviet", Reply.REPORT, True), ("later", Reply.FIRM, False)])
def test_an_answer_changes_what_is_likely(held, reply, more):
    # On the guards: the Soviet side may give "later" ad referendum, "chinese" only after asking.
    state = at_the_table("china", railway_guards=("chinese", held))
    before = believed(state).likely(1, "railway-guards", 1 if held == "soviet" else 2)
    state = apply(apply(state, Ask("china", "railway-guards")).after, Answer("ussr", reply)).after
    after = believed(state).likely(1, "railway-guards", 1 if held == "soviet" else 2)
    assert (after > before) is more


def test_an_acceptance_counts_as_a_step_all_the_way():
    state = at_the_table("ussr", dairen_status=("joint-use", "soviet-port"))
    state = apply(state, Accept("ussr", Package.of({"dairen-status": "joint-use"}))).after
    shown = believed(state)
    assert shown.furthest[2] == 1


def rank_correlation(first, second):
    """Spearman's rho without ties."""
    order = [sorted(range(len(row)), key=row.__getitem__) for row in (first, second)]
    ranks = [[one.index(place) for place in range(len(one))] for one in order]
    count = len(first)
    return 1 - 6 * sum((a - b) ** 2 for a, b in zip(*ranks, strict=True)) / (count * (count**2 - 1))


def test_learning_from_one_that_concedes_beats_the_first_guess():
    # Means over six generated tables, both chairs: the tiers alone against what was learnt by two thirds of the time.
    at_first, later = [], []
    for seed in range(6):
        scenario = build(seed)
        true = [max(row) for row in scenario.stakes[1].points]
        mine = [m for m in moments(scenario, ("counterpart", "linear"), seed, 12) if m.name == "counterpart"]
        for found, share in ((at_first, 0), (later, 16)):
            moment = next(m for m in mine if m.state.speeches >= share)
            found.append(rank_correlation(brief(moment.view, PLAIN).believed.weights, true))
    assert sum(later) / 6 > sum(at_first) / 6
    assert sum(later) / 6 > 0.75
