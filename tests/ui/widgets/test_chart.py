"""The map as it is drawn: the room it fills, and the name of what is lit."""

import pytest

from game.ui.widgets.chart import drawn


@pytest.mark.parametrize("size", [(44, 16), (80, 34), (1, 1), (0, 0)])
def test_drawing_fills_the_room_it_has_and_no_more(size):
    width, height = size
    rows = drawn("dairen-zone", width, height)
    assert len(rows) == height
    assert all(row.cell_length == width for row in rows)


@pytest.mark.parametrize("issue", ["dairen-status", "port-arthur-tenure"])
def test_lit_town_is_named_even_at_80_columns(issue):
    text = "\n".join(row.plain for row in drawn(issue, 44, 14))
    assert "◆" in text
    assert {"dairen-status": "Dairen", "port-arthur-tenure": "Port Arthur"}[issue] in text
