"""The named solutions against a search of every package, and against figures worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.frontier import frontier
from game.bargaining.solutions import shares_of, solve, zone_of
from game.bargaining.space import Clause, Space, whole
from tests.bargaining.cases import packages, scenario


def one_issue(points, least=(0, 0)):
    options = tuple(f"o{place}" for place in range(len(points)))
    return frontier(Space(("china", "ussr"), (Clause("a", options, tuple(points)),), (), least))


@settings(max_examples=220, deadline=None)
@given(st.integers(0, 10**9))
def test_solutions_of_a_random_scenario_equal_a_search_of_every_package(seed):
    case = scenario(seed)
    found = solve(frontier(whole(case)))
    low = tuple(stakes.reservation for stakes in case.stakes)
    zone = [(p, w) for p, w in packages(case) if w[0] >= low[0] and w[1] >= low[1]]
    assert bool(zone) == bool(found.zone)
    if not zone:
        assert found.rules == ()
        return
    ideal = tuple(max(w[side] for _, w in zone) for side in (0, 1))
    assert found.ideal == ideal

    def shares(worths):
        return sorted(
            Fraction(worths[side] - low[side], ideal[side] - low[side]) if ideal[side] > low[side] else Fraction(1)
            for side in (0, 1)
        )

    scores = (
        lambda w: (w[0] - low[0]) * (w[1] - low[1]),
        shares,
        lambda w: sorted((w[0] - low[0], w[1] - low[1])),
        sum,
    )
    listed = dict(packages(case))
    for solution, score in zip(found.rules, scores, strict=True):
        best = max(score(w) for _, w in zone)
        for point, package in zip(solution.points, solution.packages, strict=True):
            assert score(point) == best
            assert listed[package] == point


def test_nash_is_the_largest_product_of_gains_by_hand():
    # gains over (10, 20): 2x9=18, 5x6=30, 7x4=28
    found = solve(one_issue([(12, 29), (15, 26), (17, 24)], (10, 20)))
    assert found.nash is not None
    assert found.nash.points == ((15, 26),)


def test_kalai_smorodinsky_is_the_largest_equal_share_and_not_the_smallest_difference():
    # shares of the ideal (100, 100) in per cent are the points: 60 and 90 differ by 30, 85 and 59 only by 26, but the
    # smaller of 60 and 90 is larger than that of 85 and 59
    found = solve(one_issue([(1, 100), (60, 90), (85, 59), (100, 1)]))
    assert found.kalai_smorodinsky is not None
    assert found.kalai_smorodinsky.points == ((60, 90),)


def test_kalai_smorodinsky_and_nash_do_not_change_with_a_partys_scale():
    points = [(1, 90), (40, 70), (60, 45), (90, 3)]
    plain = solve(one_issue(points, (1, 3)))
    stretched = solve(one_issue([(7 * u, v) for u, v in points], (7, 3)))
    assert plain.nash is not None
    assert plain.kalai_smorodinsky is not None
    assert stretched.nash is not None
    assert stretched.kalai_smorodinsky is not None
    assert stretched.nash.points == tuple((7 * u, v) for u, v in plain.nash.points)
    assert stretched.kalai_smorodinsky.points == tuple((7 * u, v) for u, v in plain.kalai_smorodinsky.points)


def test_rules_that_tie_name_every_point():
    found = solve(one_issue([(1, 4), (2, 2), (4, 1)]))
    assert found.nash is not None
    assert found.nash.points == ((1, 4), (2, 2), (4, 1))
    assert len(found.nash.packages) == 3


def test_space_without_a_zone_has_no_solutions():
    found = solve(one_issue([(1, 4), (4, 1)], (3, 3)))
    assert found.zone == ()
    assert found.ideal is None
    assert found.rules == ()


def test_zone_holds_what_is_worth_exactly_no_agreement():
    assert zone_of(one_issue([(1, 4), (4, 1)], (4, 1))) == ((4, 1),)


def test_party_that_can_gain_nothing_has_all_of_its_ideal_gain():
    assert shares_of((5, 7), (5, 2), (5, 12)) == (Fraction(1), Fraction(1, 2))
