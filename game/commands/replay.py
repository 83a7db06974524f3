"""``plenipo replay``: how each issue stood after a day of history, or where a recorded game has got to."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from game.commands.lines import NotFound, saved
from game.commands.telling import complain, tell, tell_json

if TYPE_CHECKING:
    from game.engine.issues import Issue
    from game.engine.state import State


def arguments(parser: argparse.ArgumentParser) -> None:
    """A scenario or a record; ``--until``, ``--json``."""
    parser.add_argument("name", metavar="ID|RECORD", help="a scenario, for its history; or a saved game")
    parser.add_argument("--until", metavar="DATE", help="a day, such as 1945-07-10: the state after its last meeting")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print the state of the table, issue by issue."""
    from game.authoring import loader

    if chosen.name not in loader.scenario_ids():
        return _replay_record(chosen)
    try:
        state, until = _history(chosen.name, chosen.until)
    except loader.BrokenScenario as failure:
        complain(str(failure))
        return 3
    except ValueError as failure:
        complain(str(failure))
        return 2
    _print(chosen, state, {"scenario": chosen.name, "until": until})
    return 0


def _history(scenario: str, until: str | None) -> tuple[State, str]:
    """The state after a day of the record, its last when none is given. ValueError when it is no day."""
    from datetime import date

    from game.authoring import loader

    if until is None:
        until = max(meeting.date for meeting in loader.load(scenario).agenda.meetings)
    try:
        date.fromisoformat(until)
    except ValueError:
        raise ValueError(f"“{until}” is not a day; write it as 1945-07-10") from None
    return loader.positions_after(scenario, until), until


def _replay_record(chosen: argparse.Namespace) -> int:
    """Replay a saved game, strictly."""
    try:
        session = saved(chosen.name)
    except NotFound as failure:
        complain(str(failure))
        return 3
    state = session.state
    _print(chosen, state, {"scenario": session.scenario.id, "record": chosen.name, "ply": state.ply})
    return 0


def _print(chosen: argparse.Namespace, state: State, about: dict[str, Any]) -> None:
    issues = [standing(state, issue) for issue in state.scenario.agenda.issues]
    if chosen.json:
        tell_json({"version": 1, **about, "issues": issues})
        return
    agenda = state.scenario.agenda
    tell(f"{agenda.title}, {about.get('until', state.sitting.date)}")
    for head in agenda.heads:
        tell(f"\n{head.number}{'. ' if head.number else ''}{head.title}")
        for issue in agenda.under(head.id):
            tell(_line(state, issue))


def standing(state: State, issue: Issue) -> dict[str, Any]:
    """How an issue stands, as a mapping of plain values in the shape of design.md, section 11."""
    held: dict[str, Any] = {"code": issue.code, "id": issue.id, "status": state.standing(issue.id).status.value}
    for party in state.scenario.agenda.parties:
        option = issue.option(state.position(party.id, issue.id) or "")
        held[party.id] = option and {"option": option.id, "level": option.level, "positions": list(option.positions)}
    return held


def _line(state: State, issue: Issue) -> str:
    status = state.standing(issue.id).status.value
    held = [issue.option(state.position(party.id, issue.id) or "") for party in state.scenario.agenda.parties]
    labels = [option.label if option else "–" for option in held]
    told = labels[0] if held[0] == held[1] else " | ".join(labels)
    return f"  {issue.code:<4}{issue.heading:<36}{status:<11}{told}"
