"""The debrief: what the negotiation came to, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from game.play.clean import clean
from game.ui.archive import Game
from game.ui.screens.base import Room
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper, in_rows
from game.ui.widgets.verbs import Key, Verbs

if TYPE_CHECKING:
    from game.ui.app import Plenipo

KEYS = (
    Key("←→", "pages", "screen.turn(1)"),
    Key("↑↓", "scroll", "screen.nothing"),
    Key("Tab", "next heading", "screen.heading(1)"),
    Key("p", "plots", "screen.plots"),
    Key("?", "help", "screen.help('')"),
    Key("Esc", "back to the table", "screen.back"),
)
OTHER_CHAIR = Key("c", "the other chair", "screen.chair")
"""Where two people sat at the table."""
WIDEST, MARGIN = 100, 6
"""Columns of the text at most, and those beside it: margins, indent, scroll bar."""
NUMBERED = 9
"""Pages that the digits from 1 open, 0 the one after; all can be reached by turning."""


class DebriefScreen(Room):
    """The findings of a game that is over. They are worked out beside the screen."""

    app: Plenipo
    TOPIC = "debrief"
    CSS_PATH = "debrief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,b", "back", "Back", show=False),
        Binding("right,n", "turn(1)", "Next page", show=False),
        Binding("left", "turn(-1)", "Page before", show=False),
        Binding("p", "plots", "Plots", show=False),
        Binding("c", "chair", "The other chair", show=False),
        Binding("tab", "heading(1)", "Next heading", show=False, priority=True),
        Binding("shift+tab", "heading(-1)", "Heading before", show=False, priority=True),
        Binding("0", f"page({NUMBERED})", show=False),
        *(Binding(str(number), f"page({number - 1})", show=False) for number in range(1, NUMBERED + 1)),
    ]

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game
        self._pages: Mapping[str, str] = {}
        self._open = 0
        self._headings: list[int] = []

    def compose(self) -> ComposeResult:
        """Title, the names of the pages, the page that is open, keys."""
        title = self.game.session.state.scenario.agenda.title
        yield Paper(Content(f"Debrief · {title}"), classes="title")
        yield Paper(Content(""), id="pages")
        yield Lines([Block(Content.styled("The debrief is being worked out …", "$faint"))], id="findings")
        yield Verbs((OTHER_CHAIR, *KEYS) if self._for_two else KEYS, id="verbs")

    @property
    def _for_two(self) -> bool:
        return len(self.game.session.human_parties) > 1

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

    def _tell(self, pages: Mapping[str, str]) -> None:
        self._pages = pages
        self.action_page(self._open)

    def action_page(self, place: int) -> None:
        """Open a page, by its place from 0."""
        names = list(self._pages)
        if not 0 <= place < len(names):
            return
        self._open = place
        self.query_one("#pages", Paper).tell(_contents(names, place, self.app.size.width - 2))
        lines = self.query_one(Lines)
        text = clean(self._pages[names[place]]).split("\n")
        self._headings = [number for number, line in enumerate(text) if _is_heading(line)]
        lines.show(map(_block, text))
        lines.scroll_home(animate=False)

    def action_heading(self, by: int) -> None:
        """Bring the next heading of the page to the top, or the one before; at the last it stays."""
        lines = self.query_one(Lines)
        here = round(lines.scroll_target_y)
        rows = [lines.row_of_block(number) for number in self._headings]
        wanted = [row for row in rows if row > here] if by > 0 else [row for row in reversed(rows) if row < here]
        if wanted:
            lines.scroll_to(y=wanted[0], animate=False)

    def action_turn(self, by: int) -> None:
        """The next page, or the one before; from the last to the first."""
        if self._pages:
            self.action_page((self._open + by) % len(self._pages))

    def action_chair(self) -> None:
        """The findings of the other of two people."""
        if self._for_two:
            other = self.game.session.state.scenario.agenda.other(self.game.party)
            self.game = replace(self.game, party=other)
            self.on_resize()

    def action_plots(self) -> None:
        """Open the plots: the frontier with what was reached, both paths, the record."""
        from game.ui.chair import Chair
        from game.ui.screens.plots import PlotsScreen

        self.app.push_screen(PlotsScreen(Chair(self.game, self.app.archive)))

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss()

    def action_nothing(self) -> None:
        """A key that only explains itself."""


def _contents(names: list[str], place: int, width: int) -> Content:
    """The pages by name in as few rows as they need, the open one in brackets; each opens at a click."""
    shown = []
    for number, name in enumerate(names):
        click = Style.from_meta({"@click": f"screen.page({number})"})
        digit = str((number + 1) % 10) if number <= NUMBERED else ""
        named = f"{digit} {name}".strip()
        plain = Content.assemble((digit, "bold $accent"), f" {name}" if digit else name)
        shown.append((Content.styled(f"[{named}]", "bold $accent") if number == place else plain).stylize(click))
    return Content("\n").join(in_rows(shown, width))


def _is_heading(line: str) -> bool:
    """Whether a line of the findings is a heading: short, not indented, and no sentence."""
    return bool(line) and line[0] != " " and len(line) < 60 and line[-1] not in ".,;:!?”)"


def _block(line: str) -> Block:
    """A line of the findings; what is indented hangs under its first line, and headings stand out."""
    body = line.lstrip()
    indent = Content(" " * (len(line) - len(body) + 1))
    hang = Content(" " * (len(line) - len(body) + 3)) if len(indent) > 1 else indent
    return Block(Content.styled(body, "bold $primary" if _is_heading(line) else ""), indent, hang)
