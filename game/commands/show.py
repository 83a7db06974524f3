"""``plenipo show``: a document, whole or round one line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.telling import complain, tell

if TYPE_CHECKING:
    from game.authoring.documents import Source

ROUND = 4
"""Lines shown before and after the one asked for."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The source; ``--line``."""
    parser.add_argument("source", metavar="SOURCE", help="id of the source")
    parser.add_argument("--line", type=int, metavar="N", help="only the lines round this one")


def run(chosen: argparse.Namespace) -> int:
    """Print a document with its lines numbered; what is not the document itself is marked with a bar."""
    from game.authoring import loader

    try:
        source = loader.load_source(chosen.source)
    except (loader.UnknownSource, loader.BrokenSource) as failure:
        complain(str(failure))
        return 3
    last = len(source.lines)
    if chosen.line is not None and not 0 < chosen.line <= last:
        complain(f"{source.id} has lines 1 to {last}, not {chosen.line}")
        return 3
    tell(_heading(source))
    first, end = (1, last) if chosen.line is None else (max(1, chosen.line - ROUND), min(last, chosen.line + ROUND))
    for number in range(first, end + 1):
        mark = ">" if number == chosen.line else "|" if source.is_catalogue(number) else " "
        tell(f"{number:>5} {mark} {source.line(number)}".rstrip())
    return 0


def _heading(source: Source) -> str:
    parts = [source.title, f"dated {source.date}, of the talk of {source.talk}; {source.evidence}", source.citation]
    if source.url:
        parts.append(source.url)
    parts.append(f"rights: {source.rights}")
    noted = [f"line {line}: {note}" for line, note in source.peculiarities]
    return "\n".join([*parts, *noted, ""])
