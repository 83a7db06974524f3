"""The frontier against brute force: every package listed and every two points compared."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import lcm
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining import merging
from game.bargaining.elimination import plan
from game.bargaining.frontier import frontier
from game.bargaining.space import Clause, Space, Tie, whole
from game.engine.package import Package
from tests.bargaining.cases import Size, packages, scenario, small_undominated, undominated
from tests.builders import small

PARTIES = ("china", "ussr")


def clause(name: str, *points: tuple[int, int]) -> Clause:
    return Clause(name, tuple(f"o{place}" for place in range(len(points))), points)


def test_frontier_of_two_clauses_is_the_one_worked_out_by_hand():
    # sums: (0,10) (4,6) (6,4) (10,0) with (3,0) (0,3): (0,13) (4,9) (6,7) (10,3) and (3,10) (7,6) (9,4) (13,0)
    space = Space(PARTIES, (clause("a", (0, 10), (4, 6), (6, 4), (10, 0)), clause("b", (3, 0), (0, 3))))
    found = frontier(space)
    assert found.points == ((0, 13), (3, 10), (4, 9), (6, 7), (7, 6), (9, 4), (10, 3), (13, 0))
    assert found.exact
    assert found.width == 0


def test_frontier_of_a_tie_that_forbids_leaves_the_forbidden_out():
    tie = Tie(0, 1, ((None, (0, 0)), ((0, 0), (5, 5))))
    space = Space(PARTIES, (clause("a", (9, 9), (0, 0)), clause("b", (9, 9), (1, 1))), (tie,))
    # a0 with b0 would be (18, 18); what is left: (10, 10), (9, 9) and (6, 6)
    assert frontier(space).points == ((10, 10),)


@settings(max_examples=220, deadline=None)
@given(st.integers(0, 10**9))
def test_frontier_of_a_random_scenario_with_linkages_equals_brute_force(seed):
    case = scenario(seed)
    space = whole(case)
    found = frontier(space)
    assert found.points == small_undominated(case)
    assert found.exact
    listed = dict(packages(case))
    for point, settlement in zip(found.points, found.settlements, strict=True):
        assert listed[space.package(settlement)] == point


@pytest.mark.parametrize("seed", [11, 12])
def test_frontier_of_a_hundred_thousand_packages_equals_brute_force(seed):
    size = Size(issues=9, options=4, linkages=9, top=100)
    case = next(one for one in (scenario(seed * 10_000 + n, size) for n in range(5000)) if 3e4 < _count(one) <= 1e5)
    assert frontier(whole(case)).points == _fast_undominated({worths for _, worths in packages(case)})


def _count(case):
    total = 1
    for issue in case.agenda.issues:
        total *= len(issue.options)
    return total


def _fast_undominated(points):
    kept = []
    for point in sorted(points, reverse=True):
        if not kept or point[1] > kept[-1][1]:
            kept.append(point)
    return tuple(reversed(kept))


def test_frontier_of_two_hundred_domains_in_tenths_and_hundredths_has_nothing_dominated_or_repeated():
    """Scores in tenths weighted in hundredths, as exact fractions: NegMAS 0.16 lists extra points in 38 of 200."""
    wrong = 0
    for seed in range(200):
        chance = Random(seed)
        space, fractions = _weighted(chance)
        found = frontier(space).points
        values = {
            tuple(sum((points[side] for points in chosen), Fraction(0)) for side in (0, 1))
            for chosen in product(*fractions)
        }
        expected = undominated(values)
        scale = 1000
        wrong += len(set(found)) != len(found) or tuple((u * scale, v * scale) for u, v in expected) != found
    assert wrong == 0


def _weighted(chance):
    rows = []
    for _ in range(4):
        weights = [Fraction(chance.randint(1, 60), 100) for _ in (0, 1)]
        scores = [tuple(Fraction(chance.randint(0, 10), 10) for _ in (0, 1)) for _ in range(3)]
        rows.append([tuple(w * s for w, s in zip(weights, score, strict=True)) for score in scores])
    scale = lcm(*(one.denominator for row in rows for points in row for one in points), 1000)
    assert scale == 1000
    clauses = tuple(
        clause(f"i{place}", *[(int(u * scale), int(v * scale)) for u, v in row]) for place, row in enumerate(rows)
    )
    return Space(PARTIES, clauses), rows


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9))
def test_curves_and_staircases_find_the_same_frontier(seed):
    space = whole(scenario(seed, Size(issues=8, options=5, linkages=10, top=60)))
    by_curves = frontier(space)
    before = merging.LONGEST_CURVE
    try:
        merging.LONGEST_CURVE = -1
        by_staircases = frontier(space)
    finally:
        merging.LONGEST_CURVE = before
    assert by_staircases.points == by_curves.points
    for found in (by_curves, by_staircases):
        assert [space.worth(one) for one in found.settlements] == list(found.points)
        assert all(space.stands(one) for one in found.settlements)


def test_frontier_of_points_in_millions_is_exact_too():
    fine = Space(PARTIES, tuple(clause(f"i{n}", (0, 3**n * 1000), (3**n * 1000 + n, 0)) for n in range(9)))
    found = frontier(fine)
    listed = {fine.worth(bytes(bits)) for bits in product((0, 1), repeat=9)}
    assert found.points == undominated(listed)


def test_frontier_of_negative_points_is_exact_too():
    space = Space(PARTIES, (clause("a", (-5, 7), (3, -2)), clause("b", (-1, -1), (0, -3))))
    assert frontier(space).points == undominated({space.worth(bytes(one)) for one in product((0, 1), repeat=2)})


def test_frontier_of_a_space_nothing_can_settle_is_empty_and_names_the_issue():
    empty = whole(small()).keeping({"railway-guards": ()})
    assert frontier(empty).points == ()
    assert empty.blocked == ("railway-guards",)
    impossible = Space(PARTIES, (clause("a", (1, 1)), clause("b", (1, 1))), (Tie(0, 1, ((None,),)),))
    assert frontier(impossible).points == ()
    assert frontier(impossible).exact


def test_frontier_of_the_small_table_is_worked_out_by_hand_at_its_ends():
    found = frontier(whole(small()))
    assert found.points[0] == (0, 1000)
    assert found.points[-1] == (1000, 0)
    assert found.space.package(found.settlements[0]) == Package.of(
        {
            "railway-board": "soviet-majority",
            "railway-guards": "soviet",
            "dairen-status": "soviet-port",
            "working-draft": "soviet-draft",
        }
    )


def test_beats_names_the_points_better_for_both():
    space = Space(PARTIES, (clause("a", (0, 10), (4, 6), (6, 4), (10, 0)),))
    found = frontier(space)
    assert [found.points[place] for place in found.beats((4, 3))] == [(4, 6), (6, 4)]
    assert found.beats((6, 4)) == ()


def test_width_of_a_ring_of_ties_is_two_and_of_a_chain_one():
    ties = tuple(
        Tie(n, n + 1, (((1, 0), (0, 0), (0, 0)), ((0, 0), (1, 0), (0, 0)), ((0, 0), (0, 0), (2, 0)))) for n in range(5)
    )
    clauses = tuple(clause(f"i{n}", (0, 3), (1, 2), (3, 0)) for n in range(6))
    chain = Space(PARTIES, clauses, ties)
    ring = replace(chain, ties=(*ties[:4], Tie(0, 4, ties[0].effects)))
    assert plan(chain).width == 1
    assert plan(ring).width == 2
    assert plan(chain).rows == 9
    assert plan(ring).rows == 27


def test_options_that_no_tie_tells_apart_are_held_open_together():
    effects = tuple(((0, 0), (0, 0)) if left else ((7, 0), (0, 0)) for left in range(5))
    clauses = (clause("a", *[(n, 5 - n) for n in range(5)]), clause("b", (0, 1), (1, 0)))
    chosen = plan(Space(PARTIES, clauses, (Tie(0, 1, effects),)))
    assert chosen.kinds == (((0,), (1, 2, 3, 4)), ((0,), (1,)))
    assert chosen.rows == 4
