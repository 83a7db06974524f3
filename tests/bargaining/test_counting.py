"""Counts against listing, and where listing is out of reach against a product worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.counting import Count, count
from game.bargaining.space import Clause, Space, whole
from tests.bargaining.cases import packages, scenario
from tests.builders import small


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_counts_of_a_random_scenario_equal_those_by_listing(seed):
    case = scenario(seed)
    low = [stakes.reservation for stakes in case.stakes]
    worths = [w for _, w in packages(case)]
    assert count(whole(case)) == Count(
        len(worths),
        sum(u >= low[0] and v >= low[1] for u, v in worths),
        (sum(u >= low[0] for u, _ in worths), sum(v >= low[1] for _, v in worths)),
    )


def test_count_of_sixty_clauses_of_three_options_is_three_to_the_sixtieth():
    clauses = tuple(Clause(f"i{n}", ("a", "b", "c"), ((2, 0), (1, 1), (0, 2))) for n in range(60))
    found = count(Space(("china", "ussr"), clauses, (), (60, 60)))
    assert found.packages == 3**60
    # u + v = 120 always, so u >= 60 and v >= 60 only where both are 60: the central trinomial coefficient of 60
    central = [1, 1]
    for n in range(1, 60):
        # (n + 1) T(n + 1) = (2n + 1) T(n) + 3 n T(n - 1)  (OEIS A002426)
        central.append(((2 * n + 1) * central[n] + 3 * n * central[n - 1]) // (n + 1))
    assert found.acceptable == central[60]
    assert found.acceptable_to == ((3**60 + central[60]) // 2,) * 2


def test_count_of_a_space_nothing_can_settle_is_nought():
    assert count(whole(small()).keeping({"dairen-status": ()})) == Count(0, 0, (0, 0))


def test_count_of_the_small_table_leaves_out_what_a_linkage_forbids():
    # 3 x 3 x 3 x 2 = 54 packages, less 3 x 2 with a Soviet port and Chinese guards
    assert count(whole(small())).packages == 54 - 6


def test_count_says_when_the_linkages_are_too_many():
    assert count(whole(small()), rows=1) == Count(None, None, (None, None))


def test_count_with_reservations_below_everything_is_all_packages():
    space = replace(whole(small()), reservations=(-5, -5))
    assert count(space).acceptable == count(space).packages
