"""Whatever a player types or an author writes is shown as text, on every surface the program has.

An author's file with characters a terminal obeys is refused; markup, HTML and wide letters are his to write. A player's
words are put into the game without any input line between, as an edited record would bring them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from game.cli import main
from game.engine.moves import Propose, Reserve, Yield
from game.engine.package import Package
from game.ui.app import Plenipo, Request
from game.ui.screens.palette import PaletteScreen
from tests.hostile import TURNING, TYPED, lesson, obeyed
from tests.ui.conftest import screen_text
from tests.ui.table import settle

MARK = "[bold]B[/bold]"
"""Markup of the author's and of the player's; where it still stands, it has not been obeyed."""
LABEL = "[@click=app.quit()]L[/]連 <i>"


@pytest.fixture(scope="module")
def game(tmp_path_factory) -> Iterator[str]:
    """A finished game of the hostile lesson, in which the player says hostile things; the name of its save."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLENIPO_SCENARIOS", str(lesson(folder)))
        patch.setenv("PLENIPO_SAVES", str(folder / "saves"))
        patch.setenv("PLENIPO_CACHE", str(folder / "cache"))
        patch.setenv("TEXTUAL_ANIMATIONS", "none")
        yield _played()


def _played() -> str:
    from game.ui.shelves import Shelves

    opened = Shelves().open(Request("hostile-session", "eastquay", "counterpart", seed=3, exchanges=3))
    session, mine = opened.session, opened.party
    said = [
        Propose(mine, Package.of({"toll": "eastquay-collects"}), words=TYPED),
        Reserve(mine, ("opening-hours",), words=TYPED),
    ]
    while not session.over:
        session.advance()
        if not session.over:
            move = said.pop(0) if said else Yield(mine)
            session.play(move if session.check(move) is None else Yield(mine))
    assert not said, "the hostile words were never said"
    Shelves().close(opened)
    return opened.name


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints on both streams."""
    assert main(words) == 0
    found = capsys.readouterr()
    return found.out + found.err


COMMANDS = (
    ("check", "hostile-session"),
    ("list",),
    ("play", "GAME"),
    ("minutes", "GAME"),
    ("minutes", "GAME", "--as", "eastquay"),
    ("debrief", "GAME", "--section", "all"),
    ("debrief", "GAME", "--json"),
    ("replay", "GAME"),
    ("replay", "GAME", "--json"),
    ("graph", "GAME"),
    ("graph", "GAME", "--format", "dot"),
    ("graph", "GAME", "--format", "graphml"),
    ("graph", "GAME", "--format", "json"),
    ("graph", "hostile-session", "--issues"),
    ("analyze", "hostile-session"),
    ("handout", "hostile-session", "--as", "eastquay"),
    ("handout", "hostile-session", "--as", "westmill", "--key"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_command_prints_nothing_a_terminal_obeys(words, game, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    text = told(capsys, *(game if word == "GAME" else word for word in words))
    assert len(text) > 40
    assert obeyed(text) == []


def test_players_words_stand_in_the_minutes_letter_by_letter(game, capsys):
    text = told(capsys, "minutes", game).replace("\\", "")  # Markdown's own signs are escaped
    assert MARK in text
    assert "<script>alert(1)</script>" in text
    assert "大連港 Дальний" in text


class _Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    "words", [("minutes", "GAME"), ("debrief", "GAME"), ("handout", "hostile-session", "--as", "westmill", "--key")]
)
def test_page_holds_hostile_text_as_text(words, game, capsys, tmp_path):
    file = tmp_path / "page.html"
    told(capsys, *(game if word == "GAME" else word for word in words), "--html", str(file))
    page = _Page()
    page.feed(file.read_text("utf-8"))
    assert not [tag for tag, _ in page.elements if tag == "script"]
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert "<i>" in page.text
    assert MARK in page.text
    assert obeyed(page.text) == []


def test_gradebook_holds_hostile_text_in_its_cells(game, capsys, tmp_path):
    file = tmp_path / "line.csv"
    told(capsys, "debrief", game, "--csv", str(file))
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    assert obeyed("".join(rows[1])) == []
    assert not [cell for cell in rows[1] if cell.lstrip()[:1] in ("=", "+", "@")]


def test_graph_for_other_programs_is_well_formed_and_has_the_text(game, capsys):
    graphml = told(capsys, "graph", "hostile-session", "--issues", "--format", "graphml")
    assert LABEL in "".join(ElementTree.fromstring(graphml).itertext())
    assert LABEL in json.dumps(
        json.loads(told(capsys, "graph", "hostile-session", "--issues", "--format", "json")), ensure_ascii=False
    )
    dot = told(capsys, "graph", "hostile-session", "--issues", "--format", "dot")
    assert LABEL in dot
    assert dot.count("{") == dot.count("}")


@pytest.mark.parametrize("raw", [True, False], ids=["as it is", "as YAML's escapes"])
@pytest.mark.parametrize("more", [TYPED, TURNING], ids=["escape sequences", "turning marks"])
def test_authors_control_characters_are_refused_with_a_message_that_holds_none(
    more, raw, tmp_path, monkeypatch, capsys
):
    if raw and more == TYPED:
        more = TURNING + TYPED
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(lesson(tmp_path, more, raw)))
    assert main(["check", "hostile-session"]) == 1
    text = "".join(capsys.readouterr())
    assert "[S105]" in text
    assert obeyed(text) == []


# Line by line


READINGS = "i\ns\no\nm\nn\nb\nw\n1\n?\nA1\ndossier\npeople\nmap\ncourse\ndocuments\nwhy\nledger\n"


def test_plain_table_shows_and_answers_hostile_lines_as_text(game, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # a reading may write a transcript
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{READINGS}{TYPED}\nreserve A1 : {TYPED}\nm\nquit\n"))
    text = told(capsys, "play", "hostile-session", "--as", "eastquay", "--plain", "--seed", "3")
    assert obeyed(text) == []
    assert "[bold]" in text
    assert "大連" in text


# The table


ERRANDS = (
    *("d", "2", "3", "4", "5", "6", "escape", "question_mark", "escape", "f1", "escape", "g", "escape", "e", "escape"),
    *("m", "escape", "t", "escape", "ctrl+p", "escape", "s", "escape", "right"),
)
KEYS = {
    "home": ("down", "up", "tab"),
    "table": (*ERRANDS, "v", "w", "i"),
    "over": (*ERRANDS, "b", "right", "right", "right", "right", "escape"),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("opens", ["table", "over", "home"])
async def test_every_screen_shows_hostile_text_as_text(opens, size, game):
    request = {
        "table": Request("hostile-session", "eastquay", "counterpart", seed=3),
        "over": Request(save=game),
        "home": Request(),
    }[opens]
    app, seen = Plenipo(request), ""
    async with app.run_test(size=size) as pilot:
        if opens == "home":
            await pilot.pause(1.0)
        else:
            await settle(pilot)
        seen += _shown(app)
        for key in KEYS[opens]:
            await pilot.press(key)
            await pilot.pause(0.05)
            seen += _shown(app)
        assert app.is_running
        assert app._exception is None
        if opens == "table":
            app.screen.query_one(Input).value = TYPED
            await pilot.press("enter", "enter")
            await settle(pilot)
            seen += _shown(app)
            assert not isinstance(app.screen, PaletteScreen)
        for table in [screen for screen in app.screen_stack if hasattr(screen, "game")]:
            app.archive.close(table.game)
    assert "[bold]" in seen
    assert "大連" in seen


def _shown(app) -> str:
    """What is on the screen, looked at for what a terminal would obey and for lines that come out too wide."""
    text = screen_text(app)
    assert obeyed(text) == [], (type(app.screen).__name__, obeyed(text))
    wide = [line for line in text.splitlines() if cell_len(line) > app.size.width]
    assert wide == [], type(app.screen).__name__
    return text
