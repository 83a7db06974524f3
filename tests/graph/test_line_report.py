"""Lines as plain values and in sentences; the games are a few moves long, and what is told is counted by hand."""

from __future__ import annotations

import json

from game.engine.engine import begin, replay
from game.engine.moves import Accept, Propose
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.line_report import line_report, line_text, report, text
from tests.engine.table import package
from tests.graph.cases import free_table

SMALL = free_table()
FIRST = Propose("ussr", package(board="soviet-majority"))
THEIRS = (FIRST, Propose("china", package(board="parity")))
MINE = (FIRST, Propose("china", package(board="joint-board")))


def graph_of(*mine, history=THEIRS):
    graph = ConcessionGraph(SMALL.agenda, SMALL.stakes)
    graph.follow("history", LineKind.HISTORY, replay(begin(SMALL), history))
    graph.follow("me", LineKind.PLAYED, replay(begin(SMALL), mine))
    return graph


def test_line_beside_history_is_told_with_its_departure_and_how_far_it_ended():
    graph = graph_of(*MINE)
    told = line_report(graph, "me")
    assert json.loads(json.dumps(told)) == told
    beside = told["beside_history"]
    assert beside["departure"] == {
        "ply": 2,
        "mover": "china",
        "verb": "propose",
        "class": "concession",
        "issues": ["railway-board"],
        "instead": {"mover": "china", "verb": "propose", "class": "silent", "issues": ["railway-board"]},
    }
    assert told["classes"]["china"] == {"concession": 1}
    assert (beside["distance"], beside["tables_shared"]) == (1, 2)
    said = line_text(SMALL.agenda, told)
    assert "It left history at ply 2, when the Chinese side made a proposal on Railway board (D8)." in said
    assert "In the record the Chinese side made a proposal on Railway board (D8)." in said
    assert "At the end 1 issue stands otherwise than history left them, 1 option apart in all" in said
    assert "Fewer than two issues were settled in both" in said


def test_line_that_keeps_to_history_never_left_it_and_ended_there():
    said = line_text(SMALL.agenda, line_report(graph_of(*THEIRS), "me"))
    assert "It never left history's tables. It ended at history's last table." in said


def test_order_of_settlement_is_told_with_kendalls_tau_and_its_counts():
    offers = Propose("ussr", package(board="joint-board", dairen="joint-use"))
    board, dairen = (Accept("china", package(**one)) for one in ({"board": "joint-board"}, {"dairen": "joint-use"}))
    told = line_report(graph_of(offers, dairen, board, history=(offers, board, dairen)), "me")
    order = told["beside_history"]["order"]
    assert (order["concordant"], order["discordant"], order["tied"], order["tau"]) == (0, 1, 0, -1.0)
    assert list(told["settled"]) == ["dairen-status", "railway-board"]
    assert "0 came in the same order, 1 the other way round and 0 together; Kendall's tau is -1.00." in line_text(
        SMALL.agenda, told
    )


def test_report_of_all_lines_counts_visits_and_is_plain_values():
    graph = graph_of(*MINE)
    graph.follow("again", LineKind.SIMULATED, replay(begin(SMALL), MINE))
    told = report(graph)
    assert json.loads(json.dumps(told)) == told
    assert (told["tables"], told["ways"]) == (4, 3)
    assert told["most_visited"][0]["visits"] == {"history": 1, "played": 1, "simulated": 1}
    said = text(SMALL.agenda, told)
    assert "3 lines of play, through 4 tables by 3 different steps." in said
    assert "history 1, played 1, simulated 1" in said
