"""What can be wrong with a record, and with keeping one. Every message is a sentence a player can act on."""

from __future__ import annotations

from pathlib import Path


class RecordError(Exception):
    """A record can't be read, or a line can't be written. ``line`` is 1-based; 0 where no line is to blame."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.message = message
        self.line = line


class OtherVersion(RecordError):
    """The record is sound but written in a format, or under rules, that this program does not play."""


class Diverged(RecordError):
    """Replaying the record does not give what it says. ``ply`` is the first that differs, 0 for the opening."""

    def __init__(self, message: str, ply: int) -> None:
        super().__init__(f"ply {ply}: {message}" if ply else message)
        self.ply = ply


class SaveError(Exception):
    """Something about the file, not about what is in it."""

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


class NotSaved(SaveError):
    """What was just played is not on disk. It is kept, and written with the next move if there is room again."""


class InUse(SaveError):
    """Another program is playing this game. It can still be opened to read."""


def reason(error: OSError) -> str:
    """The system's own words for an error, without the number and the path."""
    return error.strerror or type(error).__name__
