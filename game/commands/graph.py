"""``plenipo graph``: the concessions of a record or a game, or the options of its issues, for a graph program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.lines import Course, NotFound, course, recorded
from game.commands.telling import complain

if TYPE_CHECKING:
    from game.engine.state import Step
    from game.graph.export import Drawing

FORMS = ("graphml", "dot", "json")


def arguments(parser: argparse.ArgumentParser) -> None:
    """A scenario or a record; ``--format``, ``--issues``, ``--output``."""
    parser.add_argument("name", metavar="ID|RECORD", help="a scenario, for its history; or a saved game")
    parser.add_argument(
        "--format", choices=FORMS, default="graphml", help="graphml (Gephi, yEd), dot (Graphviz) or json"
    )
    parser.add_argument("--issues", action="store_true", help="the options of each issue instead of the concessions")
    parser.add_argument("--output", metavar="FILE", help="a new file to write; standard output when left out")


def run(chosen: argparse.Namespace) -> int:
    """Print the graph, or write it to a new file."""
    from game.graph.export import exported

    try:
        found = course(chosen.name)
    except NotFound as failure:
        complain(str(failure))
        return 3
    text = exported(_graph(found, chosen), chosen.format)
    if chosen.output is None:
        sys.stdout.write(text)
        return 0
    return _written(Path(chosen.output), text)


def _graph(found: Course, chosen: argparse.Namespace) -> Drawing:
    from game.graph.concessions import ConcessionGraph, LineKind
    from game.graph.export import drawn, flattened
    from game.graph.issue_graphs import issue_graphs

    if chosen.issues:
        return drawn(issue_graphs(found.scenario.agenda))
    graph = ConcessionGraph(found.scenario.agenda, found.scenario.stakes)
    history = _history(found.scenario.id)
    if history:
        graph.follow("history", LineKind.HISTORY, history)
    if found.steps and found.steps != history:
        graph.follow("game", LineKind.PLAYED, found.steps)
    if not graph.lines:
        graph.begin("opening", LineKind.PLAYED, found.opening)
    return flattened(graph)


def _history(scenario: str) -> tuple[Step, ...]:
    """The steps of the record; none where nothing is coded, or where the scenario is no longer here."""
    try:
        return recorded(scenario).steps
    except NotFound:
        return ()


def _written(path: Path, text: str) -> int:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        complain(f"there is a file {path} already; choose another name")
        return 2
    except OSError as failure:
        complain(f"{path} can't be written: {failure.strerror}")
        return 3
    complain(f"written: {path}")
    return 0
