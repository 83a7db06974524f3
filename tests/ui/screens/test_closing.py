"""A screen is closed once: what comes late closes nothing below it. Found by random keys and clicks."""

from __future__ import annotations

from textual import events

from game.ui.screens.evidence import ClaimScreen, SaidScreen
from game.ui.screens.home import HomeScreen
from game.ui.screens.table import TableScreen
from game.ui.widgets.lines import Lines
from tests.ui.standins import StandInArchive
from tests.ui.table import listed, opened, settle, table_of


async def test_second_choice_on_its_way_does_not_close_the_table():
    async with opened() as pilot:
        await pilot.press("m")
        assert isinstance(pilot.app.screen, SaidScreen)
        lines = pilot.app.screen.query_one(Lines)
        lines.action_choose()
        lines.action_choose()
        await pilot.pause(0.1)
        assert pilot.app.screen is table_of(pilot)
        assert table_of(pilot).composer.draft.verb == "cite"


async def test_back_from_a_sheet_that_is_covered_closes_nothing():
    async with opened() as pilot:
        await pilot.press("e")
        claims = pilot.app.screen
        assert isinstance(claims, ClaimScreen)
        await pilot.press("ctrl+p")
        claims.action_back()
        await pilot.pause(0.1)
        assert len(pilot.app.screen_stack) == 4


async def test_leaving_twice_leaves_once():
    from game.ui.app import Plenipo, Request

    app = Plenipo(Request(), StandInArchive())
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("enter")
        table = await settle(pilot)
        table.action_leave()
        table.action_leave()
        await pilot.pause(0.1)
        assert isinstance(app.screen, HomeScreen)
        assert not any(isinstance(one, TableScreen) for one in app.screen_stack)


async def test_key_command_of_the_palette_that_the_bar_does_not_show_is_done_at_the_table():
    async with opened() as pilot:
        await pilot.press("v")
        usual = table_of(pilot).composer.draft.manner
        await pilot.press("ctrl+p", *"another way", "enter")
        await pilot.pause(0.1)
        assert table_of(pilot).composer.draft.manner != usual


async def test_keys_typed_on_after_leaving_crash_nothing():
    async with opened() as pilot:
        app = pilot.app
        app.post_message(events.Key("q", "q"))
        for _ in range(20):
            app.post_message(events.Key("y", "y"))
        await pilot.pause(0.3)
    assert app.return_code == 0
    assert app.last_words == ""
