"""An approximate frontier keeps its word: settlements that exist, and nothing further off than the slack it states."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.frontier import frontier
from game.bargaining.space import Clause, Space, Tie, whole
from tests.bargaining.cases import Size, scenario, small_undominated


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 9))
def test_approximate_frontier_reaches_every_point_within_its_slack(seed, rows):
    case = scenario(seed, Size(issues=6, options=4, linkages=12))
    space = whole(case)
    found = frontier(space, rows=rows)
    if found.slack is None:
        return
    for u, v in small_undominated(case):
        assert any(a >= u - found.slack and b >= v - found.slack for a, b in found.points)
    assert [space.worth(one) for one in found.settlements] == list(found.points)
    assert all(space.stands(one) for one in found.settlements)


def dense(issues: int) -> Space:
    """Every two clauses tied: the width is one less than the clauses."""
    chance = Random(3)
    clauses = tuple(Clause(f"i{n}", ("a", "b", "c"), ((0, 30 + n), (15, 15), (30 + n, 0))) for n in range(issues))
    ties = tuple(
        Tie(one, two, tuple(tuple((chance.randint(0, 2), chance.randint(0, 2)) for _ in "abc") for _ in "abc"))
        for one in range(issues)
        for two in range(one + 1, issues)
    )
    return Space(("china", "ussr"), clauses, ties)


def test_frontier_of_twelve_clauses_all_tied_is_approximate_and_says_so():
    found = frontier(dense(12))
    assert not found.exact
    assert found.width == 11
    assert found.slack is not None
    assert 0 < found.slack <= 2 * 66
    assert found.points


def test_approximation_that_lets_nothing_go_is_exact():
    space = replace(dense(4), reservations=(0, 0))
    assert frontier(space).slack == 0
    assert frontier(space).exact
