"""Text by cells: a Chinese character takes two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from game.debrief.columns import paragraphs, wrapped


def test_wrapped_counts_cells_not_characters():
    """Eight cells hold four Chinese characters."""
    assert wrapped("宋子文外交部長", 8) == ["宋子文外", "交部長"]


def test_wrapped_breaks_at_spaces_and_keeps_indentation():
    assert wrapped("  one two three", 9, "    ") == ["  one two", "    three"]


def test_wrapped_drops_what_a_terminal_would_obey():
    assert wrapped("a\x1b]0;title\x07b") == ["a]0;titleb"]


def test_wrapped_nothing_is_one_empty_line():
    assert wrapped("") == [""]


def test_paragraphs_set_further_lines_in_by_two():
    assert paragraphs(["  one two three"], 9) == "  one two\n    three"


@given(st.text(max_size=200), st.integers(10, 80))
def test_wrapped_any_text_fits_the_width(text, width):
    assert all(cell_len(line) <= width for line in wrapped(text, width, "  "))


@given(st.lists(st.text("ab宋 ", min_size=1, max_size=30), max_size=8), st.integers(4, 40))
def test_wrapped_loses_no_word(words, width):
    text = " ".join(words).strip()
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())
