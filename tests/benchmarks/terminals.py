"""Programs in a pseudo-terminal of 80×24: when they paint, what they cost, how much memory they hold."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time
from collections.abc import Callable
from pathlib import Path

QUIET = 0.03
"""Seconds without output after which a paint counts as finished."""
KEYS = {
    "down": b"\x1b[B",
    "up": b"\x1b[A",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "tab": b"\t",
    "enter": b"\r",
    "esc": b"\x1b",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
}
"""What a terminal sends for a key; any other key is its own letter."""


class Terminal:
    """A program in a pseudo-terminal of 80×24."""

    def __init__(self, command: list[str]) -> None:
        self.started = time.perf_counter()
        self.painted = 0
        self.got = b""
        self.pid, self.file = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], command)

    def read(self, seconds: float) -> bytes:
        """What comes within ``seconds``; empty when nothing does."""
        ready, _, _ = select.select([self.file], [], [], seconds)
        came = os.read(self.file, 1 << 16) if ready else b""
        self.painted += len(came)
        return came

    def until(self, seen: Callable[[bytes], bool], limit: float = 30.0) -> float:
        """Seconds from the start until what has come by then is ``seen``; TimeoutError past ``limit``."""
        while time.perf_counter() - self.started < limit:
            if seen(self.got):
                return time.perf_counter() - self.started
            self.got += self.read(0.05)
        raise TimeoutError(self.got[-200:])

    def settle(self, seconds: float = 1.0, limit: float = 10.0) -> None:
        """Read until nothing has come for so many seconds, or until the limit: a cursor may be blinking."""
        end = time.perf_counter() + limit
        while self.read(seconds) and time.perf_counter() < end:
            pass

    def press(self, key: str) -> float:
        """Seconds from a key to the last byte of the paint it causes; 0 when nothing is painted within a second."""
        self.settle(QUIET)
        sent = last = time.perf_counter()
        os.write(self.file, KEYS.get(key, key.encode()))
        wait = 1.0
        while self.read(wait):
            last = time.perf_counter()
            wait = QUIET
        return last - sent

    def memory(self) -> float:
        """MiB the program holds now (resident set)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def used(self) -> float:
        """Seconds of processor time of the program's threads so far, those that have ended not counted."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def idle(self, seconds: float) -> float:
        """The share of one core the program uses while nobody touches it."""
        self.settle()
        before, began = self.used(), time.perf_counter()
        end = began + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        return (self.used() - before) / (time.perf_counter() - began)

    def close(self) -> None:
        """End the program at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def first_frames(command: list[str], marks: tuple[bytes, ...]) -> list[tuple[float, float]]:
    """Seconds until each of ``marks`` is painted, in that order, by the clock on the wall and of the processor."""
    terminal = Terminal(command)
    taken = []
    try:
        for mark in marks:
            wall = terminal.until(lambda got, mark=mark: mark in got)  # type: ignore[misc]
            taken.append((wall, terminal.used()))
    finally:
        terminal.close()
    return taken


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least that share of them does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -(-len(ordered) * int(share * 100) // 100) - 1))]


def median(values: list[float]) -> float:
    """The median."""
    return statistics.median(values)
