"""Instructions read out. Latitudes, points and what they rest on stand in tests/builders.py and the scenarios."""

from __future__ import annotations

from game.plain import Request
from tests.plain.test_reading import joined
from tests.plain.test_rooms import new, saves, typed
from tests.plain.test_table import said

__all__ = ["saves"]


def test_instructions_in_short_begin_with_the_brief_and_name_every_red_line():
    text = said("i\n")
    assert "Red lines of Chiang Kai-shek: D8 Soviet majority; D5 Soviet." in text
    assert "Without an agreement: " in text


def test_instructions_on_a_head_tell_points_option_by_option():
    text = said("i IV\n")
    assert "D8 Railway board. Free: Parity (" in text
    assert "Red line: Soviet majority (" in text


def test_instructions_on_one_issue_are_read_with_the_passages_they_rest_on():
    text = joined(typed(new("ussr"), "i D12\n")[1])
    assert "D12 Term of the agreements. Free: Thirty years (" in text
    assert "“30 years minimum Stalin said.” (Soviet Union, 10 July 1945; soong-molotov-1945-07-10, line 326)" in text


def test_instructions_that_rest_on_no_passage_say_whose_judgement_they_are():
    """The lesson is invented throughout, and says so."""
    text = joined(typed(Request(scenario="first-session"), "i A1\ni all\n")[1])
    one, every = text.split("> i all")
    assert "These instructions are worded by the author, invented for play." in one
    assert "These instructions" not in every
