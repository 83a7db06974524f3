"""Random keys, clicks and resizes over every screen: no crash, no lost move, no frozen screen.

``python -m tests.ui.fuzz 10000`` prints what was done and what was found; ``--seed`` draws others. The games are real
ones in a folder of their own. After every burst the game on the table is read back from the disk and replayed, and a
key must still be answered. From 10,000 events on, a screen that was never seen is a fault too.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field
from pathlib import Path

from textual import events
from textual.geometry import Size
from textual.pilot import Pilot

from game.ui.app import Plenipo
from game.ui.preview import Preview
from game.ui.screens.bench import BenchScreen
from game.ui.screens.palette import PaletteScreen
from game.ui.screens.table import TableScreen
from tests.ui.places import QUICK, Place, every_screen, places

BURST = 25
"""Events between two looks at the game and the screen."""
EPISODE = 250
"""Events after which the program is left and another place is begun in."""
PATIENCE = 30.0
"""Seconds after which what does not come is not coming, on a busy machine."""
VERBS = (*"parhemkvxtyj", *"wois", "enter", "enter", "enter")
ROUND = (
    "up",
    "down",
    "left",
    "right",
    "tab",
    "shift+tab",
    "left_square_bracket",
    "right_square_bracket",
    "home",
    "end",
)
MANY = 10_000
"""Events in which every screen is come to."""
ERRANDS = (
    *"dgbszcfffluT123456789/nN?",
    "f1",
    "f2",
    "f3",
    "space",
    "pageup",
    "pagedown",
    "ctrl+p",
    "backspace",
    "delete",
)
LEAVING = ("escape", "escape", "q")
TEXT = (*"[b]x\\/\"'{}$é不Й\u202e\u200d\x9b ", "ctrl+a", "ctrl+k", "ctrl+v", "ctrl+c")
KINDS = ((VERBS, 42), (ROUND, 26), (ERRANDS, 16), (LEAVING, 7), (TEXT, 9))


@dataclass
class Found:
    """What was done, where, and what went wrong."""

    events: int = 0
    moves: int = 0
    checks: int = 0
    slowest: float = 0.0
    screens: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


async def fuzz(count: int, seed: int, say: bool = False) -> Found:
    """So many events, drawn from a seed. The same seed presses the same keys; what they meet depends on timing."""
    dice, found = random.Random(seed), Found()
    begun = places()
    while found.events < count and not found.faults:
        place = begun[(found.events // EPISODE) % len(begun)]
        await _episode(place, dice, found, min(EPISODE, count - found.events))
        if say:
            print(f"{found.events:6} events, {found.moves} moves, {place.name}: {len(found.faults)} faults", flush=True)
    _look_at_the_folder(found)
    missed = every_screen() - set(found.screens)
    if count >= MANY and missed and not found.faults:
        found.faults.append(f"never seen: {', '.join(sorted(missed))}")
    return found


async def _episode(place: Place, dice: random.Random, found: Found, most: int) -> None:
    app = place.app()
    last: list[str] = []
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await _until(pilot, lambda: len(app.screen_stack) > 1)
            for key in place.keys:
                await _until(pilot, lambda: not app.gate._held and app.gate._open)
                await pilot.press(key)
            done = 0
            while done < most and _going(app):
                for _ in range(min(BURST, most - done)):
                    if not _going(app):
                        break
                    last.append(await _one(pilot, dice))
                    done += 1
                    found.events += 1
                    found.screens[type(app.screen).__name__] += 1
                if _going(app):
                    await _check(pilot, found)
            for table in _tables(app):
                # who leaves while the other side speaks hears no end of it
                await _until(pilot, lambda table=table: not table._listening or not _going(app))
                app.archive.close(table.game)
            app.exit(0)  # as a player leaves, whatever is under way
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        where = "".join(traceback.format_exception(error)[-9:])
        found.faults.append(f"{place.name}\n  last: {' '.join(last[-30:])}\n  {where}")
    if app.return_code not in (None, 0):
        why = "".join(traceback.format_exception(app._exception)[-4:]) if app._exception else app.last_words
        found.faults.append(f"{place.name}\n  ended with {app.return_code}: {why}\n  last: {' '.join(last[-30:])}")


def _going(app: Plenipo) -> bool:
    return app.is_running and not app._exit and app._exception is None


async def _one(pilot: Pilot, dice: random.Random) -> str:
    """One event, as a terminal would send it, often before the last one has been answered; its name."""
    app, draw = pilot.app, dice.random()
    if draw < 0.06:
        name = _resized(app, dice)
    elif draw < 0.22:
        name = _clicked(app, dice)
    else:
        kinds, weights = zip(*KINDS, strict=True)
        name = dice.choice(dice.choices(kinds, weights)[0])
        app.post_message(events.Key(name, name if len(name) == 1 else {"space": " "}.get(name)))
    await pilot.pause(0 if dice.random() < 0.7 else 0.02)
    return name


def _resized(app: Plenipo, dice: random.Random) -> str:
    odd = (dice.randint(1, 220), dice.randint(1, 70)), (dice.randint(80, 250), dice.randint(24, 80))
    size = Size(*dice.choice([(80, 24), (80, 24), (120, 40), *odd]))
    app._driver._size = size
    app.post_message(events.Resize(size, size))
    return f"{size.width}x{size.height}"


def _clicked(app: Plenipo, dice: random.Random) -> str:
    """Button down and up; the app makes a click of it, and of two a double click."""
    x, y = dice.randrange(max(1, app.size.width)), dice.randrange(max(1, app.size.height))
    for _ in range(dice.choice([1, 1, 1, 2])):
        for kind in (events.MouseDown, events.MouseUp):
            app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
    return f"click({x},{y})"


async def _check(pilot: Pilot, found: Found) -> None:
    """The game on disk is the game on the table, and a key is answered."""
    app = pilot.app
    await pilot.resize_terminal(80, 24)
    for table in _tables(app):
        await _until(pilot, lambda table=table: not table._listening or not _going(app))
        if _going(app):
            found.moves = max(found.moves, 0) + _unlost(table)
    if _going(app):
        await _in_quiet(app, _answers(pilot, found))
    found.checks += 1


async def _in_quiet(app: Plenipo, asked: Awaitable[None]) -> None:
    """Ask while an author's files lie still: a change closes whatever is open over the table."""
    if isinstance(app, Preview):
        app.bench.still = True
        await asyncio.sleep(2 * QUICK)
    await asked
    if isinstance(app, Preview):
        app.bench.still = False


def _unlost(table: TableScreen) -> int:
    """Read the game back and replay it; how many moves were added since the last look."""
    from game.play.saves import read_save
    from game.record.replay import replay

    session = table.game.session
    assert session.unsaved is None, session.unsaved
    opened = read_save(table.game.name)
    assert opened.damage is None, opened.damage
    assert opened.record.lines == session.record.lines, f"{table.game.name}: the save is not the game"
    states = replay(opened.record, opened.scenario)
    assert not states or states[-1].after == session.state, f"{table.game.name}: replaying leads elsewhere"
    before = getattr(table, "_fuzzed", 0)
    assert len(session.steps) >= before, f"{table.game.name}: moves were lost"
    table._fuzzed = len(session.steps)  # type: ignore[attr-defined]
    return len(session.steps) - before


async def _answers(pilot: Pilot, found: Found) -> None:
    """Ctrl-P opens the palette, or closes it, and again undoes that."""
    app = pilot.app
    began = time.monotonic()
    for _ in range(2):
        await _until(pilot, lambda: not app.gate._held and app.gate._open)
        was = isinstance(app.screen, PaletteScreen)
        app.post_message(events.Key("ctrl+p", None))
        await _until(pilot, lambda was=was: isinstance(app.screen, PaletteScreen) is not was or not _going(app))
    found.slowest = max(found.slowest, time.monotonic() - began)


def _tables(app: Plenipo) -> list[TableScreen]:
    """The tables whose game is kept; an author's bench keeps none."""
    tables = [screen for screen in app.screen_stack if isinstance(screen, TableScreen)]
    return [table for table in tables if table.chair is not None and not isinstance(table, BenchScreen)]


async def _until(pilot: Pilot, true) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"frozen: {pilot.app.screen_stack}"
        await pilot.pause(0.01)


def _look_at_the_folder(found: Found) -> None:
    """Every game kept, left or not, replays to its last line."""
    from game.play.saves import list_saves, read_save
    from game.record.replay import replay

    for save in list_saves():
        opened = read_save(save.id)
        if save.trouble or opened.damage:
            found.faults.append(f"{save.id}: {save.trouble} {opened.damage}")
        elif len(replay(opened.record, opened.scenario)) != save.ply:
            found.faults.append(f"{save.id}: listed with {save.ply} moves")


def main() -> int:
    """Run from a shell; 1 when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.ui.fuzz", description=__doc__.split("\n")[0])
    parser.add_argument("events", type=int, nargs="?", default=MANY)
    parser.add_argument("--seed", type=int, default=1945)
    chosen = parser.parse_args()
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory(prefix="plenipo-fuzz-") as folder:
        os.environ["PLENIPO_SAVES"] = folder
        began = time.monotonic()
        found = asyncio.run(fuzz(chosen.events, chosen.seed, say=True))
        seconds = time.monotonic() - began
        crashes = list(Path(folder).glob("crashes/*"))
        found.faults += [path.read_text("utf-8") for path in crashes]
    print(f"{found.events} events, seed {chosen.seed}, {seconds:.0f} s; {found.moves} moves recorded, ", end="")
    print(f"{found.checks} times read back and answered, slowest two answers {found.slowest:.2f} s")
    print("screens:", ", ".join(f"{name} {times}" for name, times in found.screens.most_common()))
    for fault in found.faults:
        print("FAULT", fault)
    print(f"faults: {len(found.faults)}")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
