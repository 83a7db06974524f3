"""Two people at one keyboard: a blank screen between them, so that neither sees the other's papers."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.play.clean import clean_line
from game.ui.screens.base import Leaf
from game.ui.widgets.paper import Paper, key_word


class HandOverScreen(Leaf[Any]):
    """Says who is to sit down. What is under it belongs to that person already; only Enter opens it."""

    CSS_PATH = "hand_over.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "dismiss", "I sit here", show=False)]

    def __init__(self, seat: str, side: str) -> None:
        super().__init__()
        self._seat, self._side = clean_line(seat), clean_line(side)

    def compose(self) -> ComposeResult:
        """Three sentences."""
        yield Paper("The floor passes", classes="title")
        who = Content.assemble((self._seat, "bold $accent"), f", for {self._side}, has the floor.")
        text = "Hand over the keyboard. What comes next shows this side's instructions and messages; whoever sits for "
        key = key_word("Enter", f"I sit for {self._side}", "screen.dismiss")
        yield Paper(Content("\n\n").join([who, Content(f"{text}the other side looks away."), key]))
