"""Screens under test: no blinking, no motion, goldens in plain text.

A golden is asserted letter by letter. A missing one fails; PLENIPO_UPDATE_GOLDENS=1 writes them, to be looked at
and committed.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)

import pytest
from rich.console import Console
from textual.app import App
from textual.widgets import Input

GOLDENS = Path(__file__).parent / "goldens"


@pytest.fixture(autouse=True)
def _still(monkeypatch, tmp_path):
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


def screen_text(app: App) -> str:
    """What is on screen, as lines of text."""
    width, height = app.size
    console = Console(
        width=width,
        height=height,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        record=True,
        legacy_windows=False,
        safe_box=False,
    )
    console.print(app.screen._compositor.render_update(full=True))
    return "\n".join(line.rstrip() for line in console.export_text(styles=False).splitlines()) + "\n"


@pytest.fixture
def golden(tmp_path) -> Callable[[App, str], None]:
    """Compare what is on screen with the golden of that name."""

    def compare(app: App, name: str) -> None:
        found, path = screen_text(app), GOLDENS / f"{name}.txt"
        if os.environ.get("PLENIPO_UPDATE_GOLDENS"):
            GOLDENS.mkdir(exist_ok=True)
            path.write_text(found, encoding="utf-8")
        assert path.exists(), f"there is no golden {path.name}; PLENIPO_UPDATE_GOLDENS=1 writes it"
        (tmp_path / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")
        assert found == path.read_text(encoding="utf-8"), f"the screen changed; picture: {tmp_path}/{name}.svg"

    return compare
