"""How far a long command has got: a bar on a terminal that can draw one, else a line of text now and then.

All of it goes to standard error, so that results stay clean.
"""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import Self, TextIO

WIDTH = 30
"""Cells of the bar."""
REDRAWN = 0.1
"""Seconds between two drawings of the bar."""
SAID = 10.0
"""Seconds between two lines of text; a command that is done sooner says nothing."""


class Bar:
    """Progress through so many ``what``. Call it with the number done; leaving it clears what it drew."""

    def __init__(self, total: int, what: str, stream: TextIO | None = None) -> None:
        self._total = total
        self._what = what
        self._stream = stream or sys.stderr
        self._drawn = draws(self._stream)
        self._begun = self._last = time.monotonic()

    def __call__(self, done: int) -> None:
        """Say that so many are done, if it is time to say anything."""
        now = time.monotonic()
        if now - self._last >= (REDRAWN if self._drawn else SAID):
            self._last = now
            self._show(done, now - self._begun)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _show(self, done: int, seconds: float) -> None:
        left = seconds / max(1, done) * (self._total - done)
        told = f"{done:,} of {self._total:,} {self._what}, {_clock(left)} left"
        if self._drawn:
            filled = WIDTH * done // max(1, self._total)
            self._stream.write(f"\r\x1b[K[{'#' * filled}{'.' * (WIDTH - filled)}] {told}")
        else:
            self._stream.write(f"{told}\n")
        self._stream.flush()


def draws(stream: TextIO) -> bool:
    """Whether a bar can be drawn there: a terminal, not a dumb one, and nobody has asked for plain text."""
    plain = os.environ.get("ACCESSIBLE", "") not in ("", "0") or os.environ.get("TERM", "") in ("", "dumb")
    return stream.isatty() and not plain


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
