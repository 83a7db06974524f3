"""The debrief: what the negotiation came to, in text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.play.clean import clean
from game.ui.archive import Game
from game.ui.screens.base import Room
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper
from game.ui.widgets.verbs import Key, Verbs

if TYPE_CHECKING:
    from game.ui.app import Plenipo

KEYS = (
    Key("↑↓", "scroll", "screen.nothing"),
    Key("?", "help", "screen.help('')"),
    Key("Esc", "back to the table", "screen.back"),
)


WIDEST, MARGIN = 100, 6
"""Columns of the text at most, and those beside it: margins, indent, scroll bar."""


class DebriefScreen(Room):
    """The findings of a game that is over. They are worked out beside the screen."""

    app: Plenipo
    TOPIC = "debrief"
    CSS_PATH = "debrief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,b", "back", "Back", show=False)]

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game

    def compose(self) -> ComposeResult:
        """Title, findings, keys."""
        title = self.game.session.state.scenario.agenda.title
        yield Paper(Content(f"Debrief · {title}"), classes="title")
        yield Lines([Block(Content.styled("The debrief is being worked out …", "$faint"))], id="findings")
        yield Verbs(KEYS, id="verbs")

    def on_mount(self) -> None:
        """Work the findings out."""
        self.query_one(Lines).focus()

    def on_resize(self) -> None:
        """Set the text to the width there is."""
        self._find(min(WIDEST, self.app.size.width - MARGIN))

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _find(self, width: int) -> None:
        try:
            self.app.call_from_thread(self._tell, self.app.archive.findings(self.game, width))
        except Exception as error:
            self.app.call_from_thread(self.app.crashed, error)

    def _tell(self, findings: str) -> None:
        self.query_one(Lines).show(_block(line) for line in clean(findings).split("\n"))

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss()

    def action_nothing(self) -> None:
        """A key that only explains itself."""


def _block(line: str) -> Block:
    """A line of the findings; what is indented hangs under its first line, and headings stand out."""
    body = line.lstrip()
    indent = Content(" " * (len(line) - len(body) + 1))
    hang = Content(" " * (len(line) - len(body) + 3)) if len(indent) > 1 else indent
    heading = bool(body) and len(indent) == 1 and len(body) < 60 and body[-1] not in ".,;:!?”)"
    return Block(Content.styled(body, "bold $primary" if heading else ""), indent, hang)
