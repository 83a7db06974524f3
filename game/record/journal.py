"""The file of a game being played: one line appended, flushed and synced per move; one writer at a time.

A line is acknowledged when ``append`` returns. What could not be written is kept and tried again with the next one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from game.record.errors import NotSaved, RecordError, reason
from game.record.jsonl import encode
from game.record.lock import Lock
from game.record.record import (
    LARGEST,
    Closing,
    Header,
    Line,
    Reading,
    closing_line,
    header_line,
    load,
    move_line,
)

TORN = ".torn"
"""What is added to a record's name for the file that keeps its unreadable tail."""


class Journal:
    """An open record file that this process alone may write. Made by ``create`` or ``reopen``; close it after."""

    def __init__(self, path: Path, lock: Lock, header: Header) -> None:
        self.path = path
        self.header = header
        self._lock = lock
        self._last = b""
        self._sound = 0
        self._pending: list[bytes] = []

    @classmethod
    def create(cls, path: Path, header: Header) -> Journal:
        """A new file with its header line. FileExistsError when there is one; NotSaved when it can't be written."""
        lock = Lock.on_new(path)
        journal = cls(path, lock, header)
        try:
            journal._add(header_line(header))
        except (NotSaved, RecordError):
            lock.release()
            path.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
        return journal

    @classmethod
    def reopen(cls, path: Path) -> tuple[Reading, Journal]:
        """An existing file, to go on with. An unreadable tail is first put aside in a file of its own.

        FileNotFoundError when there is none, InUse when another program has it, NotSaved when it is read-only,
        RecordError when not even its first line can be read (it is then left as it is).
        """
        lock = Lock.on(path)
        try:
            reading = read_file(path)
            journal = cls(path, lock, reading.record.header)
            journal._last, journal._sound = reading.last, reading.sound
            if reading.damage is not None:
                _put_aside(path, reading.sound)
                os.ftruncate(lock.file, reading.sound)
            journal._end_last_line()
        except OSError as error:
            lock.release()
            raise NotSaved(f"{path.name} can't be put in order: {reason(error)}", path) from error
        except (NotSaved, RecordError):
            lock.release()
            raise
        return reading, journal

    def append(self, line: Line) -> None:
        """Write a move. When this returns it is on disk.

        RecordError, and nothing is kept, when the move can't be written at all. NotSaved when the file can't take
        it now: it is kept, and goes first the next time.
        """
        self._add(move_line(line))

    def finish(self, closing: Closing) -> None:
        """Write the ending, after which nothing may follow. Errors as for ``append``."""
        self._add(closing_line(closing))

    def retry(self) -> None:
        """Write what is still kept; NotSaved when that fails again."""
        self._flush()

    @property
    def unsaved(self) -> int:
        """How many lines are kept but not on disk."""
        return len(self._pending)

    def close(self) -> None:
        """Let others have the file. What is still unsaved is tried once more, then given up."""
        with suppress(NotSaved):
            self._flush()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _add(self, line: Mapping[str, Any]) -> None:
        encoded = encode(line, self._last)
        self._last = encoded
        self._pending.append(encoded + b"\n")
        self._flush()

    def _flush(self) -> None:
        """Write all that is pending, or leave the file as it was."""
        if not self._pending:
            return
        block = b"".join(self._pending)
        try:
            self._write(block)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._lock.file, self._sound)
            how_many = "the last move is" if len(self._pending) == 1 else f"the last {len(self._pending)} moves are"
            message = f"{how_many} not saved: {self.path.name} can't be written ({reason(error)}); play can go on"
            raise NotSaved(message, self.path) from error
        self._sound += len(block)
        self._pending.clear()

    def _write(self, block: bytes) -> None:
        file = self._lock.file
        if os.fstat(file).st_nlink == 0:
            raise FileNotFoundError(2, "it has been deleted")
        os.lseek(file, self._sound, os.SEEK_SET)
        rest = block
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)

    def _end_last_line(self) -> None:
        """A sound last line may lack its line feed, when an editor or a kill took it."""
        with self.path.open("rb") as file:
            file.seek(self._sound - 1)
            ended = file.read(1) == b"\n"
        if not ended:
            self._pending.append(b"\n")
            self._flush()


def read_file(path: Path) -> Reading:
    """Read a record to look at, changing nothing. FileNotFoundError, or RecordError when it can't be read at all."""
    if path.is_dir():
        raise RecordError("it is a folder, not the record of a game")
    if path.exists() and not path.is_file():
        raise RecordError("it is a device or a pipe, not the record of a game")
    try:
        with path.open("rb") as file:
            found = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise RecordError(f"the file can't be read: {reason(error)}") from error
    if len(found) > LARGEST:
        raise RecordError(f"the file has {path.stat().st_size:,} bytes; a record has at most {LARGEST:,}")
    return load(found)


def _put_aside(path: Path, sound: int) -> None:
    """Keep everything after the sound part beside the record, after what was kept there before."""
    tail = path.read_bytes()[sound:]
    with path.with_name(path.name + TORN).open("ab") as torn:
        torn.write(tail + b"\n")
        torn.flush()
        os.fsync(torn.fileno())
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name durable, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
