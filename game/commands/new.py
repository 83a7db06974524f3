"""``plenipo new``: start a scenario of one's own from a starter that can be played as it stands."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.telling import complain, tell


def arguments(parser: argparse.ArgumentParser) -> None:
    """The id of the new scenario."""
    parser.add_argument("id", metavar="ID", help="its id, and the name of its folder: small letters, digits, hyphens")


def run(chosen: argparse.Namespace) -> int:
    """Write the starter and say what to do next: 2 for an id that can't be used, 3 when it can't be written."""
    from game.authoring import loader
    from game.authoring.new import CannotStart, start
    from game.paths import own_scenarios_folder

    try:
        folder = start(chosen.id, own_scenarios_folder(), loader.scenario_ids())
    except CannotStart as refusal:
        complain(str(refusal))
        return 2
    except OSError as failure:
        complain(f"{failure.filename} can't be written: {failure.strerror}; PLENIPO_SCENARIOS may name another folder")
        return 3
    tell(next_steps(chosen.id, folder))
    return 0


def next_steps(id: str, folder: Path) -> str:
    """Where the new scenario lies, and five lines on what to do with it."""
    return "\n".join(
        [
            f"A scenario to start from is in {folder}",
            f"  plenipo check {id} --watch           every mistake, while you change it",
            f"  plenipo preview {id}                 the table as a player will see it, while you change it",
            f"  plenipo play {id} --as hillside      play it; or --as lowmead, or --plain",
            f"  plenipo playtest {id} --games 200    let delegates play it, and hear what is wrong with it",
            f"  {folder / 'scenario.yaml'}: begin here; each line that begins with # explains what follows",
        ]
    )
