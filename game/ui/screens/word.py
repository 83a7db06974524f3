"""A word to the player on a sheet of its own; any key goes on."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.play.clean import clean
from game.ui.screens.base import Sheet
from game.ui.widgets.paper import Paper


class WordScreen(Sheet[Any]):
    """Some sentences, and Enter."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,space", "dismiss", "Go on", show=False)]

    def __init__(self, title: str, sentences: list[str]) -> None:
        super().__init__()
        self._title = title
        self._text = "\n\n".join(clean(sentence) for sentence in sentences if sentence)

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self._title)
            sheet.border_subtitle = Content("Enter goes on")
            yield Paper(Content(self._text))
