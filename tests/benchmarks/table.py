"""How fast the table is: first frames, key presses and replies, in one run and as ratios.

    python -m tests.benchmarks.table [ROUNDS]

The first frame is timed in a pseudo-terminal of 80×24 from the start of the process to the first painted row (an empty
app: its blank screen), and once more to the scenarios and to the agenda. A key press is timed from the moment it is
sent to the last byte of the answering paint. Replies are the counterpart's whole speech, timed in the process.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable

SCENARIO = "moscow-1945-07-10"
EMPTY = [sys.executable, "-c", "from textual.app import App\nclass Empty(App): pass\nEmpty().run()"]
TABLE = [sys.executable, "-m", "game", "play", SCENARIO, "--as", "china", "--seed", "3"]
HOME = [sys.executable, "-m", "game"]
PRESSES = 200
QUIET = 0.03
"""Seconds without output after which a paint counts as finished."""


class Terminal:
    """A program in a pseudo-terminal of 80×24."""

    def __init__(self, command: list[str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.file = pty.fork()
        if not self.pid:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(command[0], command)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What comes within ``seconds``; empty when nothing does."""
        ready, _, _ = select.select([self.file], [], [], seconds)
        return os.read(self.file, 1 << 16) if ready else b""

    def until(self, seen: Callable[[bytes], bool], limit: float = 20.0) -> float:
        """Seconds from the start until ``seen``; TimeoutError past ``limit``."""
        got = b""
        while time.perf_counter() - self.started < limit:
            got += self.read(0.05)
            if seen(got):
                return time.perf_counter() - self.started
        raise TimeoutError(got[-200:])

    def press(self, key: bytes) -> float:
        """Seconds from a key to the last byte of the paint it causes; 0 when nothing is painted within a second."""
        while self.read(QUIET):
            pass
        sent = last = time.perf_counter()
        os.write(self.file, key)
        wait = 1.0
        while self.read(wait):
            last = time.perf_counter()
            wait = QUIET
        return last - sent

    def close(self) -> None:
        """End the program at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def first_frame(command: list[str], mark: bytes) -> float:
    """Seconds until ``mark`` is painted."""
    terminal = Terminal(command)
    try:
        return terminal.until(lambda got: mark in got)
    finally:
        terminal.close()


def presses(count: int) -> list[float]:
    """Seconds for each of ``count`` key presses at the table."""
    terminal = Terminal(TABLE)
    try:
        terminal.until(lambda got: b"Draft Treaty" in got)
        while terminal.read(1.0):
            pass
        return [terminal.press(b"\x1b[B" if turn % 30 < 15 else b"\x1b[A") for turn in range(count)]
    finally:
        terminal.close()


def replies(seed: int) -> list[float]:
    """Seconds for each decision of a counterpart in a whole game against another."""
    from game.authoring.loader import load
    from game.delegates.registry import make
    from game.engine.chance import chances
    from game.engine.engine import apply, begin
    from game.engine.view import view

    state = begin(load(SCENARIO))
    seats = {party.id: make("counterpart", seed, party.id) for party in state.scenario.agenda.parties}
    taken = []
    while state.ending is None:
        due = chances(state)
        if due:
            state = apply(state, due[0].occur).after
            continue
        seen = view(state, state.floor)
        began = time.perf_counter()
        decision = seats[state.floor].choose(seen)
        taken.append(time.perf_counter() - began)
        state = apply(state, decision.move).after
    return taken


def main() -> None:
    """Print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.environ["PLENIPO_SAVES"] = tempfile.mkdtemp(prefix="plenipo-bench-")
    marks = (
        ("empty Textual app", EMPTY, b"\x1b[1;1H"),
        ("home", HOME, b"PLENIPO"),
        ("home, scenarios", HOME, b"10 July"),
        ("table", TABLE, b"PLENIPO"),
        ("table, agenda", TABLE, b"Draft Treaty"),
    )
    taken: dict[str, list[float]] = {name: [] for name, _, _ in marks}
    for turn in range(rounds + 1):
        for name, command, mark in marks:
            seconds = first_frame(command, mark)
            if turn:  # the first turn warms caches
                taken[name].append(seconds)
    floor = statistics.median(taken["empty Textual app"])
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        print(f"first frame, {name:18}: {middle:.3f} s median of {rounds}, {middle / floor:.2f} × the empty app")
    pressed = sorted(presses(PRESSES))
    print(f"key to paint, {PRESSES} presses: median {1000 * statistics.median(pressed):.0f} ms, ", end="")
    print(f"99th percentile {1000 * pressed[int(0.99 * PRESSES) - 1]:.0f} ms")
    decided = sorted(replies(3))
    print(f"counterpart, {len(decided)} decisions: median {1000 * statistics.median(decided):.1f} ms, ", end="")
    print(f"slowest {1000 * decided[-1]:.0f} ms")


if __name__ == "__main__":
    main()
