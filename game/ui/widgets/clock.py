"""The clock: date, hour, exchanges left, and whose floor it is. It moves only when somebody speaks."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.engine.view import View
from game.play.clean import clean_line
from game.ui.signs import colour_of
from game.ui.words import counted, family_name, long_date, time_of_day

BAR = 10
"""Cells of the bar that shows how much of the meeting is spent."""


class Clock(Widget):
    """One line at the top of the table."""

    DEFAULT_CSS = "Clock { height: 1; background: $panel; color: $foreground; padding: 0 1; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left = Content("Opening the table…")
        self._right = Content("")

    def show(self, view: View, spoken: str) -> None:
        """Tell the time of a view. ``spoken`` says whose floor it is."""
        self._left = _when(view)
        self._right = Content.styled(spoken, f"bold {colour_of(view.agenda, view.floor)}")
        self.refresh()

    def render(self) -> Content:
        """Time at the left, floor at the right."""
        gap = self.content_region.width - self._left.cell_length - self._right.cell_length
        return Content.assemble(self._left, " " * max(1, gap), self._right)


def _when(view: View) -> Content:
    meeting = view.sitting
    spent = BAR * view.speeches // max(1, 2 * view.exchanges)
    left = view.my_speeches_left
    return Content.assemble(
        (long_date(meeting.date), "bold"),
        ("  " + time_of_day(meeting, view.speeches, view.exchanges), "$foreground"),
        ("  " + "━" * spent, "$accent"),
        ("─" * (BAR - spent), "$faint"),
        (f"  {counted(left, 'exchange')} left", "bold $caution" if left <= 2 else "$foreground"),
    )


def floor_words(view: View) -> str:
    """Whose floor it is, in words."""
    if view.ending is not None:
        return f"It is over: {view.ending.kind}"
    if view.floor == view.party:
        return f"▶ Your floor ({view.agenda.party(view.party).name})"
    if not view.floor:
        return "The sitting is closed"
    return f"… {clean_line(family_name(view.sitting.chair(view.floor)))} has the floor"
