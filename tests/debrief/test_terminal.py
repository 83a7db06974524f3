"""The debrief as text. The golden file is the debrief of tests/debrief/games.py, checked line by line by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from game.debrief import findings, render, rendered, rows
from game.debrief.page import Grid, Passage
from game.debrief.sections import PAGES, page
from game.debrief.sections.principal import verdict
from game.debrief.sections.summary import ended
from game.debrief.terminal import block_text, contents
from game.engine.issues import Benchmark
from game.engine.moves import Accept, Adjourn, Happening, Occur, Propose
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


def test_ended_of_an_adjournment_gives_the_formula_a_sentence_of_its_own():
    played = game(Adjourn("ussr"), Adjourn("china", "We meet again."))
    assert ended(findings(played, "china")) == (
        "It was adjourned on 10 July 1945, both sides agreeing to rise, with 0 of 4 issues agreed. "
        "The formula agreed: “We meet again.”"
    )


def test_ended_of_a_repudiation_is_followed_by_no_talk_of_what_is_still_to_be_approved():
    """Signed as the Soviet side has it, and refused at home: what was ad referendum came to nothing."""
    theirs = package(board="soviet-majority", guards="soviet", port="soviet-port", draft="soviet-draft")
    repudiates = Occur(Happening.REPUDIATES, party="china")
    played = game(Propose("ussr", theirs), Accept("china", theirs, responsibility=OWN), repudiates)
    found = findings(played, "china")
    assert (
        ended(found)
        == "It ended on 10 July 1945 in failure: Chiang Kai-shek repudiated what was agreed (4 of 4 issues agreed)."
    )
    text = rendered(found, "durability")
    assert "It did not hold: Chiang Kai-shek repudiated it." in text
    assert "which came to nothing" in text
    assert "still subject" not in text


def test_joint_value_of_what_a_side_loses_by_is_told_in_points_not_shares():
    """0 and 1000 of 1000 against 350 each: China loses 350 by it, the Soviet side gains 650."""
    theirs = package(board="soviet-majority", guards="soviet", port="soviet-port", draft="soviet-draft")
    played = game(Propose("ussr", theirs), Accept("china", theirs, responsibility=OWN))
    text = " ".join(rendered(findings(played, "china"), "joint").split())
    assert "your side loses 350 points by it and the Soviet side gains 650 points" in text
    assert "-" not in text.partition("Against no agreement")[2].partition(".")[0]


def test_history_tells_on_whose_terms_open_issues_were_closed():
    """The record left the board open, parity against a Soviet majority; here China took the majority."""
    given = package(board="soviet-majority")
    played = game(Propose("ussr", given), Accept("china", given, responsibility=OWN))
    text = " ".join(rendered(findings(played, "china", RECORD), "history").split())
    assert "Of 1 issue left open then and agreed here, 1 went to the other side's stand of that day and none to" in text


def test_rows_say_what_august_made_of_an_issue_or_that_it_was_not_seen():
    benchmarks = (
        ("railway-board", Benchmark("Ten directors.", None, "china", "I-4", True)),
        ("dairen-status", Benchmark("A free port, says a summary.", None, "unknown", None, False)),
    )
    found = findings(game(*MOVES, scenario=replace(small(), benchmarks=benchmarks)), "china", RECORD)
    assert [row.august for row in rows(found)] == [
        "Ten directors. Nearer the Chinese side's July position.",
        "not seen",
        "A free port, says a summary.",
        "not seen",
    ]
    assert rendered(found, "issues").count("Not seen") == 2


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
