"""The whole debrief of one small game. Every number is worked out by hand from tests/builders.py."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from game.debrief import findings
from game.debrief.comparison import Judgement
from game.engine.moves import Propose
from tests.builders import CHINA_STAKES, small
from tests.debrief.games import MOVES, OWN, RECORD, game, package, record_of


def found(party: str = "china"):
    return findings(game(*MOVES), party, RECORD)


def issue(party: str, name: str):
    return next(one for one in found(party).issues if one.issue.id == name)


def test_findings_board_agreed_midway_is_better_for_both_than_standing_apart():
    """China could have had 0 points in the record (Soviet majority), the Soviet side 0 (parity); here 250 and 300."""
    china, ussr = issue("china", "railway-board"), issue("ussr", "railway-board")
    assert (china.points, ussr.points) == ((250, 0), (300, 0))
    assert china.by_points is china.by_order is Judgement.BETTER
    assert ussr.by_points is ussr.by_order is Judgement.BETTER


def test_findings_dairen_left_open_is_worse_than_the_record_by_points_and_order():
    """120 points for joint use, which could have been had, against 200 for the free port of the record."""
    port = issue("china", "dairen-status")
    assert port.points == (120, 200)
    assert port.by_points is port.by_order is Judgement.WORSE
    assert (port.here.agreed, port.then.agreed) == (None, "free-port")


def test_findings_where_other_side_never_spoke_is_not_compared():
    guards = issue("china", "railway-guards")
    assert guards.points == (None, None)
    assert guards.by_points is guards.by_order is Judgement.NONE


def test_findings_board_came_about_by_own_acceptance_of_what_was_offered():
    """The sixth move accepts what the fifth offered."""
    brought = issue("china", "railway-board").brought
    assert (brought.by, brought.verb, brought.ply, brought.offered) == ("china", "accept", 6, 5)


def test_findings_dairen_came_about_by_the_other_sides_proposal():
    brought = issue("china", "dairen-status").brought
    assert (brought.by, brought.verb, brought.ply, brought.offered) == ("ussr", "propose", 5, None)


def test_findings_untouched_issue_was_brought_about_by_nobody():
    assert issue("china", "working-draft").brought is None


def test_findings_history_passages_are_those_of_the_record():
    assert issue("china", "railway-board").then_passage.text == "Parity."
    assert issue("china", "dairen-status").then_passage.text == "Agree."


def test_findings_history_left_at_second_ply_with_what_the_record_did():
    left = found().divergence
    assert (left.ply, left.by) == (2, "china")
    assert left.then == "The Chinese side proposes D8 Railway board: option 1 of 3, Parity."
    assert left.citation.line == 2


def test_findings_one_issue_ended_as_in_the_record():
    """Only the working draft, to which nobody spoke in either."""
    assert found().as_in_history == 1


def test_findings_worth_of_what_is_agreed_beside_reservation():
    """Only the joint board is agreed: 250; two required issues, guards and Dairen, are still open."""
    worth = found().worth
    assert (worth.agreed, worth.reservation, worth.open) == (250, 350, 2)


def test_findings_counts_better_and_worse():
    assert (found().count(Judgement.BETTER), found().count(Judgement.WORSE)) == (1, 1)
    assert found().disputed == 0


def test_findings_without_a_record_compare_nothing():
    alone = findings(game(*MOVES), "china")
    assert alone.record is None
    assert alone.divergence is None
    assert {one.by_points for one in alone.issues} == {Judgement.NONE}


def test_findings_of_an_unbegun_game_end_nowhere():
    fresh = findings(game(), "china", RECORD)
    assert fresh.ending is None
    assert fresh.divergence is None
    assert fresh.worth.agreed == 0


def test_findings_for_no_party_raise_key_error():
    with pytest.raises(KeyError):
        findings(game(*MOVES), "japan", RECORD)


@dataclass
class Cause:
    issue: str
    because: str
    remedy: str = ""


def test_findings_bound_tells_instructions_and_the_reasons_given():
    """The Soviet side held on Dairen: soviet-port free, joint-use to report, free-port only on asking."""
    one = game(*MOVES)
    one.reasons[9] = (Cause("dairen-status", "My instructions are clear."), Cause("railway-board", "Not this."))
    bound = findings(one, "china", RECORD).bound
    assert [held.issue for held in bound] == ["dairen-status"]
    assert [latitude.value for _, latitude in bound[0].latitudes] == ["ask", "report", "free"]
    assert bound[0].said == ("My instructions are clear.",)


def test_findings_points_and_order_may_disagree():
    """With parity and joint board worth the same to China, the points say the same, the order says worse."""
    level = replace(CHINA_STAKES, points=((250, 250, 0), *CHINA_STAKES.points[1:]))
    scenario = replace(small(), stakes=(level, small().stakes[1]))
    offered = game(
        Propose("ussr", package(board="joint-board"), responsibility=OWN),
        scenario=scenario,
    )
    record = record_of(Propose("ussr", package(board="parity"), responsibility=OWN))
    board = findings(offered, "china", record).issues[0]
    assert (board.by_points, board.by_order) == (Judgement.SAME, Judgement.WORSE)
    assert findings(offered, "china", record).disputed == 1
