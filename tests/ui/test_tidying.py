"""Memory is tidied in a rest, not in the middle of an answer, and what was thrown away is gone after it."""

import gc
import weakref

import pytest

from game.ui import tidying
from game.ui.tidying import FEW, MANY
from tests.ui.table import opened, press


class Ring:
    """Refers to itself, so that only the collector can throw it away."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def python_own():
    """The collector as it was, when the test is over."""
    before, on = gc.get_threshold(), gc.isenabled()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable() if on else gc.disable()


def litter() -> list[weakref.ref]:
    """Objects enough for a look, which nothing refers to any more."""
    return [weakref.ref(Ring()) for _ in range(2 * FEW)]


async def test_what_keys_leave_behind_is_thrown_away_in_the_next_rest(monkeypatch):
    monkeypatch.setattr(tidying, "REST", 0.05)
    async with opened() as pilot:
        left = litter()
        assert any(one() for one in left), "it is looked at too often"
        await press(pilot, "down")
        for _ in range(100):
            await pilot.pause(0.05)
            if not any(one() for one in left):
                return
        raise AssertionError("nothing was thrown away in a rest of five seconds")


async def test_table_that_was_laid_is_out_of_the_rounds_which_are_rare():
    gc.unfreeze()
    async with opened() as pilot:
        await pilot.pause(0.1)
        assert gc.isenabled()
        assert gc.get_threshold() == MANY
        assert gc.get_freeze_count() > 10_000


async def test_what_was_to_stay_for_a_table_that_was_left_is_thrown_away_with_the_next(monkeypatch):
    async with opened() as pilot:
        left = litter()
        gc.freeze()
        pilot.app.settle()
        assert not any(one() for one in left)
