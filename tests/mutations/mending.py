"""Doing to the letter what a diagnostic's hint says, as somebody would who understands nothing of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.authoring.diagnostics import Diagnostic

Files = Mapping[str, bytes]
MARKED = r"(?:“([^“”]*)”|`([^`]*)`)"
INSTEAD = re.compile(f"write {MARKED} instead of {MARKED}")
LINE = re.compile(f"write this line as {MARKED}(?:, after ([0-9]+) spaces?)?")
OWN = re.compile(f"put {MARKED} on a line of its own")
INDENT = re.compile("begin this line with ([0-9]+) spaces?")
ADD = re.compile(f"add the line {MARKED} (above|below)")
MEANT = re.compile("did you mean “([^”]*)”")
RENAME = re.compile("rename “([^”]*)”, so that it is called “([^”]*)”")


def mended(files: Files, home: str, one: Diagnostic) -> Files | None:
    """The files after doing what the hint says; None where it says nothing that could be done to the letter.

    ``home`` is what the paths of diagnostics begin with.
    """
    path = one.path.removeprefix(f"{home}/")
    if found := RENAME.search(one.hint):
        return {(found[2] if name == found[1] else name): raw for name, raw in files.items()}
    if path not in files:
        return None
    if "save the file as UTF-8" in one.hint or "save it as UTF-8" in one.hint:
        return {**files, path: files[path].decode("cp1252", "replace").encode()}
    lines = files[path].decode("utf-8", "replace").split("\n")
    if not 0 < one.line <= len(lines):
        return None
    new = rewritten(lines, one)
    return None if new is None else {**files, path: "\n".join(new).encode()}


def rewritten(lines: list[str], one: Diagnostic) -> list[str] | None:
    """The lines of the file with the one that the diagnostic is about written as the hint has it."""
    here = one.line - 1
    line = lines[here]
    before, after = lines[:here], lines[here + 1 :]
    depth = len(line) - len(line.lstrip(" "))
    if found := INDENT.search(one.hint):
        return [*before, " " * int(found[1]) + line.strip(), *after]
    if found := OWN.search(one.hint):
        (part,) = words(found)
        under = depth + 2 * line.lstrip(" ").startswith("- ")
        return [*before, line[: line.rindex(part)].rstrip(), " " * under + part, *after]
    if found := LINE.search(one.hint):
        return [*before, " " * int(found[3] or depth) + words(found)[0], *after]
    if found := INSTEAD.search(one.hint):
        new, old = words(found)
        at = line.find(old, max(0, one.column - 1))
        at = line.find(old) if at < 0 else at
        return None if at < 0 else [*before, line[:at] + new + line[at + len(old) :], *after]
    if found := ADD.search(one.hint):
        under = depth + 2 * line.lstrip(" ").startswith("- ")
        added = " " * under + words(found)[0]
        return [*before, added, line, *after] if found.groups()[-1] == "above" else [*before, line, added, *after]
    if "take this line out" in one.hint:
        return [*before, *after]
    if found := MEANT.search(one.hint):
        word = re.match(r"[\w-]+", line[one.column - 1 :])
        if word is None:
            return None
        return [*before, line[: one.column - 1] + found[1] + line[one.column - 1 + word.end() :], *after]
    return None


def words(found: re.Match[str]) -> list[str]:
    """What stands between marks in a hint."""
    return [one for one in found.groups() if one is not None and one not in ("above", "below")]
