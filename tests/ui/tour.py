"""A tour of every screen, and of the table in every state: the keys that lead there, and what stands on top.

Goldens and pictures are taken along it; ``every_screen`` are the screens there are, so that none is left out.
"""

from __future__ import annotations

import importlib
import pkgutil
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerState

from game.engine.view import View
from game.play.setup import HUMAN
from game.ui import screens
from game.ui.app import Plenipo, Request
from game.ui.preview import Preview, Sight
from game.ui.screens.table import TableScreen
from tests.builders import small
from tests.ui.screens.test_records import kept
from tests.ui.standins import StandInArchive, holds, refuses

SIZES = ((80, 24), (120, 40))
BASES = frozenset({"Leaf", "Sheet", "Room", "Errands", "Pick"})
"""Screens that are only what others are made of."""


@dataclass(frozen=True)
class Stop:
    """A name, the class of the screen on top, and the keys that lead there from the stop before.

    ``]*19`` is a key pressed nineteen times. ``does`` is done instead of pressing keys. ``meanwhile`` is a stop that
    is looked at while something is still going on.
    """

    name: str
    shows: str
    keys: str = ""
    does: Callable[[App], object] | None = None
    meanwhile: bool = False

    def pressed(self) -> Iterator[str]:
        """The keys one by one."""
        for word in self.keys.split():
            key, _, times = word.partition("*")
            yield from [key] * int(times or 1)


@dataclass(frozen=True)
class Walk:
    """Stops in one run of a program, in order."""

    program: Callable[[], App]
    stops: tuple[Stop, ...]


class HeldUp(StandInArchive):
    """An archive that keeps one waiting: for the table to be laid, or for what the other side says."""

    def __init__(self, opening: bool = False) -> None:
        super().__init__(reply=self._thinks)
        self.released = threading.Event()
        self._opening = opening
        self._speeches = 0

    def open(self, request: Request):
        if self._opening:
            self.released.wait(10)
        return super().open(request)

    def _thinks(self, view: View):
        self._speeches += 1
        if self._speeches > 1:
            self.released.wait(10)
        return holds(view)


class Waiting:
    """An author's bench on which nothing changes by itself."""

    name = "two-villages"

    def __init__(self, sight: Sight) -> None:
        self.sight = sight

    def stamps(self) -> Mapping[str, tuple[int, int]]:
        return {}

    def look(self) -> Sight:
        return self.sight


SOUND = Sight("10:14:03", small())
MISTAKEN = Sight(
    "10:14:31",
    None,
    (
        "scenarios/two-villages/issues/spring.yaml:9:5: S101 unknown key “teir”\n"
        "    9 |     teir: procedure\n      |     ^^^^\n  did you mean “tier”?",
        "scenarios/two-villages/scenario.yaml:3:3: S201 there is no issue “pips”\n"
        "    3 |   - pips\n      |     ^^^^\n  did you mean “pipe”?",
    ),
)


def home(archive: Callable[[], StandInArchive], *stops: Stop) -> Walk:
    """A walk from the home screen."""
    return Walk(lambda: Plenipo(Request(), archive()), stops)


def table(request: Request, archive: Callable[[], StandInArchive], *stops: Stop) -> Walk:
    """A walk from a table."""
    return Walk(lambda: Plenipo(request, archive()), stops)


def bench(sight: Sight, *stops: Stop) -> Walk:
    """A walk from an author's bench."""
    return Walk(lambda: Preview(Request("small", "china"), Waiting(sight)), stops)


CHINA, USSR = Request("moscow", "china"), Request("moscow", "ussr")
STUDY, TWO = replace(CHINA, study=True), replace(USSR, against=HUMAN)
PLAYED = ((False, ("over",)), (True, ("parity",)), (False, ("parity",)))

WALKS = {
    "home": home(
        StandInArchive,
        Stop("home", "HomeScreen"),
        Stop("help-home", "HelpScreen", "?"),
        Stop("settings", "SettingsScreen", "escape f3"),
        Stop("home-seed", "HomeScreen", "escape s 4 2"),
    ),
    "saved games": home(
        lambda: kept(*PLAYED),
        Stop("home-saved", "HomeScreen", "tab"),
        Stop("records", "RecordsScreen", "r"),
        Stop("help-records", "HelpScreen", "?"),
        Stop("delete", "SureScreen", "escape x"),
        Stop("word", "WordScreen", "escape end u"),
    ),
    "opening": home(lambda: HeldUp(opening=True), Stop("opening", "OpeningScreen", "enter", meanwhile=True)),
    "table": table(
        CHINA,
        StandInArchive,
        Stop("table-first", "TableScreen"),
        Stop("table", "TableScreen", "]*19 right end"),
        Stop("table-beyond", "TableScreen", "p"),
        Stop("table-responsible", "TableScreen", "o"),
        Stop("table-words", "TableScreen", "i T i m e"),
        Stop("table-draft", "TableScreen", "enter escape p [ p w"),
        Stop("palette", "PaletteScreen", "ctrl+p down"),
        Stop("telegram", "TelegramScreen", "escape escape t"),
        Stop("help-telegram", "HelpScreen", "?"),
        Stop("table-telegram-pending", "TableScreen", "escape space f2"),
        Stop("table-minutes", "TableScreen", "z"),
    ),
    "refused": table(
        CHINA,
        lambda: StandInArchive(reply=refuses),
        Stop("table-refused", "TableScreen", "]*19 right home p enter"),
        Stop("table-remedy", "TableScreen", "a"),
    ),
    "package": table(
        CHINA,
        StandInArchive,
        Stop("table-package", "TableScreen", "]*19 right home p [ p w enter"),
    ),
    "thinking": table(
        CHINA,
        HeldUp,
        Stop("table-thinking", "TableScreen", "p enter", meanwhile=True),
    ),
    "help": table(
        CHINA,
        StandInArchive,
        Stop("help-agenda", "HelpScreen", "?"),
        Stop("help-ladder", "HelpScreen", "escape tab ?"),
        Stop("help-minutes", "HelpScreen", "escape tab ?"),
        Stop("keys", "HelpScreen", "f1"),
    ),
    "sheets": table(
        CHINA,
        StandInArchive,
        Stop("evidence", "ClaimScreen", "]*19 e"),
        Stop("evidence-passages", "ClaimScreen", "enter"),
        Stop("cite", "SaidScreen", "escape escape m"),
    ),
    "dossier": table(
        CHINA,
        StandInArchive,
        Stop("dossier", "DossierScreen", "]*19 d"),
        Stop("dossier-instructions", "DossierScreen", "2"),
        Stop("dossier-disputes", "DossierScreen", "3"),
        Stop("dossier-issues", "DossierScreen", "home"),
        Stop("dossier-people", "DossierScreen", "4"),
        Stop("dossier-documents", "DossierScreen", "5"),
        Stop("dossier-map", "DossierScreen", "6"),
        Stop("help-dossier", "HelpScreen", "?"),
    ),
    "sources": table(
        CHINA,
        StandInArchive,
        Stop("source", "SourceScreen", "]*19 s"),
        Stop("source-search", "SourceScreen", "/ d i r"),
        Stop("help-sources", "HelpScreen", "escape ?"),
        Stop("disputes", "DisputesScreen", "escape escape d 5 enter d"),
    ),
    "course": table(
        STUDY,
        StandInArchive,
        Stop("table-study", "TableScreen", "]*19 right home down p enter"),
        Stop("course", "GraphScreen", "g"),
        Stop("help-graph", "HelpScreen", "?"),
        Stop("what-if", "WhatIfScreen", "escape w"),
        Stop("plots-in-play", "PlotsScreen", "escape p"),
        Stop("help-plots", "HelpScreen", "?"),
        Stop("rewind", "WhatIfScreen", "escape escape escape u"),
    ),
    "two people": table(TWO, StandInArchive, Stop("hand-over", "HandOverScreen", "y enter")),
    "over": table(
        CHINA,
        StandInArchive,
        Stop("table-over", "TableScreen", "]*19 right home down p enter j w enter"),
        Stop("debrief", "DebriefScreen", "b"),
        Stop("help-debrief", "HelpScreen", "?"),
        Stop("plots", "PlotsScreen", "escape p"),
        Stop("course-over", "GraphScreen", "escape escape g"),
    ),
    "corridor": table(
        Request("small", "ussr"),
        StandInArchive,
        Stop("telegram-corridor", "TelegramScreen", "t"),
        Stop("telegram-answered", "TelegramScreen", "space f2 t"),
    ),
    "bench": bench(
        SOUND,
        Stop("bench", "BenchScreen"),
        Stop("help-preview", "HelpScreen", "?"),
        Stop("bench-mistaken", "BenchScreen", "escape", does=lambda app: app.see(MISTAKEN)),
        Stop("mistakes", "MistakesScreen", "f"),
    ),
    "waiting": bench(MISTAKEN, Stop("waiting", "WaitingScreen")),
}
"""Every walk of the tour; a walk of its own for a terminal that is too small, which has a size of its own."""
TOO_SMALL = table(CHINA, StandInArchive, Stop("too-small", "TooSmall"))


def every_screen() -> set[str]:
    """The names of all screens in the room of screens."""
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    return {one.__name__ for one in _below(Screen) if one.__module__.startswith(screens.__name__)} - BASES


def _below(screen: type) -> Iterator[type]:
    for one in screen.__subclasses__():
        yield one
        yield from _below(one)


def stops() -> list[Stop]:
    """Every stop of the tour."""
    return [stop for walk in WALKS.values() for stop in walk.stops]


async def walked(walk: Walk, size: tuple[int, int]) -> AsyncIterator[tuple[Stop, App]]:
    """Take a walk, and yield at each stop."""
    app = walk.program()
    async with app.run_test(size=size) as pilot:
        try:
            await quiet(pilot)
            for stop in walk.stops:
                await reach(pilot, stop)
                yield stop, app
        finally:
            held = getattr(app, "_archive", None)
            if isinstance(held, HeldUp):
                held.released.set()


async def reach(pilot: Pilot, stop: Stop) -> None:
    """Go from the stop before to this one."""
    for key in stop.pressed():
        await pilot.press(key)
        if not stop.meanwhile:
            await quiet(pilot)
    if stop.does:
        stop.does(pilot.app)
    await pilot.pause(0.1) if stop.meanwhile else await quiet(pilot)


async def quiet(pilot: Pilot) -> None:
    """Wait until something is open, every key has done and no thread works any more."""
    busy = (WorkerState.PENDING, WorkerState.RUNNING)
    for _ in range(1000):
        await pilot.pause()
        app = pilot.app
        working = [one for one in app.workers if one.state in busy and one.name != "_watch"]
        listening = any(isinstance(one, TableScreen) and one._listening for one in app.screen_stack)
        if len(app.screen_stack) > 1 and not (working or listening or app.gate._held or app.gate._waiting):
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError("it is never quiet")
