"""Tempers: drawn by seed, within bounds."""

from __future__ import annotations

from game.delegates.counterpart.temper import Temper, drawn


def test_a_seed_and_a_party_give_one_temper():
    assert drawn(7, "china") == drawn(7, "china")
    assert drawn(7, "china") != drawn(7, "ussr")
    assert drawn(7, "china") != drawn(8, "china")


def test_tempers_stay_within_their_bounds():
    for seed in range(200):
        temper = drawn(seed, "ussr")
        assert 5.0 < temper.patience < 12.0
        assert 0.0 <= temper.firmness < 0.5
        assert 0.0 <= temper.courtesy < 0.2
        assert 0.0 <= temper.credit < 0.5
        assert all(0.5 < leaning < 2.0 for leaning in temper.leanings)


def test_leaning_beyond_those_drawn_is_none():
    assert Temper(leanings=(0.9,)).leaning(0) == 0.9
    assert Temper(leanings=(0.9,)).leaning(1) == 1.0
