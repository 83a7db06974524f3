"""The record laid beside itself: a game that is history move for move ends everywhere as in history."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from game.authoring import loader
from game.debrief import findings, render
from game.debrief.comparison import Judgement
from game.engine.history import history_until
from tests.debrief.games import Played

TENTH = "moscow-1945-07-10"


@pytest.fixture(scope="module")
def historic() -> Played:
    steps, state = history_until(loader.load(TENTH), loader.load_history(TENTH), "1945-07-10")
    return Played(state, tuple(one.step for one in steps))


@pytest.mark.parametrize("party", ["china", "ussr"])
def test_findings_of_the_record_itself_never_leave_history(historic, party):
    found = findings(historic, party, loader.load_history(TENTH))
    assert found.divergence is None
    assert found.as_in_history == len(found.issues) == 34
    assert found.count(Judgement.BETTER) == found.count(Judgement.WORSE) == 0


def test_findings_of_the_record_break_no_red_line_of_either_side(historic):
    for party in ("china", "ussr"):
        assert not any(line.crossed for line in findings(historic, party).capital.red_lines)


def test_render_of_the_record_fits_eighty_cells_and_names_the_passages(historic):
    text = render(findings(historic, "china", loader.load_history(TENTH)))
    assert max(map(cell_len, text.splitlines())) <= 80
    assert "Every issue ended as it stood in the record on 10 July 1945." in text
