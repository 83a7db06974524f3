"""``plenipo export``: a scenario in the form other negotiation programs read."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.lines import NotFound, recorded
from game.commands.telling import complain, tell


def arguments(parser: argparse.ArgumentParser) -> None:
    """A scenario; ``--format``, ``--folder``."""
    parser.add_argument("scenario", metavar="ID", help="a scenario")
    parser.add_argument("--format", choices=("genius",), default="genius", help="genius (NegMAS, GENIUS)")
    parser.add_argument("--folder", metavar="FOLDER", default=".", help="an existing folder; this one when left out")


def run(chosen: argparse.Namespace) -> int:
    """Write the domain and both profiles, and say what the form could not hold."""
    from game.bargaining.genius import genius_files
    from game.bargaining.space import whole

    try:
        scenario = recorded(chosen.scenario).scenario
    except NotFound as failure:
        complain(str(failure))
        return 3
    files = genius_files(scenario.agenda, whole(scenario))
    folder = Path(chosen.folder)
    standing = [name for name, _ in files.all if (folder / name).exists()]
    if standing:
        complain(f"{folder / standing[0]} is there already; choose another folder")
        return 2
    try:
        for path in files.write(folder):
            tell(str(path))
    except OSError as failure:
        complain(f"{folder} can't be written to: {failure.strerror}")
        return 3
    for sentence in files.left_out:
        complain(f"left out: {sentence}")
    return 0
