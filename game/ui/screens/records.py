"""The records: every game that is kept, how far it came and how it ended, and what may be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.play.clean import clean_line
from game.ui.archive import CannotOpen, Kept
from game.ui.request import Request
from game.ui.screens.base import Room
from game.ui.screens.sure import SureScreen
from game.ui.screens.word import WordScreen
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper
from game.ui.widgets.verbs import Key, Verbs
from game.ui.words import counted

if TYPE_CHECKING:
    from game.ui.app import Plenipo

LEAD = Content("  ")
LAST_KEYS = (
    Key("x", "delete", "screen.delete"),
    Key("?", "help", "screen.help('')"),
    Key("Esc", "back", "screen.back"),
)
FIXED = (
    "This game is in class play: what was said stays said until it is over.",
    "Games begun in study mode can be gone back on, and so can games that are over.",
)


class RecordsScreen(Room):
    """The list; what can be done with the game under the cursor stands in the bar."""

    app: Plenipo
    TOPIC = "records"
    CSS_PATH = "records.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "debrief", "Debrief", id="record-debrief", show=False),
        Binding("u", "turn('rewind')", "Rewind", id="record-rewind", show=False),
        Binding("w", "turn('what-if')", "What if", id="record-vary", show=False),
        Binding("x,delete", "delete", "Delete", id="record-delete", show=False),
        Binding("escape,q,r", "back", "Back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._kept: tuple[Kept, ...] = ()

    def compose(self) -> ComposeResult:
        """Title; the list; the one under the cursor in full; keys."""
        yield Paper(Content("Records"), classes="title")
        yield Lines([Block(Content.styled("Reading the records …", "$faint"), LEAD)], id="kept")
        yield Paper("", id="about")
        yield Verbs(LAST_KEYS, id="verbs")

    def on_mount(self) -> None:
        """Read the folder beside the screen."""
        self.query_one(Lines).focus()
        self._read()

    def on_screen_resume(self) -> None:
        """Back from a table: it may have gone on, or another one may be there."""
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        try:
            self.app.call_from_thread(self._tell, self.app.archive.kept())
        except Exception as error:
            self.app.call_from_thread(self.app.crashed, error)

    def _tell(self, kept: tuple[Kept, ...]) -> None:
        self._kept = kept
        none = Block(Content.styled("No game is kept yet.", "$faint"), LEAD)
        self.query_one(Lines).show([_listed(one) for one in kept] or [none])
        self._preview()

    def _here(self) -> Kept | None:
        cursor = self.query_one(Lines).cursor
        return next((one for one in self._kept if one.id == cursor), None)

    def on_lines_moved(self) -> None:
        """Another game."""
        self._preview()

    def _preview(self) -> None:
        here = self._here()
        self.query_one("#about", Paper).tell(_about(here) if here else Content(""))
        self.query_one(Verbs).show((*(_keys(here) if here else ()), *LAST_KEYS[0 if here else 1 :]))

    # What is done with a game

    def on_lines_chosen(self) -> None:
        """Open it: go on with it, or see how it ended."""
        self.action_turn("")

    def action_debrief(self) -> None:
        """Its debrief, if it is over."""
        here = self._here()
        if here is not None and here.ended:
            self.action_turn("debrief")

    def action_turn(self, turn: str) -> None:
        """Open the game under the cursor, or a variation of it."""
        here = self._here()
        if here is None or not here.sound or not self.on_top:
            return
        if turn in ("rewind", "what-if") and not (here.ended or here.study):
            self.app.push_screen(WordScreen("It can't be gone back on", list(FIXED)))
        else:
            self.app.open_table(replace(Request(save=here.id), turn=turn))

    def action_delete(self) -> None:
        """Ask, then delete the game under the cursor."""
        here = self._here()
        if here is not None:
            what = f"{', '.join(part for part in (here.title, here.chair, here.when) if part)}. It can't be had back."
            self.app.push_screen(SureScreen("Delete this game?", what, "deletes it"), self._sure)

    def _sure(self, sure: bool | None) -> None:
        here = self._here()
        if sure and here is not None:
            try:
                self.app.archive.discard(here.id)
            except CannotOpen as problem:
                self.app.push_screen(WordScreen("It can't be deleted", [problem.sentence, problem.remedy]))
            self._read()

    def action_back(self) -> None:
        """Back to the home screen."""
        self.dismiss()


def _keys(kept: Kept) -> Iterator[Key]:
    """What may be done with a game, with a word for each."""
    if not kept.sound:
        return
    yield Key("Enter", "see how it ended" if kept.ended else "go on with it", "screen.turn('')")
    if kept.ended:
        yield Key("b", "debrief", "screen.debrief")
    if kept.ended or kept.study:
        yield Key("u", "rewind", "screen.turn('rewind')")
        yield Key("w", "what if", "screen.turn('what-if')")


def _listed(kept: Kept) -> Block:
    if not kept.sound:
        why = Content.assemble((clean_line(kept.title), "bold"), "\n", (clean_line(kept.chair), "$faint"))
        return Block(why, LEAD, LEAD, Content.styled("can't be read", "$danger"), key=kept.id)
    state = Content.styled(kept.outcome or "goes on", "$faint" if kept.outcome else "$accent")
    told = f"{kept.chair} · {kept.when} · {counted(kept.exchanges, 'exchange')}"
    body = Content.assemble((clean_line(kept.title), "bold"), "\n", (clean_line(told), "$faint"))
    return Block(body, LEAD, LEAD, state, key=kept.id)


def _about(kept: Kept) -> Content:
    """The record's name, what it is a variation of, and whether one could go back in it."""
    if not kept.sound:
        return Content.styled(clean_line(f"{kept.id} · its first bad line is named by: plenipo replay"), "$faint")
    mode = "study mode: one may go back" if kept.study else "class play: what is said stays said"
    against = f"against {kept.against}" if kept.against else "two people"
    parts = [kept.id, counted(kept.ply, "move"), against, *([kept.left] if kept.left else []), mode]
    return Content.styled(clean_line(" · ".join(parts)), "$faint")
