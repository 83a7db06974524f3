"""Finding a quotation in a source: white space collapsed, the line it begins on, what is no evidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.documents import Source, shared_start
from game.authoring.sources import read_source
from tests.authoring.copies import TESTS


@pytest.fixture(scope="module")
def minutes() -> Source:
    source, problems = read_source(TESTS / "sources" / "small-minutes", "small-minutes")
    assert source is not None
    assert problems == ()
    return source


def test_source_is_read_line_for_line(minutes: Source) -> None:
    assert len(minutes.lines) == 16
    assert minutes.line(16) == "Soong: Agree."
    assert (minutes.date, minutes.talk, minutes.url) == ("1945-07-10", "1945-07-10", "")
    with pytest.raises(IndexError, match="lines 1 to 16"):
        minutes.line(17)


@pytest.mark.parametrize(
    ("quote", "lines"),
    [
        ("Soong: Agree.", (16,)),
        ("Agree", (14, 16)),
        ("why should the board be four and three?", (7,)),
        ("why  should\n the board be four\tand three?", (7,)),
        ("four and three", (5, 7)),
        ("be four and three? In 1924 there were five and five. Molotov: There", (7,)),
        ("soong: agree.", ()),
        ("Agree!", ()),
        ("", ()),
        ("   ", ()),
    ],
)
def test_quotation_is_found_where_it_begins(minutes: Source, quote: str, lines: tuple[int, ...]) -> None:
    assert minutes.lines_with(quote) == lines


def test_catalogue_matter_and_what_lies_outside_is_no_evidence(minutes: Source) -> None:
    assert [number for number in range(1, 18) if minutes.is_catalogue(number)] == [1, 2, 17]


def test_shared_start_stops_at_the_first_letter_that_differs() -> None:
    assert shared_start("Not in Chech treaty", "Molotov: Not in Czech treaty") == len("Not in C")
    assert shared_start("whole", "the whole line") == 5
    assert shared_start("zzz", "the line") == 0


lines = st.lists(st.text(" abc", max_size=12), min_size=1, max_size=8)


@settings(max_examples=200, deadline=None)
@given(lines, st.data())
def test_any_stretch_of_a_source_is_found_on_its_line(text: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(text) - 1))
    words = text[number].split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first:] + " ".join(text[number + 1 :]).split()[:3])
    assert number + 1 in _source(tuple(text)).lines_with(quote)


def _source(text: tuple[str, ...]) -> Source:
    fields = dict.fromkeys(("id", "title", "kind", "date", "talk", "archive", "citation", "url", "rights"), "")
    made = Source(
        **fields,
        evidence="",
        lines=(),
        first_line=1,
        last_line=99,
        catalogue=(),
        present=(),
        peculiarities=(),
        note="",
    )
    return replace(made, lines=text)


def test_shipped_sources_have_no_mistake() -> None:
    folders = sorted((TESTS.parent / "sources").glob("*/source.yaml"))
    assert len(folders) == 5
    for path in folders:
        source, problems = read_source(path.parent, path.parent.name)
        assert source is not None
        assert problems == ()


def test_text_keeps_its_line_endings_out_of_its_lines(tmp_path: Path) -> None:
    original = TESTS / "sources" / "small-minutes"
    folder = tmp_path / "small-minutes"
    folder.mkdir()
    (folder / "source.yaml").write_bytes((original / "source.yaml").read_bytes())
    (folder / "text.md").write_bytes((original / "text.md").read_bytes().replace(b"\n", b"\r\n"))
    source, problems = read_source(folder, "small-minutes")
    assert source is not None
    assert problems == ()
    assert source.line(16) == "Soong: Agree."
