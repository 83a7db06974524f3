"""The dossier: what a side has on its desk before and during a sitting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from game.play.clean import clean_line
from game.play.geography import mapped
from game.ui.chair import Chair
from game.ui.screens.atlas import legend, places
from game.ui.screens.base import Room
from game.ui.screens.pages import ALONE, documents, instructions, issues, people, situation
from game.ui.widgets.chart import Chart
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.verbs import Key, Verbs

if TYPE_CHECKING:
    from game.ui.app import Plenipo

NAMES = ("situation", "instructions", "issues", "people", "documents", "map")
PAGES = (situation, instructions, issues, people)
INSTRUCTIONS, DOCUMENTS, MAP = 1, 4, 5
OF_ISSUES = (INSTRUCTIONS, 2)
"""Pages that go through the whole agenda: they open at the issue in hand."""
SCROLL, ISSUE = Key("↑↓", "scroll", "screen.nothing"), Key("↑↓", "issue", "screen.nothing")
READ = Key("Enter", "opens a document", "screen.read")
PAGE_KEYS = {DOCUMENTS: (SCROLL, READ), MAP: (ISSUE,)}
"""The keys of a page that has some of its own."""
LAST_KEYS = (
    Key("?", "help", "screen.help('')"),
    Key("Esc", "back", "screen.back"),
)


class DossierScreen(Room):
    """Its pages: the documents open in the reader, the map lights up with the issue under the cursor.

    A scenario about no place on the map has no page for it.
    """

    app: Plenipo
    TOPIC = "dossier"
    CSS_PATH = "dossier.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(place + 1), f"page({place})", name.capitalize(), show=False) for place, name in enumerate(NAMES)),
        Binding("left", "next(-1)", "Page before", show=False),
        Binding("right", "next(1)", "Next page", show=False),
        Binding("escape,q,d", "back", "Back", show=False),
    ]

    def __init__(self, chair: Chair, issue: str = "", page: int = 0) -> None:
        super().__init__()
        self.chair = chair
        self._issue = issue
        self._page = page
        self._names = NAMES if mapped(chair.view.agenda) else NAMES[:MAP]

    @property
    def page(self) -> int:
        """The place of the page that is open."""
        return self._page

    @property
    def issue_in_hand(self) -> str:
        """The issue the map begins with."""
        return self._issue

    def compose(self) -> ComposeResult:
        """Title, pages, text, keys."""
        party = self.chair.view.agenda.party(self.chair.party)
        yield Paper(Content(f"Dossier · {clean_line(party.seat)} for {clean_line(party.side)}"), classes="title")
        yield Tabs(self._names, id="tabs")
        alone = Lines([ALONE], id="alone")
        alone.can_focus = False
        yield alone
        with Horizontal(id="desk"):
            yield Lines(id="page")
            with Vertical(id="atlas"):
                yield Chart(id="chart")
                yield Paper("", id="legend")
        yield Verbs(self._keys(), id="verbs")

    def on_mount(self) -> None:
        """Open the first page."""
        self.action_page(self._page)

    def action_page(self, place: int) -> None:
        """Open a page; one this dossier has not is left alone."""
        if place >= len(self._names):
            return
        self._page = place
        self.query_one(Tabs).show(place)
        self.query_one(Verbs).show((*PAGE_KEYS.get(place, (SCROLL,)), *self._keys()))
        text = self.query_one("#page", Lines)
        self.query_one("#alone").display = place == INSTRUCTIONS
        self.set_class(place == MAP, "-map")
        text.show(self._blocks(place), self._issue if place == MAP else None)
        if place == MAP:
            self._light()
        else:
            text.scroll_to(y=self._row_in_hand(text) if place in OF_ISSUES else 0, animate=False)
        text.focus()

    def _row_in_hand(self, text: Lines) -> int:
        """Where the issue in hand begins on a page that has all of them: its heading stands in bold by itself."""
        if not self._issue:
            return 0
        issue = self.chair.view.agenda.issue(self._issue)
        named = {clean_line(issue.heading), f"{issue.code} {clean_line(issue.heading)}"}
        return next((text.row_of_block(at) for at, one in enumerate(text.blocks) if one.body.plain in named), 0)

    def _keys(self) -> tuple[Key, ...]:
        return (Key(f"1–{len(self._names)} ← →", "page", "screen.next(1)"), *LAST_KEYS)

    def _blocks(self, place: int) -> Iterable[Block]:
        if place == MAP:
            return places(self.chair.view)
        return self._documents() if place == DOCUMENTS else PAGES[place](self.chair.view)

    def _documents(self) -> list[Block]:
        return list(documents(self.chair.view, self.app.archive))

    def action_next(self, by: int) -> None:
        """The next page, or the one before."""
        self.action_page((self._page + by) % len(self._names))

    def on_lines_moved(self) -> None:
        """Another issue on the map."""
        if self._page == MAP:
            self._light()

    def _light(self) -> None:
        issue = self.query_one("#page", Lines).cursor
        self.query_one(Chart).light(issue)
        self.query_one("#legend", Paper).tell(legend(self.chair.view, issue))

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """Open a document."""
        if self._page == DOCUMENTS:
            self.app.show_document(message.key, 0, self.chair.view, self.chair.disputes)

    def action_read(self) -> None:
        """Open the document under the cursor."""
        self.query_one("#page", Lines).action_choose()

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss()

    def action_nothing(self) -> None:
        """A key that only explains itself."""
