"""One wrong letter, anywhere in a key, a quotation or an id, is found where it stands, with what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.diagnostics import Diagnostic, render
from game.authoring.schema.evidence import LinkagesFile
from game.authoring.schema.issues import IssuesFile
from game.authoring.schema.scenario import ScenarioFile
from game.authoring.sheet import shaped, walk
from game.authoring.yaml_source import parse
from tests.authoring.copies import TESTS, copied, problems

SMALL = TESTS / "scenarios" / "small-table"
FREE_KEYS = {"china", "ussr", "parity", "rotating-chair", "soviet-majority", "chinese", "mixed", "free-port",
             "soviet-port", "railway-board", "railway-guards", "dairen-status"}  # fmt: skip
"""Keys of the test scenario that are ids of its own, not names of the shape."""


@dataclass(frozen=True)
class Place:
    """A stretch of a file: where one letter is to be changed."""

    file: str
    line: int
    column: int
    text: str


def stretches(pattern: str) -> Iterator[Place]:
    for path in sorted(SMALL.rglob("*.yaml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for found in re.finditer(pattern, line):
                name = path.relative_to(SMALL).as_posix()
                yield Place(name, number, found.start(1) + 1, found.group(1))


KEYS = [place for place in stretches(r"(?:^|[ {])([a-z_]+): ") if place.text not in FREE_KEYS]
QUOTES = list(stretches(r'quote: "([^"]+)"'))
OPTIONS = list(stretches(r"\[(parity|mixed|chinese|soviet-port|rotating-chair|free-port)\]"))


def with_letter(root: Path, place: Place, at: int, letter: str) -> tuple[Diagnostic, ...]:
    """What is found when one letter of a place is changed; the copy is put right again."""
    path = root / "scenarios" / "small-table" / place.file
    before = path.read_text("utf-8")
    lines = before.splitlines(keepends=True)
    line = lines[place.line - 1]
    spot = place.column - 1 + at
    lines[place.line - 1] = f"{line[:spot]}{letter}{line[spot + 1 :]}"
    path.write_text("".join(lines), "utf-8")
    try:
        return problems(root)
    finally:
        path.write_text(before, "utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("letters"))


def test_there_is_something_to_change() -> None:
    assert len(KEYS) > 200
    assert len(QUOTES) > 15
    assert len(OPTIONS) > 8


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KEYS), st.data())
def test_wrong_letter_in_a_key_is_found_at_the_key(root: Path, place: Place, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(place.text) - 1))
    found = with_letter(root, place, at, "0")
    assert [one.code for one in found] == ["S110"], "\n".join(map(render, found))
    assert (found[0].line, found[0].column) == (place.line, place.column)
    as_near = {"issues": "issue"}  # “issue0” may be either
    assert place.text in found[0].hint or found[0].hint == f"did you mean “{as_near.get(place.text)}”?"


@pytest.mark.parametrize(("word", "meant"), [("0hen", "then"), ("then0", "then"), ("point", "points"), ("cod", "code")])
def test_key_that_is_not_there_yet_is_meant_sooner_than_one_that_is(word: str, meant: str) -> None:
    ties = "id: a, kind: statement, when: {issue: a, options: [b]}, party: china, text: a, basis: invented, why: a"
    _, found = shaped(parse(f"linkages:\n  - {{{ties}, {word}: 1}}\n", "f"), LinkagesFile)
    assert [(one.code, one.hint) for one in found] == [("S110", f"did you mean “{meant}”?")]


def test_key_that_is_there_is_meant_where_no_other_is_like_it() -> None:
    ties = "id: a, kind: statement, when: {issue: a, options: [b]}, party: china, text: a, basis: invented, why: a"
    _, found = shaped(parse(f"linkages:\n  - {{{ties}, prty: ussr}}\n", "f"), LinkagesFile)
    assert [(one.code, one.hint) for one in found] == [("S110", "did you mean “party”?")]


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(QUOTES), st.data())
def test_wrong_letter_in_a_quotation_is_found_at_the_letter(root: Path, place: Place, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(place.text) - 1))
    found = with_letter(root, place, at, "#")
    assert [one.code for one in found] == ["S401"], "\n".join(map(render, found))
    assert found[0].line == place.line
    assert found[0].column in (place.column + at, place.column - 1)
    assert "reads “" in found[0].hint


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(OPTIONS), st.data())
def test_wrong_letter_in_an_id_is_found_at_the_id(root: Path, place: Place, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(place.text) - 1))
    found = with_letter(root, place, at, "0")
    assert [one.code for one in found] == ["S202"], "\n".join(map(render, found))
    assert (found[0].line, found[0].column) == (place.line, place.column)
    assert found[0].hint == f"did you mean “{place.text}”?"


def test_shape_mistakes_of_a_file_come_all_at_once() -> None:
    text = (SMALL / "issues" / "railways.yaml").read_text("utf-8")
    text = text.replace("tier: core", "tier: cor").replace("heading: Guards", "haeding: Guards")
    text = text.replace("points: {chinese: 36", 'points: {chinese: "36"').replace("code: D8", "code: d8")
    sheet, found = shaped(parse(text, "f"), IssuesFile)
    assert sheet is None
    assert sorted((one.line, one.code) for one in found) == [
        (2, "S114"),
        (7, "S113"),
        (80, "S110"),
        (82, "S113"),
        (98, "S112"),
    ]


@pytest.mark.parametrize("text", ["", "- a\n", "a\n", "3\n"])
def test_file_that_is_no_mapping_is_told_what_it_should_begin_with(text: str) -> None:
    sheet, found = shaped(parse(text, "f"), ScenarioFile)
    assert sheet is None
    assert [one.code for one in found] == ["S112"]
    assert "id, title, subtitle" in found[0].hint


def test_walk_names_the_way_to_every_part_by_the_keys_of_the_file() -> None:
    document = parse((SMALL / "issues" / "railways.yaml").read_text("utf-8"), "f")
    sheet, found = shaped(document, IssuesFile)
    assert sheet is not None
    assert found == ()
    ways = [where for where, _ in walk(sheet.model)]
    assert ways[0] == ()
    assert ("issues", 0, "stakes", "china", "instructions", 1) in ways
    assert ("issues", 0, "options", 2, "citations", 0) in ways
    assert len(ways) == len(set(ways))
