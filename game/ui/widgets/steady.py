"""Widgets for which a new size is no reason to lay the screen out again.

Textual lays the whole screen out once more whenever a widget has got another size, and paints it twice; but the size
came from a layout, and none of these changes anything by it. With them a key at the table costs one layout and one
paint. They are for the table, which is laid out once and stays; a sheet that has just been pushed needs Textual's way.
"""

from __future__ import annotations

from typing import Protocol, Self

from rich.console import RenderableType
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
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


class Placed(Protocol):
    """What a bar stands beside."""

    @property
    def placed(self) -> bool:
        """Whether a layout is giving it another size, and so the bar, and paints both next."""


class SteadyBar(ScrollBar):
    """The bar beside a list. Textual asks for its paint at every layout; it is painted when it looks another.

    It is always there, and is empty where there is nothing to scroll: to come and go it would need a layout.
    """

    virtual_size = still()
    window_virtual_size = Reactive(100, repaint=False)
    window_size = Reactive(0, repaint=False)

    def __init__(self, beside: Placed, *, name: str, thickness: int) -> None:
        self._beside = beside
        self._shown: tuple[object, ...] = ()
        super().__init__(name=name, thickness=thickness)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask for a paint, where it would look another and none comes anyway."""
        if self.is_mounted and not layout and not recompose:
            looks, before = self._looks(), self._shown
            self._shown = looks
            if looks == before or self._beside.placed:
                return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render(self) -> RenderableType:
        """The bar; nothing where all is in sight."""
        return super().render() if self.window_size < self.window_virtual_size else ""

    def _looks(self) -> tuple[object, ...]:
        span = (self.window_virtual_size, self.window_size, self.position)
        return (*span, self.mouse_over, self.grabbed, self.size, self.app.theme)
