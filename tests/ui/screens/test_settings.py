"""Settings: chosen by key or mouse, at once and for good."""

import json
import os
from pathlib import Path

from textual.widgets import Input

from game.play.settings import LARGEST, Hints, Settings, kept_settings
from game.ui.app import Plenipo, Request
from game.ui.screens.settings import STILL, SettingsScreen
from game.ui.theme import ABOUT, CONTRAST, CYCLE, DEFAULT, SAFE, TERMINAL_LIGHT
from game.ui.widgets.lines import Lines
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive
from tests.ui.table import listed, opened


def settings_file() -> Path:
    return Path(os.environ["PLENIPO_SETTINGS"])


def home() -> Plenipo:
    return Plenipo(Request(), StandInArchive())


def test_every_theme_of_the_cycle_has_a_name_for_a_reader():
    assert tuple(ABOUT) == CYCLE


async def test_theme_chosen_is_worn_at_once_and_by_the_next_game():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("f3", "down", "enter")
        assert app.theme == CONTRAST
        assert "● High contrast" in screen_text(app)
        assert "○ Plenipo" in screen_text(app)
        await pilot.press("escape")
        assert not isinstance(app.screen, SettingsScreen)
    assert home().theme == CONTRAST


async def test_theme_changed_at_the_table_is_remembered():
    async with opened() as pilot:
        await pilot.press("T", "T")
        assert pilot.app.theme == SAFE
    assert kept_settings().theme == SAFE


async def test_theme_of_the_command_line_is_for_this_once():
    async with home().run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("f3", "down", "enter")
    assert Plenipo(Request(theme=TERMINAL_LIGHT), StandInArchive()).theme == TERMINAL_LIGHT
    assert kept_settings().theme == CONTRAST


async def test_keeping_still_ends_motion_and_the_blinking_of_a_line_to_write_on():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        app.animation_level = "full"
        await listed(pilot)
        await pilot.press("f3", "end", "up", "up", "enter", "escape", "s")
        assert app.animation_level == "none"
        assert app.screen.query_one(Input).cursor_blink is False
    assert home().animation_level == "none"
    assert kept_settings().still


async def test_settings_open_over_a_table_and_leave_it_as_it_was():
    async with opened() as pilot:
        before = screen_text(pilot.app)
        await pilot.press("f3")
        assert "Settings" in screen_text(pilot.app)
        await pilot.press("f3")
        assert screen_text(pilot.app) == before


async def test_settings_are_chosen_by_a_second_click():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("f3")
        lines = app.screen.query_one(Lines)
        for _ in range(2):
            await pilot.click(lines, offset=(6, lines.keys.index(STILL) + 1))
        assert app.settings.still


def test_settings_that_can_not_be_understood_are_the_usual_ones():
    texts = ["", "[", "[]", '{"theme": 3, "still": "yes"}', "[" * LARGEST, '{"theme": "nowhere"}']
    for text in texts:
        settings_file().write_text(text, encoding="utf-8")
        assert kept_settings() in (Settings(), Settings(theme="nowhere"))
        assert home().theme == DEFAULT


async def test_settings_file_that_can_not_be_read_is_told_until_a_choice_is_kept():
    settings_file().write_text("{", encoding="utf-8")
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        assert [one.severity for one in app._notifications] == ["warning"]
        await pilot.press("f3")
        assert "can't be read; the usual ones" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        assert "can't be read" not in screen_text(app)


async def test_hints_and_the_table_line_by_line_are_chosen_among_the_settings():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("f3", "end", "enter", "enter", "up", "enter")
        assert "○ Hints" in screen_text(app)
        assert "● Line by line" in screen_text(app)
    assert kept_settings() == Settings(plain=True, hints=Hints.NEVER)


def test_settings_of_a_later_program_keep_what_this_one_knows():
    settings_file().write_text(json.dumps({"theme": SAFE, "sound": True}), encoding="utf-8")
    assert kept_settings() == Settings(theme=SAFE)


async def test_settings_that_can_not_be_kept_stop_nothing(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "file" / "settings.json"))
    async with opened() as pilot:
        await pilot.press("T")
        assert pilot.app.theme == CYCLE[1]
