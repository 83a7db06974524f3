"""Verdicts under many weightings. The small table's points are those of tests/builders.py."""

from __future__ import annotations

from game.debrief import findings
from game.engine.moves import Accept, Propose
from tests.debrief.games import MOVES, OWN, RECORD, game, package

ALL = package(board="joint-board", guards="later", port="joint-use")


def test_robustness_asks_only_what_can_be_asked():
    fresh = findings(game(), "china").robustness
    assert set(fresh) == {"stable"}
    asked = set(findings(game(*MOVES), "china", RECORD).robustness)
    assert {"above", "both above", "better", "stable", "efficient"} <= asked


def test_robustness_is_the_same_twice_and_counts_every_weighting():
    one, two = (findings(game(*MOVES), "china", RECORD).robustness for _ in range(2))
    assert one == two
    assert all(share.draws == 100 and 0 <= share.held <= 100 for share in one.values())


def test_robustness_of_one_small_point_agreed_is_never_worth_no_agreement_to_both():
    """Dairen weighs least with both: at most a third of 1000, while no agreement is worth 250 to 450."""
    port = package(port="joint-use")
    played = game(Propose("ussr", port), Accept("china", port))
    assert findings(played, "china", RECORD).robustness["both above"].held <= 10


def test_joint_on_the_frontier_leaves_nothing_and_names_no_swap():
    """A board alone is on its own frontier: whatever one side gains the other loses."""
    found = findings(game(*MOVES), "china", RECORD).joint
    assert found.unclaimed == 0.0
    assert found.exchanges == ()


def test_durability_counts_the_forms_in_which_issues_were_left():
    """The board ad referendum; guards and Dairen raised by one side alone; nobody spoke to the draft."""
    forms = findings(game(*MOVES), "china", RECORD).durability.forms
    assert forms.ad_referendum == ("railway-board",)
    assert forms.unanswered == ("railway-guards", "dairen-status")
    assert forms.silent == ("working-draft",)


def test_durability_of_a_signed_table_has_no_deadlock():
    played = game(Propose("ussr", ALL, responsibility=OWN), Accept("china", ALL, responsibility=OWN))
    assert played.state.signed
    assert findings(played, "china", RECORD).durability.deadlock is None
