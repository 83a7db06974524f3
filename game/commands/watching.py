"""Looking again whenever a file has changed: sizes and times are asked for twice a second, no dependency is needed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NoReturn

PAUSE = 0.5
"""Seconds between two looks at the files."""
CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Sends a terminal to its top left corner and empties it, with what has scrolled away."""

Stamps = Mapping[str, tuple[int, int]]
"""The time (nanoseconds) and size (bytes) of each file, by path."""


def watch(look: Callable[[], None], stamps: Callable[[], Stamps]) -> NoReturn:
    """Look, and look again after every change in the stamps, until KeyboardInterrupt."""
    while True:
        seen = stamps()  # before the look: what changes while it lasts is seen afterwards
        clear()
        look()
        sys.stdout.flush()
        _wait_for_change(seen, stamps)


def stamps_of(folders: Iterable[Path]) -> Stamps:
    """The stamps of every file in some folders, and in the folders inside them. What can't be read is left out."""
    found = {}
    for folder in folders:
        for path in folder.rglob("*"):
            try:
                stat = path.stat()
            except OSError:  # gone since it was listed: an editor puts a new file in place of the old
                continue
            if path.is_file():
                found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found


def clear() -> None:
    """Empty the terminal; where there is none, or one that can't, leave what stands."""
    if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        sys.stdout.write(CLEAR)


def hour() -> str:
    """The time of day, to the second."""
    return f"{datetime.now():%H:%M:%S}"


def _wait_for_change(seen: Stamps, stamps: Callable[[], Stamps]) -> None:
    """Wait until something has changed, and then until nothing changes any more: a save may be several writings."""
    before, now = seen, seen
    while now == seen or now != before:
        time.sleep(PAUSE)
        before, now = now, stamps()
