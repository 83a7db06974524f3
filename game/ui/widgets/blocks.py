"""Blocks of text laid out in lines of a width: wrapped by cells, and only those that were not there before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from game.slim import dataclass

NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Block:
    """One thing in a list.

    ``lead`` stands before the first line and ``hang`` before the rest; ``tail`` at the right edge of the first line,
    and the text keeps clear of it up to its first line break. ``most`` is the number of lines it may take, 0 for as
    many as it needs. A block with a ``key`` can have the cursor; the first cell of its ``lead`` is kept for it.
    """

    body: Content
    lead: Content = NOTHING
    hang: Content = NOTHING
    tail: Content = NOTHING
    most: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Pair(Block):
    """Blocks side by side, ``left`` and ``right``; one above the other where there is no room for two columns."""

    left: tuple[Block, ...] = ()
    right: tuple[Block, ...] = ()


BETWEEN = Content(" │ ")
NARROWEST = 24
"""Cells that a text beside another must have."""


@dataclass(slots=True)
class Row:
    """One line of a block. Its strip is made when it first comes into sight."""

    block: Block
    line: Content
    first: bool
    strip: Strip | None = None


class Layout:
    """The lines of some blocks from the top, at one width and in one style. ``rows`` are all of them."""

    def __init__(self, width: int, style: Style) -> None:
        self.width = width
        self.style = style
        self.rows: list[Row] = []
        self._of: dict[int, list[Row]] = {}
        self._tops: dict[int, int] = {}

    def lay(self, blocks: Sequence[Block]) -> None:
        """Lay these blocks and no others. A block that is here already (the same object) is not wrapped again."""
        kept, self.rows, self._of, self._tops = self._of, [], {}, {}
        for block in blocks:
            self._add(block, kept.get(id(block)))

    def add(self, blocks: Sequence[Block]) -> None:
        """Lay blocks below those that are here."""
        for block in blocks:
            self._add(block, self._of.get(id(block)))

    def _add(self, block: Block, rows: list[Row] | None) -> None:
        if rows is None:
            rows = [Row(block, line, number == 0) for number, line in enumerate(laid_out(block, self.width))]
        self._of[id(block)] = rows  # rows hold the block, so that no other can have its identity meanwhile
        self._tops.setdefault(id(block), len(self.rows))
        self.rows.extend(rows)

    def strip(self, row: Row) -> Strip:
        """A line as it is drawn."""
        if row.strip is None:
            row.strip = Strip(row.line.render_segments(self.style))
            row.strip = row.strip.extend_cell_length(self.width, self.style.rich_style)
        return row.strip

    def first_row(self, block: Block | None) -> int:
        """The place of a block's first line; one past the last line for None, or a block that is not here."""
        return self._tops.get(id(block), len(self.rows))

    def rows_of(self, key: str) -> list[int]:
        """The places of the lines of the block with that key; none for an empty key."""
        return [y for y, row in enumerate(self.rows) if row.block.key == key] if key else []


def laid_out(block: Block, width: int) -> list[Content]:
    """The lines of a block at a width, lead, hang and tail put to them."""
    if isinstance(block, Pair):
        return _side_by_side(block, width - block.lead.cell_length)
    lead, tail = block.lead, block.tail
    room = max(1, width - max(lead.cell_length, block.hang.cell_length))
    beside = max(1, room - tail.cell_length - 1) if tail else room
    wrapped = _wrapped(block.body, room, block.most, beside)
    first = wrapped[0]
    if tail:
        gap = Content(" " * (width - lead.cell_length - first.cell_length - tail.cell_length))
        first = Content.assemble(first, gap, tail)
    return [Content.assemble(lead, first), *(Content.assemble(block.hang, line) for line in wrapped[1:])]


def _side_by_side(pair: Pair, room: int) -> list[Content]:
    half = (room - BETWEEN.cell_length) // 2
    if half < NARROWEST or not pair.right:
        return [Content.assemble(pair.lead, line) for line in _stacked((*pair.left, *pair.right), room)]
    both = zip_longest(_stacked(pair.left, half), _stacked(pair.right, half), fillvalue=NOTHING)
    return [Content.assemble(pair.lead, one.pad_right(half - one.cell_length), BETWEEN, other) for one, other in both]


def _stacked(blocks: Sequence[Block], width: int) -> list[Content]:
    return [line for block in blocks for line in laid_out(block, width)]


def _wrapped(body: Content, room: int, most: int, beside: int = 0) -> list[Content]:
    """A text in lines of a width, at most so many (0: as many as it needs); the last ends in … where it is cut.

    Up to its first line break it has only ``beside`` cells, where that is not 0.
    """
    if not body:
        return [NOTHING]
    beside = beside or room
    if "\n" not in body.plain and (most == 1 or body.cell_length <= beside):
        return [body.truncate(beside, ellipsis=True)]
    first, *rest = body.split("\n", allow_blank=True)
    wrapped = [*first.wrap(beside), *(line for part in rest for line in part.wrap(room))]
    if most and len(wrapped) > most:
        last = Content(" ").join(wrapped[most - 1 :])
        return [*wrapped[: most - 1], last.truncate(room if "\n" in body.plain and most > 1 else beside, ellipsis=True)]
    return wrapped
