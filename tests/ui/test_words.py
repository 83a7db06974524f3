"""Dates and cells; cell widths are those of a terminal."""

import pytest
from rich.cells import cell_len

from game.ui.words import listed, long_date, padded


def test_long_date_leaves_other_text_alone():
    assert long_date("1945-07-10") == "10 July 1945"
    assert long_date("summer 1945") == "summer 1945"


@pytest.mark.parametrize("text", ["宋子文", "Молотов", "T. V. Soong", "a very long name indeed", ""])
@pytest.mark.parametrize("cells", [3, 6, 7, 12])
def test_padded_is_exactly_that_many_cells(text, cells):
    assert cell_len(padded(text, cells)) == cells


def test_listed_one_two_three():
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
