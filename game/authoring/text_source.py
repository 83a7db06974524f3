"""A text file, read within bounds, and the places in it."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import NamedTuple

from game.authoring.diagnostics import Diagnostic
from game.slim import dataclass

STEERING = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""Characters that steer a terminal or hide text: controls, bidi controls, zero-width marks, line separators."""
_BREAK = re.compile(r"\r\n|\r|\n")


class Pos(NamedTuple):
    """A place in a file: line and column count from 1, columns in characters."""

    line: int
    column: int


class Unreadable(Exception):
    """A file that can't be read at all; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Text:
    """A text file as it was read: the name it has in messages, and its lines."""

    path: str
    lines: tuple[str, ...]

    def problem(self, code: str, pos: Pos, message: str, hint: str = "") -> Diagnostic:
        """A mistake at a place of this file."""
        excerpt = self.lines[pos.line - 1] if 0 < pos.line <= len(self.lines) else ""
        return Diagnostic(code, self.path, pos.line, pos.column, message, excerpt, hint)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, whichever way they end."""
    return tuple(_BREAK.split(text))


def read_text(path: Path, shown: str, largest: int) -> str:
    """The text of a UTF-8 file of at most ``largest`` bytes. Raises Unreadable; never reads more than it may."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise Unreadable(Diagnostic("S101", shown, 0, 0, "this is not a file"))
        if facts.st_size > largest:
            size = f"the file is {facts.st_size:,} bytes; at most {largest:,} are read"
            raise Unreadable(Diagnostic("S102", shown, 0, 0, size, hint="split it, or remove what does not belong"))
        with path.open("rb") as stream:
            raw = stream.read(largest + 1)
    except FileNotFoundError:
        raise Unreadable(Diagnostic("S101", shown, 0, 0, "there is no such file")) from None
    except OSError as reason:
        why = (reason.strerror or "unknown reason").lower()
        raise Unreadable(Diagnostic("S101", shown, 0, 0, f"the file can't be opened: {why}")) from None
    return _decoded(raw, shown)


def _decoded(raw: bytes, shown: str) -> str:
    if b"\x00" in raw:
        raise Unreadable(Diagnostic("S103", shown, 0, 0, "this is a binary file, not text", hint="save it as UTF-8"))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as reason:
        line = raw.count(b"\n", 0, reason.start) + 1
        before = raw[raw.rfind(b"\n", 0, reason.start) + 1 : reason.start]
        column = len(before.decode("utf-8", "replace")) + 1
        message = f"this is not UTF-8 text: byte 0x{raw[reason.start]:02x}"
        hint = "save the file as UTF-8"
        raise Unreadable(Diagnostic("S103", shown, line, column, message, hint=hint)) from None


def refuse_hidden_characters(text: Text) -> None:
    """Raise Unreadable at the first tab, control or invisible character of a file."""
    for number, line in enumerate(text.lines, 1):
        if line.isascii() and line.isprintable():
            continue
        if "\t" in line:
            pos = Pos(number, line.index("\t") + 1)
            raise Unreadable(text.problem("S104", pos, "there is a tab here", "use spaces"))
        steering = STEERING.search(line)
        if steering:
            pos = Pos(number, steering.start() + 1)
            message = f"there is a control or invisible character here: U+{ord(steering.group()):04X}"
            raise Unreadable(text.problem("S105", pos, message, "remove it"))
