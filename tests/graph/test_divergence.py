"""Lines compared by hand: where they part, where they meet again, how far they end apart, and Kendall's tau."""

from __future__ import annotations

import pytest

from game.engine.engine import begin, replay
from game.engine.moves import Accept, Argue, Propose, Yield
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.divergence import compare_orders, diverge
from tests.engine.table import package
from tests.graph.cases import free_table

SMALL = free_table()
MAJORITY = Propose("ussr", package(board="soviet-majority"))
PARITY = Propose("china", package(board="parity"))
GUARDS = Propose("ussr", package(guards="soviet"))
JOINT = Propose("china", package(board="joint-board"))


def graph_of(history, played):
    graph = ConcessionGraph(SMALL.agenda, SMALL.stakes)
    graph.follow("history", LineKind.HISTORY, replay(begin(SMALL), history))
    graph.follow("played", LineKind.PLAYED, replay(begin(SMALL), played))
    return graph


def test_line_that_only_talks_differently_does_not_leave_history():
    graph = graph_of([MAJORITY, PARITY], [MAJORITY, Argue("china", "parity-in-1924", "treaty"), PARITY])
    found = diverge(graph, "played", "history")
    assert found.departure is None
    assert found.differences == ()
    assert found.distance == 0


def test_departure_is_the_first_step_to_a_table_history_did_not_come_to():
    graph = graph_of([MAJORITY, PARITY, GUARDS], [MAJORITY, JOINT, GUARDS])
    found = diverge(graph, "played", "history")
    assert found.departure is not None
    assert (found.departure.ply, found.departure.step.mover, found.departure.step.issues) == (
        2,
        "china",
        ("railway-board",),
    )
    assert found.departure.instead is not None
    assert found.departure.instead.after != found.departure.step.after
    assert found.distance == 1
    # China at the joint board instead of parity: one option apart
    assert found.differences[0].steps == 1


def test_return_is_named_with_both_plies():
    graph = graph_of([MAJORITY, PARITY, GUARDS], [MAJORITY, JOINT, Yield("ussr"), PARITY, GUARDS])
    found = diverge(graph, "played", "history")
    assert found.departure is not None
    assert found.departure.ply == 2
    # parity at ply 4 is history's table of ply 2
    assert [(one.ply, one.theirs) for one in found.returns] == [(4, 2)]
    assert found.distance == 0


def test_line_that_goes_on_after_history_ended_departs_from_nothing():
    graph = graph_of([MAJORITY], [MAJORITY, PARITY])
    found = diverge(graph, "played", "history")
    assert found.departure is not None
    assert found.departure.instead is None


def test_line_that_stops_early_has_not_departed():
    assert diverge(graph_of([MAJORITY, PARITY], [MAJORITY]), "played", "history").departure is None


def test_order_of_settlement_is_compared_on_the_issues_settled_in_both():
    def accept(**options):
        return Accept("china", package(**options))

    offers = Propose("ussr", package(board="joint-board", dairen="joint-use", draft="soviet-draft"))
    history = [offers, accept(board="joint-board"), accept(dairen="joint-use"), accept(draft="soviet-draft")]
    played = [offers, accept(draft="soviet-draft"), accept(board="joint-board"), accept(dairen="joint-use")]
    order = diverge(graph_of(history, played), "played", "history").order
    # draft, board, dairen against board, dairen, draft: board-dairen agrees, the two pairs with the draft do not
    assert order.issues == ("working-draft", "railway-board", "dairen-status")
    assert (order.concordant, order.discordant, order.tied) == (1, 2, 0)
    assert order.tau == pytest.approx(-1 / 3)


def test_issue_reopened_and_settled_again_counts_from_the_last_time():
    offers = Propose("ussr", package(board="joint-board", draft="soviet-draft"))
    again = [
        offers,
        Accept("china", package(board="joint-board")),
        Propose("china", package(board="parity")),
        Propose("ussr", package(guards="soviet")),
        Accept("china", package(draft="soviet-draft")),
        Accept("china", package(board="joint-board")),
    ]
    straight = [offers, Accept("china", package(board="joint-board")), Accept("china", package(draft="soviet-draft"))]
    order = diverge(graph_of(straight, again), "played", "history").order
    assert order.issues == ("working-draft", "railway-board")
    assert order.discordant == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "concordant", "discordant", "tau"),
    [
        # 1 2 3 4 against 2 1 4 3: of the six pairs only a-b and c-d are turned round
        ({"a": 1, "b": 2, "c": 3, "d": 4}, {"a": 2, "b": 1, "c": 4, "d": 3}, 4, 2, 1 / 3),
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}, 1, 0, 1.0),
        ({"a": 1, "b": 2}, {"a": 2, "b": 1}, 0, 1, -1.0),
    ],
)
def test_kendalls_tau_of_whole_rankings(mine, theirs, concordant, discordant, tau):
    order = compare_orders(mine, theirs)
    assert (order.concordant, order.discordant, order.tied) == (concordant, discordant, 0)
    assert order.tau == pytest.approx(tau)


def test_kendalls_tau_of_ties_is_tau_b():
    # x: 1 2 2 3, y: 1 1 2 3: pairs 6; tied in x: 1 (b, c), in y: 1 (a, b); concordant 4, discordant 0
    order = compare_orders({"a": 1, "b": 2, "c": 2, "d": 3}, {"a": 1, "b": 1, "c": 2, "d": 3})
    assert (order.concordant, order.discordant, order.tied) == (4, 0, 2)
    assert order.tau == pytest.approx(4 / 5)


def test_kendalls_tau_of_one_issue_says_nothing():
    assert compare_orders({"a": 1}, {"a": 5}).tau is None
    assert compare_orders({"a": 1, "b": 1}, {"a": 5, "b": 6}).tau is None
