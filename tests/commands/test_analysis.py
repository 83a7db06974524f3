"""The commands that analyse: they run on the real scenario, say what is there, and fail in a sentence."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import networkx as nx
import pytest

from game.cli import main

TWELFTH = "moscow-1945-07-12"


def test_analyze_prints_zone_record_and_stability(capsys):
    assert main(["analyze", TWELFTH]) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert "bargaining zone" in page
    assert "settlement of 14 August 1945" in page
    assert "So the deadlock was stable" in page
    assert "What the Chinese side held settles" in page
    assert "going without an agreement was better for the Soviet side than signing it in " in page
    assert "[soong-molotov-1945-07-10, line " in page
    assert "to Soviet Union" not in page


def test_analyze_json_has_a_version_and_both_parts(capsys):
    assert main(["analyze", "first-session", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == 1
    assert found["frontier"]["points"]
    assert found["stability"]["closing"]["sentences"]


def test_graph_of_history_is_graphml_that_networkx_reads(capsys):
    assert main(["graph", "moscow-1945-07-10", "--format", "graphml"]) == 0
    graph = nx.parse_graphml(capsys.readouterr().out, force_multigraph=True)
    assert graph.number_of_nodes() > 30
    assert any("troop-transport" in str(told) for _, _, told in graph.edges(data=True))


def test_graph_of_issues_is_dot(capsys):
    assert main(["graph", "first-session", "--issues", "--format", "dot"]) == 0
    assert capsys.readouterr().out.startswith("digraph")


def test_graph_of_history_in_words_has_its_steps_by_class_and_what_it_settled_when(capsys):
    assert main(["graph", TWELFTH]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Steps of the Chinese side: " in told
    assert "D12 (ply 1)" in told  # the term of the agreements, agreed in the first words of the night


def test_graph_of_two_simulated_games_sets_each_beside_history(capsys):
    assert main(["graph", "moscow-1945-07-02", "--games", "2", "--seed", "4", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == 1
    assert [line["kind"] for line in found["lines"]] == ["history", "simulated", "simulated"]
    assert all(line["beside_history"]["departure"]["ply"] >= 1 for line in found["lines"][1:])
    assert sum(found["most_visited"][0]["visits"].values()) > 1


def test_graph_of_one_issue_is_a_ladder_in_words_and_a_graph_for_programs(capsys):
    assert main(["graph", "moscow-1945-07-10", "--issue", "d8"]) == 0
    ladder = capsys.readouterr().out
    assert "2 Equal numbers (parity); steps to 1, 3" in ladder
    assert main(["graph", "moscow-1945-07-10", "--issue", "railway-board", "--format", "json"]) == 0
    graph = nx.node_link_graph(json.loads(capsys.readouterr().out), edges="edges")
    assert set(graph["parity"]) == {"chinese-administration", "joint-board-unstated"}
    assert main(["graph", "moscow-1945-07-10", "--issue", "d88"]) == 2
    assert "did you mean “D8”?" in capsys.readouterr().err


def test_graphs_of_different_scenarios_are_not_drawn_together(capsys):
    assert main(["graph", "moscow-1945-07-10", TWELFTH]) == 2
    assert "not of one scenario" in capsys.readouterr().err


def test_graph_is_never_written_over_a_file(tmp_path, capsys):
    path = tmp_path / "graph.json"
    path.write_text("mine", encoding="utf-8")
    assert main(["graph", "first-session", "--format", "json", "--output", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert "choose another name" in capsys.readouterr().err


def test_export_writes_a_domain_and_two_profiles(tmp_path, capsys):
    assert main(["export", "moscow-1945-07-10", "--folder", str(tmp_path)]) == 0
    files = sorted(tmp_path.glob("*.xml"))
    assert len(files) == 3
    for path in files:
        ElementTree.parse(path)
    assert "left out" in capsys.readouterr().err  # linkages, which the form can't hold


def test_export_as_json_names_the_files_and_the_linkages_left_out(tmp_path, capsys):
    assert main(["export", TWELFTH, "--folder", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["version"], found["scenario"]) == (1, TWELFTH)
    assert sorted(found["files"]) == sorted(str(path) for path in tmp_path.iterdir())
    assert any("casting-vote requires railway-chairman" in sentence for sentence in found["left_out"])


@pytest.mark.parametrize("command", ["analyze", "graph", "export"])
def test_unknown_scenario_is_a_sentence_and_3(command, capsys):
    assert main([command, "nosuch"]) == 3
    assert "nosuch" in capsys.readouterr().err
