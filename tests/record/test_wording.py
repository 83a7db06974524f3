"""Moves of 10 July 1945 in words: headings with a colon, and passages that are quotations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.authoring.loader import load
from game.engine.engine import begin
from game.engine.moves import Argue, CiteMinutes, Hold
from game.record.wording import composed

TENTH = load("moscow-1945-07-10")


def test_heading_with_a_colon_is_a_clause_with_one_colon():
    """On 9 July both sides had come to the plebiscite; the heading is “Outer Mongolia: recognition”."""
    said = composed(TENTH.agenda, begin(TENTH), Hold("china", ("mongolia-recognition",)))
    assert said == "Re Outer Mongolia, recognition: Recognition after war and plebiscite. We hold to it."


def test_argument_from_a_quotation_says_when_it_was_noted():
    """Harriman's cable of 10 July reports the talk of the 9th; the passage is known since that day."""
    said = composed(TENTH.agenda, begin(TENTH), Argue("china", "e03-home-opinion", "p1"))
    assert " Noted on 9 July: “China will recognize the independence of Outer Mongolia" in said


@pytest.mark.parametrize(
    ("minute", "end"),
    [
        ("m-0702-joint-board", "“they should be operated by a joint Soviet-Chinese board”. That is: "),
        ("m-0702-main-lines", "but only in the main lines.” That is: "),
    ],
)
def test_citation_ends_with_one_full_stop_its_own_or_the_sentences(minute, end):
    """Harriman's cable of 3 July, line 9."""
    cited = next(one for one in TENTH.minutes if one.id == minute)
    assert end in composed(TENTH.agenda, begin(TENTH), CiteMinutes("china", cited.issue, minute))


def test_argument_at_a_table_of_another_year_names_the_year():
    opening = begin(TENTH)
    sitting = replace(opening.sitting, date="1946-01-10")
    agenda = replace(TENTH.agenda, meetings=(sitting,))
    later = replace(opening, scenario=replace(TENTH, agenda=agenda))
    assert " Noted on 9 July 1945: “" in composed(agenda, later, Argue("china", "e03-home-opinion", "p1"))
