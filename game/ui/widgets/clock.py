"""The clock: date, hour, exchanges left, and whose floor it is. It moves only when somebody speaks.

A table that is a variation says so on a second line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from game.engine.view import View
from game.play.clean import clean_line
from game.play.hours import time_of_day
from game.ui.signs import colour_of
from game.ui.words import counted, family_name, long_date

if TYPE_CHECKING:
    from game.record.record import Parent

LONGEST_BAR = 10
"""Cells of the bar that shows how much of the meeting is spent."""
FEW = 2
"""Exchanges left at which the number stands out."""


class Clock(Widget):
    """One line at the top of the table; two in a variation."""

    DEFAULT_CSS = """
    Clock { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    Clock.-varied { height: 2; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self._spoken = Content("")
        self._varied = Content("")

    def leaves(self, parent: Parent | None) -> None:
        """Name the game this one leaves, and after which move; None for a game of its own."""
        self._varied = Content.styled(variation_words(parent), "$accent") if parent else Content("")
        self.set_class(parent is not None, "-varied")
        self.refresh()

    def show(self, view: View, spoken: str) -> None:
        """Tell the time of a view. ``spoken`` says whose floor it is. The same again costs nothing."""
        words = Content.styled(spoken, f"bold {colour_of(view.agenda, view.floor)}")
        if view is not self._view or not words.is_same(self._spoken):
            self._view, self._spoken = view, words
            self.refresh()

    def render(self) -> Content:
        """Time at the left, floor at the right; below, what it is a variation of."""
        if self._view is None:
            return Content("")
        told = self._told(self._view)
        below = self._varied.truncate(self.content_region.width, ellipsis=True)
        return Content.assemble(told, "\n", below) if below else told

    def _told(self, view: View) -> Content:
        """Time and floor; the bar takes what room is left between them."""
        left = _left(view)
        taken = left.cell_length + self._spoken.cell_length + 4
        dates = [date for date in _dates(view) if date.cell_length + taken <= self.content_region.width]
        date = dates[0] if dates else _dates(view)[-1]
        room = self.content_region.width - date.cell_length - taken
        bar = _bar(view, max(0, min(LONGEST_BAR, room - 2)))
        gap = " " * max(1, room - bar.cell_length + 2)
        return Content.assemble(date, bar, "  ", left, gap, self._spoken)


def _dates(view: View) -> list[Content]:
    """The date with sitting and hour, with the sitting alone, and bare: the first that fits is shown."""
    hour, which = time_of_day(view.sitting, view.speeches, view.exchanges), _which(view)
    told = ("  ".join(part for part in (which, hour) if part), which, "")
    date = (long_date(view.sitting.date), "bold")
    return [Content.assemble(date, f"  {one}  " if one else "  ") for one in dict.fromkeys(told)]


def _which(view: View) -> str:
    """Which of the sittings this is, where there is more than one."""
    meetings = view.agenda.meetings
    return f"sitting {view.meeting + 1} of {len(meetings)}" if len(meetings) > 1 else ""


def _bar(view: View, length: int) -> Content:
    spent = length * view.speeches // max(1, 2 * view.exchanges)
    return Content.assemble(("━" * spent, "$accent"), ("─" * (length - spent), "$faint"))


def _left(view: View) -> Content:
    if view.ending is not None:
        return Content("")
    left = view.my_speeches_left
    return Content.styled(f"{counted(left, 'exchange')} left", "bold $caution" if left <= FEW else "$foreground")


def floor_words(view: View) -> str:
    """Whose floor it is, in words."""
    if view.ending is not None:
        return f"It is over: {view.ending.kind}"
    if view.floor == view.party:
        return f"▶ Your floor ({view.agenda.party(view.party).name})"
    if not view.floor:
        return "The sitting is closed"
    return f"… {clean_line(family_name(view.sitting.chair(view.floor)))} has the floor"


def variation_words(parent: Parent) -> str:
    """What a variation is, in words: the game it leaves, and after which of its moves (0: before the first)."""
    where = f"after move {parent.ply}" if parent.ply else "from the opening"
    return f"What if: a variation {where} of {clean_line(parent.record) or 'a game that was not saved'}"
