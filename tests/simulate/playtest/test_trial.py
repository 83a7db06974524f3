"""What is kept of a game, against the game itself; and the figures that findings are told with."""

from __future__ import annotations

import doctest

import pytest

from game.authoring.loader import load
from game.simulate.playtest import field, words, zone
from game.simulate.playtest.trial import told
from game.simulate.runner import Seating
from game.simulate.series import Series, played


def test_what_is_kept_of_a_game_is_what_a_series_measures():
    scenario = load("first-session")
    seats = (("eastquay", "counterpart"), ("westmill", "counterpart"))
    series = Series(scenario, Seating(seats), 1, 7)
    kept, measured = told(series, 0), played(series, 0)
    assert (kept.ending, kept.worths, kept.advantages) == (measured.ending, measured.worths, measured.advantages)
    assert kept.settled == measured.settled
    assert kept.agreed == (measured.ending.value == "agreement")
    assert set(kept.settled) <= kept.tabled[0] | kept.tabled[1]


@pytest.mark.parametrize("module", [field, words, zone])
def test_examples_hold(module):
    found = doctest.testmod(module)
    assert found.attempted
    assert found.failed == 0
