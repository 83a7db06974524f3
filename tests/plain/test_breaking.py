"""Lines of a paragraph, by cells: 宋子文 takes six."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from game.plain.breaking import broken

ADDRESS = "https://digitalarchive.wilsoncenter.org/document/record-meeting-between-t-v-soong-and-v-m-molotov"


@pytest.mark.parametrize("width", [10, 20, 40, 80])
def test_broken_lines_hold_every_word_whole_and_fit(width):
    text = f"Soong (宋子文) and Молотов met in Moscow; see {ADDRESS} for the minutes."
    lines = broken(text, width)
    assert " ".join(line.strip() for line in lines) == text
    assert all(cell_len(line) <= width or len(line.split()) == 1 for line in lines)
    assert all(line.startswith("  ") for line in lines[1:])


def test_broken_to_no_width_is_one_line():
    assert broken("a " * 200, 0) == [("a " * 200).strip()]


def test_broken_nothing_is_an_empty_line():
    assert broken("", 80) == [""]
