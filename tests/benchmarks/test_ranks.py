"""Rank correlation, by hand."""

from __future__ import annotations

import pytest

from tests.benchmarks.ranks import kendall, spearman


def test_kendall_counts_pairs_in_order_less_those_out_of_it():
    # Of the six pairs of four, one is out of order: (5 - 1) / 6.
    assert kendall((1, 2, 3, 4), (1, 3, 2, 4)) == pytest.approx(4 / 6)
    assert kendall((1, 2, 3), (3, 2, 1)) == -1.0


def test_kendall_with_ties_is_tau_b():
    # Pairs: one tied in the second row, two in order: 2 / sqrt(3 x 2).
    assert kendall((1, 2, 3), (1, 2, 2)) == pytest.approx(2 / 6**0.5)
    assert kendall((1, 1), (1, 2)) is None


def test_kendall_over_some_pairs_leaves_the_others_out():
    assert kendall((1, 2, 9), (1, 2, 0), lambda one, other: 2 not in (one, other)) == 1.0


def test_spearman_is_the_correlation_of_ranks_with_ties_shared():
    # Ranks 1 to 4 against 1, 3, 2, 4: 1 - 6 x 2 / 60.
    assert spearman((10, 20, 30, 40), (1, 3, 2, 4)) == pytest.approx(0.8)
    assert spearman((1, 2, 3), (5, 5, 5)) is None
