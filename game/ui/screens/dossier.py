"""The dossier: what a side has on its desk before and during a sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.play.clean import clean_line
from game.ui.chair import Chair
from game.ui.screens.base import Room
from game.ui.screens.pages import documents, instructions, issues, people, situation
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.verbs import Key, Verbs

if TYPE_CHECKING:
    from game.ui.app import Plenipo

NAMES = ("situation", "your instructions", "issues", "people", "documents")
PAGES = (situation, instructions, issues, people)
DOCUMENTS = 4
KEYS = (
    Key("1–5 ← →", "page", "screen.next(1)"),
    Key("↑↓", "scroll", "screen.nothing"),
    Key("Enter", "opens a document", "screen.read"),
    Key("?", "help", "screen.help('')"),
    Key("Esc", "back", "screen.back"),
)


class DossierScreen(Room):
    """Five pages; the documents open in the reader."""

    app: Plenipo
    TOPIC = "dossier"
    CSS_PATH = "dossier.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(place + 1), f"page({place})", name.capitalize(), show=False) for place, name in enumerate(NAMES)),
        Binding("left", "next(-1)", "Page before", show=False),
        Binding("right", "next(1)", "Next page", show=False),
        Binding("escape,q,d", "back", "Back", show=False),
    ]

    def __init__(self, chair: Chair, page: int = 0) -> None:
        super().__init__()
        self.chair = chair
        self._page = page

    def compose(self) -> ComposeResult:
        """Title, pages, text, keys."""
        party = self.chair.view.agenda.party(self.chair.party)
        yield Paper(Content(f"Dossier · {clean_line(party.seat)} for {clean_line(party.name)}"), classes="title")
        yield Tabs(NAMES, id="tabs")
        yield Lines(id="page")
        yield Verbs(KEYS, id="verbs")

    def on_mount(self) -> None:
        """Open the first page."""
        self.action_page(self._page)

    def action_page(self, place: int) -> None:
        """Open a page."""
        self._page = place
        self.query_one(Tabs).show(place)
        text = self.query_one(Lines)
        text.show(self._documents() if place == DOCUMENTS else PAGES[place](self.chair.view))
        text.scroll_home(animate=False)
        text.focus()

    def _documents(self) -> list[Block]:
        return list(documents(self.chair.view, self.app.archive))

    def action_next(self, by: int) -> None:
        """The next page, or the one before."""
        self.action_page((self._page + by) % len(NAMES))

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """Open a document."""
        self.app.show_document(message.key, 0, self.chair.view)

    def action_read(self) -> None:
        """Open the document under the cursor."""
        self.query_one(Lines).action_choose()

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss()

    def action_nothing(self) -> None:
        """A key that only explains itself."""
