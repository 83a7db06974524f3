"""Playing in a real terminal by key presses alone: a tmux of our own, one key at a time, and what is on its screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
TMUX = shutil.which("tmux")
PROGRAM = "import sys; sys.argv[0] = 'plenipo'; from game.cli import entry; sys.exit(entry())"


HANG = 180.0
"""Seconds after which something that should have come never will: it catches a hang, and measures nothing."""


class Screen:
    """A terminal of 80x24 with the program in it, as a person has it who has no mouse."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.folder = folder
        self.pressed = 0
        self._socket = str(folder / "tmux")
        settled = {"PLENIPO_SAVES": str(folder / "saves"), "PLENIPO_CONFIG": str(folder / "config")}
        settled |= {"PYTHONPATH": str(ROOT), "TEXTUAL_ANIMATIONS": "none", "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        told = [f"{name}={value}" for name, value in settled.items()]
        end = f"echo ended $? > {folder}/ended"
        program = subprocess.list2cmdline(["env", *told, sys.executable, "-c"]) + f' "{PROGRAM}" {" ".join(words)}'
        self._run(
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "80",
            "-y",
            "24",
            "-s",
            "t",
            f"{program}; {end}; sleep {HANG:.0f}",
        )

    def _run(self, *words: str) -> str:
        assert TMUX is not None
        done = subprocess.run(
            [TMUX, "-u", "-S", self._socket, *words], capture_output=True, text=True, timeout=HANG, check=False,
            env={**os.environ, "LANG": "C.UTF-8"},
        )  # fmt: skip
        return done.stdout

    def text(self) -> str:
        """What is on the screen."""
        return self._run("capture-pane", "-p", "-t", "t")

    def press(self, *keys: str) -> str:
        """Press keys, each after the screen has taken in the one before; the screen then."""
        for key in keys:
            before = self.text()
            self._run("send-keys", "-t", "t", *(("-l", key) if len(key) == 1 else (key,)))
            self.pressed += 1
            self._changed(before)
        return self.text()

    def _changed(self, before: str, seconds: float = 0.25) -> None:
        """Wait until the screen is another one; a key that changes nothing is given a quarter of a second."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.text() == before:
            time.sleep(0.01)

    def until(self, *words: str, seconds: float = HANG) -> str:
        """The screen once one of the words is on it. AssertionError, with the screen, when none comes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            seen = self.text()
            if any(word in seen for word in words):
                return seen
            time.sleep(0.03)
        raise AssertionError(f"none of {words} came:\n{self.text()}")

    def ended(self, seconds: float = HANG) -> str:
        """The exit code, once the program has ended."""
        end, note = time.monotonic() + seconds, self.folder / "ended"
        while time.monotonic() < end and not note.exists():
            time.sleep(0.05)
        return note.read_text().split()[-1] if note.exists() else "still running"

    def close(self) -> None:
        """End the terminal, and the program in it."""
        self._run("kill-server")
