"""Several games in one report, from the small game seen from both chairs."""

from __future__ import annotations

from dataclasses import replace

from game.bargaining.frontier import frontier
from game.bargaining.space import whole
from game.debrief import findings
from game.debrief.chairs import side_by_side
from game.debrief.classes import percentile, report
from game.debrief.gradebook import line
from game.debrief.page import Entry, Figure, Grid
from tests.builders import small
from tests.debrief.games import MOVES, RECORD, game


def lines():
    one = findings(game(*MOVES), "china", RECORD)
    return [replace(line(one, "first"), moves=3), replace(line(one, "second"), moves=9)]


def sections(found):
    scenario = small()
    return {one.name: one for one in report(scenario.agenda, found, frontier(whole(scenario)))}


def test_percentile_counts_those_below_and_half_of_those_level():
    """Of the others 1, 2, 2 and 5, one lies below 2, one is level: one and a half of four."""
    assert percentile(2, [2, 1, 2, 5, 9]) == 38
    assert percentile(4, [4]) is None


def test_report_places_each_game_among_those_in_the_same_chair():
    grid = next(one for one in sections(lines())["roles"].blocks if isinstance(one, Grid))
    assert [row[1] for row in grid.rows] == ["0", "100"]


def test_report_of_one_game_a_chair_places_nobody():
    found = [*lines()[:1], line(findings(game(*MOVES), "ussr", RECORD), "other")]
    assert not any(isinstance(one, Grid) for one in sections(found)["roles"].blocks)


def test_report_draws_the_record_and_every_game():
    figure = next(one for one in sections(lines())["frontier"].blocks if isinstance(one, Figure))
    assert sum(1 for mark in figure.marks if mark.style == "open") == 4
    assert sum(1 for mark in figure.marks if mark.style == "history") == 2


def test_report_numbers_no_more_games_than_can_be_read():
    many = [replace(lines()[0], record=f"r{number}") for number in range(13)]
    figure = next(one for one in sections(many)["frontier"].blocks if isinstance(one, Figure))
    assert not any(mark.label for mark in figure.marks)


def test_side_by_side_lists_only_issues_that_ended_differently():
    """Stopped before the acceptance, the board is the one issue that stands differently from the whole game's, and
    the guards, to which the telegram's proposal came later."""
    whole_game = findings(game(*MOVES), "china", RECORD)
    half = findings(game(*MOVES[:5]), "ussr", RECORD)
    found = side_by_side(("whole", whole_game), ("half", half))
    titles = [one.title for one in found.blocks if isinstance(one, Entry)]
    assert titles == ["whole", "half", "D8 Railway board", "D5 Railway guards"]
