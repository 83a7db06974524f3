"""What every screen has: help for what has focus, and a word when the terminal is too small."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget

LEAST_WIDTH, LEAST_HEIGHT = 80, 24


class Leaf(Screen[ScreenResultType]):
    """A screen that is closed once, and only while it is on top.

    Textual closes whatever is on top: a second click that comes while the first is being answered would close the
    screen below, and with it the table.
    """

    @property
    def on_top(self) -> bool:
        """Whether nothing covers it: what was clicked just before it was covered comes too late."""
        return self.app.screen is self

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close it, with a result for whoever opened it; nothing where it is closed or covered."""
        return super().dismiss(result) if self.on_top else AwaitComplete()


class Sheet(ModalScreen[ScreenResultType], Leaf[ScreenResultType]):
    """A sheet over a room, closed once and only while it is on top."""


class Room(Leaf[Any]):
    """A screen of Plenipo. ``TOPIC`` names its page of help; ``topic`` the page for what has focus.

    Textual paints all of a screen when something else gets its focus; here only what looks another by it is painted.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

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
