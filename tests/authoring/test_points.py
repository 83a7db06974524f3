"""Points on the scale on which the best package is worth 1000: sums by hand, and properties against brute force."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.authoring.points import BEST, Figures, Tie, best_package, rescaled


def test_points_without_linkages_are_scaled_by_largest_remainders() -> None:
    # Best package 7: 3, 3 and 1 become 428 4/7, 428 4/7 and 142 6/7. The whole parts make 998; the two units missing go
    # to the largest remainders: 6/7, then the first of the two 4/7.
    assert rescaled(Figures(((3, 2, 0), (3, 0), (1, 0)))).options == ((429, 285, 0), (428, 0), (143, 0))


def test_sweetener_that_costs_more_than_it_gives_is_left_out_of_the_best_package() -> None:
    # 10 + 10 = 20 against 4 + 10 + 5 = 19: the best package forgoes the sweetener, which is 5/20 of 1000.
    found = rescaled(Figures(((10, 4, 0), (10, 0)), (Tie(0, (1,), 1, (0,), 5),)))
    assert found.options == ((500, 200, 0), (500, 0))
    assert found.ties[0].points == 250


def test_sweetener_that_gives_more_than_it_costs_makes_the_best_package() -> None:
    # 10 + 10 = 20 against 8 + 10 + 7 = 25.
    found = rescaled(Figures(((10, 8, 0), (10, 0)), (Tie(0, (1,), 1, (0,), 7),)))
    assert found.options == ((400, 320, 0), (400, 0))
    assert found.ties[0].points == 280
    assert best_package(found).options == (1, 0)


def test_sweeteners_that_exclude_one_another_are_not_added_up() -> None:
    ties = (Tie(0, (0,), 1, (0,), 3), Tie(0, (1,), 1, (0,), 4))
    assert best_package(Figures(((6, 5, 0), (4, 0)), ties)).worth == 13


def test_no_points_at_all_is_an_error() -> None:
    with pytest.raises(ValueError, match="no points"):
        rescaled(Figures(((0, 0), (0, 0))))


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    issues = draw(st.integers(1, 4))
    row = st.lists(st.integers(0, 40), min_size=1, max_size=3).map(lambda row: tuple(sorted([0, *row], reverse=True)))
    options = tuple(draw(row) for _ in range(issues))
    ties = []
    for _ in range(draw(st.integers(0, 4)) if issues > 1 else 0):
        first, second = draw(st.permutations(range(issues)))[:2]
        ends = [draw(st.sets(st.integers(0, len(options[one]) - 1), min_size=1)) for one in (first, second)]
        ties.append(Tie(first, tuple(sorted(ends[0])), second, tuple(sorted(ends[1])), draw(st.integers(1, 12))))
    return Figures(options, tuple(ties))


def brute_force(drawn: Figures) -> int:
    """The most any package is worth, by trying all of them."""
    best = 0
    for chosen in product(*(range(len(row)) for row in drawn.options)):
        worth = sum(row[option] for row, option in zip(drawn.options, chosen, strict=True))
        for tie in drawn.ties:
            if chosen[tie.first] in tie.first_options and chosen[tie.second] in tie.second_options:
                worth += tie.points
        best = max(best, worth)
    return best


@settings(max_examples=300, deadline=None)
@given(figures())
def test_best_package_is_that_of_brute_force(drawn: Figures) -> None:
    assert best_package(drawn).worth == brute_force(drawn)


@settings(max_examples=300, deadline=None)
@given(figures())
def test_rescaled_best_is_1000_and_order_is_kept(drawn: Figures) -> None:
    assume(brute_force(drawn) > 0)
    found = rescaled(drawn)
    assert brute_force(found) == BEST
    for before, after in zip(drawn.options, found.options, strict=True):
        assert min(after) == 0
        assert list(after) == sorted(after, reverse=True)
        for one, other in product(range(len(before)), repeat=2):
            assert before[one] != before[other] or after[one] == after[other]
