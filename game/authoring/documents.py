"""A kept source, and finding a quotation in it. Needs nothing but the standard library."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from game.slim import dataclass

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Source:
    """A document as it was received, line by line, and what is known of it.

    ``lines`` are numbered from 1 by ``line``. ``date`` is the document's own; ``talk`` that of the talk it speaks for.
    ``catalogue`` are ranges of lines (first, last) that are catalogue matter: they are no evidence.
    """

    id: str
    title: str
    kind: str
    date: str
    talk: str
    archive: str
    citation: str
    url: str
    rights: str
    evidence: str
    lines: tuple[str, ...]
    first_line: int
    last_line: int
    catalogue: tuple[tuple[int, int], ...]
    present: tuple[str, ...]
    peculiarities: tuple[tuple[int, str], ...]
    note: str

    def line(self, number: int) -> str:
        """The line with that number, from 1; IndexError outside the text."""
        if not 0 < number <= len(self.lines):
            raise IndexError(f"{self.id} has lines 1 to {len(self.lines)}, not {number}")
        return self.lines[number - 1]

    def is_catalogue(self, number: int) -> bool:
        """Whether a line is catalogue matter, or lies outside the document proper."""
        outside = not self.first_line <= number <= self.last_line
        return outside or any(first <= number <= last for first, last in self.catalogue)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in ``_collapsed``."""
        starts, place = [], 0
        for line in self.lines:
            starts.append(place)
            words = _collapse(line)
            place += len(words) + 1 if words else 0
        return starts

    @cached_property
    def _collapsed(self) -> str:
        return " ".join(words for line in self.lines if (words := _collapse(line)))

    def lines_with(self, quote: str) -> tuple[int, ...]:
        """The lines on which a quotation begins, white space being collapsed; empty when it is not there."""
        wanted = _collapse(quote)
        found: list[int] = []
        place = self._collapsed.find(wanted) if wanted else -1
        while place >= 0:
            found.append(self._line_at(place))
            place = self._collapsed.find(wanted, place + 1)
        return tuple(dict.fromkeys(found))

    def onward(self, number: int, length: int) -> str:
        """The text from a line on, white space collapsed: the line, and ``length`` characters after its beginning."""
        start = self._starts[number - 1]
        end = max(start + length, self._starts[number] if number < len(self._starts) else len(self._collapsed))
        return self._collapsed[start:end].strip()

    def _line_at(self, place: int) -> int:
        return bisect_right(self._starts, place)


def _collapse(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def shared_start(quote: str, line: str) -> int:
    """How many characters of a quotation, from its beginning, occur together somewhere in a line of the source.

    >>> shared_start("Not in Chech treaty", "Molotov: Not in Czech treaty, thus")
    8
    """
    words, there = _collapse(quote), _collapse(line)
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in there else (low, middle - 1)
    return low
