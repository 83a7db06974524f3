"""What every screen has: help for what has focus, and a word when the terminal is too small."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

LEAST_WIDTH, LEAST_HEIGHT = 80, 24


class Room(Screen[Any]):
    """A screen of Plenipo. ``TOPIC`` names its page of help; ``topic`` the page for what has focus."""

    TOPIC: ClassVar[str] = "keys"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help('')", "Help here", key_display="?", id="help-here", show=False),
        Binding("f1", "help('keys')", "All keys", id="help-keys", show=False),
    ]

    def topic(self) -> str:
        """The page of help for what has focus: its id where there is such a page, else the screen's own."""
        from game.ui.screens.help import TOPICS

        focused = self.focused.id if self.focused is not None else None
        return focused if focused in TOPICS else self.TOPIC

    def action_help(self, topic: str) -> None:
        """Explain what has focus, or the page asked for."""
        from game.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(topic or self.topic()))
