"""Hints that fade: step by step in the first game, a reminder in the next ones, nothing after."""

from dataclasses import replace

import pytest

from game.play.settings import Guidance, Hints, kept_settings
from game.ui.app import Request
from game.ui.chair import Chair
from game.ui.guide import STEPS, guiding
from tests.ui.conftest import screen_text
from tests.ui.screens.test_home import app_of, listed
from tests.ui.standins import StandInArchive
from tests.ui.table import opened, press


def chair_of(guidance, moves=0):
    from game.engine.moves import Yield

    archive = StandInArchive()
    game = replace(archive.open(Request("small", "china")), guidance=guidance)
    game.session.advance()
    for _ in range(moves):
        game.session.play(Yield("china"))
        game.session.advance()
    return Chair(game, archive)


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_first_game_is_led_step_by_step(moves):
    assert guiding(chair_of(Guidance.STEPS, moves), False) == STEPS[moves]


def test_next_games_are_reminded_and_later_ones_left_alone():
    assert guiding(chair_of(Guidance.REMINDERS), False).startswith("Your floor. Choose an issue")
    assert guiding(chair_of(Guidance.NONE), False) == "Your floor."


@pytest.mark.parametrize("guidance", list(Guidance))
def test_what_presses_is_told_in_every_game(guidance):
    assert guiding(chair_of(guidance), True).startswith("The other side is speaking.")


async def test_steps_stand_in_the_composer_and_fit_it():
    archive = StandInArchive()
    beginning = archive.open
    archive.open = lambda request: replace(beginning(request), guidance=Guidance.STEPS)
    async with opened(archive, Request("small", "china")) as pilot:
        text = " ".join(screen_text(pilot.app).split())
        assert STEPS[0] in text
        await press(pilot, "right", "down", "p", "enter")
        assert "Step 2:" in screen_text(pilot.app)


async def test_home_hints_are_chosen_with_one_key_and_kept():
    archive = StandInArchive()
    app = app_of(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        assert "fewer with every game" in screen_text(app)
        await pilot.press("n", "n")
        await pilot.pause(0.1)
        assert "never" in screen_text(app)
    assert kept_settings().hints is Hints.NEVER
