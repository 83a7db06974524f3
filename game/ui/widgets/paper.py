"""Paper: text that is only text, and keys in rows that never break between a key and its word."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

GAP = "  "


class Paper(Static):
    """Static text. Strings are never read as markup, and what can be clicked looks like the rest."""

    auto_links = False

    def __init__(self, content: Content | str = "", id: str | None = None, classes: str | None = None) -> None:
        super().__init__(content, id=id, classes=classes, markup=False)
        self._shown: Content | None = None

    def tell(self, content: Content) -> None:
        """Show a text; the same text again costs nothing, not even a new layout."""
        if self._shown is None or not self._shown.is_same(content):
            self._shown = content
            self.update(content)


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
