"""The course of the game, by keys."""

from game.ui.app import Request
from game.ui.screens.graph import GraphScreen
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive
from tests.ui.table import opened, press

BOARD = ["right_square_bracket"] * 19


async def test_course_names_each_move_that_changed_the_table():
    async with opened(StandInArchive(), Request("small", "china")) as pilot:
        await pilot.press("g")
        await pilot.pause(0.5)
        assert "1 S Railway board" in screen_text(pilot.app)  # the stand-in's opening proposal
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, GraphScreen)


async def test_course_arrows_walk_from_table_to_table_and_issue_to_issue():
    async with opened(StandInArchive(), Request("moscow", "china")) as pilot:
        table = await press(pilot, *BOARD, "right", "home", "down", "p", "enter")
        issue = table.panes.spot.issue
        await pilot.press("g")
        await pilot.pause(0.5)
        screen = pilot.app.screen
        assert isinstance(screen, GraphScreen)
        assert screen._issue == issue
        assert screen._stop().mover == "ussr"  # the last: the other side's answer
        await pilot.press("up")
        assert (screen._stop().mover, screen._stop().issues) == ("china", (issue,))
        assert screen._issue == issue
        await pilot.press("right")
        assert screen._issue != issue
        await pilot.press("left")
        assert screen._issue == issue
        assert "Where the talks are on record, their own course" in screen_text(pilot.app)


async def test_plots_in_play_show_own_points_alone_and_the_frontier_when_it_is_over():
    async with opened(StandInArchive(), Request("small", "china")) as pilot:
        await press(pilot, "right", "home", "down", "p", "enter", "g")
        await pilot.pause(0.3)
        await pilot.press("p")
        await pilot.pause(0.3)
        text = screen_text(pilot.app)
        assert "what you ask for" in text
        assert "the best both could sign" not in text
        await pilot.press("escape", "escape")
        await press(pilot, "j", "w", "enter", "b")
        await pilot.pause(0.2)
        await pilot.press("p")
        await pilot.pause(0.5)
        assert "the best both could sign" in screen_text(pilot.app)
        lines = screen_text(pilot.app).splitlines()
        row = next(number for number, line in enumerate(lines) if "plot before and after" in line)
        await pilot.click(offset=(lines[row].index("plot before") + 2, row))
        await pilot.pause(0.1)
        assert "2 of 2" in screen_text(pilot.app)
