"""Opening a table in a test, and waiting until the other side has done."""

from __future__ import annotations

from contextlib import asynccontextmanager

from textual.pilot import Pilot

from game.ui.app import Plenipo, Request
from game.ui.screens.home import HomeScreen
from game.ui.screens.table import TableScreen
from tests.ui.standins import StandInArchive

WAIT = 0.02


def table_of(pilot: Pilot) -> TableScreen:
    """The table, wherever it is in the stack."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, TableScreen))


def has_table(pilot: Pilot) -> bool:
    """Whether the table is laid."""
    return any(isinstance(screen, TableScreen) for screen in pilot.app.screen_stack)


async def settle(pilot: Pilot) -> TableScreen:
    """Wait until the game is open and the other side has finished."""
    for _ in range(500):
        await pilot.pause()
        if has_table(pilot) and table_of(pilot).chair is not None and not table_of(pilot)._listening:
            await pilot.pause()
            return table_of(pilot)
        await pilot.pause(WAIT)
    raise AssertionError("the other side never finished")


async def listed(pilot: Pilot) -> HomeScreen:
    """Wait until the home screen has read all it lists."""
    for _ in range(500):
        await pilot.pause(WAIT)
        home = next((one for one in pilot.app.screen_stack if isinstance(one, HomeScreen)), None)
        if home is not None and home._told:
            await pilot.pause()
            return home
    raise AssertionError("the home screen never listed anything")


async def press(pilot: Pilot, *keys: str) -> TableScreen:
    """Press keys one after another, and wait until the other side has finished."""
    await pilot.press(*keys)
    return await settle(pilot)


@asynccontextmanager
async def opened(archive: StandInArchive | None = None, request: Request | None = None, size=(80, 24)):
    """A table with a pilot, the other side having spoken."""
    app = Plenipo(request or Request("small", "china"), archive or StandInArchive())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot
