"""One line, one order."""

from __future__ import annotations

import pytest

from game.plain.language import VERBS, Order, number_of, understood, verb_of
from game.plain.names import NotUnderstood, find_head, find_issue, issue_named, nearest, option_begun, option_named
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


@pytest.mark.parametrize(
    ("line", "verb", "rest"),
    [
        ("propose D8 = 2, E1=3 and H6=1 whole", "propose", ("D8=2", "E1=3", "and", "H6=1", "whole")),
        ("Hold D8!", "hold", ("D8",)),
        ("D8?", "issue", ("D8",)),
        ("prop D8", "propose", ("D8",)),
        ("hints off", "settings", ("hints", "off")),
        ("situation", "dossier", ()),
        ("what is D8", "what", ("is", "D8")),
    ],
)
def test_understood_line_is_read_as_one_would_say_it(line, verb, rest):
    order = understood(line, AGENDA)
    assert (order.verb, order.rest) == (verb, rest)


def test_understood_word_of_two_letters_gets_no_guess():
    with pytest.raises(NotUnderstood) as refused:
        understood("no", AGENDA)
    assert "Did you mean" not in str(refused.value)


def test_understood_long_nonsense_is_said_back_in_short():
    with pytest.raises(NotUnderstood) as refused:
        understood("x" * 3000, AGENDA)
    assert len(str(refused.value)) < 120


def test_issue_is_found_by_a_word_of_its_name_where_only_one_has_it():
    # The small agenda: D8 Railway board, D5 Railway guards, E1 Dairen status, H6 Working draft.
    assert issue_named(AGENDA, "board").code == "D8"
    with pytest.raises(NotUnderstood, match="“railway” may mean one of 2 issues: D8 Railway board, D5 Railway guards"):
        issue_named(AGENDA, "railway")
    with pytest.raises(NotUnderstood, match="There is no issue “bo”"):
        issue_named(AGENDA, "bo")


def test_option_is_found_by_the_first_letters_and_by_several_words():
    board = AGENDA.issues[0]
    assert option_named(board, "par") is board.options[0]
    assert option_begun(board, ["joint", "board", "whole"]) == (board.options[1], 2)
    assert option_begun(board, ["soviet", "majority"]) == (board.options[2], 2)
    assert option_begun(board, ["2", "E1=3"]) == (board.options[1], 1)


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
