"""The replies on one issue, by hand on the small table: China may give a joint board ad referendum, and no more."""

from __future__ import annotations

from game.delegates.counterpart.brief import brief
from game.delegates.counterpart.ranking import Kind, Reply, ranked
from game.delegates.counterpart.temper import Temper
from game.delegates.counterpart.trades import gives
from game.engine.engine import apply
from game.engine.moves import Propose, Responsibility
from game.engine.package import Package
from game.engine.view import view
from tests.delegates.games import at_the_table

FIRM = Temper(courtesy=0.0)


def replies(issue, temper=FIRM, party="china", **positions):
    return ranked(brief(view(at_the_table(party, **positions), party), temper), issue)


def kinds(issue, **positions):
    return [one.kind for one in replies(issue, **positions)]


def test_what_is_as_good_as_the_plan_is_accepted_first():
    assert replies("railway-board", railway_board=(None, "parity"))[0] == Reply(Kind.ACCEPT, "parity")


def test_without_a_position_of_ones_own_it_first_names_one():
    assert replies("railway-board", railway_board=(None, "soviet-majority"))[0] == Reply(Kind.COUNTER, "parity")


def test_with_one_it_stands_while_the_plan_does_not_move():
    assert kinds("railway-board", railway_board=("parity", "soviet-majority"))[0] is Kind.STAND


def test_what_may_be_given_only_later_is_accepted_sooner_than_put_off():
    # A joint board is within the instructions, the majority a red line: the one can be accepted, the other can't.
    order = kinds("railway-board", railway_board=("parity", "joint-board"))
    assert order.index(Kind.ACCEPT) < order.index(Kind.PUT_OFF)
    assert Kind.ACCEPT not in kinds("railway-board", railway_board=("parity", "soviet-majority"))


def test_what_needs_asking_is_put_off_before_anything_is_given():
    order = kinds("railway-guards", railway_guards=("chinese", "later"))
    assert order[:2] == [Kind.STAND, Kind.PUT_OFF]


def test_each_kind_is_ranked_once():
    for held in ((None, "joint-board"), ("parity", "soviet-majority"), ("parity", None)):
        order = kinds("railway-board", railway_board=held)
        assert len(order) == len(set(order)) >= 3


def test_a_first_position_is_named_first_where_the_other_side_has_just_spoken():
    # Of four issues without a position of China's own, only Dairen has been raised.
    state = at_the_table("ussr")
    step = Propose("ussr", Package.of({"dairen-status": "soviet-port"}), responsibility=Responsibility.OWN)
    of = brief(view(apply(state, step).after, "china"), FIRM)
    steps = gives(of, of.plan)
    assert len(steps) > 1
    assert steps[0].ground.issue.id == "dairen-status"
