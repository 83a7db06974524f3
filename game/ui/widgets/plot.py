"""A figure of the debrief on a canvas of dots: curves told apart by their dots, marks by glyph and number.

The legend says what each is; nothing is told by colour alone.
"""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.debrief.page import Curve, Figure, Mark
from game.slim import dataclass
from game.ui.widgets.canvas import Canvas, Point

LEFT, BELOW = 5, 1
"""Cells of the numbers at the left, and below."""
GLYPHS = {"game": "●", "history": "◇"}
OTHER_MARK = "◆"
STYLES = {"plain": "$foreground", "game": "$first", "history": "$second", "limit": "$caution"}
GAPS = {"plain": 0, "game": 0, "history": 2, "limit": 3}
"""Dots left out in turn, so that lines differ without colour: the record's are dashed, limits dotted."""
STUB = 24
"""Dots drawn of a curve that has one point as yet."""
SAMPLES = {0: "━━", 2: "╌╌", 3: "┈┈"}


@dataclass(frozen=True, slots=True)
class _Frame:
    """From values to dots."""

    bounds: tuple[float, float, float, float]
    width: int
    height: int

    def at(self, x: float, y: float) -> Point:
        """The dot of a point."""
        low_x, low_y, high_x, high_y = self.bounds
        across = (x - low_x) / ((high_x - low_x) or 1.0) * (2 * self.width - 1)
        up = (y - low_y) / ((high_y - low_y) or 1.0) * (4 * self.height - 1)
        return across, 4 * self.height - 1 - up


class Plot(Widget, can_focus=False):
    """One figure, drawn to the room there is."""

    DEFAULT_CSS = "Plot { width: 1fr; height: 1fr; padding: 0 1; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._figure: Figure | None = None

    def tell(self, figure: Figure) -> None:
        """Show a figure."""
        self._figure = figure
        self.refresh()

    def render(self) -> Content:
        """The figure in rows of cells."""
        size = self.content_region.size
        if self._figure is None or not size:
            return Content("")
        return Content("\n").join(drawn(self._figure, size.width, size.height))


def drawn(figure: Figure, width: int, height: int) -> list[Content]:
    """The rows of a drawing of that many cells, with the numbers and the names of the axes at the left and below."""
    room, rows = max(1, width - LEFT), max(1, height - BELOW - 1)
    canvas = Canvas(room, rows)
    frame = _Frame(figure.bounds, room, rows)
    for curve in figure.curves:
        _curve(canvas, frame, curve)
    for number, mark in numbered(figure):
        _mark(canvas, frame, mark, number)
    return [
        Content.styled(figure.up[:width], "$faint"),
        *(Content.assemble((_number(figure, row, rows), "$faint"), line) for row, line in enumerate(canvas.lines())),
        Content.styled(_below(figure, room), "$faint"),
    ][:height]


def numbered(figure: Figure) -> list[tuple[int, Mark]]:
    """The marks with the numbers the legend explains, from 1."""
    return list(enumerate((mark for mark in figure.marks if mark.label), 1))


def _curve(canvas: Canvas, frame: _Frame, curve: Curve) -> None:
    style, gap = STYLES.get(curve.style, "$foreground"), GAPS.get(curve.style, 0)
    if len(curve.points) == 1:
        across, down = frame.at(*curve.points[0])
        canvas.line((max(0.0, across - STUB), down), (across, down), style, gap)
    for (x, y), (next_x, next_y) in zip(curve.points, curve.points[1:], strict=False):
        if curve.stepped:
            canvas.line(frame.at(x, y), frame.at(next_x, y), style, gap)
            canvas.line(frame.at(next_x, y), frame.at(next_x, next_y), style, gap)
        else:
            canvas.line(frame.at(x, y), frame.at(next_x, next_y), style, gap)


def _mark(canvas: Canvas, frame: _Frame, mark: Mark, number: int) -> None:
    """The mark with its number at its right, else at its left; one that would cover another moves a cell."""
    across, down = frame.at(mark.x, mark.y)
    column, row = int(across) >> 1, int(down) >> 2
    glyph, style = GLYPHS.get(mark.style, OTHER_MARK), f"bold {STYLES.get(mark.style, '$foreground')}"
    right, left = f"{glyph}{number}", f"{number}{glyph}"
    for place, text in ((column, right), (column - 1, left), (column + 3, right), (column - 4, left)):
        if canvas.write(max(0, place), row, text, style):
            return
    canvas.write(column, max(0, row - 1), right, style)


def _number(figure: Figure, row: int, rows: int) -> str:
    """The value at a row: at the top, the bottom, and the middle where a row lies in it."""
    _, low, _, high = figure.bounds
    if row not in (0, rows - 1) and 2 * row != rows - 1:
        return " " * LEFT
    return f"{high - (high - low) * row / max(1, rows - 1):>{LEFT - 1}.0f} "


def _below(figure: Figure, room: int) -> str:
    """The numbers of the x axis, or its ticks, with its name in the middle."""
    low, _, high, _ = figure.bounds
    first, last = f"{low:.0f}", f"{high:.0f}"
    if figure.ticks:
        first, last = figure.ticks[0][1], figure.ticks[-1][1] if len(figure.ticks) > 1 else ""
    return " " * LEFT + first + figure.across.center(max(1, room - len(first) - len(last))) + last


def legend(figure: Figure) -> list[Content]:
    """What each line and each number stands for, a line each."""
    lines = [
        Content.assemble((SAMPLES[GAPS.get(curve.style, 0)], STYLES.get(curve.style, "$foreground")), f" {curve.label}")
        for curve in figure.curves
        if curve.label
    ]
    marks = [
        Content.assemble(
            (f"{GLYPHS.get(mark.style, OTHER_MARK)}{number}", f"bold {STYLES.get(mark.style, '$foreground')}"),
            f" {mark.label}",
        )
        for number, mark in numbered(figure)
    ]
    return [*lines, *marks]
