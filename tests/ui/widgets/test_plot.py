"""Figures as they are drawn: the room they fill, where marks fall, and that lines differ without colour."""

import pytest

from game.debrief.page import Curve, Figure, Mark
from game.ui.widgets.plot import drawn, legend

FIGURE = Figure(
    "A frontier",
    "in words",
    "worth to you",
    "worth to them",
    (Curve(((0, 1000), (1000, 0)), "the best", "plain"), Curve(((450, 0), (450, 1000)), "no agreement", "limit")),
    (Mark(1000, 0, "here", "game"), Mark(0, 1000, "in the record", "history")),
)


@pytest.mark.parametrize("size", [(76, 16), (118, 30), (5, 2), (1, 1)])
def test_drawing_fills_the_room_it_has_and_no_more(size):
    width, height = size
    rows = drawn(FIGURE, width, height)
    assert len(rows) == height
    assert all(row.cell_length <= max(width, 40) for row in rows)


def test_marks_stand_at_their_corners_with_the_number_the_legend_explains():
    rows = [row.plain for row in drawn(FIGURE, 76, 16)]
    assert "◇2" in rows[1][:12]
    assert "1●" in rows[-2][-4:]
    told = [line.plain for line in legend(FIGURE)]
    assert told == ["━━ the best", "┈┈ no agreement", "●1 here", "◇2 in the record"]


def test_two_marks_on_one_spot_are_both_to_be_seen():
    both = Figure("", "", "", "", (), (Mark(500, 500, "one", "game"), Mark(500, 500, "two", "history")))
    text = "\n".join(row.plain for row in drawn(both, 60, 12))
    assert "●1" in text
    assert "2" in text
    assert "◇" in text


def test_limit_is_dotted_where_the_frontier_is_drawn_through():
    dots = {
        style: sum(bin(ord(letter) - 0x2800).count("1") for row in rows for letter in row.plain if ord(letter) > 0x2800)
        for style, rows in (
            (style, drawn(Figure("", "", "", "", (Curve(((0, 0), (1000, 1000)), "x", style),)), 60, 12))
            for style in ("plain", "history", "limit")
        )
    }
    assert dots["plain"] > dots["history"]
    assert dots["plain"] > dots["limit"]
