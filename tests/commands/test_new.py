"""``plenipo new``."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import COMMANDS, _parser
from tests.commands.conftest import Said

Plenipo = Callable[..., Said]


@pytest.fixture(autouse=True)
def own(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for scenarios of one's own, not there yet."""
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(root / "deep" / "own"))
    return root / "deep" / "own"


def test_new_writes_a_scenario_that_checks_clean_and_lists(own: Path, plenipo: Plenipo) -> None:
    said = plenipo("new", "two-villages")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"A scenario to start from is in {own / 'two-villages'}\n")
    assert plenipo("check", "two-villages").code == 0
    assert "two-villages\n    The spring" in plenipo("list").out


def test_new_says_five_next_steps_whose_commands_the_program_reads(own: Path, plenipo: Plenipo) -> None:
    lines = plenipo("new", "two-villages").out.splitlines()[1:]
    commands = [shlex.split(line.split("    ")[0].strip())[1:] for line in lines if line.startswith("  plenipo")]

    assert len(lines) == 5
    assert [words[0] for words in commands] == ["check", "preview", "play", "playtest"]
    for words in commands:
        assert words[0] in COMMANDS
        _parser(words).parse_args(words)
    assert (own / "two-villages" / "scenario.yaml").is_file()
    assert str(own / "two-villages" / "scenario.yaml") in lines[4]


@pytest.mark.parametrize("id", ["small-table", "Two", "../two", "schema"])
def test_new_with_an_id_that_can_not_be_used_is_told_and_writes_nothing(id: str, own: Path, plenipo: Plenipo) -> None:
    said = plenipo("new", id)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"plenipo: {'there is a scenario ' if id == 'small-table' else ''}“{id}”")
    assert not own.exists()


def test_new_where_nothing_can_be_written_is_told(own: Path, plenipo: Plenipo) -> None:
    own.parent.write_text("a file", "utf-8")
    said = plenipo("new", "two-villages")

    assert (said.code, said.out) == (3, "")
    assert "can't be written" in said.err
    assert "PLENIPO_SCENARIOS" in said.err
