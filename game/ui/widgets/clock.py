"""The clock: date, hour, exchanges left, and whose floor it is. It moves only when somebody speaks."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.engine.view import View
from game.play.clean import clean_line
from game.ui.signs import colour_of
from game.ui.words import counted, family_name, long_date, time_of_day

LONGEST_BAR = 10
"""Cells of the bar that shows how much of the meeting is spent."""
FEW = 2
"""Exchanges left at which the number stands out."""


class Clock(Widget):
    """One line at the top of the table."""

    DEFAULT_CSS = "Clock { height: 1; background: $panel; color: $foreground; padding: 0 1; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self._spoken = Content("")

    def show(self, view: View, spoken: str) -> None:
        """Tell the time of a view. ``spoken`` says whose floor it is."""
        self._view = view
        self._spoken = Content.styled(spoken, f"bold {colour_of(view.agenda, view.floor)}")
        self.refresh()

    def render(self) -> Content:
        """Time at the left, floor at the right; the bar takes what room is left between them."""
        if self._view is None:
            return Content("")
        date, left = _date(self._view), _left(self._view)
        room = self.content_region.width - date.cell_length - left.cell_length - self._spoken.cell_length - 4
        bar = _bar(self._view, max(0, min(LONGEST_BAR, room - 2)))
        gap = " " * max(1, room - bar.cell_length + 2)
        return Content.assemble(date, bar, "  ", left, gap, self._spoken)


def _date(view: View) -> Content:
    hour = time_of_day(view.sitting, view.speeches, view.exchanges)
    return Content.assemble((long_date(view.sitting.date), "bold"), f"  {hour}  " if hour else "  ")


def _bar(view: View, length: int) -> Content:
    spent = length * view.speeches // max(1, 2 * view.exchanges)
    return Content.assemble(("━" * spent, "$accent"), ("─" * (length - spent), "$faint"))


def _left(view: View) -> Content:
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
