"""Blocks laid out: what is here already is not wrapped again. How blocks are wrapped is tested in test_lines.py."""

import pytest
from textual.content import Content
from textual.style import Style

from game.ui.widgets import blocks
from game.ui.widgets.blocks import Block, Layout, Pair, laid_out

LEAD = Content("  ")


@pytest.fixture
def wrapped(monkeypatch):
    """The blocks that were wrapped, in order."""
    seen: list[Block] = []
    real = blocks.laid_out
    monkeypatch.setattr(blocks, "laid_out", lambda block, width: (seen.append(block), real(block, width))[1])
    return seen


def test_layout_of_blocks_that_were_there_wraps_only_the_new_one(wrapped):
    first, second, third = (Block(Content(text)) for text in ("one", "two", "three"))
    layout = Layout(10, Style())
    layout.lay([first, second])
    layout.lay([third, second])
    assert wrapped == [first, second, third]
    assert [row.line.plain for row in layout.rows] == ["three", "two"]


def test_layout_forgets_blocks_that_are_gone(wrapped):
    block = Block(Content("one"))
    layout = Layout(10, Style())
    layout.lay([block])
    layout.lay([])
    layout.lay([block])
    assert wrapped == [block, block]


def test_strip_of_a_line_is_made_when_it_is_drawn_and_fills_the_width():
    layout = Layout(10, Style())
    layout.lay([Block(Content("one"))])
    row = layout.rows[0]
    assert row.strip is None
    assert layout.strip(row).cell_length == 10
    assert layout.strip(row) is row.strip


def test_pair_stands_side_by_side_where_there_is_room():
    """Two columns of 24 cells and what stands between them; Chinese takes two cells a character."""
    pair = Pair(
        lead=Content("  "),
        left=(Block(Content("Stalin asked for forty-five years.")),),
        right=(
            Block(Content("宋子文 twenty")),
            Block(Content("of the record of 12 July"), Content("“ "), Content("  ")),
        ),
        body=Content(""),
    )
    assert [line.plain for line in laid_out(pair, 53)] == [
        "  Stalin asked for         │ 宋子文 twenty",
        "  forty-five years.        │ “ of the record of 12",
        "                           │   July",
    ]


def test_pair_stands_one_above_the_other_where_there_is_no_room():
    pair = Pair(Content(""), Content("  "), left=(Block(Content("forty-five")),), right=(Block(Content("thirty")),))
    assert [line.plain for line in laid_out(pair, 52)] == ["  forty-five", "  thirty"]


def test_block_is_never_wider_than_its_width():
    """A hang wider than the lead used to push the second line over the edge, where it was cut without a mark."""
    block = Block(Content("one two three four five six seven"), LEAD, Content(" " * 8), Content("tail"))
    assert [line.plain for line in laid_out(block, 20)] == [
        "  one two       tail",
        " " * 8 + "three",
        " " * 8 + "four",
    ] + [" " * 8 + word for word in ("five", "six", "seven")]


def test_block_keeps_clear_of_its_tail_up_to_its_first_line_break():
    block = Block(Content("A small table\nchina, 10 July 1945"), LEAD, LEAD, Content("ended"))
    assert [line.plain for line in laid_out(block, 24)] == ["  A small table    ended", "  china, 10 July 1945"]
