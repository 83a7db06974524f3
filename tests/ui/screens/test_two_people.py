"""Two people at one table, and games that leave another: by keys, outcomes read from the session."""

import pytest

from game.engine.moves import Propose, Yield
from game.play.setup import HUMAN
from game.ui.app import Plenipo, Request
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.hand_over import HandOverScreen
from game.ui.screens.table import TableScreen
from game.ui.screens.what_if import WhatIfScreen
from tests.builders import small
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive
from tests.ui.table import opened, press, settle, table_of

BOARD = ["right_square_bracket"] * 19


async def seated(pilot):
    """The table once whoever has the floor sits at it."""
    await pilot.pause(0.1)
    if isinstance(pilot.app.screen, HandOverScreen):
        await pilot.press("enter")
    return table_of(pilot)


async def test_floor_of_a_second_person_is_handed_over_behind_a_blank_screen():
    async with opened(StandInArchive(), Request("moscow", "china", HUMAN)) as pilot:
        table = table_of(pilot)
        first = table.chair.session.state.floor
        if isinstance(pilot.app.screen, HandOverScreen):
            await pilot.press("enter")
        assert table.chair.party == first
        await press(pilot, "y", "enter")
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, HandOverScreen)
        covered = screen_text(pilot.app)
        assert "has the floor" in covered
        for secret in ("you may", "pts", "worth", "forbidden"):
            assert secret not in covered
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert table.chair.party != first
        assert table.chair.view.party == table.chair.session.state.floor


@pytest.fixture
def painted(monkeypatch):
    """The class of the screen on top at each painting, in order."""
    found = []
    display = Plenipo._display

    def watched(app, screen, renderable):
        found.append(type(app.screen))
        display(app, screen, renderable)

    monkeypatch.setattr(Plenipo, "_display", watched)
    return found


async def test_cover_is_painted_before_anything_of_the_first_chair(painted):
    async with opened(StandInArchive(), Request("moscow", "china", HUMAN)) as pilot:  # the Soviet side opens
        await pilot.pause(0.1)
        assert HandOverScreen in painted
        assert TableScreen not in painted
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert TableScreen in painted
        assert table_of(pilot).chair.party == "ussr"


async def test_cover_is_painted_first_where_chance_has_to_open_the_next_sitting(painted):
    archive = StandInArchive([small(exchanges=1, meetings=2)])
    game = archive.open(Request("small", "china", HUMAN))
    while game.session.state.floor:
        game.session.play(Yield(game.session.state.floor))
    async with opened(archive, Request(save="game-1")) as pilot:
        await pilot.pause(0.1)
        assert game.session.state.floor == "ussr"
        assert isinstance(pilot.app.screen, HandOverScreen)
        assert TableScreen not in painted


async def test_escape_does_not_open_the_other_sides_papers():
    async with opened(StandInArchive(), Request("moscow", "china", HUMAN)) as pilot:
        await seated(pilot)
        await press(pilot, "y", "enter")
        await pilot.pause(0.1)
        await pilot.press("escape", "q", "d")
        assert isinstance(pilot.app.screen, HandOverScreen)


async def test_second_person_does_not_find_the_first_ones_private_words_in_the_minutes():
    async with opened(StandInArchive(), Request("moscow", "china", HUMAN)) as pilot:
        table = await seated(pilot)
        await pilot.press("t")
        await pilot.pause(0.1)
        await pilot.press("tab", *"rose", "f2")
        await pilot.pause(0.1)
        await press(pilot, "y", "enter")
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert not any("rose" in remark.text for remark in table.panes.minutes._remarks)


async def test_what_if_leaves_the_game_before_ones_own_move_and_names_its_parent():
    archive = StandInArchive()
    async with opened(archive, Request("moscow", "china", study=True)) as pilot:
        table = await press(pilot, *BOARD, "right", "home", "down", "p", "enter")
        played = table.chair.session
        moves = len(played.steps)
        spoken = [step for step in played.steps if isinstance(step.move, Propose) and step.move.by == "china"]
        mine = spoken[0].after.ply
        await pilot.press("g")
        await pilot.pause(0.5)
        screen = pilot.app.screen
        while screen._stop().ply != mine:
            await pilot.press("up")
        await pilot.press("w")
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, WhatIfScreen)
        await pilot.press("enter")
        await pilot.pause(0.5)
        varied = (await settle(pilot)).chair.session
        assert varied is not played
        assert varied.setup.parent.ply == mine - 1
        assert [step.move for step in varied.steps[: mine - 1]] == [step.move for step in played.steps[: mine - 1]]
        assert len(played.steps) == moves
        told = screen_text(pilot.app).splitlines()[1]
        assert f"What if: a variation after move {mine - 1} of " in told


async def test_what_if_in_class_play_says_why_not_and_leaves_the_game_as_it_is():
    archive = StandInArchive()
    async with opened(archive, Request("moscow", "china")) as pilot:
        await press(pilot, *BOARD, "right", "home", "down", "p", "enter")
        await pilot.press("g")
        await pilot.pause(0.5)
        await pilot.press("w")
        await pilot.pause(0.1)
        assert "class play" in screen_text(pilot.app)
        await pilot.press("enter", "escape")
        assert len(archive.games) == 1


async def test_game_of_its_own_has_no_line_about_a_variation():
    async with opened(StandInArchive(), Request("moscow", "china")) as pilot:
        assert "What if" not in screen_text(pilot.app)
        assert "Agenda" in screen_text(pilot.app).splitlines()[1]


async def test_debrief_of_two_people_is_laid_out_for_either_chair():
    async with opened(StandInArchive(), Request("moscow", "china", HUMAN)) as pilot:
        table = await seated(pilot)
        await pilot.app.push_screen(DebriefScreen(table.game))
        first = pilot.app.screen.game.party
        assert "c the other chair" in screen_text(pilot.app)
        await pilot.press("c")
        assert pilot.app.screen.game.party != first
        await pilot.press("c")
        assert pilot.app.screen.game.party == first


async def test_debrief_of_one_person_has_one_chair():
    async with opened() as pilot:
        table = table_of(pilot)
        await pilot.app.push_screen(DebriefScreen(table.game))
        assert "the other chair" not in screen_text(pilot.app)
        await pilot.press("c")
        assert pilot.app.screen.game.party == table.game.party
