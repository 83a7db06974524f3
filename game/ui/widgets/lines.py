"""Lines: the one list of the interface. Text in blocks, wrapped by cells, with or without a cursor.

The agenda, the ladder of options, the minutes, a document and every list to choose from are this widget with
other blocks in it. Only the lines in sight are drawn, and only blocks that changed are wrapped again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Self

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from game.ui.widgets.blocks import NOTHING, Block, Layout, Row, laid_out
from game.ui.widgets.steady import SteadyBar

__all__ = ["NOTHING", "Block", "Lines"]

NOT_DRAWN = (0, "", 0)
CURSOR = "▸"
"""Stands in the first cell of the block one is on."""


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of blocks. ``Moved`` when the cursor comes to another block, ``Chosen`` on Enter or a second click."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}
    DEFAULT_CSS = """
    Lines { scrollbar-size: 0 1; overflow-x: hidden; overflow-y: scroll; height: 1fr; }
    Lines > .lines--cursor { background: $chosen; text-style: bold; }
    Lines:ansi > .lines--cursor { color: ansi_default; background: ansi_default; text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "turn(-1)", "Page up", show=False),
        Binding("pagedown", "turn(1)", "Page down", show=False),
        Binding("home", "end(-1)", "First", show=False),
        Binding("end", "end(1)", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    _placed = False

    class Moved(Message):
        """The cursor came to ``key``."""

        def __init__(self, lines: Lines, key: str) -> None:
            super().__init__()
            self.lines = lines
            self.key = key

        @property
        def control(self) -> Lines:
            """The list it happened in."""
            return self.lines

    class Chosen(Moved):
        """The block under the cursor was chosen."""

    def __init__(self, blocks: Iterable[Block] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.blocks: list[Block] = list(blocks)
        self.cursor = next((block.key for block in self.blocks if block.key), "")
        self._layout: Layout | None = None
        self._drawn_for = NOT_DRAWN

    # What is in it

    def show(self, blocks: Iterable[Block], cursor: str | None = None) -> None:
        """Replace everything; the cursor stays on its key where that is still there, or goes to ``cursor``."""
        self.blocks = list(blocks)
        keys = self.keys
        wanted = self.cursor if cursor is None else cursor
        self.cursor = wanted if wanted in keys else (keys[0] if keys else "")
        self._redraw()

    def extend(self, blocks: Sequence[Block]) -> None:
        """Add blocks at the end; only they are wrapped."""
        self.blocks.extend(blocks)
        if self._layout is not None and self._drawn_for == self._circumstances():
            self._layout.add(blocks)
            self._measure()
        else:
            self._layout, self._drawn_for = None, NOT_DRAWN

    @property
    def keys(self) -> list[str]:
        """The keys the cursor can go to, in order."""
        return [block.key for block in self.blocks if block.key]

    def put_cursor(self, key: str) -> None:
        """Move the cursor without a message; an unknown key is left alone."""
        if key in self.keys:
            before, self.cursor = self.cursor, key
            self._keep_in_sight()
            self._repaint(before)
            self._repaint(key)

    def _repaint(self, key: str) -> None:
        """Paint the lines of one block again, no others."""
        places = self._layout.rows_of(key) if self._layout is not None else []
        if places:
            self.refresh_lines(places[0], len(places))

    def row_of_block(self, place: int) -> int:
        """The first line of a block, in lines from the top; one past the last line for a block that is not there."""
        self._ensure()
        block = self.blocks[place] if place < len(self.blocks) else None
        return self._layout.first_row(block) if self._layout is not None else 0

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar at the right; one that is not laid out again for its own size."""
        if self._vertical_scrollbar is None:
            bar = SteadyBar(self, name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar = bar
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    # Placing

    @property
    def placed(self) -> bool:
        """Whether a layout is giving it another size just now. All of it is painted right after."""
        return self._placed

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """A layout gives it a size: wrap and scroll at once, so that nothing is left over for a second paint."""
        self._placed = size != self._size
        try:
            resized = super()._size_updated(size, virtual_size, container_size, layout)
            if self._placed:
                self._stay()
        finally:
            self._placed = False
        return resized

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask for a paint; not while it is placed, since one comes anyway."""
        if self._placed and not layout and not recompose:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _stay(self) -> None:
        """Show, at another size, what was shown."""
        self._ensure()
        self._keep_in_sight()

    def on_resize(self) -> None:
        """Another size. What follows from it has been done, unless it came by another way."""
        self._stay()

    # Wrapping

    def _circumstances(self) -> tuple[int, str, int]:
        return (self.scrollable_content_region.width, self.app.theme, hash(self.visual_style))

    def _redraw(self) -> None:
        if not self.is_mounted:
            return
        height = self._height
        if not self._ensure() and self._layout is not None:
            self._layout.lay(self.blocks)
            self._measure()
        self._keep_in_sight()
        self.refresh(layout=self.styles.is_auto_height and height != self._height)

    def _ensure(self) -> bool:
        """Wrap everything again where width, theme or style are others; whether it was so."""
        now = self._circumstances()
        if now == self._drawn_for or now[0] <= 0:
            return False
        self._drawn_for = now
        self._layout = Layout(now[0], self.visual_style)
        self._layout.lay(self.blocks)
        self._measure()
        return True

    @property
    def _height(self) -> int:
        return len(self._layout.rows) if self._layout is not None else 0

    def _measure(self) -> None:
        """Tell the scroll bar how much there is. Other widgets move only for a list that is as high as its text."""
        size = Size(self._drawn_for[0], self._height)
        if size == self.virtual_size:
            return
        if self.styles.is_auto_height:
            self.virtual_size = size
        else:
            self.set_reactive(Lines.virtual_size, size)
            self.refresh()
        self._scroll_update(size)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines needed at that width, for a list that is as high as what is in it."""
        room = max(1, width - self.styles.scrollbar_size_vertical)
        if self._layout is not None and self._layout.width == room:
            return max(1, self._height)  # whatever is in it has been laid at that width
        return max(1, sum(len(laid_out(block, room)) for block in self.blocks))

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The visible lines, after wrapping again where width or theme changed."""
        self._ensure()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        x, top = self.scroll_offset
        place = y + top
        width = self.scrollable_content_region.width
        if self._layout is None or place >= len(self._layout.rows):
            return Strip.blank(width, self.rich_style)
        row = self._layout.rows[place]
        strip = self._layout.strip(row).crop(x, x + width)
        return self._under_cursor(strip, row) if row.block.key and row.block.key == self.cursor else strip

    def _under_cursor(self, strip: Strip, row: Row) -> Strip:
        style = self.get_component_rich_style("lines--cursor", partial=True)
        chosen = Strip(Segment.apply_style(strip, post_style=style), strip.cell_length)
        if not row.first:
            return chosen
        return Strip.join([Strip([Segment(CURSOR, self.rich_style + style)], 1), chosen.crop(1)])

    # Moving

    def action_move(self, by: int) -> None:
        """Go to the block ``by`` places on; a list without keys scrolls instead."""
        keys = self.keys
        if not keys:
            self.scroll_relative(y=by, animate=False)
            return
        here = keys.index(self.cursor) if self.cursor in keys else 0
        self.go_to(keys[max(0, min(len(keys) - 1, here + by))])

    def action_turn(self, by: int) -> None:
        """A page up or down; with a cursor, as many blocks as fit."""
        page = max(1, self.scrollable_content_region.height - 1)
        if self.keys:
            self.action_move(by * page)
        else:
            self.scroll_relative(y=by * page, animate=False)

    def action_end(self, which: int) -> None:
        """The first block or the last."""
        if self.keys:
            self.go_to(self.keys[0 if which < 0 else -1])
        elif which < 0:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        if self.cursor:
            self.post_message(self.Chosen(self, self.cursor))

    def go_to(self, key: str) -> None:
        """Put the cursor on ``key`` and say so when it moved."""
        if key != self.cursor:
            self.put_cursor(key)
            self.post_message(self.Moved(self, key))
        if self.keys and key == self.keys[0]:
            self.scroll_home(animate=False)

    def _keep_in_sight(self) -> None:
        self._ensure()
        places = self._layout.rows_of(self.cursor) if self._layout is not None else []
        if places:
            region = Region(0, places[0], 1, min(len(places), self.scrollable_content_region.height or 1))
            self.scroll_to_region(region, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the block under it, it chooses."""
        place = event.get_content_offset(self)
        if place is None:
            return
        y = place.y + self.scroll_offset.y
        key = self._layout.rows[y].block.key if self._layout is not None and y < self._height else ""
        if key and key == self.cursor:
            self.action_choose()
        elif key:
            self.go_to(key)
