"""Settings: colours, and whether anything moves. What is chosen holds at once, and for every game to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.ui.screens.base import Sheet
from game.ui.theme import ABOUT
from game.ui.widgets.lines import CURSOR, Block, Lines
from game.ui.widgets.paper import Paper

if TYPE_CHECKING:
    from game.ui.app import Plenipo

STILL = "still"
"""The key of the line about motion."""
TAKEN, LEFT = "●", "○"


class SettingsScreen(Sheet[None]):
    """A sheet with a list: every theme, then motion. Enter or a second click takes what is under the cursor."""

    app: Plenipo
    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f3", "dismiss", "Back", show=False)]

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content("Settings")
            sheet.border_subtitle = Content(f"{CURSOR} Enter takes it · Esc goes back")
            yield Lines(id="settings")
            yield Paper(
                Content.styled(
                    "For a screen reader, a script or an old terminal: plenipo --plain. NO_COLOR=1 takes all colour "
                    "away; nothing here is told by colour alone.",
                    "$faint",
                )
            )

    def on_mount(self) -> None:
        """Show what is chosen, and stand on the theme that is worn."""
        lines = self.query_one(Lines)
        lines.show(self._blocks(), self.app.theme)
        lines.focus()

    def _blocks(self) -> Iterator[Block]:
        for theme, (name, about) in ABOUT.items():
            yield _line(theme, name, about, theme == self.app.theme)
        yield Block(Content(""))
        yield _line(STILL, "Keep still", "no blinking cursor, nothing glides", self.app.settings.still)

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """Take it, and show so."""
        message.stop()
        if message.key == STILL:
            self.app.action_still()
        else:
            self.app.action_wear(message.key)
        self.query_one(Lines).show(self._blocks())


def _line(key: str, name: str, about: str, taken: bool) -> Block:
    lead = Content.assemble("  ", (f"{TAKEN if taken else LEFT} ", "bold $accent" if taken else "$faint"))
    body = Content.assemble((f"{name:<18}", "bold" if taken else ""), (about, "$faint"))
    tail = Content.styled("chosen" if taken else "", "$accent")
    return Block(body, lead, Content("    "), tail, most=1, key=key)
