"""An author's mistake as a value: what was found, where, and what to do. And how it is printed."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from game.slim import dataclass

EXCERPT = 100
"""Terminal cells of a source line that are printed round the place of the mistake."""
UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that are never printed as they stand: control, invisible and unassigned characters."""


class Severity(StrEnum):
    """Whether a scenario can be used in spite of it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. ``line`` and ``column`` count from 1, in characters; 0 where the mistake is in no line."""

    code: str
    path: str
    line: int
    column: int
    message: str
    excerpt: str = ""
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """The key mistakes are sorted by: file, line, column, code, message."""
        return (self.path, self.line, self.column, self.code, self.message)


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The mistakes by file, line and column, each once."""
    return tuple(sorted(set(found), key=lambda one: one.place))


def render(diagnostic: Diagnostic) -> str:
    """A mistake as it is printed: ``path:line:col: sentence [S101]``, the line, a caret under the place, a hint.

    The caret stands by cell width, so it is right under wide characters. Long lines are cut round it.
    """
    where = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}" if diagnostic.line else diagnostic.path
    parts = [f"{printable(where)}: {printable(diagnostic.message)} [{diagnostic.code}]"]
    if diagnostic.excerpt.strip():
        parts.extend(f"    {line}" for line in _pointed(printable(diagnostic.excerpt), diagnostic.column))
    if diagnostic.hint:
        parts.append(f"hint: {printable(diagnostic.hint)}")
    return "\n".join(parts)


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A mistake as a mapping of plain values."""
    return asdict(diagnostic)


def cells(text: str) -> int:
    """How many terminal cells a text takes: two for wide characters, none for combining marks.

    >>> cells("宋子文"), cells("Soong")
    (6, 5)
    """
    return sum(_cell(character) for character in text)


def printable(text: str) -> str:
    """The text with each control or invisible character replaced by a mark, so that it can't steer a terminal.

    >>> printable("a\\x1bb")
    'a�b'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join("�" if unprintable(one) else one for one in text)


def escaped(text: str) -> str:
    r"""JSON with each control or invisible character in its strings written as an escape: the values stay the same.

    >>> escaped('["\x9b"]')
    '["\\u009b"]'
    """
    return "".join(_escape(one) if one != "\n" and unprintable(one) else one for one in text)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def unprintable(character: str) -> bool:
    """Whether a terminal obeys a character, or shows nothing where it stands."""
    return unicodedata.category(character) in UNPRINTABLE


def quoted(text: str) -> str:
    """A text between quotation marks; between backticks where it has such marks of its own.

    >>> quoted("tier"), quoted("“a”")
    ('“tier”', '`“a”`')
    """
    return f"`{text}`" if "“" in text or "”" in text else f"“{text}”"


def nearest(word: str, known: Iterable[str], likeness: float = 0.0) -> str:
    """The known word most like ``word``; empty when none is as like as ``likeness`` (0 to 1) asks.

    Where that is 0, a short word, in which one letter is much, needs less likeness than a long one.

    >>> nearest("parrity", ["parity", "soviet-majority"]), nearest("xyz", ["parity"])
    ('parity', '')
    """
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=likeness or (0.45 if len(word) <= 3 else 0.6))
    return found[0] if found else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint for a word that is not known: the nearest that is, or else all of them (ten at most)."""
    words = sorted(known)
    near = nearest(word, words)
    if near:
        return f"did you mean “{near}”?"
    if not words:
        return ""
    shown = ", ".join(words[:10])
    return f"expected one of: {shown}{', …' if len(words) > 10 else ''}"


def _cell(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pointed(line: str, column: int) -> tuple[str, str]:
    """The line and a line with a caret under its ``column``; a long line is cut to a window round it."""
    place = min(max(column - 1, 0), len(line))
    start = 0
    if cells(line) > EXCERPT:
        start = max(0, place - EXCERPT // 2)
    before, after = line[start:place], line[place : start + EXCERPT]
    lead = "…" if start else ""
    tail = "…" if start + EXCERPT < len(line) else ""
    return f"{lead}{before}{after}{tail}", " " * (cells(before) + len(lead)) + "^"
