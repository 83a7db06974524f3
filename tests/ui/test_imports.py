"""What is loaded before the first frame: a clean interpreter is asked."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())


def test_app_and_home_load_no_analysis_and_no_author_tools():
    loaded = loaded_by("import game.ui.app, game.ui.screens.home")
    assert "textual" in loaded
    assert not loaded & {"networkx", "numpy", "pydantic", "yaml", "game.ui.screens.dossier", "game.authoring"}
    assert not loaded & {"game.engine.state", "game.engine.moves", "game.record"}, "the engine can wait"


def test_list_of_scenarios_loads_no_engine_and_no_reader_of_files_the_first_time_either(tmp_path, monkeypatch):
    """What is new is read by a program of its own, so that its thirty MiB go with it."""
    monkeypatch.setenv("PLENIPO_CACHE", str(tmp_path))
    loaded = loaded_by("from game.ui.shelves import Shelves; assert Shelves().listed()")
    assert not {name for name in loaded if name.startswith(("game.engine", "game.record", "game.delegates"))}
    assert not loaded & {"yaml", "pydantic"}


def test_game_opened_the_first_time_loads_no_reader_of_files(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    opened = "from game.ui.shelves import Shelves; from game.ui.request import Request; "
    loaded = loaded_by(f"{opened}assert Shelves().open(Request('first-session')).session")
    assert "game.engine.state" in loaded
    assert not loaded & {"yaml", "pydantic"}


def test_table_loads_no_analysis_and_no_author_tools():
    assert not loaded_by("import game.ui.screens.table") & {"networkx", "numpy", "pydantic", "yaml"}


def test_request_loads_no_textual():
    assert "textual" not in loaded_by("import game.ui.request")
