"""``plenipo playtest``: a scenario tried out by many games, and what is wrong with it as a game."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.desk import library, one_folder
from game.commands.telling import complain, tell, tell_json

if TYPE_CHECKING:
    from game.authoring.drafts import Draft
    from game.authoring.library import Library

MOST_GAMES = 100_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The scenario, how many games, their seed, how many processes; ``--json``."""
    parser.add_argument("scenario", metavar="ID|PATH", help="a scenario")
    parser.add_argument("--games", type=int, metavar="N", default=1000, help="how many games to play (1000)")
    parser.add_argument("--seed", type=int, metavar="S", default=0, help="the seed the games come from (0)")
    parser.add_argument("--workers", type=int, metavar="N", help="processes to play in (one for each core)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Play, and print what was found: 0 when nothing was, 1 when something was or the scenario has mistakes."""
    if not 1 <= chosen.games <= MOST_GAMES:
        complain(f"{chosen.games} games can't be played; choose 1 to {MOST_GAMES}")
        return 2
    if chosen.workers is not None and not 1 <= chosen.workers <= 512:
        complain(f"{chosen.workers} processes can't play; choose 1 to 512")
        return 2
    scenarios = library([chosen.scenario])
    folder = one_folder(scenarios, chosen.scenario)
    if folder is None:
        return 3
    draft = _sound(scenarios, folder)
    return 1 if draft is None else _tried(chosen, draft)


def _sound(scenarios: Library, folder: Path) -> Draft | None:
    """The scenario, if it is without mistakes; else they are printed, since no game can be played on them."""
    from game.authoring.diagnostics import render

    draft = scenarios.draft(folder)
    if draft.built is not None:
        return draft
    for problem in draft.in_the_way:
        tell(render(problem) + "\n")
    complain(f"{folder.name} can't be played yet; mend what “plenipo check” finds first")
    return None


def _tried(chosen: argparse.Namespace, draft: Draft) -> int:
    from game.commands.progress import Bar
    from game.simulate.hands import Hands
    from game.simulate.playtest.report import Wish, plain, playtested, rendered

    with Bar(chosen.games, "games") as bar:
        done = playtested(draft, Wish(chosen.games, chosen.seed), Hands(chosen.workers, progress=bar))
    if chosen.json:
        tell_json(plain(done))
    else:
        tell(rendered(done))
    for lost in done.died:
        complain(f"game {lost.task[1]} of table {lost.task[0]} could not be played: {lost.why}")
    return 1 if done.findings or done.died else 0
