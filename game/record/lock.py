"""One writer at a time: the system's own lock on the file where there is one, else a file beside it."""

from __future__ import annotations

import contextlib
import errno
import os
from importlib import import_module
from pathlib import Path
from types import ModuleType

from game.record.errors import InUse, NotSaved, reason

BESIDE = ".lock"
"""What is added to a record's name for the lock file, where the system has no lock that ends with the process."""


def _system_locks() -> ModuleType | None:
    try:
        return import_module("fcntl")
    except ImportError:
        return None


fcntl = _system_locks()


class Lock:
    """A file opened for writing that nobody else may open so. ``file`` is its descriptor."""

    def __init__(self, path: Path, file: int, beside: Path | None) -> None:
        self.path = path
        self.file = file
        self._beside = beside

    @classmethod
    def on_new(cls, path: Path) -> Lock:
        """Make the file. FileExistsError when it is there, NotSaved when it can't be made."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls._taken(path, os.open(path, _WRITING | os.O_CREAT | os.O_EXCL, 0o644))
        except FileExistsError:
            if path.exists():
                raise
            raise NotSaved(f"{path.parent} is not a folder, so the game can't be saved in it", path) from None
        except OSError as error:
            raise NotSaved(f"the game can't be saved in {path.parent}: {reason(error)}", path) from error

    @classmethod
    def on(cls, path: Path) -> Lock:
        """Open a file that exists. InUse when another program has it, NotSaved when it may not be written."""
        try:
            return cls._taken(path, os.open(path, _WRITING))
        except FileNotFoundError:
            raise
        except OSError as error:
            raise NotSaved(f"{path.name} can only be read: {reason(error)}", path) from error

    @classmethod
    def _taken(cls, path: Path, file: int) -> Lock:
        try:
            return cls(path, file, _hold(path, file))
        except BlockingIOError:
            os.close(file)
            message = f"{path.name} is being played in another window or program; it can be opened to read only"
            raise InUse(message, path) from None
        except FileExistsError:
            os.close(file)
            beside = path.name + BESIDE
            message = (
                f"{path.name} is being played in another window or program; it can be opened to read only "
                f"(if no other is running, delete {beside})"
            )
            raise InUse(message, path) from None

    def release(self) -> None:
        """Give the file up."""
        if self.file < 0:
            return
        os.close(self.file)
        self.file = -1
        if self._beside is not None:
            with contextlib.suppress(OSError):
                self._beside.unlink()


_WRITING = os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


_NO_LOCKS_HERE = (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS)
"""What file systems without locks answer, some network folders among them."""


def _hold(path: Path, file: int) -> Path | None:
    """Take the lock; the lock file made for it, where one had to be."""
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return None
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                raise
    beside = path.with_name(path.name + BESIDE)
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
    return beside
