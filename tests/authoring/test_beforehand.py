"""What is new is read by another program: what that leaves, when it is tried, and what it may not run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.authoring.beforehand import read_beforehand
from tests.authoring.copies import copied

ROOT = Path(__file__).parents[2]
READERS = "sorted({'yaml', 'pydantic'} & set(sys.modules))"


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the test scenarios that nobody has read yet, and the folder it is in."""
    copied(tmp_path)
    monkeypatch.setenv("PLENIPO_DATA", str(tmp_path))
    monkeypatch.setenv("PLENIPO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("PLENIPO_SCENARIOS", raising=False)
    monkeypatch.delenv("PLENIPO_SOURCES", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nothing"))
    return tmp_path


def ran(words: str, folder: Path) -> str:
    """What a program prints that is run in a folder."""
    command = [sys.executable, "-P", "-c", f"import sys; {words}; print({READERS})"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


READ = "from game.authoring.beforehand import read_beforehand; read_beforehand()"
ASKED = "loader.summaries(); loader.load('second-day'); loader.load_source('small-minutes')"
USE = f"from game.authoring import loader; {ASKED}"


def test_what_was_read_beforehand_is_played_without_a_reader_of_yaml(new: Path) -> None:
    """Some thirty MiB: what pydantic, yaml and the shapes of every file take."""
    assert ran(f"{READ}; {USE}", new) == "[]"


def test_what_was_not_read_beforehand_is_read_when_asked_for(new: Path) -> None:
    """The other half of the test above: the readers would be seen."""
    assert ran(USE, new) == "['pydantic', 'yaml']"


def test_scenario_changed_since_is_read_again(new: Path) -> None:
    ran(READ, new)
    changed = new / "scenarios" / "second-day" / "scenario.yaml"
    changed.write_text(changed.read_text("utf-8") + "# changed\n", "utf-8")
    assert ran(f"{READ}; {USE}", new) == "[]"


def test_scenario_with_a_mistake_keeps_nothing_else_from_being_read(new: Path) -> None:
    (new / "scenarios" / "second-day" / "scenario.yaml").write_text("id: [\n", "utf-8")
    assert ran(f"{READ}; {USE.replace('second-day', 'small-table')}", new) == "[]"


def test_program_named_like_ours_where_one_plays_is_not_run(new: Path) -> None:
    (new / "game").mkdir()
    (new / "game" / "__init__.py").write_text("raise SystemExit('not ours')\n", "utf-8")
    assert ran(f"{READ}; {USE}", new) == "[]"


def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The programs that are started from now on; none really is."""
    found: list[object] = []
    monkeypatch.setattr(subprocess, "run", lambda words, **_: found.append(words))
    return found


def test_reading_is_tried_once_for_the_same_files(new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that whatever ails it is not waited for at every start."""
    programs = started(monkeypatch)
    read_beforehand()
    read_beforehand()
    assert len(programs) == 1


def test_reading_is_not_tried_where_nothing_can_be_kept(new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (new / "cache").write_text("a file where the folder should be", "utf-8")
    programs = started(monkeypatch)
    read_beforehand()
    assert programs == []


@pytest.mark.parametrize("error", [OSError("no such program"), subprocess.TimeoutExpired("python", 60)])
def test_reading_that_fails_is_passed_over(new: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(subprocess, "run", fail)
    read_beforehand()
    assert [path.name.split("-")[0] for path in (new / "cache" / "compiled").iterdir()] == ["beforehand"]
