"""Widgets for which a new size is no reason to lay the screen out again.

Textual lays the whole screen out once more whenever a widget has got another size, and paints it twice; but the size
came from a layout, and none of these changes anything by it. With them a key at the table costs one layout and one
paint. They are for the table, which is laid out once and stays; a sheet that has just been pushed needs Textual's way.
"""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar

from game.ui.widgets.paper import Paper


def still() -> Reactive[Size]:
    """A ``virtual_size`` that asks for nothing when it changes."""
    return Reactive(Size(0, 0), repaint=False)


class SteadyHorizontal(Horizontal):
    """Side by side."""

    virtual_size = still()


class SteadyVertical(Vertical):
    """One below the other."""

    virtual_size = still()


class SteadyPaper(Paper):
    """Text in a place that is as high as it: another text asks for its layout itself."""

    virtual_size = still()


class SteadyBar(ScrollBar):
    """The bar beside a list."""

    virtual_size = still()
