"""The desk: one line in, lines out. Append-only; no cursor, no colour, no drawing."""

from __future__ import annotations

import io
from typing import TextIO

from game.debrief.columns import WIDTH, paragraphs
from game.play.clean import clean_line

LONGEST_LINE = 4000
"""Characters of one line that are read; the rest of it is dropped."""


class EndOfInput(Exception):
    """There is nothing more to read."""


class Desk:
    """Where a player's lines come from and the program's go to.

    What was typed is written back when the input is no terminal, so that a transcript reads whole.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in = stdin
        self._out = stdout
        self.at_terminal = stdin.isatty()
        for stream in (stdin, stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")

    def say(self, *texts: str) -> None:
        """Write each text as a paragraph of its own, cleaned and wrapped."""
        for text in texts:
            self._out.write(paragraphs([text], WIDTH) + "\n")
        self._out.flush()

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
        if not self.at_terminal:
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
