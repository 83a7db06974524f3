"""A canvas of braille dots, two by four to a cell, with text on top.

Kept small and our own: the plotting widgets that are kept (textual-plotext, textual-plot) bring numpy or a second
axis of their own, and neither puts a name beside a place.
"""

from __future__ import annotations

from math import ceil

from rich.cells import cell_len
from textual.content import Content

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_EMPTY = 0x2800
Point = tuple[float, float]
"""Dots to the right of, and below, the upper left corner."""


class Canvas:
    """``width`` by ``height`` cells. What lies outside is not drawn."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._dots = [[0] * width for _ in range(height)]
        self._styles = [[""] * width for _ in range(height)]
        self._letters: list[list[str | None]] = [[None] * width for _ in range(height)]

    def dot(self, at: Point, style: str) -> None:
        """One dot; its whole cell takes the style."""
        column, row = int(at[0]) >> 1, int(at[1]) >> 2
        if at[0] >= 0 and at[1] >= 0 and column < self.width and row < self.height:
            self._dots[row][column] |= _BITS[int(at[1]) & 3][int(at[0]) & 1]
            self._styles[row][column] = style

    def line(self, start: Point, end: Point, style: str, gap: int = 0) -> None:
        """A straight line; with ``gap``, as many dots drawn as left out, in turn."""
        across, down = end[0] - start[0], end[1] - start[1]
        count = ceil(max(abs(across), abs(down))) or 1
        for number in range(count + 1):
            if not gap or (number // gap) % 2 == 0:
                self.dot((start[0] + across * number / count, start[1] + down * number / count), style)

    def write(self, column: int, row: int, text: str, style: str) -> bool:
        """Put text over the dots, by cells; False where it does not fit, or would touch other text."""
        width = cell_len(text)
        if not (0 <= row < self.height and column >= 0 and column + width <= self.width):
            return False
        around = range(max(0, column - 1), min(self.width, column + width + 1))
        if any(self._letters[row][place] is not None for place in around):
            return False
        place = column
        for letter in text:
            self._letters[row][place], self._styles[row][place] = letter, style
            for covered in range(place + 1, place + cell_len(letter)):
                self._letters[row][covered] = ""
            place += cell_len(letter)
        return True

    def lines(self) -> list[Content]:
        """All of it, a Content a row."""
        return [self._row(row) for row in range(self.height)]

    def _row(self, row: int) -> Content:
        parts: list[tuple[str, str]] = []
        for letter, dots, style in zip(self._letters[row], self._dots[row], self._styles[row], strict=True):
            text = letter if letter is not None else (chr(_EMPTY + dots) if dots else " ")
            if parts and parts[-1][1] == style:
                parts[-1] = (parts[-1][0] + text, style)
            else:
                parts.append((text, style))
        return Content.assemble(*parts)
