"""``plenipo simulate`` on the tutorial: the same figures for the same seed, and a sentence for every mistake."""

from __future__ import annotations

import json

import pytest

from game.cli import main

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
        (["--exchanges", "0"], "at least one exchange"),
        (["--opener", "nobody"], "there is no party"),
    ],
)
def test_simulate_refuses_in_a_sentence(words, sentence, capsys):
    assert main([*GAME, *words]) == 2
    assert sentence in capsys.readouterr().err


def test_simulate_unknown_scenario_is_3(capsys):
    assert main(["simulate", "nosuch"]) == 3
    assert "nosuch" in capsys.readouterr().err
