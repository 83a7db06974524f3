"""Every screen shows what a player types and an author writes as text: a tour with a hostile lesson and a hostile hand.

Names of screens come from the room of screens, so that a new one fails here until it is on the tour.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.widgets import Input

from game.commands.preview import FilesOf
from game.engine.moves import Propose
from game.engine.package import Package
from game.paths import saves_folder, scenarios_folders
from game.play.setup import HUMAN
from game.ui.app import Plenipo, Request
from game.ui.preview import Preview, Sight
from game.ui.shelves import Shelves
from tests.hostile import NAME, TYPED, game_of_the_lesson, obeyed
from tests.ui.conftest import screen_text
from tests.ui.tour import SIZES, Stop, Waiting, Walk, every_screen, quiet

HAND = "PASTE"
"""In place of a key: what the hostile hand has on its clipboard is pasted."""
HOME, TABLE = Request(), Request(NAME, "eastquay", "counterpart", seed=3, study=True)
TWO = Request(NAME, "westmill", HUMAN)
MISTAKEN = Sight("10:14:31", None, (f"scenarios/{TYPED}.yaml:9:5: S101 unknown key “{TYPED}”\n    9 | {TYPED}",))


class Slow(Shelves):
    """Shelves from which a game is taken slowly enough to see the screen that says so."""

    def open(self, request: Request):
        time.sleep(0.5)
        return super().open(request)


def _bench() -> App:
    return Preview(Request(NAME), Waiting(FilesOf(NAME, scenarios_folders()[0] / NAME).look()))


def _dossier() -> Iterator[Stop]:
    for page in "123456":
        yield Stop(f"dossier {page}", "DossierScreen", f"{page} pagedown*4")


WALKS: dict[str, Callable[[str], Walk]] = {
    "home": lambda game: Walk(
        lambda: Plenipo(HOME),
        (
            Stop("home", "HomeScreen", "home down down up"),
            Stop("help", "HelpScreen", "?"),
            Stop("settings", "SettingsScreen", "escape f3"),
            Stop("seed", "HomeScreen", f"escape s {HAND}"),
            Stop("saved games", "HomeScreen", "escape tab down up"),
            Stop("records", "RecordsScreen", "r down*4 up*4"),
            Stop("delete", "SureScreen", "x"),
            Stop("word", "WordScreen", "escape home down u"),
        ),
    ),
    "opening": lambda game: Walk(
        lambda: Plenipo(HOME, Slow()),
        (Stop("opening", "OpeningScreen", "home down enter", meanwhile=True),),
    ),
    "table": lambda game: Walk(
        lambda: Plenipo(TABLE),
        (
            Stop("table", "TableScreen", "down ] ] right down up left"),
            Stop("own words", "TableScreen", f"[*9 right home p i {HAND}"),
            Stop("draft", "TableScreen", "enter w w"),
            Stop("said", "TableScreen", "enter"),
            Stop("minutes", "TableScreen", "z z"),
            Stop("palette", "PaletteScreen", f"ctrl+p {HAND}"),
            Stop("claims", "ClaimScreen", "escape ] e"),
            Stop("passages", "ClaimScreen", "enter down"),
            Stop("minutes to cite", "SaidScreen", "escape escape m"),
            Stop("telegram", "TelegramScreen", "escape t down space"),
            Stop("help", "HelpScreen", "?"),
            Stop("report", "TelegramScreen", f"escape tab {HAND}"),
            Stop("sent", "TableScreen", "f2"),
            Stop("keys", "HelpScreen", "f1"),
        ),
    ),
    "dossier": lambda game: Walk(lambda: Plenipo(TABLE), (Stop("dossier", "DossierScreen", "d"), *_dossier())),
    "source": lambda game: Walk(
        lambda: Plenipo(TABLE),
        (
            Stop("source", "SourceScreen", "right home s"),
            Stop("search", "SourceScreen", f"/ {HAND} enter n"),
            Stop("copied", "SourceScreen", "c"),
            Stop("written", "SourceScreen", "w"),
            Stop("disputes", "DisputesScreen", "d pagedown down up"),
        ),
    ),
    "course": lambda game: Walk(
        lambda: Plenipo(TABLE),
        (
            Stop("course", "GraphScreen", "right home p enter g right right left"),
            Stop("what if", "WhatIfScreen", "home down w"),
            Stop("plots", "PlotsScreen", "escape p right right"),
            Stop("rewind", "WhatIfScreen", "escape escape u"),
        ),
    ),
    "two people": lambda game: Walk(lambda: Plenipo(TWO), (Stop("hand over", "HandOverScreen"),)),
    "over": lambda game: Walk(
        lambda: Plenipo(Request(save=game)),
        (
            Stop("over", "TableScreen", "tab pageup pagedown"),
            Stop("debrief", "DebriefScreen", "b pagedown tab"),
            Stop("its pages", "DebriefScreen", "right pagedown*2 " * 9),
            Stop("plots", "PlotsScreen", "p right right right right"),
            Stop("course", "GraphScreen", "escape escape g down down right"),
        ),
    ),
    "bench": lambda game: Walk(
        _bench,
        (
            Stop("bench", "BenchScreen", "down ] right"),
            Stop("mistaken", "BenchScreen", does=lambda app: app.see(MISTAKEN)),
            Stop("mistakes", "MistakesScreen", "f"),
        ),
    ),
    "waiting": lambda game: Walk(
        lambda: Preview(Request(NAME), Waiting(MISTAKEN)),
        (Stop("waiting", "WaitingScreen"),),
    ),
}


@pytest.fixture(scope="module")
def game(tmp_path_factory):
    """The name of a finished game of the hostile lesson; another goes on, one has a bad name, one can't be read."""
    with game_of_the_lesson(tmp_path_factory.mktemp("hostile")) as name:
        going = Shelves().open(Request(NAME, "eastquay", "counterpart", seed=4))
        going.session.advance()
        going.session.play(Propose("eastquay", Package.of({"toll": "eastquay-collects"}), words=TYPED))
        Shelves().close(going)
        saves = saves_folder()
        bad = TYPED.replace("/", "")
        shutil.copy(saves / f"{name}.record.jsonl", saves / f"0 {bad}.record.jsonl")
        (saves / f"1 {bad}.record.jsonl").write_text(f"[{TYPED}")
        yield name


@pytest.fixture(autouse=True)
def _its_saves(_still, game, monkeypatch):
    """The saves are those of the hostile game, not a test's own."""
    folder = Path(scenarios_folders()[0]).parent
    monkeypatch.setenv("PLENIPO_SAVES", str(folder / "saves"))


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("walk", WALKS)
async def test_screens_of_a_walk_show_hostile_text_as_text(walk, size, game):
    found = WALKS[walk](game)
    app, seen = found.program(), ""
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        for stop in found.stops:
            seen += _shown(app)
            for key in stop.pressed():
                await (_paste(app) if key == HAND else pilot.press(key))
                await (pilot.pause(0.1) if stop.meanwhile else quiet(pilot))
                seen += _shown(app)
            if stop.does:
                stop.does(app)
                await quiet(pilot)
                seen += _shown(app)
            assert type(app.screen).__name__ == stop.shows, stop.name
            assert app._exception is None
        for table in [screen for screen in app.screen_stack if hasattr(screen, "game")]:
            app.archive.close(table.game)
    assert "連" in seen or "大連" in seen
    assert any(mark in seen for mark in ("[bold]", "[/nope]", "[/]", "[b]"))
    assert not app.last_words


def test_every_screen_is_on_a_walk():
    shown = {stop.shows for walk in WALKS.values() for stop in walk("").stops}
    assert shown == every_screen() - {"TooSmall"}  # which shows two numbers


async def _paste(app: App) -> None:
    assert isinstance(app.focused, Input), app.focused
    app.post_message(events.Paste(TYPED))  # as the driver does


def _shown(app: App) -> str:
    """What is on the screen, looked at for what a terminal would obey and for lines that come out too wide."""
    text = screen_text(app)
    assert obeyed(text) == [], (type(app.screen).__name__, obeyed(text))
    wide = [line for line in text.splitlines() if cell_len(line) > app.size.width]
    assert wide == [], type(app.screen).__name__
    return text
