"""The handout: a role sheet keeps the other side's secrets, a key has both, and nothing in a text becomes markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from game.authoring import loader
from game.debrief.handout import handout, key, sources_kept_back
from game.debrief.html import sheet
from game.debrief.markdown import document, plain
from game.debrief.page import Entry, Grid, Passage, Section
from game.engine.scenario import Scenario

CHAIRS = ["eastquay", "westmill"]


@pytest.fixture(scope="module")
def lesson() -> Scenario:
    return loader.load("first-session")


@pytest.fixture(scope="module")
def july() -> Scenario:
    return loader.load("moscow-1945-07-10")


def told(sections: tuple[Section, ...]) -> str:
    return document("A sheet", sections)


def plain_row(row: str) -> str:
    """A row as Markdown has it: a number at the beginning of a cell is no list."""
    return row.replace("| 3. ", r"| 3\. ")


@pytest.mark.parametrize("party", CHAIRS)
def test_role_sheet_does_not_change_with_the_other_sides_secrets(party: str, lesson: Scenario):
    other = lesson.agenda.side(lesson.agenda.other(party))
    stakes = list(lesson.stakes)
    secret = stakes[other]
    stakes[other] = replace(
        secret,
        brief="SECRET",
        alternative="SECRET",
        reservation=1,
        points=tuple(tuple(reversed(row)) for row in secret.points),
        instructions=(),
        rulings=(),
    )
    elsewhere = replace(lesson, stakes=(stakes[0], stakes[1]))

    assert handout(elsewhere, party, {}) == handout(lesson, party, {})
    assert key(elsewhere) != key(lesson)


def test_role_sheet_has_brief_red_line_points_and_own_passages_only(lesson: Scenario):
    sheet_of_eastquay = told(handout(lesson, "eastquay", {}))

    # From the files of first-session: two hours are Eastquay's red line; the toll for Westmill must be reported.
    assert "You are Ada Thorne" in sheet_of_eastquay
    hours = "| 3. Two hours a day | The bridge shall be lifted for barges for two hours each day."
    assert f"{plain_row(hours)} | a red line | 0 |  |" in sheet_of_eastquay
    assert "| you may give it, and must report it | 0 |  |" in sheet_of_eastquay
    assert "talk-of-the-quay" not in sheet_of_eastquay
    assert "barges wait for days" in sheet_of_eastquay
    assert "nobody ever paid him enough" not in sheet_of_eastquay
    assert "B1 Public notice (procedure)" in sheet_of_eastquay


def test_key_has_both_sides_points_and_says_which_passage_proves(lesson: Scenario):
    sections = key(lesson)
    hours = next(one for one in sections[0].blocks if isinstance(one, Grid) and one.caption.startswith("A2"))

    assert hours.heads == ("Option", "Eastquay", "instructions", "Westmill", "instructions")
    # By hand: of 76 points in all the nights are worth 60 to Eastquay, daylight 24; to Westmill 12 for two hours.
    assert [row[0] for row in hours.rows] == ["At any hour", "From sunrise to sunset", "Two hours a day"]
    assert [int(row[1]) for row in hours.rows] == pytest.approx([1000 * 60 / 76, 1000 * 24 / 76, 0], abs=1)
    assert [(row[2], row[4]) for row in hours.rows] == [("free", "ask"), ("free", "free"), ("forbidden", "free")]
    assert "**Weak:** Everybody on the quay says that barges wait for days" in told(sections)
    assert "Nothing followed" in told(sections)


@pytest.mark.parametrize("party", ["china", "ussr"])
def test_nothing_of_august_or_of_the_day_itself_is_in_a_role_sheet_of_july(party: str, july: Scenario):
    documents = {name: loader.load_source(name) for name in july.agenda.sources}
    text = told(handout(july, party, documents))

    assert july.settlement is not None
    assert july.settlement.name not in text
    for _, benchmark in july.benchmarks:
        assert benchmark.text not in text
    packet = text.split("## Source packet")[1]
    assert documents["harriman-1945-07-03"].title in packet
    assert documents["soong-molotov-1945-07-10"].title not in packet
    assert documents["harriman-1945-07-03"].rights[:40] in packet
    assert "1945-07-" not in packet.replace("https://", "")


TOLD_TO_HARRIMAN = "Soong is satisfied with the Treaty of Friendship and Alliance in the form proposed by Stalin."
"""What Soong told the American ambassador after the talk of 9 July: line 38 of the cable of the 10th."""
GIVEN_TO_BOTH = "Stalin categorically stated he would support only the National Government in China"
"""Line 42 of the same cable, which the scenario's evidence says both sides know."""
TO_SOONG_ALONE = "asking for wholly Chinese management under joint operation"
"""Chiang's message to Soong, as the American embassy sent it on."""


def test_soviet_sheet_quotes_no_confidence_of_the_other_side_and_its_key_does():
    night = loader.load("moscow-1945-07-12")
    documents = {name: loader.load_source(name) for name in night.agenda.sources}
    sheet_of_molotov = told(handout(night, "ussr", documents))
    kept = told((sources_kept_back(night, "ussr", documents),))

    for secret in (TOLD_TO_HARRIMAN, TO_SOONG_ALONE):
        assert secret not in sheet_of_molotov
        assert secret in kept
    assert GIVEN_TO_BOTH in sheet_of_molotov
    assert "A paper your side did not have." in sheet_of_molotov
    # The minutes of 10 July were taken at a talk at which Molotov sat.
    assert "Dairen will be commercial port, internationalized." in sheet_of_molotov


def test_packet_gives_a_documents_passages_in_its_own_order_and_no_part_of_another():
    night = loader.load("moscow-1945-07-12")
    documents = {name: loader.load_source(name) for name in night.agenda.sources}
    packet = handout(night, "ussr", documents)[-1]
    minutes = next(one for one in packet.blocks if isinstance(one, Entry) and "Molotov" in one.title)
    passages = [said for _, said in minutes.lines if isinstance(said, Passage)]
    lines = [int(one.lies.removeprefix("line ")) for one in passages]

    assert lines == sorted(lines)
    assert [(a, b) for a in passages for b in passages if a != b and a.lies == b.lies and a.text in b.text] == []


def test_key_of_july_tells_what_came_of_every_issue_or_that_nobody_saw_it(july: Scenario):
    text = told(key(july))
    told_of = dict(july.benchmarks)

    assert text.count("**In the end:**") == len(july.agenda.issues)
    assert text.count("Not seen: no page") == sum(issue.id not in told_of for issue in july.agenda.issues)
    assert "The clause on profits was not seen." in text


HOSTILE = "<script>alert(1)</script> *bold* | [x](http://y) \x1b]0;title\x07"


def test_hostile_text_stays_text_in_both_forms(lesson: Scenario):
    hostile = replace(lesson, agenda=replace(lesson.agenda, summary=HOSTILE, title=HOSTILE))
    sections = handout(hostile, "eastquay", {})
    page, text = sheet(f"Handout: {HOSTILE}", HOSTILE, sections), told(sections)
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(page)

    assert "script" not in tags
    assert {"main", "header", "nav", "h1", "h2"} <= set(tags)
    assert "\x1b" not in page + text
    assert r"\<script\>alert(1)\</script\> \*bold\* \| \[x\](http://y)" in text


@pytest.mark.parametrize(
    ("text", "marked"),
    [("# a", r"\# a"), ("1. a", r"1\. a"), ("- a", r"\- a"), ("a\n\n# b", "a # b"), ("a - b", "a - b")],
)
def test_text_is_no_heading_list_or_paragraph_of_its_own(text: str, marked: str):
    assert plain(text) == marked
