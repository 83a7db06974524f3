"""Intervals against the figures of Newcombe 1998 (Statistics in Medicine 17), table I, method 3 (Wilson score)."""

from __future__ import annotations

import pytest

from tests.benchmarks.shares import Share


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        (Share(81, 263), 0.2553, 0.3662),
        (Share(15, 148), 0.0624, 0.1605),
        (Share(0, 20), 0.0, 0.1611),
        (Share(1, 29), 0.0061, 0.1718),
    ],
)
def test_interval_is_the_published_one(share, low, high):
    assert share.interval == pytest.approx((low, high), abs=5e-5)


def test_of_no_cases_nothing_is_known():
    assert Share(0, 0).interval == (0.0, 1.0)
    assert Share(0, 0).value == 0.0
