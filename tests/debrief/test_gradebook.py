"""A line of a gradebook from the small game of tests/debrief/games.py, whose moves are counted by hand."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief import findings
from game.debrief.gradebook import COLUMNS, FORMULA, cells, gradebook, line, safe
from tests.debrief.games import MOVES, RECORD, game


def made(party: str = "china"):
    return line(findings(game(*MOVES), party, RECORD), "one")


def test_line_counts_moves_messages_and_citations_of_the_player_alone():
    """China: refusal, argument, proposal, acceptance, telegram, proposal, walk-out; one argument, borne out."""
    one = made()
    assert (one.moves, one.sittings, one.messages) == (7, 1, 1)
    assert (one.citations, one.strong) == (1, 1)
    assert made("ussr").moves == 3


def test_line_tells_the_outcome_of_its_own_side():
    """The board at the joint board is better than in the record, Dairen worse; nothing forbidden was given."""
    one = made()
    assert (one.agreed, one.issues, one.better, one.worse, one.red_lines) == (1, 4, 1, 1, 0)
    assert (one.worth, one.no_agreement, one.ending) == (250, 350, "breakdown")


def test_gradebook_keeps_participation_citations_and_reflection_before_the_outcome():
    heads = [column.split(":")[0] for column in COLUMNS]
    order = ["record", "scenario", "chair", "participation", "citations", "reflection", "outcome"]
    assert list(dict.fromkeys(heads)) == order
    assert heads == sorted(heads, key=order.index)
    assert not any("total" in column or "score" in column for column in COLUMNS)


def test_gradebook_is_read_back_by_a_csv_reader_with_as_many_cells_as_heads():
    rows = list(csv.reader(io.StringIO(gradebook([made(), made("ussr")]))))
    assert rows[0] == list(COLUMNS)
    assert [len(row) for row in rows] == [len(COLUMNS)] * 3
    assert len(cells(made())) == len(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "\u200b=1", "\x00=1"])
def test_safe_makes_text_of_what_a_spreadsheet_would_take_for_a_formula(text):
    assert str(safe(text)).startswith("'")


@given(st.text())
def test_safe_never_lets_a_formula_begin_a_cell(text):
    assert not str(safe(text)).startswith(FORMULA)


@given(st.integers())
def test_safe_leaves_our_own_numbers_alone(number):
    assert safe(number) == number
