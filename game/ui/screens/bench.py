"""The table on an author's bench: a line that says what was seen, the mistakes under it, and both chairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen

from game.play.clean import clean
from game.ui.archive import Game
from game.ui.chair import Chair
from game.ui.preview import Sight, carried_on
from game.ui.screens.base import Sheet
from game.ui.screens.table import TableScreen
from game.ui.screens.too_small import TooSmall
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper
from game.ui.widgets.verbs import Key, Verbs
from game.ui.words import counted

if TYPE_CHECKING:
    from game.ui.app import Plenipo

SHOWN = 5
"""Lines of the first mistake that are shown over the table."""
KEYS = (Key("c", "other chair", "screen.other_chair"), Key("f", "mistakes", "screen.mistakes"))


class BenchScreen(TableScreen):
    """The table of a scenario that is being written; the author has both chairs."""

    TOPIC = "preview"
    CSS_PATH = "table.tcss"
    DEFAULT_CSS = "BenchScreen #seen { height: auto; max-height: 7; padding: 0 1; background: $surface; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "other_chair", "The other chair", id="other-chair", show=False),
        Binding("f", "mistakes", "Mistakes", id="mistakes", show=False),
    ]

    def __init__(self, game: Game, sight: Sight) -> None:
        super().__init__(game)
        self.sight = sight
        self._sound = sight.hour

    def compose(self) -> ComposeResult:
        """What was seen, above everything; then the table."""
        yield Paper(id="seen")
        yield from super().compose()

    def on_mount(self) -> None:
        """Say what was seen; the table's own part is done there."""
        self._tell()

    def see(self, sight: Sight) -> None:
        """The files have changed: renew the table and whatever is open over it, or say what is wrong."""
        self.sight = sight
        if sight.scenario is None:
            self._tell()
            if self.app.screen is not self:
                count = counted(len(sight.mistakes), "mistake")
                self.app.notify(f"{count} now; Esc goes back to the table, where they stand.", markup=False)
            return
        self._sound = sight.hour
        session, lost = carried_on(self.game.session, sight.scenario)
        chairs = [party.id for party in sight.scenario.agenda.parties]
        side = self.game.session.scenario.agenda.side(self.game.party)
        party = self.game.party if self.game.party in chairs else chairs[side]
        self._renew(Game(session, party))
        self._tell(f"{counted(lost, 'move')} can't be made any more" if lost else "")
        self._renew_what_is_over()

    def _renew(self, game: Game) -> None:
        """Sit down at a changed table, at the same issue, option and pane."""
        spot, focused = self.panes.spot, self.focused
        self._sit(game)
        self.panes.agenda.put_cursor(spot.issue)
        self.panes.tell(None)
        self.panes.ladder.put_cursor(spot.option)
        if focused is not None:
            focused.focus()
        self._refresh()

    def _renew_what_is_over(self) -> None:
        """The dossier is opened anew at its page; of other rooms and sheets, the table is come back to."""
        from game.ui.screens.dossier import DossierScreen

        over = self.app.screen
        if over is self or isinstance(over, TooSmall):
            return
        while self.app.screen is not self:
            self.app.pop_screen()
        if isinstance(over, DossierScreen) and self.chair is not None:
            self.app.push_screen(DossierScreen(self.chair, over.issue_in_hand, over.page))

    def _tell(self, remark: str = "") -> None:
        """Say what was seen, with a remark, or what is wrong; the keys follow."""
        self._refresh()
        sight = self.sight
        if sight.scenario is not None:
            parts = [f"Preview · {sight.hour} · no mistakes", remark, "nothing is saved"]
            self.query_one("#seen", Paper).tell(Content(" · ".join(part for part in parts if part)))
            return
        count = counted(len(sight.mistakes), "mistake")
        head = f"Preview · {sight.hour} · {count}; the table is that of {self._sound}"
        self.query_one("#seen", Paper).tell(
            Content("\n").join([Content.styled(head, "bold $danger"), *_lines(sight.mistakes[0])[:SHOWN]])
        )

    def _keys(self, chair: Chair) -> list[Key]:
        own = KEYS if self.sight.mistakes else KEYS[:1]
        return [*own, *super()._keys(chair)]

    def cover(self) -> bool:
        """Both chairs are the author's: nothing is ever covered."""
        return False

    def action_other_chair(self) -> None:
        """Turn the table round, at the same issue."""
        agenda = self.game.session.scenario.agenda
        self._renew(replace(self.game, party=agenda.other(self.game.party)))

    def action_mistakes(self) -> None:
        """All mistakes, on a sheet."""
        if self.sight.mistakes:
            self.app.push_screen(MistakesScreen(self.sight.mistakes))


class MistakesScreen(Sheet[Any]):
    """Every mistake, to be scrolled through."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,f", "dismiss", "Back", show=False)]

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__()
        self._mistakes = mistakes

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(counted(len(self._mistakes), "mistake").capitalize())
            sheet.border_subtitle = Content("↑↓ scrolls · Esc goes back")
            yield Lines(_blocks(self._mistakes), id="mistakes")


class WaitingScreen(Screen[Any]):
    """Before there has been a sound version: the mistakes alone."""

    app: Plenipo
    DEFAULT_CSS = "WaitingScreen #mistakes { padding: 1 1 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape", "leave", "Leave", show=False)]

    def __init__(self, sight: Sight) -> None:
        super().__init__()
        self._sight = sight

    def compose(self) -> ComposeResult:
        """A title, the mistakes, the keys."""
        yield Paper("Preview", id="title", classes="title")
        yield Lines(id="mistakes")
        yield Verbs((Key("↑↓", "scroll", "screen.nothing"), Key("q", "leave", "screen.leave")), id="verbs")

    def on_mount(self) -> None:
        """Show them."""
        self.tell(self._sight)
        self.query_one(Lines).focus()

    def tell(self, sight: Sight) -> None:
        """Show what is wrong now."""
        count = counted(len(sight.mistakes), "mistake")
        title = f"Preview · {sight.hour} · {count}; the table is laid when the last is mended"
        self.query_one("#title", Paper).tell(Content(title))
        self.query_one(Lines).show(_blocks(sight.mistakes))

    def action_leave(self) -> None:
        """Leave the preview."""
        self.app.leave()

    def action_nothing(self) -> None:
        """A key that only explains itself."""


def _blocks(mistakes: Iterable[str]) -> list[Block]:
    """A block for each line, and an empty one after each mistake."""
    return [Block(line) for mistake in mistakes for line in (*_lines(mistake), Content(""))]


def _lines(mistake: str) -> list[Content]:
    return [Content(line.rstrip()) for line in clean(mistake).split("\n")]
