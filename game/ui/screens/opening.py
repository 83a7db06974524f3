"""A word that the table is being laid, while everything heavy is read beside it.

Keys pressed meanwhile wait, and reach the table once it is laid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.screen import Screen

from game.ui.request import Request
from game.ui.widgets.paper import Paper

if TYPE_CHECKING:
    from game.ui.app import Plenipo


class OpeningScreen(Screen[Any]):
    """Stands between the home screen and a table."""

    app: Plenipo

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.request = request

    def compose(self) -> ComposeResult:
        """One line."""
        yield Paper("Opening the table …", classes="title")

    def on_mount(self) -> None:
        """Show the line first, then begin to read."""
        self.call_after_refresh(self.app.read_table, self.request)
