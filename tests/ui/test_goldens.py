"""Every screen at 80x24 and 120x40, letter by letter."""

import pytest

from game.ui.app import Plenipo, Request
from tests.ui.screens.test_records import kept
from tests.ui.standins import StandInArchive
from tests.ui.table import listed, opened, press, settle

SIZES = [(80, 24), (120, 40)]
BOARD = ["right_square_bracket"] * 19


def named(what: str, size: tuple[int, int]) -> str:
    return f"{what}-{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES)
async def test_home(golden, size):
    app = Plenipo(Request(), StandInArchive())
    async with app.run_test(size=size) as pilot:
        await listed(pilot)
        golden(app, named("home", size))
        await pilot.press("f3")
        golden(app, named("settings", size))


@pytest.mark.parametrize("size", SIZES)
async def test_table(golden, size):
    async with opened(StandInArchive(), Request("moscow", "china"), size) as pilot:
        await press(pilot, *BOARD, "right", "end")
        golden(pilot.app, named("table", size))
        await press(pilot, "p", "left_square_bracket", "p", "w")
        golden(pilot.app, named("table-draft", size))


@pytest.mark.parametrize("size", SIZES)
async def test_dossier(golden, size):
    async with opened(StandInArchive(), Request("moscow", "china"), size) as pilot:
        await pilot.press("d")
        golden(pilot.app, named("dossier", size))
        await pilot.press("2")
        golden(pilot.app, named("dossier-instructions", size))
        await pilot.press("6")
        golden(pilot.app, named("dossier-map", size))


@pytest.mark.parametrize("size", SIZES)
async def test_sheets(golden, size):
    async with opened(StandInArchive(), Request("moscow", "china"), size) as pilot:
        await pilot.press(*BOARD, "e")
        golden(pilot.app, named("evidence", size))
        await pilot.press("escape", "t")
        golden(pilot.app, named("telegram", size))
        await pilot.press("escape", "f1")
        golden(pilot.app, named("keys", size))


@pytest.mark.parametrize("size", SIZES)
async def test_source(golden, size):
    async with opened(StandInArchive(), Request("moscow", "china"), size) as pilot:
        await pilot.press(*BOARD, "s")
        await pilot.pause(0.2)
        golden(pilot.app, named("source", size))


@pytest.mark.parametrize("size", SIZES)
async def test_course(golden, size):
    async with opened(StandInArchive(), Request("moscow", "china", study=True), size) as pilot:
        await press(pilot, *BOARD, "right", "home", "down", "p", "enter", "g")
        await pilot.pause(0.5)
        golden(pilot.app, named("course", size))
        await pilot.press("w")
        await pilot.pause(0.1)
        golden(pilot.app, named("what-if", size))


@pytest.mark.parametrize("size", SIZES)
async def test_hand_over(golden, size):
    async with opened(StandInArchive(), Request("moscow", "ussr", "human"), size) as pilot:
        await press(pilot, "y", "enter")
        await pilot.pause(0.2)
        golden(pilot.app, named("hand-over", size))


@pytest.mark.parametrize("size", SIZES)
async def test_debrief(golden, size):
    async with opened(StandInArchive(), Request("moscow", "china"), size) as pilot:
        await press(pilot, "j", "w", "enter")
        golden(pilot.app, named("table-over", size))
        await pilot.press("b")
        await pilot.pause(0.3)
        golden(pilot.app, named("debrief", size))


async def test_too_small(golden):
    async with opened(StandInArchive(), Request("moscow", "china"), (79, 24)) as pilot:
        golden(pilot.app, "too-small")
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_records(golden, size):
    app = Plenipo(Request(), kept((False, ("over",)), (True, ("parity",))))
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        await pilot.press("r")
        await pilot.pause(0.2)
        golden(app, named("records", size))
        await pilot.press("x")
        await pilot.pause(0.1)
        golden(app, named("delete", size))


@pytest.mark.parametrize("size", SIZES)
async def test_plots(golden, size):
    async with opened(StandInArchive(), Request("moscow", "china"), size) as pilot:
        await press(pilot, *BOARD, "right", "home", "down", "p", "enter", "g")
        await pilot.pause(0.3)
        await pilot.press("p")
        await pilot.pause(0.3)
        golden(pilot.app, named("plots-in-play", size))
        await pilot.press("escape", "escape")
        await press(pilot, "j", "w", "enter", "b")
        await pilot.pause(0.2)
        await pilot.press("p")
        await pilot.pause(0.5)
        golden(pilot.app, named("plots", size))


@pytest.mark.parametrize("size", SIZES)
async def test_telegraph_office_with_an_answer(golden, size):
    async with opened(StandInArchive(), Request("small", "ussr"), size) as pilot:
        await pilot.press("t")
        await pilot.pause(0.1)
        await pilot.press("space", "f2")
        await pilot.pause(0.1)
        await press(pilot)
        await pilot.press("t")
        await pilot.pause(0.1)
        golden(pilot.app, named("telegram-answered", size))
