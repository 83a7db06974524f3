"""What commands read: a saved game is replayed once, in one place, and what is damaged of it is told by each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring import loader
from game.commands.lines import saved
from game.engine.moves import Yield
from game.play.saves import new_save
from game.play.seating import seated
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from tests.commands.conftest import Said

Plenipo = Callable[..., Said]


def kept(path: Path) -> Session:
    """A short game on the small table against the counterpart, on disk at ``path``."""
    scenario = loader.load("small-table")
    setup = Setup(scenario.id, {"china": HUMAN, "ussr": "counterpart"}, 3)
    session = Session.start(scenario, setup, new_save(scenario, setup, path, "1945-07-10T14:00"), seated(setup, tuple))
    for _ in range(3):
        session.advance()
        session.play(Yield("china"))
    session.close()
    return session


def test_a_saved_game_has_the_reasons_of_its_delegates_again(root: Path) -> None:
    session = kept(root / "a.record.jsonl")
    again = saved(str(root / "a.record.jsonl"))
    assert list(again.reasons) == list(session.reasons)
    assert [again.reasons[ply] for ply in again.reasons] == [session.reasons[ply] for ply in session.reasons]
    assert any(again.reasons.values())


@pytest.mark.parametrize("command", ["debrief", "replay", "graph"])
def test_every_command_warns_of_what_it_could_not_read(root: Path, plenipo: Plenipo, command: str) -> None:
    path = root / "a.record.jsonl"
    kept(path)
    with path.open("ab") as file:
        file.write(b'{"ply": 99, "by": "nob')
    said = plenipo(command, str(path))
    assert said.code == 0
    assert "only the sound part of the record is shown" in said.err


@pytest.mark.parametrize("command", ["debrief", "replay", "graph"])
def test_every_command_says_the_same_of_a_name_nothing_bears(plenipo: Plenipo, command: str) -> None:
    said = plenipo(command, "small-tabel")
    assert (said.code, said.out) == (3, "")
    assert said.err == "plenipo: there is no scenario and no saved game “small-tabel”; did you mean “small-table”?\n"


def test_a_scenario_is_no_game_to_debrief(plenipo: Plenipo) -> None:
    said = plenipo("debrief", "small-table")
    assert (said.code, said.out) == (3, "")
    assert "is a scenario, not a game" in said.err


def test_a_saved_game_is_told_beside_history_and_drawn_with_it(root: Path, plenipo: Plenipo) -> None:
    kept(root / "a.record.jsonl")
    said = plenipo("graph", str(root / "a.record.jsonl"), str(root / "a.record.jsonl"))
    assert said.code == 0
    told = " ".join(said.out.split())
    assert "A (played): " in told
    assert "Steps of the Chinese side: silent 3." in told
    drawn = plenipo("graph", str(root / "a.record.jsonl"), "--format", "graphml")
    assert '<data key="edge-played">1</data>' in drawn.out
