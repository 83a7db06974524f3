"""What a key costs, in counts, which are the same on every machine; and that what is painted bit by bit is all there.

Seconds are measured by ``python -m tests.benchmarks.table``. Here a key is allowed one layout and one paint (see the
README of the room), no block is wrapped that only a cursor moved over, and a view is made only after a move.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual._compositor import Compositor
from textual.app import App

from game.play.session import Session
from game.ui.signs import COMPOSED
from game.ui.widgets import blocks, lines
from game.ui.widgets.minutes import Remark
from tests.ui.table import opened, press

SHORT = {"[": "left_square_bracket", "]": "right_square_bracket"}
WALK = """
down down down up ] ] [ right down up p w o escape p left ] right r r h k v h escape tab up pageup pagedown
z pageup up home end z left down tab tab tab home end
"""
"""Arrows, issues, panes, every verb into the composer, the minutes scrolled and in full; nothing is said."""
KEYS = [SHORT.get(key, key) for key in WALK.split()]
ESCAPES = re.compile(r"\x1b\[(\d+);(\d+)H|(\x1b\[[0-9;]*m)|\x1b[^a-zA-Z]*[a-zA-Z]|([^\x1b])", re.DOTALL)


class Glass:
    """What a terminal shows when it has been sent all that was painted: letters with their styles."""

    def __init__(self, width: int = 80, height: int = 24):
        self.cells = {(x, y): (" ", "") for x in range(width) for y in range(height)}

    def take(self, sent: str) -> None:
        """Show what is sent."""
        x, y, style = 0, 0, ""
        for row, column, look, letter in ESCAPES.findall(sent):
            if row:
                x, y = int(column) - 1, int(row) - 1
            elif look:
                style = "" if look in ("\x1b[0m", "\x1b[m") else look
            elif letter == "\n":
                x, y = 0, y + 1
            elif letter:
                self.cells[x, y] = letter, style
                x += cell_len(letter)

    def differs(self, other: Glass) -> list[str]:
        """The lines that differ, as both show them, cell by cell in letter and style."""
        lines = sorted({y for (x, y), cell in self.cells.items() if other.cells[x, y] != cell})
        return [f"{y}: {self.line(y)!r} is {other.line(y)!r}" for y in lines]

    def line(self, y: int) -> str:
        """The letters of a line."""
        return "".join(self.cells[x, y][0] for x in sorted(x for x, row in self.cells if row == y))


async def long_minutes(pilot) -> None:
    """A table late in the term: there is something to scroll."""
    said = [Remark(n // 3, f"Speaker {n // 9}", "$first", f"Remark {n}. " * (1 + n % 7), COMPOSED) for n in range(90)]
    minutes = pilot.app.screen.panes.minutes
    minutes.record(said)
    minutes.see()
    await pilot.pause(0.2)


@pytest.fixture
def glass(monkeypatch):
    """Shows what the app paints."""
    shown = Glass()

    def display(app, screen, renderable):
        if renderable is not None and not app._batch_count:
            shown.take(renderable.render_segments(app.console))

    monkeypatch.setattr(App, "_display", display)
    return shown


def painted_whole(app) -> Glass:
    """What a screen shows that is painted anew from nothing."""
    whole = Glass()
    for widget in app.screen._compositor.visible_widgets:
        widget._set_dirty()
    whole.take(app.screen._compositor.render_full_update().render_segments(app.console))
    return whole


def test_glass_shows_letters_where_they_were_sent_in_their_style():
    shown = Glass(6, 2)
    shown.take("\x1b[2;3H\x1b[1mAb\x1b[0m宋")
    assert shown.line(1) == "  Ab宋 "
    assert shown.cells[2, 1] == ("A", "\x1b[1m")
    assert shown.cells[4, 1] == ("宋", "")


OTHER_KEYS = random.Random(1).choices([*KEYS, "d", "T", "question_mark", "escape", "enter"], k=len(KEYS))
"""The same in another order, other themes put on, sheets and the dossier opened, moves made."""


@pytest.mark.parametrize("keys", [KEYS, OTHER_KEYS], ids=["walk", "at-random"])
async def test_what_keys_painted_bit_by_bit_is_what_a_whole_paint_shows(glass, keys):
    async with opened() as pilot:
        await long_minutes(pilot)
        for number, key in enumerate(keys):
            await press(pilot, key)
            await pilot.pause(0.03)
            assert glass.differs(painted_whole(pilot.app)) == [], f"after {' '.join(keys[: number + 1])}"


@asynccontextmanager
async def counted(monkeypatch):
    """A table, and how often what costs most is done at it."""
    done: Counter[str] = Counter()

    def count(place, name, what):
        doing = getattr(place, name)

        def counting(*given, **named):
            done[what] += 1
            return doing(*given, **named)

        monkeypatch.setattr(place, name, counting)

    count(Compositor, "reflow", "layouts")
    count(Session, "view", "views")
    count(Session, "check", "checks")
    for room in (blocks, lines):
        count(room, "laid_out", "wraps")
    painting = Compositor.render_update

    def paint(self, *given, **named):
        update = painting(self, *given, **named)
        done["paints"] += update is not None
        return update

    monkeypatch.setattr(Compositor, "render_update", paint)
    async with opened() as pilot:
        await long_minutes(pilot)
        done.clear()
        yield pilot, done


async def costs(pilot, done: Counter[str], key: str) -> Counter[str]:
    """What one key costs, with all that comes after it."""
    await pilot.pause(0.05)
    done.clear()
    await press(pilot, key)
    await pilot.pause(0.05)
    return Counter(done)


async def test_each_key_of_the_table_costs_one_layout_and_one_paint_at_most(monkeypatch):
    async with counted(monkeypatch) as (pilot, done):
        for key in KEYS:
            cost = await costs(pilot, done, key)
            assert cost["layouts"] <= 1, f"{key}: {cost}"
            assert cost["paints"] <= 1, f"{key}: {cost}"
            assert cost["views"] == 0, f"{key}: {cost}, and nobody has moved"


async def test_cursor_that_moves_wraps_only_what_stands_on_the_ladder_and_behind_the_option(monkeypatch):
    async with counted(monkeypatch) as (pilot, done):
        panes = pilot.app.screen.panes
        for key in ("down", "down", "down", "up", "right", "down", "home", "end"):
            cost = await costs(pilot, done, key)
            assert cost["wraps"] <= len(panes.ladder.blocks) + len(panes.passage.blocks), f"{key}: {cost}"
        for key in ("tab", "up", "pageup", "z", "home", "z"):
            assert (await costs(pilot, done, key))["wraps"] == 0, key


async def test_what_is_legal_is_tried_once_for_an_option_until_somebody_moves(monkeypatch):
    async with counted(monkeypatch) as (pilot, done):
        assert (await costs(pilot, done, "down"))["checks"] > 0
        await press(pilot, "up")
        assert (await costs(pilot, done, "down"))["checks"] == 0
