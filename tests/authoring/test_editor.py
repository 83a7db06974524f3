"""What an author's editor does with the schemas, asked of a real yaml-language-server; skipped where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring.new import start
from tests.authoring.editor import HOW_TO, Editor, server

ROOT = Path(__file__).parent.parent.parent
PROGRAM = server()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason=HOW_TO)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An author's folder, as ``plenipo new`` leaves it."""
    return start("two-villages", tmp_path_factory.mktemp("author"), ())


@pytest.fixture(scope="module")
def editor(home: Path) -> Iterator[Editor]:
    assert PROGRAM is not None
    with Editor(PROGRAM, home.parent) as one:
        yield one


def text(home: Path, name: str) -> str:
    return (home / name).read_text("utf-8")


def line_of(written: str, part: str) -> int:
    return next(number for number, line in enumerate(written.split("\n"), 1) if part in line)


def test_starter_has_nothing_underlined(editor: Editor, home: Path):
    for path in sorted(home.rglob("*.yaml")):
        assert editor.open(path, path.read_text("utf-8")).mistakes == [], path.name


@pytest.mark.parametrize("name", ["first-session", "moscow-1945-07-10"])
def test_shipped_files_have_nothing_underlined(editor: Editor, name: str):
    for path in sorted((ROOT / "scenarios" / name).rglob("*.yaml")):
        assert editor.open(path, path.read_text("utf-8")).mistakes == [], path.name


@pytest.mark.parametrize("name", ["events.yaml", "disputes.yaml", "history/1945-07-10.yaml", "parties/china.yaml"])
def test_files_of_the_campaign_have_nothing_underlined(editor: Editor, name: str):
    path = ROOT / "scenarios/moscow-1945" / name
    assert editor.open(path, path.read_text("utf-8")).mistakes == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("tier: procedure", "teir: procedure", "Property teir is not allowed"),
        ("tier: procedure", "tier: minor", "Value is not accepted"),
        ("label: Five years", 'lable: "Five years"', "Property lable is not allowed"),
        ("points: {ten-years: 10,", "points: {ten-years: ten,", "Incorrect type"),
        ("id: five-years", "id: Five-Years", "String does not match the pattern"),
    ],
)
def test_mistake_is_underlined_at_its_line(editor: Editor, home: Path, old: str, new: str, says: str):
    path = home / "issues/spring.yaml"
    written = text(home, "issues/spring.yaml").replace(old, new, 1)
    found = editor.open(path, written).mistakes
    assert any(line == line_of(written, new) and says in message for line, message in found), found


def test_missing_key_is_underlined(editor: Editor, home: Path):
    written = text(home, "scenario.yaml").replace("subtitle:", "# subtitle:")
    found = editor.open(home / "scenario.yaml", written).mistakes
    assert any("subtitle" in message for _, message in found), found


def test_keys_of_an_option_are_offered_with_what_they_are_for(editor: Editor, home: Path):
    written = text(home, "issues/spring.yaml").replace("        label: Five years\n", "        \n", 1)
    opened = editor.open(home / "issues/spring.yaml", written)
    offered = opened.completions(line_of(written, "id: five-years") + 1, 9)
    assert {"label", "positions", "next", "citations"} <= set(offered)
    assert "at most 40 characters" in offered["label"]


def test_words_allowed_for_a_key_are_offered(editor: Editor, home: Path):
    written = text(home, "issues/spring.yaml").replace("tier: procedure", "tier: ", 1)
    opened = editor.open(home / "issues/spring.yaml", written)
    line = next(number for number, one in enumerate(written.split("\n"), 1) if one == "    tier: ")
    assert {"core", "support", "procedure"} <= set(opened.completions(line, 11))


def test_key_under_the_mouse_is_explained(editor: Editor, home: Path):
    written = text(home, "scenario.yaml")
    opened = editor.open(home / "scenario.yaml", written)
    assert "Speeches each side may make" in opened.hover(line_of(written, "exchanges: 8"), 7)
