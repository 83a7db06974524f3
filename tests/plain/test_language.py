"""One line, one order."""

from __future__ import annotations

import pytest

from game.plain.language import VERBS, Order, number_of, understood, verb_of
from game.plain.names import NotUnderstood, find_head, find_issue, nearest, option_named
from tests.builders import small

AGENDA = small().agenda


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("propose D8=parity whole", Order("propose", ("D8=parity", "whole"), "", "D8=parity whole")),
        ("REJECT d8", Order("reject", ("d8",), "", "d8")),
        ("refuse d8", Order("reject", ("d8",), "", "d8")),
        ("word: They press us: hard.", Order("telegram", (), "They press us: hard.", "They press us: hard.")),
        ("3 D8", Order("reject", ("D8",), "", "D8")),
        ("d8 2", Order("issue", ("d8", "2"), "", "2")),
        ("railway-board", Order("issue", ("railway-board",), "", "")),
        ("w C:\\minutes.txt", Order("write", ("C",), "\\minutes.txt", "C:\\minutes.txt")),
        ("?", Order("help")),
    ],
)
def test_understood_line_is_the_order(line, expected):
    assert understood(line, AGENDA) == expected


@pytest.mark.parametrize("line", ["", ":", "15", "0", "²", "nonsense", "=", "-1"])
def test_understood_nonsense_is_refused_in_words(line):
    with pytest.raises(NotUnderstood, match="means nothing here"):
        understood(line, AGENDA)


def test_understood_mistyped_issue_gets_the_nearest():
    with pytest.raises(NotUnderstood, match="Did you mean “dairen-status”"):
        understood("dairen-statu", AGENDA)


def test_verb_numbers_count_from_one_and_back():
    assert [verb_of(str(number_of(verb))) for verb in VERBS] == list(VERBS)


def test_names_are_found_by_code_id_heading_and_number():
    issue = AGENDA.issues[0]
    assert find_issue(AGENDA, "RAILWAY BOARD") is find_issue(AGENDA, "d8") is issue
    assert option_named(issue, "2") is option_named(issue, "Joint-Board") is issue.options[1]
    assert find_head(AGENDA, "iv").id == "railways"
    assert find_head(AGENDA, "") is None


def test_nearest_of_nothing_near_is_nothing():
    assert nearest("xyzzy", ["propose", "accept"]) == ""
