"""Looking for garbage is put off while files are read, and taken up again whatever happens."""

from __future__ import annotations

import gc

import pytest

from game.authoring.memory import nothing_thrown_away


def test_nothing_is_thrown_away_inside_and_collecting_goes_on_after() -> None:
    assert gc.isenabled()
    with nothing_thrown_away():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collecting_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="torn"), nothing_thrown_away():
        raise ValueError("torn")
    assert gc.isenabled()


def test_collecting_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with nothing_thrown_away():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_inside_is_not_looked_through_afterwards() -> None:
    gc.collect()
    before = gc.get_freeze_count()
    with nothing_thrown_away():
        made = [[number] for number in range(1000)]
    try:
        assert gc.get_freeze_count() - before >= len(made)
    finally:
        gc.unfreeze()
