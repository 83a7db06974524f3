"""Leaving history: at the grain of who, which verb, which issue and option."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.debrief.course import course, divergence, gist
from game.engine.engine import begin
from game.engine.moves import Argue, ConsultCapital, Happening, Hold, Occur, Propose, Reserve, Terms, Yield
from tests.builders import small
from tests.debrief.games import RECORD, game, package, record_of

MAJORITY = Propose("ussr", package(board="soviet-majority"))
PARITY = Propose("china", package(board="parity"))
WAITS = (Yield("ussr"), Reserve("china", ("railway-guards",)))


def left(*moves):
    record = course(small(), RECORD, "1945-07-10")
    return divergence(small(), game(*moves).steps, record)


def test_divergence_while_the_record_is_followed_is_none():
    assert left(MAJORITY, PARITY) is None


def test_divergence_passes_over_messages_silence_and_words():
    """A telegram, and other words for the same offer, are no departure."""
    assert left(replace(MAJORITY, words="Our draft."), ConsultCapital("china", report="Pressed."), PARITY) is None


def test_divergence_on_another_option_is_found():
    found = left(MAJORITY, Propose("china", package(board="joint-board")))
    assert (found.ply, found.by, found.citation.line) == (2, "china", 2)


def test_divergence_by_the_other_side_names_it():
    found = left(Propose("ussr", package(port="soviet-port")))
    assert (found.ply, found.by) == (1, "ussr")


def test_divergence_counts_messages_in_its_ply_as_the_record_file_does():
    assert left(ConsultCapital("ussr", report="They come."), Occur(Happening.ANSWER, "ussr", 1), *WAITS).ply == 4


def test_divergence_after_the_records_end_has_nothing_to_lay_beside():
    record = course(small(), record_of(MAJORITY), "1945-07-10")
    found = divergence(small(), game(MAJORITY, PARITY).steps, record)
    assert (found.ply, found.then, found.citation) == (2, "", None)


def test_course_of_a_record_that_breaks_the_rules_is_none():
    """China holds to a position it never took."""
    assert course(small(), record_of(MAJORITY, Hold("china", ("dairen-status",))), "1945-07-10") is None


def test_course_before_any_coded_meeting_is_none():
    assert course(small(), RECORD, "1945-07-09") is None
    assert course(small(), (), "1945-07-10") is None


def test_course_last_on_prefers_what_changed_the_issue_to_what_repeated_it():
    """The third move holds to the board; the second had last moved it."""
    record = course(small(), RECORD, "1945-07-10")
    assert record.last_on("railway-board").citation.line == 2
    assert record.last_on("railway-guards") is None


def test_course_last_on_untouched_issue_is_the_last_that_spoke_to_it():
    record = course(small(), record_of(MAJORITY, Reserve("china", ("railway-guards",))), "1945-07-10")
    assert record.last_on("railway-guards").citation.line == 2


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        (Yield("china"), None),
        (ConsultCapital("china", report="x"), None),
        (PARITY, ("china", "propose", (("railway-board", "parity"),))),
        (replace(PARITY, terms=Terms.WHOLE), ("china", "propose", (("railway-board", "parity"),))),
        (Argue("china", "parity-in-1924", "treaty"), ("china", "argue", (("parity-in-1924", ""),))),
        (Hold("china", ("b", "a")), ("china", "hold", (("a", ""), ("b", "")))),
    ],
)
def test_gist_is_who_which_verb_and_what(move, expected):
    assert gist(begin(small()), move) == expected
