"""History, coded as moves and replayed by the engine, against the dossier's matrix (``matrix.txt``).

The matrix was read from the documents by hand, before and apart from the coding of the moves.
"""

from __future__ import annotations

import itertools

import pytest

from game.authoring.loader import load, load_history
from game.engine.history import history_until
from game.engine.moves import Argue, CiteMinutes
from tests.history.matrix import DATES, Cell, cells

CAMPAIGN = load("moscow-1945")
MEETINGS = load_history("moscow-1945")
CODES = {issue.code: issue.id for issue in CAMPAIGN.agenda.issues}
TABLES = {date: history_until(CAMPAIGN, MEETINGS, date)[1] for date in DATES}

# Listed, with the reasons, in scenarios/moscow-1945/NOTES.md.
STATUS_EXCEPTIONS = {("C4", "1945-07-09"), ("E8", "1945-07-12")}
POSITION_EXCEPTIONS = {("H1", "1945-07-12", "china")}


def _name(cell: Cell) -> str:
    return f"{cell.date[5:]}-{cell.code}"


def test_matrix_is_whole():
    assert len(CODES) == 55
    assert len(cells()) == 125


@pytest.mark.parametrize("cell", cells(), ids=_name)
def test_status_after_replay_is_the_dossiers(cell: Cell):
    standing = TABLES[cell.date].standing(CODES[cell.code])
    if (cell.code, cell.date) in STATUS_EXCEPTIONS:
        assert standing.status != cell.status, "no longer an exception: take it off the list and out of NOTES.md"
    else:
        assert standing.status == cell.status, cell.text


@pytest.mark.parametrize("cell", [cell for cell in cells() if cell.positions], ids=_name)
def test_positions_after_replay_are_the_dossiers(cell: Cell):
    issue = CAMPAIGN.agenda.issue(CODES[cell.code])
    for party, voiced in cell.positions.items():
        held = TABLES[cell.date].position(party, issue.id)
        option = issue.option(held) if held else None
        agrees = option is not None and bool(voiced & set(option.positions))
        assert agrees is ((cell.code, cell.date, party) not in POSITION_EXCEPTIONS), f"{cell.text}: {party} at {held}"


def test_every_voiced_position_belongs_to_one_option():
    # The dossier's catalogue numbers the voiced positions of each issue from 1 without a gap.
    for issue in CAMPAIGN.agenda.issues:
        numbers = sorted(number for option in issue.options for number in option.positions)
        assert numbers == list(range(1, len(numbers) + 1)), issue.code


def test_coded_moves_follow_the_minutes_line_by_line():
    # The cables report by subject; only the two sets of minutes have an order.
    for meeting in MEETINGS:
        if meeting.meeting == "1945-07-10":
            lines = [coded.citation.line for coded in meeting.moves]
            later = sum(first > second for first, second in itertools.pairwise(lines))
            assert later <= 2  # line 365 is put before 362, where Soong's question is coded as his proposal


def test_arguments_and_minutes_are_used_as_they_were():
    used = [coded.move for coded in MEETINGS[2].moves if isinstance(coded.move, Argue | CiteMinutes)]
    assert any(isinstance(move, CiteMinutes) and move.words == "Read minutes of 2 July." for move in used)
    assert sum(isinstance(move, Argue) for move in used) >= 20
