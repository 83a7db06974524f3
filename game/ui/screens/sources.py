"""The reader: a document line for line, with the passage marked and what is not the document's own dimmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from game.engine.evidence import Dispute
from game.engine.view import View
from game.play.citing import passage_in
from game.play.clean import clean_line
from game.play.reading import as_known, legible
from game.ui.archive import CannotOpen, Document
from game.ui.screens.base import Room
from game.ui.screens.disputes import DisputesScreen, conflicting
from game.ui.widgets.lines import NOTHING, Block, Lines
from game.ui.widgets.paper import Paper
from game.ui.widgets.verbs import Key, Verbs
from game.ui.words import long_date

if TYPE_CHECKING:
    from game.ui.app import Plenipo

KEYS = (
    Key("↑↓", "scroll", "screen.nothing"),
    Key("/", "search", "screen.search"),
    Key("n", "next find", "screen.find(1)"),
    Key("g", "to the passage", "screen.passage"),
    Key("c", "copy the citation", "screen.copy"),
    Key("w", "write it down", "screen.write"),
    Key("Esc", "back", "screen.back"),
)


CONFLICTS = Key("d", "conflicts", "screen.disputes")


class SourceScreen(Room):
    """One document. With a view, only what can be known at its sitting is legible."""

    app: Plenipo
    TOPIC = "sources"
    CSS_PATH = "sources.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,s", "back", "Back", show=False),
        Binding("slash", "search", "Search", key_display="/", show=False),
        Binding("n", "find(1)", "Next find", show=False),
        Binding("N", "find(-1)", "Find before", show=False),
        Binding("g", "passage", "To the passage", show=False),
        Binding("c", "copy", "Copy the citation", id="copy-citation", show=False),
        Binding("w", "write", "Write the citation down", id="write-citation", show=False),
        Binding("d", "disputes", "Where the sources conflict", show=False),
    ]

    def __init__(self, source: str, line: int, view: View | None, disputes: tuple[Dispute, ...] = ()) -> None:
        super().__init__()
        self._source, self._line, self._view = source, line, view
        self._disputes = conflicting(disputes, source)
        self._document: Document | None = None
        self._found = ""

    def compose(self) -> ComposeResult:
        """Title, text, search line, where it comes from, keys."""
        yield Paper("", id="title", classes="title")
        yield Lines(id="text")
        yield Input(id="find", placeholder="Search; Enter goes to the next find", compact=True)
        yield Paper("", id="whence")
        yield Verbs((*KEYS[:-1], *([CONFLICTS] if self._disputes else []), KEYS[-1]), id="verbs")

    def on_mount(self) -> None:
        """Open the document at its line."""
        self.query_one("#find", Input).display = False
        try:
            found = self.app.archive.document(self._source)
        except CannotOpen as problem:
            self.query_one("#title", Paper).update(Content(f"{problem.sentence} {problem.remedy}"))
            return
        lines = as_known(self._view, found.id, found.lines) if self._view is not None else found.lines
        self._document = document = replace(found, lines=lines)
        date = long_date(document.date)
        self.query_one("#title", Paper).update(Content(clean_line(f"{document.title} · {date}")))
        self.query_one("#whence", Paper).update(_whence(document))
        self._draw()
        self.query_one("#text", Lines).focus()
        self.call_after_refresh(self.action_passage)

    def _draw(self) -> None:
        assert self._document is not None
        self.query_one("#text", Lines).show(
            _blocks(self._document, self._line, readable(self._document, self._view), self._found)
        )

    def action_disputes(self) -> None:
        """Show where what this document is cited for conflicts with another, or with itself."""
        if self._disputes and self._view is not None:
            self.app.push_screen(DisputesScreen(self._view, self._disputes))

    def action_passage(self) -> None:
        """Bring the passage into sight, a few lines below the top."""
        text = self.query_one("#text", Lines)
        place = next((p for p, block in enumerate(text.blocks) if block.lead.plain.strip().startswith("▌")), 0)
        text.scroll_to(y=max(0, text.row_of_block(place) - 3), animate=False)

    def action_search(self) -> None:
        """Open the search line."""
        line = self.query_one("#find", Input)
        line.display = True
        line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Mark what was looked for, and go to the first find below."""
        self._found = clean_line(event.value)
        self.query_one("#find", Input).display = False
        if self._document is not None:
            self._draw()
            self.query_one("#text", Lines).focus()
            self.action_find(1)

    def action_find(self, by: int) -> None:
        """Go to the next find, or the one before."""
        text = self.query_one("#text", Lines)
        rows = [text.row_of_block(place) for place, block in enumerate(text.blocks) if self._has(block)]
        here = text.scroll_offset.y
        ahead = [row for row in rows if (row > here if by > 0 else row < here)]
        if ahead:
            text.scroll_to(y=ahead[0 if by > 0 else -1], animate=False)

    def _has(self, block: Block) -> bool:
        return bool(self._found) and self._found.casefold() in block.body.plain.casefold()

    def citation(self) -> str:
        """The passage with all that a footnote needs; without one, the first line in sight."""
        assert self._document is not None
        line = self._line or self._first_in_sight()
        words = clean_line(self._document.lines[line - 1]) if 0 < line <= len(self._document.lines) else ""
        return f"“{words}” {passage_in(self._document, line)}"

    def _first_in_sight(self) -> int:
        text = self.query_one("#text", Lines)
        leads = [block.lead.plain.strip(" ▌") for block in text.blocks]
        rows = [text.row_of_block(place) for place in range(len(leads))]
        seen = [lead for lead, row in zip(leads, rows, strict=True) if row >= text.scroll_offset.y and lead.isdigit()]
        return int(seen[0]) if seen else 1

    def action_copy(self) -> None:
        """Put the citation on the clipboard, where the terminal lets us."""
        if self._document is not None:
            self.app.copy_to_clipboard(self.citation())
            self._told(f"Copied, where the terminal allows it: {self.citation()}")

    def action_write(self) -> None:
        """Add the citation to a file of one's own."""
        if self._document is None:
            return
        try:
            self._told(f"Written to {self.app.archive.note(self.citation())}.")
        except CannotOpen as problem:
            self._told(f"{problem.sentence} {problem.remedy}")

    def _told(self, sentence: str) -> None:
        self.query_one("#whence", Paper).update(Content.styled(clean_line(sentence), "$accent"))

    def action_back(self) -> None:
        """Close the search line, else the document."""
        line = self.query_one("#find", Input)
        if line.display:
            line.display = False
            self.query_one("#text", Lines).focus()
        else:
            self.dismiss()

    def action_nothing(self) -> None:
        """A key that only explains itself."""


def readable(document: Document, view: View | None) -> frozenset[int] | None:
    """The lines that may be read at the sitting of the view; without one, and when it is over, all (None)."""
    return None if view is None or view.ending else legible(view, document.id, document.talk)


def _whence(document: Document) -> Content:
    parts = [clean_line(part) for part in (document.archive, document.citation, document.rights) if part]
    return Content.styled(" · ".join(parts), "$faint")


def _blocks(document: Document, marked: int, readable: frozenset[int] | None, found: str) -> Iterator[Block]:
    hidden = False
    for number, line in enumerate(document.lines, 1):
        if readable is not None and number not in readable:
            if not hidden:
                yield Block(Content.styled("… opens in the debrief", "$faint italic"), Content(" " * 8))
            hidden = True
            continue
        hidden = False
        if line.strip():
            yield _line(number, line, number == marked, number in document.catalogue, found)


def _line(number: int, line: str, marked: bool, catalogue: bool, found: str) -> Block:
    style = "bold $verbatim on $chosen" if marked else ("$faint italic" if catalogue else "$foreground")
    body = Content.styled(clean_line(line), style)
    at = body.plain.casefold().find(found.casefold()) if found else -1
    if at >= 0:
        body = body.stylize("reverse", at, at + len(found))
    mark = Content.styled("▌", "bold $accent") if marked else Content(" ")
    tail = Content.styled("catalogue", "$faint") if catalogue else NOTHING
    lead = Content.assemble(mark, (f"{number:>4}  ", "$faint"))
    return Block(body, lead, Content.assemble(mark, " " * 6), tail)
