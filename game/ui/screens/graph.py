"""The course of the game, walked with the arrows: table by table at the left, one issue from both ends at the right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from game.play.clean import clean_line
from game.play.walk import Stop, Walk
from game.ui.chair import Chair
from game.ui.screens.base import Room
from game.ui.signs import colour_of, letters
from game.ui.widgets.course import Course
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper
from game.ui.widgets.verbs import Key, Verbs

if TYPE_CHECKING:
    from game.ui.app import Plenipo

KEYS = (
    Key("↑↓", "table before and after", "screen.nothing"),
    Key("← →", "issue", "screen.issue(1)"),
    Key("w", "what if", "screen.vary"),
    Key("p", "plots", "screen.plots"),
    Key("?", "help", "screen.help('')"),
    Key("Esc", "back", "screen.back"),
)
IN_PLAY = "Where the talks are on record, their own course opens beside it when the game is over."
ON_RECORD = "◇"


class GraphScreen(Room):
    """A walk. It is worked out beside the screen."""

    app: Plenipo
    TOPIC = "graph"
    CSS_PATH = "graph.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,left_square_bracket", "issue(-1)", "Issue before", show=False),
        Binding("right,right_square_bracket", "issue(1)", "Issue after", show=False),
        Binding("w", "vary", "What if", show=False),
        Binding("p", "plots", "Plots", show=False),
        Binding("escape,q,g", "back", "Back", show=False),
    ]

    def __init__(self, chair: Chair, issue: str) -> None:
        super().__init__()
        self.chair = chair
        self._issue = issue
        self._walk = Walk(())
        self._leaving = 0

    def compose(self) -> ComposeResult:
        """Title; the stops; the issue; how it compares; keys."""
        yield Paper(Content("The course of the game"), classes="title")
        with Horizontal(id="walk"):
            yield Lines([Block(Content.styled("Laying the tables in a row …", "$faint"))], id="stops")
            with Vertical(id="issue"):
                yield Paper("", id="heading")
                yield Course(id="course")
                yield Paper("", id="compared")
        yield Verbs(KEYS, id="verbs")

    def on_mount(self) -> None:
        """Work the walk out."""
        self.query_one(Lines).focus()
        self._find()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _find(self) -> None:
        try:
            self.app.call_from_thread(self._tell, self.app.archive.walk(self.chair))
        except Exception as error:
            self.app.call_from_thread(self.app.crashed, error)

    def _tell(self, walk: Walk) -> None:
        self._walk = walk
        last = str(len(walk.stops) - 1)
        nothing = Block(Content.styled("No position has moved yet.", "$faint"), Content("  "))
        self.query_one(Lines).show(list(self._blocks()) or [nothing], last)
        told = walk.compared if self.chair.session.over else (IN_PLAY,)
        self.query_one("#compared", Paper).tell(Content.styled(" ".join(map(clean_line, told)), "$faint"))
        self._draw()

    def _blocks(self) -> Iterator[Block]:
        agenda = self.chair.view.agenda
        marks = dict(zip((party.id for party in agenda.parties), letters(agenda), strict=True))
        for place, stop in enumerate(self._walk.stops):
            mark = (marks.get(stop.mover, "·"), f"bold {colour_of(agenda, stop.mover)}")
            lead = Content.assemble(f" {stop.ply:>4} ", mark, " ")
            tail = Content.styled(ON_RECORD if stop.recorded else "", "$accent")
            named = ", ".join(clean_line(agenda.issue(issue).heading) for issue in stop.issues)
            yield Block(Content(named), lead, Content(" " * 8), tail, most=1, key=str(place))

    @property
    def _place(self) -> int:
        cursor = self.query_one(Lines).cursor
        return int(cursor) if cursor else 0

    def _stop(self) -> Stop | None:
        return self._walk.stops[self._place] if self._walk.stops else None

    def _draw(self) -> None:
        agenda, stop = self.chair.view.agenda, self._stop()
        issue = agenda.issue(self._issue)
        said = clean_line(stop.words) if stop else ""
        kind = f"  ({stop.kind})" if stop and stop.kind else ""
        heading = Content.styled(f"{issue.code} {clean_line(issue.heading)}", "bold $primary")
        self.query_one("#heading", Paper).tell(Content.assemble(heading, "\n", (said, ""), (kind, "$faint")))
        self.query_one(Course).show(agenda, self._walk, self._issue, self._place)

    def on_lines_moved(self) -> None:
        """Another table; the issue follows what changed there."""
        stop = self._stop()
        if stop and stop.issues and self._issue not in stop.issues:
            self._issue = stop.issues[0]
        self._draw()

    def action_issue(self, by: int) -> None:
        """The next issue of the agenda, or the one before."""
        issues = [issue.id for issue in self.chair.view.agenda.issues]
        self._issue = issues[(issues.index(self._issue) + by) % len(issues)]
        self._draw()

    def action_plots(self) -> None:
        """Open the plots of the game."""
        from game.ui.screens.plots import PlotsScreen

        self.app.push_screen(PlotsScreen(self.chair))

    def action_vary(self) -> None:
        """Ask whether to leave the game before one's own move under the cursor, or after the other side's."""
        from game.ui.screens.what_if import WhatIfScreen
        from game.ui.screens.word import WordScreen

        stop, fixed = self._stop(), self.chair.session.fixed()
        if fixed is not None:
            self.app.push_screen(WordScreen("What if?", [fixed.message, fixed.remedy]))
        elif stop is not None:
            self._leaving = stop.ply - 1 if stop.mover == self.chair.party else stop.ply
            self.app.push_screen(WhatIfScreen(self._leaving), self._decided)

    def _decided(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(self._leaving)

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss()

    def action_nothing(self) -> None:
        """A key that only explains itself."""
