"""The debrief as text. The golden file is the debrief of tests/debrief/games.py, checked line by line by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from game.debrief import findings, render, rendered, rows
from game.debrief.page import Grid, Passage
from game.debrief.sections import PAGES, page
from game.debrief.sections.principal import verdict
from game.debrief.terminal import block_text, contents
from game.engine.issues import Benchmark
from game.engine.moves import Accept, Adjourn, Propose
from tests.builders import small
from tests.debrief.games import MOVES, OWN, RECORD, game, package
from tests.golden import golden


def test_render_is_the_golden_debrief():
    text = render(findings(game(*MOVES), "china", RECORD))
    assert text == golden("debrief-china.txt", text)


def test_render_fits_eighty_cells():
    text = render(findings(game(*MOVES), "ussr", RECORD))
    assert max(map(cell_len, text.splitlines())) <= 80


@pytest.mark.parametrize("moves", [(), MOVES, (Adjourn("ussr"), Adjourn("china"))])
@pytest.mark.parametrize("record", [(), RECORD])
def test_rendered_first_page_fits_one_screen_for_every_kind_of_game(moves, record):
    found = findings(game(*moves), "china", record)
    assert len((rendered(found, "summary") + contents("plenipo debrief x")).splitlines()) <= 23


def test_rendered_is_one_page_and_render_all_of_them():
    found = findings(game(*MOVES), "china", RECORD)
    whole = render(found)
    for name in PAGES:
        title = page(found, name).title.upper()
        assert title in whole
        assert (title in rendered(found, "history")) == (name == "history")


def test_rendered_for_no_page_raises_key_error():
    with pytest.raises(KeyError):
        rendered(findings(game(), "china"), "score")


def test_verdict_of_a_crossed_red_line_says_repudiation_is_likely():
    given = package(board="soviet-majority")
    state = game(Propose("ussr", given), Accept("china", given, responsibility=OWN))
    assert "repudiate what is agreed. The risk of repudiation is 60 per cent" in verdict(
        findings(state, "china", RECORD)
    )


def test_rows_say_what_august_made_of_an_issue_or_that_it_was_not_seen():
    benchmarks = (
        ("railway-board", Benchmark("Ten directors.", None, "china", "I-4", True)),
        ("dairen-status", Benchmark("A free port.", None, "unknown", None, False)),
    )
    found = findings(game(*MOVES, scenario=replace(small(), benchmarks=benchmarks)), "china", RECORD)
    assert [row.august for row in rows(found)] == [
        "Ten directors. Nearer the Chinese side's July position.",
        "not seen",
        "not seen",
        "not seen",
    ]
    assert rendered(found, "issues").count("Not seen") == 3


def test_render_obeys_no_escape_sequence_in_an_authors_text():
    named = replace(small(), agenda=replace(small().agenda, title="Evil\x1b]0;x\x07 title"))
    assert "\x1b" not in render(findings(game(*MOVES, scenario=named), "china", RECORD))


def test_rows_come_one_for_each_issue_in_agenda_order():
    found = rows(findings(game(*MOVES), "china", RECORD))
    assert [row.code for row in found] == ["D8", "D5", "E1", "H6"]
    assert found[0].judgement == (
        "Better for your side by your own points (250 against 0) and by the order of the options."
    )
    assert found[0].brought == "By your own move: you accepted at ply 6 what the Soviet side came to at ply 5."


def test_block_text_of_a_grid_that_fits_stands_in_columns_and_else_names_every_cell():
    grid = Grid("Steps.", ("Side", "Here"), (("You", "3"), ("They", "12")))
    assert block_text(grid, 80) == "Steps.\n  Side  Here\n  You      3\n  They    12"
    assert block_text(grid, 12) == "Steps.\n  You: Here\n    3\n  They: Here\n    12"


def test_block_text_of_a_passage_tells_a_quotation_from_a_report():
    assert block_text(Passage("Good.", "minutes, line 59"), 80) == "  “Good.” (minutes, line 59)"
    assert block_text(Passage("It was good.", "", verbatim=False), 80) == "  Reported: It was good."
