"""Settings: colours, motion, hints, line by line. What is chosen is kept for every game to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.play.clean import clean_line
from game.play.settings import Hints
from game.ui.screens.base import Sheet
from game.ui.screens.entries import HINTS
from game.ui.theme import ABOUT
from game.ui.widgets.lines import CURSOR, Block, Lines
from game.ui.widgets.paper import Paper

if TYPE_CHECKING:
    from game.ui.app import Plenipo

STILL, HINTED, PLAIN = "still", "hints", "plain"
"""The keys of the lines about motion, about hints, and about the table line by line."""
TAKEN, LEFT = "●", "○"
WORD = (
    "plenipo --plain opens line by line this once, --no-plain on the screen. NO_COLOR=1 takes all colour away; nothing "
    "here is told by colour alone."
)

WORD_IN_A_PAGE = "A page is a picture to a screen reader. In a terminal, plenipo --plain plays the same line by line."


class SettingsScreen(Sheet[None]):
    """A sheet with a list: every theme, then the rest. Enter or a second click takes what is under the cursor."""

    app: Plenipo
    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f3", "dismiss", "Back", show=False)]

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content("Settings")
            sheet.border_subtitle = Content(f"{CURSOR} Enter takes it · Esc goes back")
            yield Lines(id="settings")
            yield Paper(id="word")

    def on_mount(self) -> None:
        """Show what is chosen, and stand on the theme that is worn."""
        lines = self.query_one(Lines)
        lines.show(self._blocks(), self.app.theme)
        lines.focus()
        self._tell()

    def _tell(self) -> None:
        """What else there is; or what is wrong with the file."""
        trouble = Content.styled(clean_line(self.app.trouble), "$caution")
        word = WORD_IN_A_PAGE if self.app.is_web else WORD
        self.query_one("#word", Paper).tell(trouble if self.app.trouble else Content.styled(word, "$faint"))

    def _blocks(self) -> Iterator[Block]:
        for theme, (name, about) in ABOUT.items():
            yield _line(theme, name, about, theme == self.app.theme)
        yield Block(Content(""))
        chosen = self.app.settings
        yield _line(STILL, "Keep still", "no blinking cursor, nothing glides", chosen.still)
        if not self.app.is_web:  # a page has no start but this one
            yield _line(PLAIN, "Line by line", "for a screen reader, from the next start", chosen.plain)
        yield _line(HINTED, "Hints", f"what to press: {HINTS[chosen.hints]}", chosen.hints is not Hints.NEVER)

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """Take it, and show so."""
        message.stop()
        take = {STILL: self.app.action_still, HINTED: self.app.action_hints, PLAIN: self.app.action_plain}
        take[message.key]() if message.key in take else self.app.action_wear(message.key)
        self.query_one(Lines).show(self._blocks())
        self._tell()


def _line(key: str, name: str, about: str, taken: bool) -> Block:
    lead = Content.assemble("  ", (f"{TAKEN if taken else LEFT} ", "bold $accent" if taken else "$faint"))
    body = Content.assemble((f"{name:<18}", "bold" if taken else ""), (about, "$faint"))
    tail = Content.styled("chosen" if taken else "", "$accent")
    return Block(body, lead, Content("    "), tail, most=1, key=key)
