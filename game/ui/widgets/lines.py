"""Lines: the one list of the interface. Text in blocks, wrapped by cells, with or without a cursor.

The agenda, the ladder of options, the minutes, a document and every list to choose from are this widget with
other blocks in it. Only the lines in sight are drawn, and only blocks that changed are wrapped again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

CURSOR = "▸"
"""Stands in the first cell of the block one is on."""
NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Block:
    """One thing in the list.

    ``lead`` stands before the first line and ``hang`` before the rest (same width); ``tail`` at the right edge of
    the first line. ``most`` is the number of lines it may take, 0 for as many as it needs. A block with a ``key``
    can have the cursor; the first cell of its ``lead`` is kept for it.
    """

    body: Content
    lead: Content = NOTHING
    hang: Content = NOTHING
    tail: Content = NOTHING
    most: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line on the screen: its strip, and the place of its block."""

    strip: Strip
    block: int
    first: bool


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of blocks. ``Moved`` when the cursor comes to another block, ``Chosen`` on Enter or a second click."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}
    DEFAULT_CSS = """
    Lines { scrollbar-size: 0 1; scrollbar-gutter: stable; overflow-x: hidden; height: 1fr; }
    Lines > .lines--cursor { background: $chosen; text-style: bold; }
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
        self._rows: list[Row] = []
        self._drawn_for: tuple[int, str, int] = (0, "", 0)

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
        start = len(self.blocks)
        self.blocks.extend(blocks)
        if self._drawn_for == self._circumstances():
            for place in range(start, len(self.blocks)):
                self._rows.extend(self._wrapped(place))
            self._measure()

    @property
    def keys(self) -> list[str]:
        """The keys the cursor can go to, in order."""
        return [block.key for block in self.blocks if block.key]

    def put_cursor(self, key: str) -> None:
        """Move the cursor without a message; an unknown key is left alone."""
        if key in self.keys:
            self.cursor = key
            self._keep_in_sight()
            self.refresh()

    def row_of_block(self, place: int) -> int:
        """The first line of a block, in lines from the top; one past the last line for a block that is not there."""
        self._ensure()
        return next((y for y, row in enumerate(self._rows) if row.block == place), len(self._rows))

    # Wrapping

    def _circumstances(self) -> tuple[int, str, int]:
        return (self.scrollable_content_region.width, self.app.theme, hash(self.visual_style))

    def _redraw(self) -> None:
        height = len(self._rows)
        self._drawn_for = (0, "", 0)
        if self.is_mounted:
            self._ensure()
            self._keep_in_sight()
            self.refresh(layout=self.styles.is_auto_height and height != len(self._rows))

    def _ensure(self) -> None:
        now = self._circumstances()
        if now == self._drawn_for or now[0] <= 0:
            return
        self._drawn_for = now
        self._rows = [row for place in range(len(self.blocks)) for row in self._wrapped(place)]
        self._measure()

    def _measure(self) -> None:
        """Tell the scroll bar how much there is. Other widgets move only for a list that is as high as its text."""
        size = Size(self._drawn_for[0], len(self._rows))
        if size == self.virtual_size:
            return
        if self.styles.is_auto_height:
            self.virtual_size = size
        else:
            self.set_reactive(Lines.virtual_size, size)
            self._scroll_update(size)
            self.refresh()

    def _wrapped(self, place: int) -> list[Row]:
        width = self._drawn_for[0]
        lines = _laid_out(self.blocks[place], width)
        style = self.visual_style
        return [
            Row(Strip(line.render_segments(style)).extend_cell_length(width, style.rich_style), place, number == 0)
            for number, line in enumerate(lines)
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines needed at that width, for a list that is as high as what is in it."""
        room = width - self.styles.scrollbar_size_vertical
        return max(1, sum(len(_laid_out(block, max(1, room))) for block in self.blocks))

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
        if place >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[place]
        strip = row.strip.crop(x, x + width)
        key = self.blocks[row.block].key
        return self._under_cursor(strip, row) if key and key == self.cursor else strip

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
        places = [y for y, row in enumerate(self._rows) if self.blocks[row.block].key == self.cursor]
        if self.cursor and places:
            region = Region(0, places[0], 1, min(len(places), self.scrollable_content_region.height or 1))
            self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        """Wrap again, and keep the cursor in sight."""
        self._ensure()
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the block under it, it chooses."""
        place = event.get_content_offset(self)
        if place is None:
            return
        y = place.y + self.scroll_offset.y
        key = self.blocks[self._rows[y].block].key if y < len(self._rows) else ""
        if key and key == self.cursor:
            self.action_choose()
        elif key:
            self.go_to(key)


def _laid_out(block: Block, width: int) -> list[Content]:
    """The lines of a block at a width, lead, hang and tail put to them."""
    lead, tail = block.lead, block.tail
    room = max(1, width - lead.cell_length - (tail.cell_length + 1 if tail else 0))
    wrapped = block.body.wrap(room) if block.body else [NOTHING]
    if block.most and len(wrapped) > block.most:
        rest = Content(" ").join(wrapped[block.most - 1 :])
        wrapped = [*wrapped[: block.most - 1], rest.truncate(room, ellipsis=True)]
    first = wrapped[0]
    if tail:
        gap = Content(" " * (width - lead.cell_length - first.cell_length - tail.cell_length))
        first = Content.assemble(first, gap, tail)
    return [Content.assemble(lead, first), *(Content.assemble(block.hang, line) for line in wrapped[1:])]
