"""Intervals against printed tables and sums by hand."""

from __future__ import annotations

import pytest

from game.simulate.intervals import mean, p_value, t_quantile, wilson


@pytest.mark.parametrize(
    ("freedom", "factor"),
    # Two-sided 95 per cent points of Student's t, as every statistical table prints them.
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045), (99, 1.984), (999, 1.962)],
)
def test_t_quantile_is_the_printed_tables(freedom, factor):
    assert t_quantile(freedom) == pytest.approx(factor, abs=0.005)


def test_mean_of_three_by_hand():
    # Mean 2, deviation 1, 4.303 / sqrt(3) = 2.484.
    found = mean([1.0, 2.0, 3.0])
    assert (found.value, found.count) == (2.0, 3)
    assert (found.low, found.high) == (pytest.approx(-0.484, abs=1e-3), pytest.approx(4.484, abs=1e-3))


def test_mean_of_one_has_no_interval_and_of_none_no_mean():
    assert (mean([0.5]).low, mean([0.5]).half) == (None, 0.0)
    assert mean([]) is None


def test_wilson_of_nothing_in_ten_is_not_certain():
    # 3.84 / (10 + 3.84) = 0.278: Wilson (1927).
    assert wilson(0, 10).high == pytest.approx(0.278, abs=1e-3)


def test_p_value_of_ten_equal_differences_is_two_in_a_thousand_and_twenty_four():
    # Only all signs alike go as far: 2 of 2 ** 10.
    assert p_value([0.1] * 10) == pytest.approx(2 / 1024, abs=1.5e-3)


def test_p_value_of_differences_that_cancel_is_one():
    assert p_value([0.1, -0.1, 0.2, -0.2]) == 1.0


def test_p_value_is_the_same_for_the_same_seed():
    moved = [0.3, -0.1, 0.2, 0.05, -0.02]
    assert p_value(moved, 500) == p_value(moved, 500)
    assert 0.0 < p_value(moved, 500) <= 1.0
