"""A terminal that is too small gets one sentence: the size needed, the size found, and the way without a screen."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.geometry import Size

from game.ui.screens.base import Sheet
from game.ui.widgets.paper import Paper

LEAST = Size(80, 24)
IN_A_TERMINAL = "Enlarge it, or play with: plenipo --plain"
IN_A_PAGE = "Enlarge the window, zoom out or turn the device, and reload; or play in a terminal with: plenipo --plain"


def is_too_small(size: Size) -> bool:
    """Whether the table does not fit."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmall(Sheet[Any]):
    """Covers everything, and takes every key, until the terminal is large enough again."""

    DEFAULT_CSS = "TooSmall { background: $background; align: left top; } TooSmall Static { width: 1fr; height: auto; }"

    def compose(self) -> ComposeResult:
        """The one sentence."""
        yield Paper("", id="size")

    def on_mount(self) -> None:
        """Say it with the size as it is."""
        self.tell()

    def tell(self) -> None:
        """Name the size found, or go away when it is enough."""
        size = self.app.size
        if not self.is_mounted:
            return
        if is_too_small(size):
            needed = f"Plenipo needs {LEAST.width} columns and {LEAST.height} lines"
            found = f"this {'page' if self.app.is_web else 'terminal'} has {size.width} and {size.height}"
            remedy = IN_A_PAGE if self.app.is_web else IN_A_TERMINAL
            self.query_one("#size", Paper).update(f"{needed}; {found}. {remedy}")
        elif self.is_current:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """Back on top: perhaps it is large enough by now."""
        self.tell()
