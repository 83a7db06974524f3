"""A move weighed before it is said. Points and latitudes stand in tests/builders.py, risks in engine/outcome.py."""

from __future__ import annotations

import pytest

from tests.plain.rooms import SmallHouse, played
from tests.plain.test_table import said


def test_try_says_nothing_at_the_table():
    house = SmallHouse()
    played(house, "try propose D8=parity\ntry walk-out yes\ntry yield\n")
    assert len(house.games[0].session.steps) == 1


@pytest.mark.parametrize("line", ["try propose D8=parity E1=2 whole", "try D8=parity E1=2 whole"])
def test_try_tells_instructions_worth_and_that_it_can_be_said(line):
    text = said(line + "\n")
    assert "Tried, not said. The Chinese side proposes, all or nothing: D8 Railway board: option 1 of 3" in text
    assert "D8 Railway board, Parity: free, worth " in text
    assert "Together worth " in text
    assert "It can be said so." in text


def test_try_beyond_instructions_tells_the_risk_and_the_way_out():
    """The option is a red line: sixty per cent (engine/outcome.py)."""
    text = said("try propose D5=soviet\ntry propose D5=soviet own\n")
    assert "Said on your own responsibility it risks repudiation by up to 60 per cent, if it is agreed." in text
    assert "Not possible so: Railway guards: “Soviet” is a red line." in text
    assert "Here: add “own” to the same words" in text
    assert "On your own responsibility it risks repudiation by up to 60 per cent" in text
    assert text.count("It can be said so.") == 1


def test_try_tells_what_they_have_refused_and_why():
    text = said("argue parity-in-1924 treaty\npropose D8=parity\ntry propose D8=parity\n")
    assert "They have refused this on D8 Railway board: My instructions are clear." in text


def test_try_what_is_no_move_says_how():
    text = said("try\ntry people\n")
    assert text.count("Try what? As in “try propose D8=2”, or “try accept D8 final”.") == 2
