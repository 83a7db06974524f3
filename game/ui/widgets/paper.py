"""Paper: text that is only text, and keys in rows that never break between a key and its word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Static

GAP = "  "
MORE = "…"


class Paper(Static):
    """Static text. Strings are never read as markup, what can be clicked looks like the rest, what is cut ends in …"""

    auto_links = False

    def __init__(self, content: Content | str = "", id: str | None = None, classes: str | None = None) -> None:
        super().__init__(content, id=id, classes=classes, markup=False)
        self._shown: Content | None = None

    def tell(self, content: Content) -> None:
        """Show a text; the same text again costs nothing, not even a new layout."""
        if self._shown is None or not self._shown.is_same(content):
            self._shown = content
            self.update(content)

    def render_line(self, y: int) -> Strip:
        """One line; the last one there is room for tells by … that there would be more."""
        strip = super().render_line(y)
        width, height = self.size
        if y != height - 1 or self.visual.get_height({}, width) <= height:
            return strip
        return _cut(strip, width)


def _cut(strip: Strip, width: int) -> Strip:
    """A line with … at its end, in the style of what it stands behind."""
    text = strip.text.rstrip()
    while cell_len(text) >= width:
        text = text[:-1]
    before = strip.crop(0, cell_len(text))
    style = next((segment.style for segment in reversed(list(before))), None)
    return Strip.join([before, Strip([Segment(MORE, style)], 1)]).extend_cell_length(width, style)


def key_word(key: str, word: str, action: str) -> Content:
    """A key with its word; a click on it runs the action."""
    click = Style.from_meta({"@click": action})
    return Content.assemble((key, "bold $accent"), f" {word}").stylize(click)


def in_rows(items: Iterable[Content], width: int) -> list[Content]:
    """Things set side by side in as few rows of that many cells as they need."""
    rows: list[Content] = []
    for item in items:
        if rows and rows[-1].cell_length + len(GAP) + item.cell_length <= width:
            rows[-1] = Content.assemble(rows[-1], GAP, item)
        else:
            rows.append(item)
    return rows


def evened(items: Sequence[Content], width: int) -> list[Content]:
    """Things in as few rows of that many cells as they need, and in rows about as long as one another."""
    sizes = [item.cell_length for item in items]
    fewest = _rows(sizes, width)
    least = (sum(sizes) + len(GAP) * (len(sizes) - fewest)) // max(1, fewest)
    closer = next((one for one in range(least, width) if _rows(sizes, one) == fewest), width)
    return in_rows(items, closer if fewest > 1 else width)


def _rows(sizes: Sequence[int], width: int) -> int:
    """How many rows ``in_rows`` makes of things of these sizes."""
    rows, filled = 0, width
    for size in sizes:
        if rows and filled + len(GAP) + size <= width:
            filled += len(GAP) + size
        else:
            rows, filled = rows + 1, size
    return rows
