"""The composer: the draft before it is said, what it risks, and a line for the player's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message

from game.engine.state import Refusal
from game.play.clean import clean_line
from game.ui.chair import Chair
from game.ui.draft import Draft
from game.ui.phrasing import backing, consequence, headline, refusal_line, refused_before, standing, ways
from game.ui.signs import GIVEN
from game.ui.widgets.paper import Paper, in_rows
from game.ui.widgets.steady import SteadyPaper, SteadyVertical

if TYPE_CHECKING:
    from textual.widgets import Input

BEYOND = "beyond-instructions"
NOT_SAID = Content.styled("✗ Not said yet: it goes beyond your instructions. The keys below help.", "bold $danger")
"""What Enter answers while a draft goes beyond the instructions and nobody has taken that upon himself."""
LONGEST_WORDS = 400
"""Characters of a statement in the player's own words."""
NARROWEST = 40
"""Cells a line is taken to have before the first layout."""
MOST_LINES = 8
"""Lines for a draft and its keys: all that the composer may grow to."""


class Composer(SteadyVertical):
    """Holds one draft. It says nothing itself: the screen does, on Enter."""

    BORDER_TITLE = " Your speech "

    class WordsGiven(Message):
        """The player's own words are entered."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.draft: Draft | None = None
        self._hint = Content("")
        self._notice: Content | None = None
        self._line: Input | None = None

    def compose(self) -> ComposeResult:
        """The draft in words; the line to write on is there only when asked for."""
        yield SteadyPaper(id="draft")

    @property
    def writing(self) -> bool:
        """Whether the player is writing words."""
        return self._line is not None

    def hold(self, draft: Draft | None) -> None:
        """Take a draft in hand, or put it down."""
        self.draft = draft
        self._notice = None

    def notice(self, refusal: Refusal) -> None:
        """Show a refusal; the draft stays. What goes beyond the instructions says so already: then only the remedy."""
        self._notice = NOT_SAID if refusal.code == BEYOND and self.draft else refusal_line(refusal)

    def hint(self, text: str) -> None:
        """What to show while there is no draft."""
        self._hint = Content.styled(text, "$faint")

    def tell(self, chair: Chair, issue: str = "") -> None:
        """Show the draft as things stand now; without one, how the issue in hand stands."""
        lines, keys = [self._hint, *standing(chair.view, issue)], list[Content]()
        if self.draft is not None:
            lines, keys = self._drafted(chair, self.draft)
        if self._notice is not None and self._notice not in lines:
            lines.insert(1, self._notice)
        room = MOST_LINES - len(keys) - self.writing
        self.query_one("#draft", Paper).tell(Content("\n").join([*_fitted(lines, room, self._width), *keys]))

    @property
    def _width(self) -> int:
        return self.content_region.width or NARROWEST

    def _drafted(self, chair: Chair, draft: Draft) -> tuple[list[Content], list[Content]]:
        """What would be said and what is to be known of it, in lines; then the rows of keys that work on it."""
        view = chair.view
        refusal = chair.refusal(draft)
        if refusal is not None and not chair.has_floor:
            refusal = Refusal("not-your-floor", "You have not the floor yet.", "Your draft is kept until you have.")
        risk = consequence(view, draft)
        lines = [line for line in (headline(view, draft), backing(view, draft), risk) if line is not None]
        lines += refused_before(chair, draft)
        if refusal is not None and refusal.code != BEYOND:
            lines.append(refusal_line(refusal))
        if draft.words:
            lines.append(Content.assemble((f"{GIVEN.glyph} ", f"bold {GIVEN.style}"), clean_line(draft.words)))
        return lines, in_rows(ways(view, draft, refusal), self._width)

    async def write(self) -> None:
        """Open the line for the player's own words."""
        from textual.widgets import Input

        words = self.draft.words if self.draft else ""
        asking = "Your own words; Enter keeps them"
        self._line = Input(words, id="words", placeholder=asking, max_length=LONGEST_WORDS, compact=True)
        await self.mount(self._line)
        self._line.focus()

    async def stop_writing(self) -> None:
        """Close the line; the words stay in the draft."""
        line, self._line = self._line, None
        if line is None:
            return
        if self.draft is not None:
            self.draft = replace(self.draft, words=clean_line(line.value))
        await line.remove()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The words are done."""
        event.stop()
        self.post_message(self.WordsGiven())


def _fitted(lines: list[Content], room: int, width: int) -> list[Content]:
    """As many lines as there is room for, so that the keys below stay in sight; what is cut ends in ….

    The first, what would be said, gives way before the others, what is to be known of it: its issues are marked on the
    agenda, a refusal stands nowhere else.
    """
    wrapped = [line.wrap(width) for line in lines]
    rest = [part for parts in wrapped[1:] for part in parts]
    if sum(map(len, wrapped)) <= room:
        return lines
    first = _cut(wrapped[0], max(1, room - len(rest)), width)
    return [*first, *_cut(rest, room - len(first), width)]


def _cut(parts: list[Content], room: int, width: int) -> list[Content]:
    if len(parts) <= room:
        return parts
    return [*parts[: room - 1], Content.assemble(parts[room - 1].truncate(width - 2), " …")] if room > 0 else []
