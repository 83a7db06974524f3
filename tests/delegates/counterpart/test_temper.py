"""Tempers: drawn by seed, within bounds."""

from __future__ import annotations

from game.delegates.counterpart import apprentice, counterpart, master
from game.delegates.counterpart.temper import Level, Temper, drawn


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


def test_levels_differ_in_patience_information_and_mandate():
    for seed in range(50):
        young, usual, old = (drawn(seed, "china", level) for level in Level)
        assert young.patience < usual.patience < old.patience
        assert young.courtesy > usual.courtesy > old.courtesy
        assert young.attention < usual.attention == old.attention
        assert young.messages < usual.messages == old.messages


def test_the_level_of_a_counterpart_is_that_of_a_delegate():
    assert counterpart(3, "ussr").temper == drawn(3, "ussr", Level.DELEGATE)
    assert (apprentice(3, "ussr").name, master(3, "ussr").name) == ("apprentice", "master")
