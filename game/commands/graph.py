"""``plenipo graph``: lines of play beside history, in words or for a graph program; or the options of issues."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from game.commands.lines import NotFound, recorded, saved
from game.commands.telling import complain, progress, tell, tell_json, written_new

if TYPE_CHECKING:
    from game.engine.scenario import Agenda, Scenario
    from game.graph.concessions import ConcessionGraph, LineKind
    from game.graph.export import Drawing
    from game.play.session import Session

FORMS = ("graphml", "dot", "json")
WIDTH = 100
MOST_GAMES = 1000
LONGEST_CODE = 3
"""Characters up to which a word is taken for an issue's code."""


class Misused(Exception):
    """What was asked for can't be done; the message is a sentence."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Scenarios and records; what to draw, in which form."""
    parser.add_argument(
        "names",
        metavar="ID|RECORD",
        nargs="+",
        help="a scenario, for its history; or saved games of one scenario, set beside its history",
    )
    parser.add_argument("--games", type=int, metavar="N", default=0, help="add N games between two counterparts (0)")
    parser.add_argument("--seed", type=int, metavar="S", default=0, help="the seed of those games (0)")
    parser.add_argument(
        "--issue", metavar="ISSUE", help="the options of one issue, by code or id, and the steps between"
    )
    parser.add_argument("--issues", action="store_true", help="the options of every issue")
    parser.add_argument(
        "--format", choices=FORMS, help="for a graph program: graphml (Gephi, yEd), dot (Graphviz), json"
    )
    parser.add_argument("--output", metavar="FILE", help="a new file to write; graphml when no format is named")
    parser.add_argument("--json", action="store_true", help="print what is told as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Tell the lines of play, or print the graph, or write it to a new file."""
    try:
        games = _Games(chosen.names)
        if chosen.issue or chosen.issues:
            return _tell_issues(games.scenario.agenda, chosen)
        graph = _lines(games, chosen)
    except NotFound as failure:
        complain(str(failure))
        return 3
    except Misused as failure:
        complain(str(failure))
        return 2
    if chosen.format or chosen.output:
        from game.graph.export import flattened

        return _draw(flattened(graph), chosen)
    return _tell(graph, chosen)


class _Games:
    """What the names stand for: one scenario, and saved games of it."""

    def __init__(self, names: list[str]) -> None:
        from game.authoring import loader

        known = loader.scenario_ids()
        self.games: dict[str, Session] = {name: saved(name) for name in names if name not in known}
        scenarios: list[Scenario] = [game.scenario for game in self.games.values()]
        scenarios += [recorded(name).scenario for name in dict.fromkeys(names) if name in known]
        self.scenario = scenarios[0]
        for other in scenarios[1:]:
            if not _comparable(self.scenario.agenda, other.agenda):
                raise Misused(
                    f"the games are not of one scenario ({self.scenario.id} and {other.id}, or one was changed since); "
                    "draw them one by one"
                )


def _comparable(one: Agenda, two: Agenda) -> bool:
    """Whether two agendas have the same issues with the same options, so that their tables can be compared."""
    return one.id == two.id and [(issue.id, [option.id for option in issue.options]) for issue in one.issues] == [
        (issue.id, [option.id for option in issue.options]) for issue in two.issues
    ]


def _lines(games: _Games, chosen: argparse.Namespace) -> ConcessionGraph:
    """History's line, those of the games named, and those of the games asked for, in one graph."""
    from game.graph.concessions import ConcessionGraph, LineKind
    from game.graph.line_report import HISTORY

    scenario = games.scenario
    graph = ConcessionGraph(scenario.agenda, scenario.stakes)
    try:
        record = recorded(scenario.id)
    except NotFound:
        record = None
    if record is not None and record.steps:
        if _comparable(scenario.agenda, record.scenario.agenda):
            graph.follow(HISTORY, LineKind.HISTORY, record.steps)
        else:
            complain("the scenario was changed since; history is left out, for its tables can't be compared")
    for name, session in games.games.items():
        graph.begin(_short(name, graph), _kind(session), session.opening)
        for step in session.steps:
            graph.extend(next(reversed(graph.lines)), step)
    _play(graph, scenario, chosen)
    if not graph.lines:
        complain("no record of this scenario is coded; name a saved game, or ask for some with --games")
        graph.begin("opening", LineKind.PLAYED, recorded(scenario.id).opening)
    return graph


def _short(name: str, graph: ConcessionGraph) -> str:
    """A name for the line of a saved game: its file's, with a number where that is taken."""
    short = Path(name).name.removesuffix(".record.jsonl")
    taken = sum(one == short or one.startswith(f"{short} (") for one in graph.lines)
    return f"{short} ({taken + 1})" if taken else short


def _kind(session: Session) -> LineKind:
    from game.graph.concessions import LineKind

    if session.record.header.parent is not None:
        return LineKind.VARIATION
    return LineKind.PLAYED if session.human_parties else LineKind.SIMULATED


def _play(graph: ConcessionGraph, scenario: Scenario, chosen: argparse.Namespace) -> None:
    """Play the games asked for between two counterparts, and follow each."""
    if not chosen.games:
        return
    if not 1 <= chosen.games <= MOST_GAMES:
        raise Misused(f"{chosen.games} games can't be played; choose 1 to {MOST_GAMES}")
    from game.engine.engine import begin, replay
    from game.graph.concessions import LineKind
    from game.simulate.runner import Seating, play
    from game.simulate.series import seed_of

    seats = tuple((party.id, "counterpart") for party in scenario.agenda.parties)
    count = progress(chosen.games, "games played")
    for number in range(chosen.games):
        played = play(scenario, Seating(seats), seed_of(chosen.seed, number))
        graph.follow(f"simulated {number + 1}", LineKind.SIMULATED, replay(begin(scenario), played.moves))
        count(number + 1)


def _tell(graph: ConcessionGraph, chosen: argparse.Namespace) -> int:
    from game.graph.line_report import report, text

    found = report(graph)
    if chosen.json:
        tell_json(found)
        return 0
    parts = text(graph.agenda, found).split("\n\n")
    tell("\n\n".join(part if "\n" in part else fill(part, WIDTH) for part in parts))
    return 0


def _tell_issues(agenda: Agenda, chosen: argparse.Namespace) -> int:
    """The options of one issue or of all, in words or for a graph program."""
    from game.graph.export import drawn
    from game.graph.issue_graphs import issue_graph, issue_graphs, issue_text

    if chosen.issue is None:
        if not (chosen.format or chosen.output):
            tell("\n\n".join(issue_text(agenda, issue.id) for issue in agenda.issues))
            return 0
        return _draw(drawn(issue_graphs(agenda)), chosen)
    issue = _issue(agenda, chosen.issue)
    if chosen.format or chosen.output:
        return _draw(drawn(issue_graph(agenda, issue)), chosen)
    tell(issue_text(agenda, issue))
    return 0


def _issue(agenda: Agenda, word: str) -> str:
    """The id of the issue with that code, id or heading. Raises Misused."""
    from game.authoring.diagnostics import suggestion

    for issue in agenda.issues:
        if word.lower() in (issue.code.lower(), issue.id, issue.heading.lower()):
            return issue.id
    known = [name for issue in agenda.issues for name in (issue.code, issue.id)]
    near = suggestion(word.upper() if len(word) <= LONGEST_CODE else word.lower(), known)
    raise Misused(f"{agenda.id} has no issue “{word[:80]}”; {near}")


def _draw(drawing: Drawing, chosen: argparse.Namespace) -> int:
    """The graph as text, to standard output or to a new file."""
    from game.graph.export import lines

    form = chosen.format or "graphml"
    if chosen.output is None:
        for line in lines(drawing, form):
            sys.stdout.write(f"{line}\n")
        return 0
    return written_new(Path(chosen.output), (f"{line}\n" for line in lines(drawing, form)))
