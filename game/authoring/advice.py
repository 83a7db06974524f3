"""Hints that can be followed to the letter: what to write, and where, for mistakes in reading and in shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from game.authoring.diagnostics import Diagnostic
from game.authoring.repairs import Count, Repair, repair
from game.authoring.schema.common import Shape
from game.authoring.sheet import shaped
from game.authoring.text_source import Unreadable, lines_of, read_text
from game.authoring.yaml_source import LARGEST_FILE, parse

READING = ("S104", "S106")
"""Codes of what stops the reading of a file and may be mended in one line."""
SHAPE = ("S109", "S110", "S112", "S113", "S114", "S115", "S118")
"""Codes of mistakes in shape that may be mended in one line."""
LITERAL = ("did you mean “", "write “", "write `", "take this line out")
"""How a hint begins that says already what to write."""

_RUN_ON = re.compile("unknown key “[^”]*[\"' :]")
"""A key that has run on into its value."""


def advised_reading(path: Path, problem: Diagnostic, kind: type[Shape]) -> Diagnostic:
    """The mistake that stopped the reading, at the line that mends it and with what to write there, if found."""
    if problem.code not in READING:
        return problem
    try:
        lines = lines_of(read_text(path, problem.path, LARGEST_FILE).removeprefix("\ufeff"))
    except Unreadable:
        return problem
    found = repair(lines, problem.line, counting(kind))
    return problem if found is None else _moved(problem, found, lines)


def _moved(problem: Diagnostic, found: Repair, lines: Sequence[str]) -> Diagnostic:
    if found.line == problem.line:
        return replace(problem, hint=found.advice)
    line = lines[found.line - 1]
    column = len(line) - len(line.lstrip()) + 1
    return replace(problem, line=found.line, column=column, excerpt=line, hint=found.advice)


def advised(lines: Sequence[str], problems: Sequence[Diagnostic], kind: type[Shape]) -> tuple[Diagnostic, ...]:
    """The mistakes in a file's shape; the first that says not yet what to write does so, if that is found."""
    for place, problem in enumerate(problems):
        if problem.code == "S109" and _same_as_before(lines, problem.line):
            hint = "take this line out, or the first"
            return (*problems[:place], replace(problem, hint=hint), *problems[place + 1 :])
        unclear = not problem.hint.startswith(LITERAL) or _RUN_ON.search(problem.message)
        if problem.code in SHAPE and unclear:
            found = repair(lines, problem.line, counting(kind))
            if found is not None and found.line == problem.line:
                return (*problems[:place], replace(problem, hint=found.advice), *problems[place + 1 :])
            return tuple(problems)
    return tuple(problems)


def _same_as_before(lines: Sequence[str], number: int) -> bool:
    """Whether a line (from 1) with a value has the same key, as far in, as the line above."""
    key = lines[number - 1].partition(": ")[0]
    return bool(lines[number - 1].partition(": ")[2].strip()) and lines[number - 2].startswith(f"{key}: ")


def counting(kind: type[Shape]) -> Count:
    """How many mistakes a text has as a file of that kind."""

    def count(text: str) -> int | None:
        try:
            return len(shaped(parse(text, ""), kind)[1])
        except Unreadable:
            return None

    return count
