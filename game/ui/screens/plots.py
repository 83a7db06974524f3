"""Plots: the figures of a game, one at a time, with what they show in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.debrief.page import Figure
from game.play.clean import clean_line
from game.ui.chair import Chair
from game.ui.screens.base import Room
from game.ui.widgets.paper import Paper, in_rows
from game.ui.widgets.plot import Plot, legend
from game.ui.widgets.verbs import Key, Verbs

if TYPE_CHECKING:
    from game.ui.app import Plenipo

KEYS = (
    Key("← →", "plot before and after", "screen.turn(1)"),
    Key("?", "help", "screen.help('')"),
    Key("Esc", "back", "screen.back"),
)
NONE = "There is nothing to draw yet: no issue has both sides' positions."


class PlotsScreen(Room):
    """In play, what this side may know; when it is over, the frontier, both paths and the record."""

    app: Plenipo
    TOPIC = "plots"
    CSS_PATH = "plots.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n,down", "turn(1)", "Next plot", show=False),
        Binding("left,up", "turn(-1)", "Plot before", show=False),
        Binding("escape,q,p", "back", "Back", show=False),
    ]

    def __init__(self, chair: Chair) -> None:
        super().__init__()
        self.chair = chair
        self._figures: tuple[Figure, ...] = ()
        self._open = 0

    def compose(self) -> ComposeResult:
        """Title; the plot; what its signs mean; keys."""
        yield Paper(Content("Plots"), id="title", classes="title")
        yield Plot(id="plot")
        yield Paper(Content.styled("The plots are being drawn …", "$faint"), id="legend")
        yield Verbs(KEYS, id="verbs")

    def on_mount(self) -> None:
        """Work the figures out."""
        self._find()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _find(self) -> None:
        try:
            self.app.call_from_thread(self._tell, self.app.archive.figures(self.chair))
        except Exception as error:
            self.app.call_from_thread(self.app.crashed, error)

    def _tell(self, figures: tuple[Figure, ...]) -> None:
        self._figures = figures
        if figures:
            self._show()
        else:
            self.query_one("#legend", Paper).tell(Content(NONE))

    def _show(self) -> None:
        figure = self._figures[self._open]
        number = f"{self._open + 1} of {len(self._figures)} · " if len(self._figures) > 1 else ""
        self.query_one("#title", Paper).tell(Content(f"Plots · {number}{clean_line(figure.title)}"))
        self.query_one(Plot).tell(figure)
        told = Content.styled(f"{figure.told[:1].upper()}{clean_line(figure.told)[1:]}", "$faint")
        rows = in_rows(legend(figure), self.app.size.width - 2)
        self.query_one("#legend", Paper).tell(Content("\n").join([*rows, told]))

    def action_turn(self, by: int) -> None:
        """The next plot, or the one before."""
        if self._figures:
            self._open = (self._open + by) % len(self._figures)
            self._show()

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss()
