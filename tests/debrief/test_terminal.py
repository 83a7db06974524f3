"""The debrief as text. The golden file is the debrief of tests/debrief/games.py, checked line by line by hand."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len

from game.debrief import findings, render, rows
from game.debrief.terminal import summary
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


def test_summary_has_five_sentences_for_every_kind_of_game():
    for moves in ((), MOVES, (Adjourn("ussr"), Adjourn("china"))):
        for record in ((), RECORD):
            assert len(summary(findings(game(*moves), "china", record))) == 5


def test_summary_of_a_crossed_red_line_says_repudiation_is_likely():
    given = package(board="soviet-majority")
    state = game(Propose("ussr", given), Accept("china", given, responsibility=OWN))
    assert "repudiate what is agreed (risk 60 per cent)" in summary(findings(state, "china", RECORD))[4]


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
    assert "Not seen: D5, E1, H6." in render(found)


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
