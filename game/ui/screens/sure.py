"""Something that can't be undone: what it is, and whether one is sure."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.play.clean import clean
from game.ui.screens.base import Sheet
from game.ui.widgets.paper import Paper, key_word


class SureScreen(Sheet[bool]):
    """One question; y is yes, and Enter is not, so that no key typed ahead does it."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Yes", show=False),
        Binding("escape,n,enter", "dismiss(False)", "No", show=False),
    ]

    def __init__(self, title: str, sentence: str, deed: str) -> None:
        super().__init__()
        self._title = title
        self._sentence = clean(sentence)
        self._deed = deed

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self._title)
            yield Paper(Content(self._sentence))
            yield Paper(Content.assemble("\n", key_word("y", self._deed, "screen.dismiss(True)")))
            yield Paper(key_word("Esc", "goes back", "screen.dismiss(False)"))
