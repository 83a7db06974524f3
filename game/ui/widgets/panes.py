"""The four panes of the table and how one moves between them: agenda, ladder, quotation, minutes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from game.engine.view import view
from game.ui.chair import Chair
from game.ui.draft import Draft
from game.ui.staging import Spot
from game.ui.transcript import opening, remarks
from game.ui.widgets.agenda import Agenda
from game.ui.widgets.ladder import InHand, Ladder
from game.ui.widgets.lines import Lines
from game.ui.widgets.minutes import Minutes
from game.ui.widgets.passage import Passage
from game.ui.widgets.steady import SteadyHorizontal, SteadyVertical


def _last_said(chair: Chair) -> int:
    """The number of steps up to and with the last that this side spoke itself."""
    spoken = (place for place, step in enumerate(chair.session.steps, 1) if getattr(step.move, "by", "") == chair.party)
    return max(spoken, default=0)


class Panes(SteadyHorizontal):
    """Agenda at the left; issue in hand, quotation and minutes at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Quotation before", show=False),
        Binding("right", "turn(1)", "Next quotation", show=False),
        Binding("left_square_bracket", "issue(-1)", "Issue before", key_display="[", show=False),
        Binding("right_square_bracket", "issue(1)", "Issue after", key_display="]", show=False),
        Binding("z", "read", "Minutes in full", id="read", show=False),
    ]

    class Changed(Message):
        """Another issue or option is in hand."""

    class Wanted(Message):
        """The highlighted option was chosen."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chair: Chair | None = None
        self.agenda, self.ladder = Agenda(id="agenda"), Ladder(id="ladder")
        self.passage, self.minutes = Passage(id="passage"), Minutes(id="minutes")
        self._left_for_minutes: Lines = self.ladder

    def compose(self) -> ComposeResult:
        """The four panes."""
        yield self.agenda
        with SteadyVertical(id="right"):
            yield self.ladder
            yield self.passage
            yield self.minutes

    @property
    def spot(self) -> Spot:
        """The issue in hand and the highlighted option, as they are shown: a click is on what stands there, though the
        agenda may have been clicked a moment before.
        """
        return Spot(self.ladder.issue or self.agenda.cursor, self.ladder.cursor)

    @property
    def reading(self) -> bool:
        """Whether the minutes have the full height."""
        return not self.ladder.display

    def sit(self, chair: Chair) -> None:
        """Show the table as this chair sees it; what came after its own last words is new to it."""
        self._chair = chair
        self.tell(None)
        self.minutes.forget()
        steps, seen = chair.session.steps, _last_said(chair)
        begun = view(steps[0].before, chair.party) if steps else chair.view
        self.minutes.record([*opening(begun), *remarks(chair, steps[:seen])])
        self.minutes.see()
        self.minutes.record(remarks(chair, steps[seen:]))
        self.agenda.focus()

    def tell(self, draft: Draft | None) -> None:
        """Bring agenda, ladder and quotation up to date with the session, the draft and the issue in hand."""
        if self._chair is None:
            return
        seen = self._chair.view
        self.agenda.tell(seen, draft.named if draft else ())
        issue = self.agenda.cursor
        staged = draft.package.get(issue) if draft else None
        refused = frozenset(option for place, option in self._chair.refused if place == issue)
        self.ladder.tell(InHand(seen, issue, staged or "", refused))
        option = seen.agenda.issue(issue).option(self.ladder.cursor)
        if option is not None:
            self.passage.tell(seen, seen.agenda.issue(issue), option)

    def on_lines_moved(self, message: Lines.Moved) -> None:
        """Another issue or another option."""
        message.stop()
        self.post_message(self.Changed())

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """An issue goes to the ladder; an option is wanted at the table."""
        message.stop()
        if message.lines is self.agenda:
            self.ladder.focus()
        elif message.lines is self.ladder:
            self.post_message(self.Wanted())

    def on_ladder_paged(self, message: Ladder.Paged) -> None:
        """Scroll what stands behind the option."""
        self.passage.action_turn(message.by)

    def choose(self) -> None:
        """What Enter does when nothing is in hand."""
        if self.agenda.has_focus:
            self.ladder.focus()
        elif self.ladder.has_focus:
            self.post_message(self.Wanted())

    def back(self) -> None:
        """From full minutes to all panes, from any pane to the agenda."""
        if self.reading:
            self.action_read()
        else:
            self.agenda.focus()

    def action_turn(self, by: int) -> None:
        """From the agenda to the ladder; there, another quotation."""
        if self.agenda.has_focus:
            if by > 0:
                self.ladder.focus()
        elif by < 0 and self.ladder.has_focus and len(self.passage.quoted) < 2:
            self.agenda.focus()
        else:
            self.passage.turn(by)

    def action_issue(self, by: int) -> None:
        """The next issue of the agenda, or the one before, from any pane."""
        self.agenda.action_move(by)

    def action_read(self) -> None:
        """Give the minutes the full height, or give it back, to the pane one came from."""
        if not self.reading:
            self._left_for_minutes = self.agenda if self.agenda.has_focus else self.ladder
        self.ladder.display = self.passage.display = self.reading
        (self.minutes if self.reading else self._left_for_minutes).focus()
