"""The desk: one line in, lines out. Append-only; no cursor, no colour, no drawing."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TextIO

from game.debrief.columns import WIDTH, paragraphs
from game.play.clean import clean_line

LONGEST_LINE = 4000
"""Characters of one line that are read; the rest of it is dropped."""
OUT_OF_SIGHT = 60
"""Empty lines that push what was said off a tall terminal."""


class EndOfInput(Exception):
    """There is nothing more to read."""


class Desk:
    """Where a player's lines come from and the program's go to.

    What was typed is written back when the input is no terminal, so that a transcript reads whole.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in = stdin
        self._out = _Kept(stdout)
        self.at_terminal = stdin.isatty()
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
        """Write each text as a paragraph of its own, cleaned and wrapped."""
        for text in texts:
            self._out.write(paragraphs([text], WIDTH) + "\n")
        self._out.flush()

    def hand_over(self, to: str) -> None:
        """Let another person sit down: at a terminal, what was said goes out of sight, and Enter says they are seated.

        Where the input is no terminal, nothing waits and nothing is hidden. EndOfInput at the end of input.
        """
        if not self.at_terminal:
            self.say(f"The desk passes to {to}.")
            return
        self.read(f"The desk passes to {to}. Enter puts what was said out of sight; then change seats.")
        self._out.write("\n" * OUT_OF_SIGHT)
        self.read(f"{to}: Enter when you are seated.")

    def read(self, prompt: str) -> str:
        """Say the prompt and read one line, cleaned, without the white space around it. EndOfInput at the end."""
        if prompt:
            self.say(prompt)
        self._out.write("> ")
        self._out.flush()
        line = self._line()
        if not line:
            self._out.write("\n")
            raise EndOfInput
        typed = clean_line(line)
        if self.at_terminal:
            self._out.note(typed + "\n")
        else:
            self._out.write(typed + "\n")
        return typed

    def _line(self) -> str:
        """One line, its end included; at most ``LONGEST_LINE`` characters of it. Empty at the end of input."""
        line = self._in.readline(LONGEST_LINE)
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self._in.readline(LONGEST_LINE)
        return line

    def written(self, text: str) -> None:
        """Write text that is laid out already: the debrief, a document."""
        self._out.write(text if text.endswith("\n") else text + "\n")
        self._out.flush()


class _Kept:
    """An output that remembers what went through it, for a transcript begun late."""

    def __init__(self, out: TextIO) -> None:
        self._to = out
        self._said: list[str] = []
        self._file: TextIO | None = None

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
        if self._file is not None:
            with suppress(OSError):  # a full disk ends the transcript, not the game
                self._file.write(text)

    def flush(self) -> None:
        """Let what was written be seen."""
        self._to.flush()
        if self._file is not None:
            with suppress(OSError):
                self._file.flush()

    def close(self) -> None:
        """Close the file; what it went through stays open."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
