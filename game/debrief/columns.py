"""Text in columns of a terminal: wrapped by the cells it takes, never by characters. Cleans what it wraps."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from game.play.clean import clean_line

WIDTH = 80


def wrapped(text: str, width: int = WIDTH, later: str = "") -> list[str]:
    """The text on lines of at most ``width`` cells, broken at spaces; ``later`` begins every line but the first.

    A word wider than a line is cut. White space at the beginning of the text is kept as its indentation.

    >>> wrapped("Soong: 宋子文 agrees", 14)
    ['Soong: 宋子文', 'agrees']
    """
    indent = text[: len(text) - len(text.lstrip(" "))]
    lines: list[str] = []
    line = indent
    empty = True
    for word in clean_line(text).split(" "):
        joined = line + word if empty else f"{line} {word}"
        if cell_len(joined) <= width:
            line, empty = joined, False
            continue
        if not empty:
            lines.append(line)
            line = later
        *full, line = _cut(line + word, width, later)
        lines += full
        empty = False
    return [*lines, line]


def _cut(text: str, width: int, later: str) -> list[str]:
    pieces: list[str] = []
    while cell_len(text) > width and len(text) > 1:
        first = chop_cells(text, width)[0]
        if len(first) <= len(later):
            break
        pieces.append(first)
        text = later + text[len(first) :]
    return [*pieces, text]


def paragraphs(texts: list[str], width: int = WIDTH) -> str:
    """Several texts, each wrapped with its further lines set in by two, as lines joined by line feeds."""
    lines: list[str] = []
    for text in texts:
        indent = text[: len(text) - len(text.lstrip(" "))]
        lines += wrapped(text, width, indent + "  ")
    return "\n".join(lines)
