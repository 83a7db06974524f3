"""The command line over a copy of the test scenarios, with saves and cache of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli import main
from tests.authoring.copies import copied


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the test scenarios, in use and the working folder."""
    copied(tmp_path)
    monkeypatch.setenv("PLENIPO_DATA", str(tmp_path))
    monkeypatch.setenv("PLENIPO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nothing"))
    for name in ("PLENIPO_SCENARIOS", "PLENIPO_SOURCES", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plenipo(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs ``plenipo`` with some words."""

    def run(*words: str) -> Said:
        capsys.readouterr()
        code = main(words)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
