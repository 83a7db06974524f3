"""The map of the railways and ports, with what the issue in hand is about lit up: a heavier mark, and its name."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from game.play import geography
from game.play.geography import FEATURES, Feature, Place, Sheet
from game.ui.widgets.canvas import Canvas, Point

LIT_TOWN, TOWN = "◆", "·"
_STYLES = {
    geography.RAILWAY: ("$foreground", 0),
    geography.OTHER_RAILWAY: ("$faint", 0),
    geography.COAST: ("$second", 0),
    geography.FRONTIER: ("$faint", 2),
    geography.ZONE: ("$caution", 3),
}
"""How each kind of line is drawn while it is not lit: its style, and the gaps in it (dots)."""
_COSINE = 0.72
"""Of 44 degrees north: how much shorter a degree of longitude is than one of latitude."""


class Chart(Widget, can_focus=False):
    """One sheet of the map."""

    DEFAULT_CSS = "Chart { width: 1fr; height: 1fr; padding: 0 1; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._issue = ""

    def light(self, issue: str) -> None:
        """Light up what an issue is about, on the sheet on which it is best seen."""
        self._issue = issue
        self.refresh()

    def render(self) -> Content:
        """The sheet, drawn to scale in the room there is."""
        size = self.content_region.size
        return Content("\n").join(drawn(self._issue, size.width, size.height)) if size else Content("")


def drawn(issue: str, width: int, height: int) -> list[Content]:
    """The map with an issue lit up, in that many cells: rows of it."""
    sheet, lit = geography.sheet_for(issue), geography.lit(issue)
    canvas = Canvas(width, height)
    scale = _Scale(sheet, width, height)
    for feature in FEATURES:
        if feature.kind != geography.TOWN and feature not in lit:
            _rule(canvas, scale, feature, *_STYLES[feature.kind])
    for feature in lit:
        if feature.kind != geography.TOWN:
            _rule(canvas, scale, feature, "bold $accent", _STYLES[feature.kind][1])
    towns = [feature for feature in FEATURES if feature.kind == geography.TOWN]
    for feature in sorted(towns, key=lambda one: (one not in lit, one.rank)):
        if feature in lit or feature.rank == 0 or width > 60 or sheet is geography.PORTS:
            _town(canvas, scale.at(feature.points[0]), feature.name, feature in lit)
    return canvas.lines()


class _Scale:
    """From degrees to dots, the same scale both ways, in the middle of the room there is."""

    def __init__(self, sheet: Sheet, width: int, height: int) -> None:
        across, up = (sheet.east - sheet.west) * _COSINE, sheet.north - sheet.south
        self.dots = min((2 * width - 1) / across, (4 * height - 1) / up)
        self.sheet = sheet
        self.left = (2 * width - across * self.dots) / 2

    def at(self, place: Place) -> Point:
        """The dot of a place."""
        east, north = place
        return (
            self.left + (east - self.sheet.west) * _COSINE * self.dots,
            (self.sheet.north - north) * self.dots,
        )


def _rule(canvas: Canvas, scale: _Scale, feature: Feature, style: str, gap: int) -> None:
    for start, end in zip(feature.points, feature.points[1:], strict=False):
        canvas.line(scale.at(start), scale.at(end), style, gap)


def _town(canvas: Canvas, at: Point, name: str, is_lit: bool) -> None:
    """A mark, and the name at its right, else at its left, below or above; no name where there is no room for one."""
    column, row, width = int(at[0]) >> 1, int(at[1]) >> 2, cell_len(name)
    style = "bold $accent" if is_lit else "$foreground"
    canvas.write(column, row, LIT_TOWN if is_lit else TOWN, style)
    right, left = column + 2, column - width - 1
    for beside in ((right, row), (left, row), (right, row + 1), (left, row + 1), (left, row - 1)):
        if canvas.write(*beside, name, style):
            return
