"""``plenipo export``: a scenario in the form other negotiation programs read."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.lines import NotFound, recorded
from game.commands.telling import complain, tell, tell_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """A scenario; ``--format``, ``--folder``, ``--json``."""
    parser.add_argument("scenario", metavar="ID", help="a scenario")
    parser.add_argument("--format", choices=("genius",), default="genius", help="genius (NegMAS, GENIUS)")
    parser.add_argument("--folder", metavar="FOLDER", default=".", help="an existing folder; this one when left out")
    parser.add_argument(
        "--json", action="store_true", help="print the names of the files, and what was left out, as JSON"
    )


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
        paths = [str(path) for path in files.write(folder)]
    except OSError as failure:
        complain(f"{folder} can't be written to: {failure.strerror}")
        return 3
    if chosen.json:
        tell_json({"version": 1, "scenario": scenario.id, "files": paths, "left_out": list(files.left_out)})
        return 0
    for path in paths:
        tell(path)
    for sentence in files.left_out:
        complain(f"left out: {sentence}")
    return 0
