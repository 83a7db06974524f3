"""What a line of play gained against given opponents: sums by hand."""

from __future__ import annotations

import pytest

from game.simulate.playtest.lines import Gains


def test_every_opponent_counts_alike_however_often_it_was_met():
    # (0.2 + 0.6) / 2, not (0.2 + 0.2 + 0.2 + 0.6) / 4.
    assert Gains(((0.2, 0.2, 0.2), (0.6,))).mean == pytest.approx(0.4)


def test_interval_by_hand():
    # Variances 0.02 of two each: error sqrt(0.01 + 0.01) / 2 = 0.0707; Student's factor for two degrees is 4.303.
    one = Gains(((0.1, 0.3), (0.5, 0.7)))
    assert one.half == pytest.approx(4.303 * 0.0707, abs=0.001)
    assert str(one) == "0.40 (0.10 to 0.70)"


def test_opponents_met_once_say_nothing_of_chance():
    assert Gains(((0.1,), (0.9,))).half == 0.0
