"""The first frame: a word that the table is being laid, while everything heavy is read beside it.

Keys pressed meanwhile wait, and reach the table once it is laid.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen

from game.ui.request import Request
from game.ui.widgets.paper import Paper

if TYPE_CHECKING:
    from game.ui.app import Plenipo


class OpeningScreen(Screen[Any]):
    """Opens a game and gives way to its table."""

    app: Plenipo
    CSS_PATH = "opening.tcss"

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.request = request

    def compose(self) -> ComposeResult:
        """One line."""
        yield Paper("Opening the table …", classes="title")

    def on_mount(self) -> None:
        """Show the line first, then begin to read."""
        self.call_after_refresh(self._open)

    @work(thread=True, exit_on_error=False)
    def _open(self) -> None:
        from game.ui.archive import CannotOpen

        try:
            opened = self.app.archive.open(self.request)
            import_module("game.ui.screens.table")
        except CannotOpen as problem:
            self.app.call_from_thread(self.app.cannot_open, problem)
        except Exception as error:
            self.app.call_from_thread(self.app.crashed, error)
        else:
            self.app.call_from_thread(self.app.lay_table, opened)
