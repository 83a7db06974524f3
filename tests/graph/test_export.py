"""Exported graphs are read back by networkx, node by node and edge by edge."""

from __future__ import annotations

import io
import json
import re

import networkx as nx
import pytest

from game.engine.engine import begin, replay
from game.engine.moves import Argue, Propose
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.export import drawn, exported, flattened
from game.graph.issue_graphs import issue_graph, issue_graphs
from tests.engine.table import package
from tests.graph.cases import free_table

SMALL = free_table()


def flat():
    graph = ConcessionGraph(SMALL.agenda, SMALL.stakes)
    moves = [
        Propose("ussr", package(board="soviet-majority")),
        Argue("china", "parity-in-1924", "treaty"),
        Propose("china", package(board="parity")),
    ]
    graph.follow("history", LineKind.HISTORY, replay(begin(SMALL), moves))
    graph.follow("game", LineKind.SIMULATED, replay(begin(SMALL), [Propose("ussr", package(guards="soviet"))]))
    return flattened(graph)


def edges(graph):
    """The edges of a networkx graph as those of a drawing, in any order."""
    return sorted((u, v, sorted(values.items())) for u, v, values in graph.edges(data=True))


def drawn_edges(drawing):
    return sorted((u, v, sorted(values.items())) for u, v, _, values in drawing.edges)


def test_graphml_is_read_back_as_it_was():
    graph = flat()
    read = nx.read_graphml(io.BytesIO(exported(graph, "graphml").encode()), force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(graph.nodes)
    assert edges(read) == drawn_edges(graph)
    assert read.is_directed()


def test_json_is_read_back_as_it_was():
    graph = flat()
    read = json.loads(exported(graph, "json"))
    assert read["version"] == 1
    again = nx.node_link_graph(read, edges="edges")
    assert dict(again.nodes(data=True)) == dict(graph.nodes)
    assert edges(again) == drawn_edges(graph)


STRING = r'"(?:[^"\\]|\\.)*"'
NODE = re.compile(rf"  ({STRING}) \[((?:{STRING}={STRING}(?:, )?)*)\];")
EDGE = re.compile(rf"  ({STRING}) -> ({STRING}) \[((?:{STRING}={STRING}(?:, )?)*)\];")


def test_dot_has_every_node_and_edge_in_the_grammar_of_graphviz():
    graph = flat()
    lines = exported(graph, "dot").splitlines()
    assert (lines[0], lines[-1]) == ("digraph concessions {", "}")
    body = lines[3:-1]
    assert all(NODE.fullmatch(line) or EDGE.fullmatch(line) for line in body)
    assert sum(bool(EDGE.fullmatch(line)) for line in body) == len(graph.edges)
    assert sum(bool(NODE.fullmatch(line)) for line in body) == len(graph.nodes)


@pytest.mark.parametrize("form", ["graphml", "dot", "json"])
def test_text_with_quotes_brackets_and_control_characters_survives(form):
    graph = nx.DiGraph()
    graph.add_node("a<&>\"'", label='say "no" \\ <b>&amp;</b>\nand go')
    graph.add_node("b", label="bell \x07 rings")
    graph.add_edge("a<&>\"'", "b", label="§ é 中")
    text = exported(drawn(graph), form)
    assert "\x07" not in text.replace("\\u0007", "")
    if form == "graphml":
        read = nx.read_graphml(io.BytesIO(text.encode()))
        assert read.nodes["a<&>\"'"]["label"] == 'say "no" \\ <b>&amp;</b>\nand go'
        assert read.edges["a<&>\"'", "b"]["label"] == "§ é 中"
    if form == "json":
        assert nx.node_link_graph(json.loads(text), edges="edges").edges["a<&>\"'", "b"]["label"] == "§ é 中"


def test_unknown_form_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="graphml, dot, json"):
        exported(flat(), "svg")


def test_table_of_historys_line_is_told_and_of_simulated_ones_is_not():
    graph = flat()
    told = {node for node, values in graph.nodes if "table" in values}
    simulated_only = {node for node, values in graph.nodes if "history" not in values}
    assert len(told) == 3
    assert len(simulated_only) == 1
    assert not told & simulated_only
    assert "D8 open china parity ussr soviet-majority" in {dict(graph.nodes)[node]["table"] for node in told}


def test_issue_graph_has_the_issues_steps_and_says_toward_whom():
    graph = issue_graph(SMALL.agenda, "railway-board")
    assert sorted(graph.edges(data="toward")) == [
        ("joint-board", "parity", "china"),
        ("joint-board", "soviet-majority", "ussr"),
        ("parity", "joint-board", "ussr"),
        ("soviet-majority", "joint-board", "china"),
    ]
    assert graph.nodes["parity"]["level"] == 1


def test_all_issue_graphs_together_are_one_file_with_every_option():
    whole = issue_graphs(SMALL.agenda)
    assert whole.number_of_nodes() == sum(len(issue.options) for issue in SMALL.agenda.issues)
    read = nx.read_graphml(io.BytesIO(exported(drawn(whole), "graphml").encode()))
    assert set(read.nodes) == set(whole.nodes)
    assert nx.number_weakly_connected_components(read) == 4
