"""What two sides could come to sign, by hand on the small table."""

from __future__ import annotations

from game.authoring.loader import load
from game.bargaining.reach import attainable, reachable, required, within_reach
from game.engine.party import Latitude
from tests.builders import small

F, R, A, X = Latitude.FREE, Latitude.REPORT, Latitude.ASK, Latitude.FORBIDDEN


def test_attainable_is_what_arguments_and_a_corridor_can_bring():
    # China argues for parity: the Soviet side's joint board from ask to report, parity from forbidden to ask. Stalin
    # grants Chinese guards at once; Chiang's answer would come after the only sitting.
    china, ussr = attainable(small())
    assert china[:3] == ((F, R, X), (F, A, X), (F, R, A))
    assert ussr[:3] == ((A, R, F), (R, R, F), (A, R, F))


def test_reachable_keeps_what_both_may_come_to_give():
    # China up to report and the Soviet side up to report: joint board; Chinese guards; joint use; either draft.
    options = [clause.options for clause in reachable(small()).clauses]
    assert options == [("joint-board",), ("chinese",), ("joint-use",), ("chinese-draft", "soviet-draft")]


def test_nothing_is_within_reach_where_a_required_issue_has_nothing_in_common():
    # Single days of July: a telegram is answered after the only meeting (history, and the July scenarios' own words).
    scenario = load("moscow-1945-07-12")
    assert required(scenario, reachable(scenario).blocked)
    assert within_reach(scenario) is None
