"""The reader: YAML 1.2 core values, places, bounds, and never an exception but its own."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.authoring import yaml_source
from game.authoring.diagnostics import Diagnostic
from game.authoring.text_source import Pos, Unreadable
from game.authoring.yaml_source import Document, parse, read

SHIPPED = Path(__file__).parent.parent.parent / "scenarios"

# Values of the YAML 1.2 core schema (yaml.org/spec/1.2.2, section 10.3.2), save that numbers with a leading zero, in
# octal or hexadecimal, infinities and not-a-number stay text: no file needs them.
CORE = {
    "no": "no",
    "yes": "yes",
    "off": "off",
    "030": "030",
    "12:45": "12:45",
    "1945-07-12": "1945-07-12",
    "0x1F": "0x1F",
    "0o17": "0o17",
    ".inf": ".inf",
    "1_000": "1_000",
    "3": 3,
    "-3": -3,
    "+3": 3,
    "0": 0,
    "2.5": 2.5,
    ".5": 0.5,
    "1e3": 1000.0,
    "true": True,
    "False": False,
    "tRUE": "tRUE",
    "null": None,
    "~": None,
    "": None,
    '"3"': "3",
    "'true'": "true",
    '"null"': "null",
    "宋子文": "宋子文",
}


@pytest.mark.parametrize("typed", CORE)
def test_scalar_is_read_by_core_rules(typed: str) -> None:
    value = parse(f"key: {typed}\n", "f").value
    assert value == {"key": CORE[typed]}
    assert isinstance(value, dict)
    assert type(value["key"]) is type(CORE[typed])


def test_keys_stay_text_whatever_they_look_like() -> None:
    assert parse("1: a\ntrue: b\n1945-07-12: c\n", "f").value == {"1": "a", "true": "b", "1945-07-12": "c"}


def test_places_of_values_and_keys_count_from_one_in_characters() -> None:
    found = parse('name: "宋子文"\nlist:\n  - a\n  - {b: c, 鐵路: [d, e]}\n', "f")
    assert found.at(("name",)) == Pos(1, 7)
    assert found.key_at(("name",)) == Pos(1, 1)
    assert found.at(("list", 0)) == Pos(3, 5)
    assert found.at(("list", 1)) == Pos(4, 5)
    assert found.key_at(("list", 1, "鐵路")) == Pos(4, 12)
    assert found.at(("list", 1, "鐵路", 1)) == Pos(4, 20)


def test_place_of_a_value_that_is_not_there_is_that_of_its_mapping() -> None:
    found = parse("a:\n  b: 1\n", "f")
    assert found.at(("a", "c", "d")) == Pos(2, 3)
    assert found.key_at(("a", "c")) == Pos(2, 3)


def test_duplicate_key_keeps_the_first_and_names_both_lines() -> None:
    found = parse("a: 1\nb: 2\na: 3\n", "f")
    assert found.value == {"a": 1, "b": 2}
    assert [(one.code, one.line) for one in found.problems] == [("S109", 3)]
    assert "line 1" in found.problems[0].message


@pytest.mark.parametrize(("ending", "lines"), [("\n", 3), ("\r\n", 3), ("\r", 3)])
def test_lines_end_as_the_author_ends_them(ending: str, lines: int) -> None:
    found = parse(f"a: 1{ending}b: 2{ending}", "f")
    assert found.value == {"a": 1, "b": 2}
    assert len(found.lines) == lines
    assert found.at(("b",)) == Pos(2, 4)


def test_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(path, "a.yaml").value == {"a": 1}


def outcome(text: str) -> Document | Diagnostic:
    """What the reader makes of a text: a document, or why it is refused. Anything else it raises fails the test."""
    try:
        return parse(text, "f")
    except Unreadable as refusal:
        return refusal.diagnostic


def refused(text: str) -> tuple[str, int, int]:
    found = outcome(text)
    assert isinstance(found, Diagnostic)
    return found.code, found.line, found.column


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c\n", ("S106", 1, 5)),
        ("a: [\n", ("S106", 2, 1)),
        ("? [a]: b\n", ("S106", 1, 3)),
        (": a\n", ("S106", 1, 1)),
        ("@a\n", ("S106", 1, 1)),
        ('a: "\\ud800"\n', ("S106", 1, 7)),
        ("a:\tb\n", ("S104", 1, 3)),
        ("a: b\n  \tc\n", ("S104", 2, 3)),
        ("a: \x07\n", ("S105", 1, 4)),
        ("a: b\x85c\n", ("S105", 1, 5)),
        ("a: b\u2028c\n", ("S105", 1, 5)),
        ('a: "\\0"\n', ("S105", 1, 4)),
        ('"\\e": 1\n', ("S105", 1, 1)),
        ("a: &x 1\n", ("S108", 1, 4)),
        ("a: *x\n", ("S108", 1, 4)),
        ("&a {b: c}\n", ("S108", 1, 1)),
        ("a: !x 1\n", ("S108", 1, 4)),
        ("a: ! 1\n", ("S108", 1, 4)),
        ("<<: {a: 1}\n", ("S108", 1, 1)),
        ("a: 1\n---\nb: 2\n", ("S108", 2, 1)),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", ("S108", 1, 1)),
        ("[" * 100_000, ("S107", 1, 25)),
        ("- " * 100_000, ("S107", 1, 49)),
        ("{a: " * 100_000, ("S107", 1, 97)),
        ("a: " + "9" * 16, ("S107", 1, 4)),
        ("a: " + "x" * 8_193, ("S107", 1, 4)),
        ("x" * 8_193 + ": a", ("S107", 1, 1)),
    ],
)
def test_refused_text_names_code_and_place(text: str, place: tuple[str, int, int]) -> None:
    assert refused(text) == place


def test_bounds_are_met_exactly() -> None:
    parse("[" * yaml_source.DEEPEST + "]" * yaml_source.DEEPEST, "f")
    assert refused("[" * (yaml_source.DEEPEST + 1))[0] == "S107"
    assert parse("9" * yaml_source.LONGEST_NUMBER, "f").value == int("9" * yaml_source.LONGEST_NUMBER)
    parse("x" * yaml_source.LONGEST_SCALAR, "f")


def test_number_of_values_is_bounded() -> None:
    assert refused("[" + "a," * yaml_source.MOST_EVENTS + "]")[0] == "S107"


def unreadable(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read(path, "shown.yaml")
    return caught.value.diagnostic.code


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert unreadable(tmp_path / "a.yaml") == "S101"


def test_folder_and_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert unreadable(tmp_path) == "S101"
    assert unreadable(tmp_path / "pipe") == "S101"


def test_file_of_200_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert unreadable(path) == "S102"


def test_bytes_that_are_no_text_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: 宋\nb: é".encode() + b"\xff")
    with pytest.raises(Unreadable) as caught:
        read(path, "shown.yaml")
    found = caught.value.diagnostic
    assert (found.code, found.line, found.column) == ("S103", 2, 5)


PIECES = ("- ", "  ", "\n", ": ", "a", "1", "&a ", "*a", "!t ", "<<", "[", "]", "{", "}", ",", '"', "'", "|", ">", "#",
          "---", "?", "\t", "\\", "é", "宋", "\x00", "\x85", "%")  # fmt: skip
yaml_like = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=200), yaml_like))
@example("? ")
@example("a: |\n\n")
@example("\ufeff")
def test_any_text_is_read_or_refused_and_nothing_else_is_raised(text: str) -> None:
    found = outcome(text)
    if isinstance(found, Document):
        assert all(one.code == "S109" for one in found.problems)
    else:
        assert found.code in {"S104", "S105", "S106", "S107", "S108"}
        assert found.message


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "a.yaml"
    path.write_bytes(raw)
    with contextlib.suppress(Unreadable):
        read(path, "a.yaml")


letters = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
written = st.recursive(
    letters,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(letters.filter(bool), inner, max_size=4)),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(written)
def test_text_written_in_quotes_by_another_program_is_read_back(value: object) -> None:
    text = yaml.safe_dump(value, default_style='"', allow_unicode=True)
    found = outcome(text)
    assert isinstance(found, Document)
    assert found.value == value


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="there is only one parser here")
@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.relative_to(SHIPPED).as_posix())
def test_both_parsers_give_the_same_values_and_places(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(path, "f")
    monkeypatch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
    slow = read(path, "f")
    assert fast.value == slow.value
    ways = list(every_way(fast.value, ()))
    assert len(ways) > 5
    assert [(fast.at(way), fast.key_at(way)) for way in ways] == [(slow.at(way), slow.key_at(way)) for way in ways]


def every_way(value: object, where: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    yield where
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from every_way(part, (*where, key))
