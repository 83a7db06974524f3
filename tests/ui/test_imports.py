"""What is loaded before the first frame: a clean interpreter is asked."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())


AT_A_FRAME = """
import sys
import textual.app, textual.drivers.headless_driver, textual.drivers.linux_driver
empty = set(sys.modules)
from game.ui.app import Plenipo, Request
def looked(app):
    strips = app.screen._compositor.render_strips() if app._screen_stack else ()
    if mark in "".join(segment.text for strip in strips for segment in strip):
        print(*sorted(set(sys.modules) - empty), file=sys.__stdout__)
        app.exit(0)
Plenipo.post_display_hook = looked
Plenipo(Request(*asked)).run(headless=True, size=(80, 24))
"""
"""Prints what is loaded, over what an empty Textual app loads, when ``mark`` is painted."""
OF_LISTS = {
    *("game.ui.archive", "game.ui.convene", "game.ui.shelves", "game.ui.words"),
    *("game.play", "game.play.clean", "game.play.settings", "game.paths", "game.slim"),
    *("game.authoring", "game.authoring.compiled", "game.authoring.overview", "game.authoring.summaries"),
    *("game.authoring.diagnostics", "game.authoring.errors", "game.authoring.ids"),
}
"""What the scenarios are listed by."""
OF_THE_APP = {
    *(f"game.ui.{name}" for name in ("app", "appearance", "crash", "request", "theme")),
    *(f"game.ui.{name}" for name in ("gate", "intake", "keyboard", "tidying")),
    "game.ui.widgets.paper",
}
OF_HOME = {
    *(f"game.ui.screens.{name}" for name in ("base", "entries", "home", "too_small")),
    *(f"game.ui.widgets.{name}" for name in ("blocks", "lines", "steady", "verbs")),
}
OF_TEXTUAL = {"pilot", "scrollbar", "layouts.factory", "layouts.horizontal", "layouts.stream"}
"""Of Textual, over an empty app; its pilot only because nobody is at the keyboard here."""
NOT_AT_A_TABLE = {
    *("networkx", "numpy", "pydantic", "yaml", "game.debrief", "game.graph", "game.bargaining", "game.simulate"),
    *("game.authoring.library", "game.authoring.sources", "game.authoring.yaml_source"),
    *("game.delegates.counterpart", "game.delegates.ground", "game.delegates.historical"),
    *(f"game.ui.screens.{name}" for name in ("home", "dossier", "sources", "telegram", "help", "debrief", "graph")),
    *("game.ui.widgets.canvas", "game.ui.widgets.course", "game.ui.widgets.plot", "game.play.walk"),
    *("importlib.metadata", "email", "rich.markdown", "textual.widgets._markdown", "textual.widgets._option_list"),
}
"""What is opened from a table, thinks at it, or is for authors."""


def loaded_at(mark: str, folder: Path, *asked: str) -> set[str]:
    """What is loaded when ``mark`` is painted. Once before, what is kept of the scenarios is worked out if need be."""
    given = {**os.environ, "PLENIPO_SAVES": str(folder), "PLENIPO_SETTINGS": str(folder / "settings.json")}
    loaded_by("from game.ui.shelves import Shelves; Shelves().listed()")
    code = f"mark, asked = {mark!r}, {asked!r}\n{AT_A_FRAME}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=given, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_home_shows_its_scenarios_with_no_more_loaded_than_they_need(tmp_path):
    """All that may be loaded, by name: what is put into it costs every player some of the first frame."""
    loaded = loaded_at("10 July", tmp_path)
    assert "game.ui.screens.home" in loaded
    rooms = {"game", "game.ui", "game.ui.screens", "game.ui.widgets"}
    assert {name for name in loaded if name.startswith("game")} <= rooms | OF_THE_APP | OF_HOME | OF_LISTS
    assert {name[8:] for name in loaded if name.startswith("textual.")} <= OF_TEXTUAL
    outside = {name.split(".")[0] for name in loaded} - {"game", "textual", "rich"}
    assert outside <= {"_blake2", "_hashlib", "_json", "gc", "hashlib", "json"}


def test_table_shows_its_agenda_before_anything_thinks_or_is_opened_over_it(tmp_path):
    loaded = loaded_at("Draft Treaty", tmp_path, "moscow-1945-07-10", "china")
    assert "game.ui.screens.table" in loaded
    assert not loaded & NOT_AT_A_TABLE
    assert {name[8:] for name in loaded if name.startswith("textual.")} <= OF_TEXTUAL


def test_what_may_not_be_loaded_at_a_table_is_named_as_it_is():
    """A module that has another name by now would never be found."""
    present = [name for name in NOT_AT_A_TABLE if name.startswith(("game.", "rich.", "textual."))]
    missing = [name for name in present if importlib.util.find_spec(name) is None]
    assert missing == []


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
