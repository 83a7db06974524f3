"""Whatever a player types or an author writes is shown as text, by every command, line by line, and in every file.

The screens are looked at in ``tests/ui/test_hostile_screens.py``. An author's file with characters a terminal obeys is
refused; markup, HTML and wide letters are his to write. A player's words are put into the game without any input line
between, as an edited record would bring them.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game import cli
from game.cli import COMMANDS, main
from game.plain.language import READINGS, VERBS
from tests.hostile import (
    MARK,
    NAME,
    OTHER,
    PAPER,
    SHORT,
    TURNING,
    TYPED,
    filled,
    free_texts,
    game_of_the_lesson,
    lesson,
    obeyed,
)

WORD = f"x{TYPED}"
"""A hostile word of a command line."""


@pytest.fixture(scope="module")
def game(tmp_path_factory):
    """The name of a finished game of the hostile lesson; see there."""
    with game_of_the_lesson(tmp_path_factory.mktemp("hostile")) as name:
        yield name


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch, tmp_path):
    """No input, and a folder of one's own for whatever is written."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    monkeypatch.chdir(tmp_path)


def test_lesson_fills_every_free_text_that_an_authors_files_have():
    assert len(free_texts()) > 90
    assert filled() == free_texts()


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit code of a command, and what it prints on both streams."""
    code = main(words)
    found = capsys.readouterr()
    return code, found.out + found.err


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints that succeeds."""
    code, text = said(capsys, *words)
    assert code == 0, text
    return text


# Commands

RUNS: dict[str, tuple[str, ...]] = {
    "play": ("GAME", f"{NAME} --as eastquay --plain --seed 3", f"{OTHER} --as westmill --plain"),
    "list": ("", "--json"),
    "check": (f"{NAME} --sample 5",),
    "show": (PAPER, f"{PAPER} --line 3"),
    "replay": (NAME, "GAME", f"{OTHER} --until 1952-05-16"),
    "debrief": ("GAME --section all", "GAME --json", "GAME --as westmill", "GAME AGAIN", "GAME AGAIN --json"),
    "minutes": ("GAME", "GAME --as eastquay", "GAME --as westmill"),
    "analyze": (NAME, f"{NAME} --json", OTHER),
    "graph": (
        *("GAME", "GAME --format json", f"{NAME} GAME"),
        *(f"{NAME} --issues", f"{NAME} --issue toll", f"{NAME} --issues --format dot", "GAME --games 1"),
    ),
    "simulate": (f"{NAME} --games 2 --workers 1",),
    "playtest": (f"{NAME} --games 20 --workers 1",),
    "handout": (f"{NAME} --as eastquay", f"{NAME} --as westmill --key"),
}
"""What each command is asked; GAME is the saved game, AGAIN another."""
IDS_ONLY: dict[str, tuple[str, ...]] = {
    **{"where": ("",), "new": ("my-own",), "preview": (NAME,), "serve": ("--tables 0",), "export": (NAME,)},
    "check": (f"{NAME} {OTHER} {PAPER}", f"{NAME} --json"),
    "replay": (f"{NAME} --json", "GAME --json"),
    "graph": ("GAME --format dot", "GAME --format graphml", "GAME --json"),
    "simulate": (f"{NAME} --games 1 --workers 1 --json --records .",),
    "playtest": (f"{NAME} --games 20 --workers 1 --json",),
}
"""Runs that print ids, codes and numbers, and no words of an author's or a player's."""
ASKED = [f"{name} {run}" for name, runs in (*RUNS.items(), *IDS_ONLY.items()) for run in runs]


def test_every_command_is_asked():
    assert {run.split()[0] for run in ASKED} == set(COMMANDS)


@pytest.mark.parametrize("run", ASKED)
def test_command_prints_hostile_text_as_text(run, game, capsys):
    name, *words = run.split()
    code, text = said(capsys, name, *_with_games(words, game))
    assert code in (0, {"playtest": 1, "preview": 2, "serve": 2}.get(name, 0)), text
    assert obeyed(text) == []
    if run.removeprefix(f"{name} ") not in IDS_ONLY.get(name, ()):
        assert "連" in text
        assert "[/" in text.replace("\\", "")  # Markdown's own signs are escaped


def _with_games(words: list[str], game: str) -> list[str]:
    return [{"GAME": game, "AGAIN": f"{game}-again"}.get(word, word) for word in words]


def test_players_words_stand_in_the_minutes_letter_by_letter(game, capsys):
    text = told(capsys, "minutes", game).replace("\\", "")  # Markdown's own signs are escaped
    assert MARK in text
    assert "<script>alert(1)</script>" in text
    assert "大連港 Дальний" in text


def _parts_of(name: str) -> tuple[list[argparse.Action], list[argparse.Action]]:
    """The words a command takes in order, and the options that take a word."""
    inside = cli._parser([name])._actions
    [parser] = [one.choices[name] for one in inside if isinstance(one, argparse._SubParsersAction)]
    plain = [one for one in parser._actions if not one.option_strings]
    return plain, [one for one in parser._actions if one.option_strings and one.nargs != 0]


def _misuses() -> list[tuple[str, ...]]:
    """Every command with a hostile word in every place where it takes one, and where it takes none."""
    found: list[tuple[str, ...]] = [(WORD,)]
    for name in COMMANDS:
        places, options = _parts_of(name)
        right = [PAPER if name == "show" else "another-id" if name == "new" else NAME for _ in places]
        if places:
            found.append((name, *[WORD] * len(places)))
        found += [(name, *right, WORD), (name, *right, f"--{WORD}")]
        found += [(name, *right, one.option_strings[-1], WORD) for one in options]
    return found


def _named(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(WORD, "HOSTILE")


@pytest.mark.parametrize("words", _misuses(), ids=_named)
def test_hostile_word_of_a_command_line_comes_back_as_text(words, game, capsys):
    _, text = said(capsys, *words)
    assert obeyed(text) == []


# Names of files and folders


def test_hostile_names_of_files_and_folders_are_shown_as_text(game, capsys, tmp_path, monkeypatch):
    bad = WORD.replace("/", "")
    folder = lesson(tmp_path)
    shutil.copytree(folder / NAME, folder / bad)
    shutil.copytree(tmp_path / "sources" / PAPER, tmp_path / "sources" / bad)
    (folder / bad / "heads.yaml").write_text("a: 1\n")
    (folder / bad / f"{bad}.yaml").write_text("a: 1\n")
    saves = tmp_path / "saves"
    saves.mkdir()
    (saves / f"{bad}.record.jsonl").write_text("[[[")
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(folder))
    monkeypatch.setenv("PLENIPO_SOURCES", str(tmp_path / "sources"))
    monkeypatch.setenv("PLENIPO_SAVES", str(saves))
    for words in (("list",), ("check",), ("check", "--json"), ("where",), ("check", str(folder / bad))):
        _, text = said(capsys, *words)
        assert obeyed(text) == [], words
    for name in ("replay", "debrief", "minutes", "play", "graph"):
        code, text = said(capsys, name, str(saves / f"{bad}.record.jsonl"))
        assert code in (1, 2, 3)
        assert obeyed(text) == [], name
    monkeypatch.setattr("sys.stdin", io.StringIO(f"records\n1\n\nquit\n{TYPED}\n"))
    _, text = said(capsys, "--plain")
    assert obeyed(text) == []


def test_files_are_never_named_after_an_authors_texts(game, capsys, tmp_path):
    told(capsys, "export", NAME)
    told(capsys, "simulate", NAME, "--games", "1", "--workers", "1", "--records", str(tmp_path / "games"))
    names = {path.name for path in tmp_path.rglob("*")}
    assert len(names) > 3
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9._-]+", name)] == []


# Files for other programs


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


PAGES = ("minutes GAME", "debrief GAME", "debrief GAME AGAIN", f"handout {NAME} --as westmill --key")


@pytest.mark.parametrize("run", PAGES)
def test_page_holds_hostile_text_as_text(run, game, capsys, tmp_path):
    file = tmp_path / "page.html"
    told(capsys, *_with_games(run.split(), game), "--html", str(file))
    page = _Page()
    page.feed(file.read_text("utf-8"))
    assert not {tag for tag, _ in page.elements} & {"script", "i", "img", "iframe", "object", "form", "base"}
    named = [(name, value or "") for _, attributes in page.elements for name, value in attributes.items()]
    assert not [name for name, _ in named if name.startswith("on")]
    assert not [value for name, value in named if name in ("href", "src") and "javascript" in value]
    assert "<i>" in page.text
    assert MARK in page.text
    assert obeyed(page.text) == []


@pytest.mark.parametrize("games", [1, 2])
def test_gradebook_holds_hostile_text_in_its_cells(games, game, capsys, tmp_path):
    file = tmp_path / "line.csv"
    told(capsys, "debrief", *(game, f"{game}-again")[:games], "--csv", str(file))
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    assert len(rows) == games + 1
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows[1:] for cell in row]
    assert obeyed("".join(cells)) == []
    number = re.compile(r"[-+]?\d+([.,]\d+)?")
    assert not [one for one in cells if one.lstrip()[:1] in tuple("=+-@\t\r") and not number.fullmatch(one)]


def test_graph_for_other_programs_is_well_formed_and_has_the_text(game, capsys):
    graphml = told(capsys, "graph", NAME, "--issues", "--format", "graphml")
    assert SHORT in "".join(ElementTree.fromstring(graphml).itertext())
    found = json.loads(told(capsys, "graph", NAME, "--issues", "--format", "json"))
    assert SHORT in json.dumps(found, ensure_ascii=False)
    dot = told(capsys, "graph", NAME, "--issues", "--format", "dot")
    assert SHORT in dot
    assert dot.count("{") == dot.count("}")


def test_domain_for_other_programs_is_well_formed_and_has_the_text(game, capsys, tmp_path):
    told(capsys, "export", NAME)
    found = [path.read_text("utf-8") for path in tmp_path.rglob("*.xml")]
    assert len(found) >= 3
    for text in found:
        ElementTree.fromstring(text)
        assert obeyed(text) == []


# An author's control characters


REFUSED = {"check": 1, "list": 0, "play": 3}


@pytest.mark.parametrize("words", [("check", NAME), ("check", NAME, "--json"), ("list",), ("play", NAME)], ids=" ".join)
@pytest.mark.parametrize("raw", [True, False], ids=["as it is", "as YAML's escapes"])
@pytest.mark.parametrize("more", [TYPED, TURNING], ids=["escape sequences", "turning marks"])
def test_authors_control_characters_are_refused_with_a_message_that_holds_none(
    more, raw, words, tmp_path, monkeypatch, capsys
):
    if raw and more == TYPED:
        more = TURNING + TYPED
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(lesson(tmp_path, more, raw)))
    code, text = said(capsys, *words)
    assert code == REFUSED[words[0]]
    assert ("S105" in text) == (words[0] == "check")
    assert obeyed(text) == []


def test_document_is_kept_letter_by_letter_and_shown_without_what_a_terminal_obeys(game, capsys, tmp_path):
    lesson(tmp_path)
    assert obeyed((tmp_path / "sources" / PAPER / "text.md").read_text("utf-8"))
    for words in (("check", PAPER), ("show", PAPER), ("show", PAPER, "--line", "5")):
        assert obeyed(told(capsys, *words)) == []
    assert "Thorne: said.=1+1 [bold]B[/bold]" in told(capsys, "show", PAPER, "--line", "5")


# Line by line

ORDERS = (
    *(
        "s",
        "s I",
        "what",
        "issues",
        "A1",
        "issue A1",
        "i",
        "i all",
        "o",
        "m",
        "n",
        "n all",
        "why",
        "d",
        "people",
        "map A1",
    ),
    *("disputes", "quote A1 1", "citation A1 1", "note A1 1", f"note {PAPER} 3", "show", f"show {PAPER}", "find said"),
    *(
        "g",
        "g A1",
        "u",
        "what-if 1",
        "plots",
        "argue A1",
        "argue A2",
        "cite",
        "cite A2",
        "?",
        "? propose",
        "b",
        "debrief",
    ),
    *("try propose A1=2", "settings", f"settings theme {TYPED}", "transcript said.txt"),
    *(f"{word} {TYPED}" for word in sorted({*READINGS, *VERBS} - {"q", "quit", "walk-out", "debrief"})),
    *(
        "back",
        TYPED,
        f"propose A1={TYPED}",
        f"telegram A2=two-hours: {TYPED}",
        f"ask A2: {TYPED}",
        f"reject A1: {TYPED}",
    ),
    *(
        f"propose A1=eastquay-collects: {TYPED}",
        "n",
        f"withdraw 1: {TYPED}",
        f"reserve A2 thought: {TYPED}",
        "n all",
        "w minutes.txt",
    ),
    *(
        f"argue A2 p1: {TYPED}",
        f"cite m-hours: {TYPED}",
        f"hold A2: {TYPED}",
        f"accept A1: {TYPED}",
        "why",
        "m",
        "o",
        "g",
    ),
    *(
        f"adjourn: {TYPED}",
        "yield",
        f"adjourn: {TYPED}",
        "n all",
        f"walk-out: {TYPED}",
        "yes",
        "all",
        "back",
        "help",
        "quit",
    ),
)
"""What is said at the table, line by line; ``TYPED`` is one line with no white space that breaks it."""


def test_every_order_of_the_table_line_by_line_is_given():
    given = {READINGS.get(word, word) for word in (re.split(r"[\s:]", line)[0] for line in ORDERS)}
    assert set(VERBS) | set(READINGS.values()) <= given


@pytest.mark.parametrize("chair", ["eastquay", "westmill"])
@pytest.mark.parametrize("opposite", ["counterpart", "human"])
def test_table_line_by_line_shows_and_answers_hostile_lines_as_text(chair, opposite, game, capsys, monkeypatch):
    lines = "\n".join(ORDERS)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{lines}\n"))
    text = told(capsys, "play", NAME, "--as", chair, "--against", opposite, "--plain", "--seed", "3", "--study")
    assert obeyed(text) == []
    assert "[bold]" in text
    assert "大連" in text
    assert {file.name for file in Path().iterdir()} == {"minutes.txt", "said.txt"}
    for file in Path().iterdir():
        assert MARK in file.read_text("utf-8")
        assert obeyed(file.read_text("utf-8")) == [], file.name


@pytest.mark.parametrize(
    "lines", [("new", OTHER, "1", "1"), (TYPED, "records", TYPED, "1", "", "b"), ("go-on", TYPED, "1")]
)
def test_home_line_by_line_shows_and_answers_hostile_lines_as_text(lines, game, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([*lines, "quit", ""])))
    _, text = said(capsys, "--plain")
    assert obeyed(text) == []
    assert "[/nope]" in text
