"""Where the sources conflict: the readings of what a document is cited for, side by side, each with its passage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.engine.evidence import Dispute
from game.engine.view import View
from game.play.clean import clean_line
from game.ui.screens.base import Sheet
from game.ui.screens.pages import SPACE, disputed
from game.ui.widgets.lines import Block, Lines


class DisputesScreen(Sheet[Any]):
    """Disputes to be read: the readings in columns where there is room."""

    CSS_PATH = "sheet.tcss"
    DEFAULT_CSS = "DisputesScreen #disputes { height: auto; max-height: 18; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,d", "dismiss", "Back", show=False)]

    def __init__(self, view: View, disputes: tuple[Dispute, ...]) -> None:
        super().__init__()
        self._view, self._disputes = view, disputes

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content("Where the sources conflict")
            sheet.border_subtitle = Content("↑↓ scrolls · Esc goes back")
            yield Lines(_blocks(self._view, self._disputes), id="disputes")


def conflicting(disputes: tuple[Dispute, ...], source: str) -> tuple[Dispute, ...]:
    """The disputes in which a passage of the source is one of the readings."""
    return tuple(one for one in disputes if any(reading.citation.source == source for reading in one.readings))


def _blocks(view: View, disputes: tuple[Dispute, ...]) -> Iterator[Block]:
    for number, dispute in enumerate(disputes):
        if number:
            yield SPACE
        heading = clean_line(view.agenda.issue(dispute.issue).heading) if view.agenda.has(dispute.issue) else ""
        yield Block(Content.styled(heading or "The talks as a whole", "bold $primary"))
        yield from disputed(view, dispute)
