"""``plenipo simulate`` on the tutorial: the same figures for the same seed, and a sentence for every mistake."""

from __future__ import annotations

import json
import sys
from importlib.metadata import EntryPoint

import pytest

from game.cli import main
from game.delegates import registry

GAME = ["simulate", "first-session", "--games", "4", "--seed", "7"]


def _figures(capsys) -> dict:
    assert main([*GAME, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    found.pop("seconds")
    return found


def test_simulate_gives_the_same_figures_for_the_same_seed(capsys):
    first = _figures(capsys)
    assert first == _figures(capsys)
    assert first["version"] == 1
    assert first["games"] == sum(first["endings"].values()) == 4


def test_simulate_tells_who_sat_where(capsys):
    assert main([*GAME, "--seat", "westmill=stonewaller"]) == 0
    told = capsys.readouterr().out
    assert "4 games" in told
    assert "Westmill (stonewaller)" in told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--seat", "westmill"], "seats nobody"),
        (["--seat", "nobody=random"], "seats nobody"),
        (["--seat", "westmill=bolware"], "there is no delegate"),
        (["--games", "0"], "can't be played"),
        (["--workers", "0"], "0 processes can't play"),
        (["--patience", "0"], "a patience of 0 seconds makes no sense"),
        (["--among", "linear"], "add --tournament"),
        (["--tournament", "--opener", "westmill"], "leave --seat, --opener and --records out"),
        (["--tournament", "--among", "linear,bolware"], "Did you mean “boulware”?"),
        (["--exchanges", "0"], "at least one exchange"),
        (["--opener", "nobody"], "there is no party"),
    ],
)
def test_simulate_refuses_in_a_sentence(words, sentence, capsys):
    assert main([*GAME, *words]) == 2
    assert sentence in capsys.readouterr().err


def test_simulate_of_two_scenarios_is_a_tournament(capsys):
    assert main(["simulate", "first-session", "moscow-1945-07-10"]) == 2
    assert "several scenarios, or --among, make a tournament: add --tournament" in capsys.readouterr().err


def test_simulate_unknown_scenario_is_3(capsys):
    assert main(["simulate", "nosuch"]) == 3
    assert "nosuch" in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["1", "2", "3"])
def test_simulate_prints_the_same_json_for_any_number_of_workers(workers, capsys):
    found = []
    for count in ("1", workers):
        assert main([*GAME, "--json", "--workers", count]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told.pop("seconds") >= 0
        found.append(json.dumps(told))
    assert found[0] == found[1]


def test_simulate_says_how_sure_it_is(capsys):
    assert main([*GAME, "--json"]) == 0
    sure = json.loads(capsys.readouterr().out)["intervals"]
    assert sure["level"] == 0.95
    assert sure["agreement_rate"]["method"] == "Wilson"
    assert {one["method"] for one in sure["advantage"].values()} == {"t"}
    assert main(GAME) == 0
    assert "Wilson's for shares, Student's for means" in capsys.readouterr().out


def test_simulate_records_are_games_that_replay_and_debrief_take(tmp_path, capsys):
    folder = tmp_path / "games"
    assert main([*GAME, "--records", str(folder), "--seat", "westmill=linear"]) == 0
    records = sorted(folder.glob("*.record.jsonl"))
    assert [one.name for one in records] == [f"7-000-{game:05}.record.jsonl" for game in range(4)]
    capsys.readouterr()
    for one in records:
        assert main(["replay", str(one), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["scenario"] == "first-session"
        assert main(["debrief", str(one)]) == 0
        capsys.readouterr()
    first = [one.read_bytes() for one in records]
    assert main([*GAME, "--records", str(folder), "--seat", "westmill=linear", "--workers", "2"]) == 0
    assert [one.read_bytes() for one in records] == first


def test_simulate_where_records_can_not_be_written_says_so(tmp_path, capsys):
    (tmp_path / "taken").write_text("a file")
    assert main([*GAME, "--records", str(tmp_path / "taken")]) == 3
    assert "can't be written" in capsys.readouterr().err


def test_tournament_prints_a_line_for_each_pair_and_the_means(capsys):
    words = ["simulate", "first-session", "--tournament", "--among", "linear,micro,silence"]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert told.count("mean ") >= 3
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["delegate"], one["against"]) for one in found["standings"]][:2] == [
        ("linear", "linear"),
        ("linear", "micro"),
    ]
    assert all(one["games"] == 4 for one in found["standings"])  # two chairs, two openers
    assert set(found["means"]) == {"linear", "micro", "silence"}


def test_games_that_can_not_be_played_are_told_of_and_end_with_1(monkeypatch, capsys):
    def fail(*_):
        raise RuntimeError("the table fell over")

    monkeypatch.setattr("game.simulate.series.play", fail)
    assert main([*GAME, "--workers", "1", "--json"]) == 1
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert found["games"] == 0
    assert [one["game"] for one in found["lost_games"]] == [0, 1, 2, 3]
    assert {one["why"] for one in found["lost_games"]} == {"the table fell over"}
    assert "4 games are missing from the figures, though each was tried again" in said.err


def test_a_delegate_that_misbehaves_is_reported_and_the_game_goes_on(monkeypatch, capsys):
    point = EntryPoint("failing", f"{__name__}:Failing", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point])
    assert main([*GAME, "--workers", "1", "--seat", "westmill=failing", "--exchanges", "2"]) == 0
    said = capsys.readouterr()
    assert "Westmill (failing): mean advantage 0.00 (0.00 to 0.00); below reservation 0; turns lost 8" in said.out
    assert "failing (westmill) lost its turn: it failed: ValueError: no plan" in said.err


def test_a_delegate_that_can_not_be_had_is_told_in_a_sentence(monkeypatch, capsys):
    point = EntryPoint("missing", "no_such_module:Delegate", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point])
    assert main([*GAME, "--seat", "westmill=missing"]) == 2
    assert "the delegate “missing” can't be had: ModuleNotFoundError" in capsys.readouterr().err


def test_a_cluster_without_the_extra_is_one_clear_sentence(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main([*GAME, "--cluster", "tcp://127.0.0.1:1"]) == 3
    said = capsys.readouterr().err
    assert said == "plenipo: a cluster needs what “pip install 'plenipo[cluster]'” brings; it is not installed\n"


class Failing:
    name = "failing"

    def __init__(self, seed, party, history):
        pass

    def choose(self, view):
        raise ValueError("no plan")
