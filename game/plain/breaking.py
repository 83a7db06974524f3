"""Paragraphs broken into lines by the cells they take. A word is never cut: an address stays one that can be opened."""

from __future__ import annotations

from rich.cells import cell_len

from game.play.clean import clean_line

LATER = "  "
"""What every line of a paragraph but the first begins with."""


def broken(text: str, width: int) -> list[str]:
    """The lines of one paragraph, cleaned, of at most ``width`` cells but for a longer word; one line where it is 0.

    >>> broken("Soong: 宋子文 agrees to https://example.org/a", 16)
    ['Soong: 宋子文', '  agrees to', '  https://example.org/a']
    """
    words = clean_line(text).split(" ")
    if not width:
        return [" ".join(words)]
    lines = [words[0]]
    for word in words[1:]:
        if cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{LATER}{word}")
    return lines
