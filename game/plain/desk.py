"""The desk: one line in, lines out. Append-only but where seats are changed; no cursor, no colour, no drawing."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from contextlib import suppress
from shutil import get_terminal_size
from typing import TextIO

from game.debrief.columns import WIDTH
from game.plain.breaking import broken
from game.plain.letters import asks_for_ascii, fit
from game.play.clean import clean_line

LONGEST_LINE = 4000
"""Characters of one line that are read; the rest of it is dropped."""
OUT_OF_SIGHT = 60
"""Empty lines that push what was said off a tall terminal that obeys no sequences."""
CLEARED = "\x1b[H\x1b[2J\x1b[3J"
"""To the top, clear the screen, clear what can be scrolled back to (xterm's CSI 3 J, which most terminals know)."""
MOST_TOLD = 20
"""Numbers of lines that were not obeyed that are told."""
NARROWEST, WIDEST = 20, 100
"""Columns a line is broken to at a terminal, whatever it says of itself."""
UNHIDDEN = (
    "The screen is cleared between you, and what it can be scrolled back to where the terminal allows it. What a "
    "screen reader has kept, a transcript, or a recording of the terminal can't be cleared here."
)
"""What a change of seats hides, and what it can't."""


class EndOfInput(Exception):
    """There is nothing more to read."""


class Unobeyed(Exception):
    """A line can't be obeyed, and the player has asked to stop then."""


class Desk:
    """Where a player's lines come from and the program's go to.

    What was typed is written back when the input is no terminal, so that a transcript reads whole. ``unbroken`` leaves
    a paragraph on one line; ``lines`` counts what was read, from 1; ``unobeyed`` are those no order came of,
    and with ``strict`` the first of them is the last line.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in = stdin
        self._out = _Kept(stdout)
        self.at_terminal = stdin.isatty()
        self.unbroken = False
        self.lines = 0
        self.unobeyed: list[int] = []
        self.strict = False
        self._drawn_on = stdout.isatty()
        self._letters = "ascii" if asks_for_ascii() else getattr(stdout, "encoding", None) or "utf-8"
        for stream in (stdin, stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")

    def keep(self, file: TextIO) -> None:
        """Write to a file what was said and typed so far, and all that will be. OSError when it can't be written."""
        self._out.keep(file)

    def close(self) -> None:
        """End the transcript, if one is kept."""
        self._out.close()

    def say(self, *texts: str) -> None:
        """Write each text as a paragraph of its own, cleaned and broken to the width there is."""
        width = self._width()
        for text in texts:
            self._write("\n".join(broken(text, width)) + "\n")
        self._out.flush()

    def complain(self, text: str) -> None:
        """Say why a line can't be obeyed; by its number where a script has written it. Unobeyed where that ends it."""
        self.unobeyed.append(self.lines)
        self.say(text if self.at_terminal else f"Line {self.lines}: {text}")
        if self.strict:
            raise Unobeyed

    def tell_unobeyed(self) -> None:
        """Tell a script which of its lines were not obeyed."""
        count = len(self.unobeyed)
        if count and not self.at_terminal:
            numbers = ", ".join(str(one) for one in self.unobeyed[:MOST_TOLD])
            more = f" and {count - MOST_TOLD} more" if count > MOST_TOLD else ""
            lines = "One line was not obeyed" if count == 1 else f"{count} lines were not obeyed"
            self.say(f"{lines}: {numbers}{more}.")

    def _width(self) -> int:
        """Columns of a line; 0 for as many as it takes."""
        if self.unbroken:
            return 0
        if not self._drawn_on:
            return WIDTH
        return min(max(get_terminal_size((WIDTH, 24)).columns, NARROWEST), WIDEST)

    def _write(self, text: str) -> None:
        self._out.write(fit(text, self._letters))

    def hand_over(self, to: str) -> None:
        """Let another person sit down: at a terminal, what was said is cleared away, and Enter says they are seated.

        What can't be cleared is told. Where the input is no terminal nothing waits and nothing is hidden.
        EndOfInput at the end of input.
        """
        if not self.at_terminal:
            self.say(f"The desk passes to {to}.")
            return
        self.say(f"The desk passes to {to}. {UNHIDDEN}")
        self.read("Enter clears it away; then change seats.")
        self._out.clear(CLEARED if self._obeys() else "\n" * OUT_OF_SIGHT)
        self.read(f"{to}: Enter when you are seated.")

    def _obeys(self) -> bool:
        """Whether the terminal knows how to clear itself."""
        return self._drawn_on and os.environ.get("TERM", "dumb") not in ("", "dumb")

    def read(self, prompt: str) -> str:
        """Say the prompt and read one line, cleaned, without the white space around it. EndOfInput at the end."""
        if self._out.lost:
            lost, self._out.lost = self._out.lost, ""
            self.say(f"The transcript ends here: {lost}. The game goes on.")
        if prompt:
            self.say(prompt)
        self._out.write("> ")
        self._out.flush()
        line = self._line()
        if not line:
            self._out.write("\n")
            raise EndOfInput
        self.lines += 1
        typed = clean_line(line)
        if self.at_terminal:
            self._out.note(typed + "\n")
        else:
            self._write(typed + "\n")
        if len(line) >= LONGEST_LINE and not line.endswith("\n"):
            self.say(f"That line is longer than {LONGEST_LINE} characters; the rest of it is dropped.")
        return typed

    def _line(self) -> str:
        """One line, its end included; at most ``LONGEST_LINE`` characters of it. Empty at the end of input."""
        line = self._in.readline(LONGEST_LINE)
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self._in.readline(LONGEST_LINE)
        return line


class _Kept:
    """An output that remembers what went through it, for a transcript begun late; ``lost`` is why one has ended."""

    def __init__(self, out: TextIO) -> None:
        self._to = out
        self._said: list[str] = []
        self._file: TextIO | None = None
        self.lost = ""

    def keep(self, file: TextIO) -> None:
        """Write all of it to a file as well."""
        file.write("".join(self._said))
        self._file = file

    def write(self, text: str) -> None:
        """Write, and remember."""
        self._to.write(text)
        self.note(text)

    def note(self, text: str) -> None:
        """Remember what the terminal itself has shown."""
        self._said.append(text)
        self._write_down(lambda file: file.write(text))

    def _write_down(self, write: Callable[[TextIO], object]) -> None:
        """Do something with the file of the transcript; a full disk ends it, not the game."""
        if self._file is not None:
            try:
                write(self._file)
            except OSError as error:
                self._file, self.lost = None, error.strerror or str(error)

    def clear(self, sequence: str) -> None:
        """Clear the terminal; a transcript says that it was."""
        self._to.write(sequence)
        self.note("(The screen is cleared here.)\n")

    def flush(self) -> None:
        """Let what was written be seen."""
        self._to.flush()
        self._write_down(lambda file: file.flush())

    def close(self) -> None:
        """Close the file; what it went through stays open."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
