"""The analysis as plain values and as a page: of the small table by hand, and of the shipped scenarios for sense."""

from __future__ import annotations

import json

import pytest

from game.authoring.loader import load, positions_after, scenario_ids
from game.bargaining.elimination import plan
from game.bargaining.frontier import ROWS_AT_MOST, frontier
from game.bargaining.page import page
from game.bargaining.placing import benchmark
from game.bargaining.report import Inquiry, analysis
from game.bargaining.sensitivity import Trials
from game.bargaining.space import whole
from game.engine.engine import begin
from tests.bargaining.test_space import PARITY
from tests.bargaining.test_swaps import MIDDLE
from tests.builders import small

FEW = Trials(draws=5)


def test_analysis_of_the_small_table_gives_the_figures_worked_out_by_hand():
    found = analysis(Inquiry(begin(small()), {"The middle": MIDDLE}, FEW))
    assert found["version"] == 1
    assert found["space"] == {"issues": 4, "agreed": 0, "options": 11, "linked_pairs": 2, "width": 1}
    assert found["packages"]["all"] == 48
    assert found["mandates"][0]["blocked"] == ["railway-board", "railway-guards"]
    middle = found["placed"]["The middle"]
    assert (middle["worth_least"], middle["acceptable"], middle["efficient"]) == ([500, 570], True, False)
    assert any("Joint board" in swap["in_words"] for swap in middle["swaps"])
    assert json.loads(json.dumps(found)) == found


def test_page_says_how_far_verdicts_hang_on_the_weights():
    state = begin(small())
    text = page(state.scenario.agenda, analysis(Inquiry(state, {"The middle": MIDDLE}, FEW)))
    assert "Kalai–Smorodinsky is here the largest equal share of the ideal gains." in " ".join(text.split())
    assert "of 5 weightings" in text
    assert "The middle settles 4 issues: worth 500 to the Chinese side, 570 to the Soviet side." in " ".join(
        text.split()
    )
    assert max(map(len, text.splitlines())) <= 100


def test_page_says_who_loses_by_a_package_worth_less_than_no_agreement():
    # parity on everything brings the USSR nothing, where no agreement is worth 350 to it
    state = begin(small())
    text = " ".join(page(state.scenario.agenda, analysis(Inquiry(state, {"parity": PARITY}, FEW))).split())
    assert "Parity settles 4 issues: worth 1000 to the Chinese side, 0 to the Soviet side." in text
    assert "By it the Soviet side loses against no agreement; the Chinese side gets" in text
    assert "It is not worth at least no agreement to both." in text


def test_page_without_weightings_claims_nothing_about_them():
    state = begin(small())
    text = page(state.scenario.agenda, analysis(Inquiry(state, {"The middle": MIDDLE}, Trials(draws=0))))
    assert "% interval" not in text


@pytest.mark.parametrize("scenario", [one for one in scenario_ids() if one.startswith("moscow")])
def test_frontier_of_a_shipped_scenario_is_exact(scenario):
    space = whole(load(scenario))
    found = frontier(space)
    assert found.exact
    assert found.points
    assert plan(space).rows <= ROWS_AT_MOST
    assert found.width <= 3
    first, last = found.settlements_at((0, len(found.points) - 1))
    assert space.worth(first) == found.points[0]
    assert space.worth(last) == found.points[-1]


def test_night_of_12_july_left_nothing_within_both_mandates_but_a_zone_if_all_were_granted():
    """What the record shows: neither delegate could sign that night, and the talks went on in August."""
    state = positions_after("moscow-1945-07-12", "1945-07-12")
    found = analysis(Inquiry(state, {"August": benchmark(state.scenario)}, Trials(draws=0)))
    tonight, granted, _ = found["mandates"]
    assert "railway-board" in tonight["blocked"]
    assert tonight["zone"] == 0
    assert granted["blocked"] == []
    assert granted["zone"] > 0
    assert found["frontier"]["exact"]
    assert found["placed"]["August"]["settles"] > 20
