"""The printable page: sound structure, and no text of anybody's that becomes markup."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.documents import Source
from game.debrief import findings
from game.debrief.html import document, sheet
from game.debrief.markup import element, linked, written
from game.debrief.page import Curve, Entry, Figure, Grid, Items, Mark, Passage, Say, Section
from game.debrief.style import CARD, FAINT, GAME, HISTORY, INK, PAPER, PLAIN
from game.engine.moves import Accept, Propose
from tests.builders import small
from tests.debrief.games import MOVES, OWN, RECORD, game, package

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Reader(HTMLParser):
    """Every element with its attributes, and what was left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def kept_document(name: str) -> Source:
    return Source(
        id=name,
        title=f"Record, {name}",
        kind="minutes",
        date="1945-07-10",
        talk="1945-07-10",
        archive="",
        citation=f"Archive of {name}",
        url="",
        rights=f"Rights in {name}",
        evidence="first-hand",
        lines=("A line.",),
        first_line=1,
        last_line=1,
        catalogue=(),
        present=(),
        peculiarities=(),
        note="",
    )


@pytest.fixture(scope="module")
def page() -> str:
    return document(findings(game(*MOVES), "china", RECORD))


def test_document_has_landmarks_one_first_heading_and_no_skipped_level(page):
    tags = [tag for tag, _ in read(page).found]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_sheet_puts_lines_of_one_label_under_one_term_and_links_an_address_at_the_end():
    lines = (("Passage", "One."), ("Note", "Between."), ("Passage", "Two (https://example.org/a)"))
    made = read(sheet("A: b", "c", (Section("x", "X", "", (Entry("An entry", lines),)),)))
    assert [tag for tag, _ in made.found if tag in ("dt", "dd")] == ["dt", "dd", "dd", "dt", "dd"]
    assert [one["href"] for tag, one in made.found if tag == "a"][-1] == "https://example.org/a"


def test_sheet_names_no_two_landmarks_alike():
    """One table under its own name, and the same table for each of two scenarios of a class."""
    grid = Grid("Participation", ("Game", "moves"), (("1", "2"),))
    titles = ("Participation", "Moscow: Participation", "First session: Participation")
    made = read(sheet("A: b", "c", tuple(Section(f"s{n}", one, "", (grid,)) for n, one in enumerate(titles))))
    regions = [one["aria-label"] for _, one in made.found if one.get("role") == "region"]
    assert len({*regions, *titles}) == 6


def test_sheet_sets_words_to_the_left_and_numbers_to_the_right():
    grid = Grid("", ("Game", "chair", "moves", "held by"), (("1", "“Soong”", "29", ""),))
    made = read(sheet("A: b", "c", (Section("x", "X", "", (grid,)),)))
    assert [one.get("class") for tag, one in made.found if tag in ("th", "td")] == [None, "words", None, "words"] * 2


def test_document_of_one_settlement_marks_it_once():
    """Both stand on the same options: one dot, not two on top of each other."""
    theirs = package(board="soviet-majority", guards="soviet", port="soviet-port", draft="soviet-draft")
    played = game(Propose("ussr", theirs), Accept("china", theirs, responsibility=OWN))
    text = document(findings(played, "china"))
    assert "what both sides stood on here" in text
    assert "your stand here" not in text


def test_document_cites_in_full_and_with_rights_what_it_quotes_and_nothing_else():
    """The coded record quotes “minutes”; the other document is quoted nowhere."""
    quoted, other = (kept_document(name) for name in ("minutes", "elsewhere"))
    texts = " ".join(read(document(findings(game(*MOVES), "china", RECORD), {"minutes": quoted, "x": other})).texts)
    assert "Archive of minutes" in texts
    assert "Rights in minutes" in texts
    assert "taken at the talk itself" in texts
    assert "elsewhere" not in texts


def test_document_that_quotes_nothing_kept_has_no_colophon():
    assert "Documents cited" not in document(findings(game(*MOVES), "china", RECORD), {})


def test_document_names_every_picture_and_every_table_column(page):
    found = read(page).found
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert [one for one, count in Counter(ids).items() if count > 1] == []
    pictures = [attributes for tag, attributes in found if tag == "svg" and attributes.get("role") == "img"]
    assert len(pictures) >= 3
    for one in pictures:
        assert set(str(one["aria-labelledby"]).split()) <= set(ids)
    assert all(attributes.get("scope") in ("col", "row") for tag, attributes in found if tag == "th")


def test_document_fetches_nothing_and_runs_nothing(page):
    found = read(page).found
    assert not {"script", "img", "iframe", "object", "link", "form"} & {tag for tag, _ in found}
    assert not any(name.startswith("on") or name in ("src", "srcset", "style") for _, one in found for name in one)
    assert "default-src 'none'" in page
    assert "@import" not in page
    assert "url(" not in page


def test_document_links_its_contents_to_its_sections(page):
    found = read(page).found
    ids = {attributes.get("id") for _, attributes in found}
    inner = [one["href"][1:] for tag, one in found if tag == "a" and str(one.get("href", "")).startswith("#")]
    assert len(inner) == 12
    assert set(inner) <= ids


HOSTILE = st.text(st.sampled_from("<>&\"'/=`scriptonload\x00\x1b\u202e\ud800é宋{}();:-![]"), max_size=40)


def shaped(text: str) -> tuple[Section, ...]:
    """A section with that text in every place a text can stand."""
    picture = Figure(text, text, text, text, (Curve(((0, 0), (1, 1)), text, "game"),), (Mark(1, 1, text, "plain"),))
    blocks = (
        Say(text),
        Passage(text, text, True, text),
        Items(text, (text,)),
        Entry(text, ((text, text), ("", Passage(text, text, False)))),
        Grid(text, (text, text), ((text, text),)),
        picture,
    )
    return (Section("one", text, text, blocks),)


@settings(max_examples=150, deadline=None)
@given(HOSTILE)
def test_sheet_of_hostile_text_has_the_same_elements_as_of_plain_text(text):
    """An "a" before it, since what is empty may be left out."""
    plain = [tag for tag, _ in read(sheet("Debrief: a", "a", shaped("a"))).found]
    found = read(sheet(f"Debrief: a{text}", f"a{text}", shaped(f"a{text}"))).found
    assert [tag for tag, _ in found] == plain
    assert not any(name.startswith("on") for _, attributes in found for name in attributes)


def test_document_of_a_hostile_scenario_shows_its_title_as_text():
    title = "<script>alert(1)</script>\x1b]0;x\x07 & “co”"
    named = replace(small(), agenda=replace(small().agenda, title=title))
    page = document(findings(game(*MOVES, scenario=named), "china", RECORD))
    assert "<script" not in page
    assert "\x1b" not in page
    assert "<script>alert(1)</script>]0;x & “co”" in "".join(read(page).texts)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://a.example/ onload=x", 'https://a.example/"x', "minutes, line 3"]
)
def test_linked_is_no_link_for_what_is_no_web_address(address):
    assert linked(address) == address


def test_written_keeps_text_after_an_element_in_its_place():
    assert "a<b>b</b>c &amp; d" in written(element("p", "a", element("b", "b"), "c & ", "d"))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ink", [INK, FAINT, GAME, HISTORY, PLAIN])
@pytest.mark.parametrize("ground", [PAPER, CARD])
def test_style_keeps_every_text_colour_at_four_and_a_half_to_one(ink, ground):
    dark, light = sorted((luminance(ink), luminance(ground)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5
