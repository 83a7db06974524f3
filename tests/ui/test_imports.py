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


def test_list_of_scenarios_loads_no_engine():
    """Nothing but what is kept of them: the first run may have read the files."""
    shelves = "from game.ui.shelves import Shelves; Shelves().listed()"
    loaded_by(shelves)
    assert not {
        name for name in loaded_by(shelves) if name.startswith(("game.engine", "game.record", "game.delegates"))
    }


def test_table_loads_no_analysis_and_no_author_tools():
    assert not loaded_by("import game.ui.screens.table") & {"networkx", "numpy", "pydantic", "yaml"}


def test_request_loads_no_textual():
    assert "textual" not in loaded_by("import game.ui.request")
