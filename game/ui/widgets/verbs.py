"""The verbs bar: the moves that are legal now, each with its key, each clickable."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.slim import dataclass
from game.ui.widgets.paper import evened, key_word


@dataclass(frozen=True, slots=True)
class Key:
    """A key, the word for what it does, and the action it runs."""

    key: str
    word: str
    action: str


MOST_ROWS = 2
MORE = Key("Ctrl-P", "more", "app.command_palette")
"""Stands last where there is no room for all keys: the palette has them by name."""


class Verbs(Widget):
    """Keys in one row or two, never broken between a key and its word. What is not legal is not in them."""

    auto_links = False
    DEFAULT_CSS = "Verbs { height: auto; min-height: 1; max-height: 2; background: $panel; padding: 0 1; }"

    def __init__(self, keys: Sequence[Key] = (), id: str | None = None) -> None:
        super().__init__(id=id)
        self.keys = tuple(keys)

    def show(self, keys: Sequence[Key]) -> None:
        """Replace what is listed."""
        if tuple(keys) != self.keys:
            rows = len(self._lines(self.content_region.width))
            self.keys = tuple(keys)
            self.refresh(layout=rows != len(self._lines(self.content_region.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines the keys take."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """The keys."""
        return Content("\n").join(self._lines(self.content_region.width))

    def _lines(self, width: int) -> tuple[Content, ...]:
        return _fitted(self.keys, width)


@lru_cache(maxsize=64)
def _fitted(keys: tuple[Key, ...], width: int) -> tuple[Content, ...]:
    """The rows; of one key pressed they are asked for four times, and the same bar comes again and again."""
    rows, shown = _rows(keys, width), len(keys)
    while len(rows) > MOST_ROWS and shown:
        shown -= 1
        rows = _rows((*keys[:shown], MORE), width)
    return tuple(rows)


def _rows(keys: Sequence[Key], width: int) -> list[Content]:
    return evened([key_word(one.key, one.word, one.action) for one in keys], width)
