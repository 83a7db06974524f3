"""Leaving a game for another course: what that means, and whether one is sure."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.ui.screens.base import Sheet
from game.ui.widgets.paper import Paper


class WhatIfScreen(Sheet[bool]):
    """One question; Enter is yes."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Play on from there", show=False),
        Binding("escape", "dismiss(False)", "Back", show=False),
    ]

    def __init__(self, ply: int, title: str = "What if?") -> None:
        super().__init__()
        self._title = title
        self._ply = ply

    def compose(self) -> ComposeResult:
        """The sheet."""
        where = f"after move {self._ply}" if self._ply else "at its opening"
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self._title)
            sheet.border_subtitle = Content("Enter opens it · Esc goes back")
            yield Paper(
                f"Another game leaves this one {where}, and you play on from there. It is kept as a variation: its "
                "record names this game and the move. This game stays as it is, among the games to go on with."
            )
