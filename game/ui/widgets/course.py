"""The course of one issue: where both sides stood from table to table, drawn from their two ends towards each other."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from game.engine.issues import Issue
from game.engine.scenario import Agenda
from game.play.clean import clean_line
from game.play.walk import Levels, Walk
from game.ui.signs import letters
from game.ui.widgets.canvas import Canvas
from game.ui.words import padded

LEAST_LABEL, MOST_LABEL = 24, 40
"""Cells of an option's name at the left, where there is no row for it above its line: half the room, within these."""
RECORD = 8
"""Cells at the right for where the record ended."""
STYLES, GAPS = ("$first", "$second"), (0, 2)
"""Of the first party's line and of the second's: told apart by dashes and by letters, not by colour alone."""


class Course(Widget, can_focus=False):
    """One issue of a walk; the stop one stands on is marked."""

    DEFAULT_CSS = "Course { width: 1fr; height: 1fr; padding: 0 1; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Agenda, Walk, str, int] | None = None

    def show(self, agenda: Agenda, walk: Walk, issue: str, place: int) -> None:
        """Draw an issue, standing at a stop (its place from 0)."""
        self._shown = (agenda, walk, issue, place)
        self.refresh()

    def render(self) -> Content:
        """The drawing, in the room there is."""
        size = self.content_region.size
        if self._shown is None or not size:
            return Content("")
        agenda, walk, issue, place = self._shown
        number = agenda.place(issue)
        levels = [stop.levels[number] for stop in walk.stops]
        end = walk.record[number] if walk.record else None
        return Content("\n").join(drawn(agenda, agenda.issue(issue), levels, place, end, size.width, size.height))


def drawn(
    agenda: Agenda,
    issue: Issue,
    levels: list[Levels],
    place: int,
    record: Levels | None,
    width: int,
    height: int,
) -> list[Content]:
    """The rows of the drawing: options from the first party's end down, the two lines across, the record at the end."""
    tall, above = _rows(issue, height)
    label = 0 if above else max(LEAST_LABEL, min(MOST_LABEL, width // 2))
    room = max(1, width - label - (RECORD if record else 2))
    canvas = Canvas(room, height)
    marks = letters(agenda)
    for side in (0, 1):
        _path(canvas, [pair[side] for pair in levels], tall, side)
    for side in (1, 0):
        _letter(canvas, levels, place, side, marks[side], tall)
    named = {tall[one.level]: f"{one.level} {clean_line(one.label)}" for one in reversed(issue.options)}
    if above:
        for row, name in named.items():
            canvas.write(0, row - 1, padded(name, min(cell_len(name), room)), "$foreground")
    beside = Content(" " * label)
    return [
        Content.assemble(
            padded(named[row], label - 1) + " " if label and row in named else beside,
            line,
            _ended(record, row, tall, marks) if record else "",
        )
        for row, line in enumerate(canvas.lines())
    ]


def _rows(issue: Issue, height: int) -> tuple[dict[int, int], bool]:
    """The row of every level's line, spread over the height; and whether there is a row above each for its name."""
    levels = sorted({option.level for option in issue.options})
    above = height >= 2 * len(levels)
    gap = max(1, (height - (2 if above else 1)) // max(1, len(levels) - 1)) if len(levels) > 1 else 1
    return {level: min(height - 1, number * gap + above) for number, level in enumerate(levels)}, above


def _path(canvas: Canvas, held: list[int], tall: dict[int, int], side: int) -> None:
    """One side's line: along while it stands, up or down where it moves; nothing while it holds no position."""
    step = (2 * canvas.width - 4) / max(1, len(held))
    place, before = 0, None
    for level, stay in groupby(held):
        start, place = place, place + len(list(stay))
        if level not in tall:
            before = None
            continue
        y = 4 * tall[level] + 1 + side
        if before is not None:
            canvas.line((start * step, before), (start * step, y), STYLES[side], GAPS[side])
        canvas.line((start * step, y), (place * step, y), STYLES[side], GAPS[side])
        before = y


def _letter(canvas: Canvas, levels: list[Levels], place: int, side: int, mark: str, tall: dict[int, int]) -> None:
    """The side's letter where one stands on the walk; one of two on the same spot gives way to the right."""
    if not 0 <= place < len(levels) or levels[place][side] not in tall:
        return
    step = (2 * canvas.width - 4) / max(1, len(levels))
    column = min(canvas.width - 1, int((place + 0.5) * step) >> 1)
    row = tall[levels[place][side]]
    style = f"bold {STYLES[side]}"
    if not canvas.write(column, row, mark, style):
        canvas.write(min(canvas.width - 1, column + 2), row, mark, style)


def _ended(record: Levels, row: int, tall: dict[int, int], marks: tuple[str, str]) -> Content:
    """At the right, where each side stood when the record ends."""
    here = [side for side in (0, 1) if record[side] and tall.get(record[side]) == row]
    return Content.assemble(
        *(("◇" if side == here[0] else "", "$faint") for side in here),
        *((marks[side], f"bold {STYLES[side]}") for side in here),
    )
