"""Small changes several verbs make: to an issue's standing, the ledger, the instructions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from game.engine.ledger import Entry
from game.engine.party import Latitude
from game.engine.scenario import Agenda
from game.engine.state import Ending, Instructions, Standing, State, amended


class Change(NamedTuple):
    """What a move does to one issue: how it stands afterwards, and the lines this leaves in the ledger."""

    issue: str
    standing: Standing
    lines: tuple[Entry, ...] = ()


def changed(state: State, changes: Iterable[Change]) -> State:
    """The state with all these changes made at once. The standings of the other issues stay the same objects."""
    places = state.scenario.agenda.places
    table = list(state.table)
    lines: list[Entry] = []
    as_agreed = True
    for issue, standing, added in changes:
        number = places[issue]
        as_agreed = as_agreed and standing.agreement is table[number].agreement
        table[number] = standing
        lines += added
    ledger = state.ledger.with_lines(lines)
    if as_agreed:
        return amended(state, table=tuple(table), ledger=ledger, settled=state.settled)
    return amended(state, table=tuple(table), ledger=ledger)


def noted(state: State, *lines: Entry) -> State:
    """The state with lines added to the ledger."""
    return amended(state, ledger=state.ledger.with_lines(lines))


def with_position(state: State, party: str, standing: Standing, option: str | None) -> tuple[str | None, str | None]:
    """Both positions, with ``party``'s changed to ``option``."""
    first, second = standing.positions
    return (option, second) if state.scenario.agenda.side(party) == 0 else (first, option)


def retreats(agenda: Agenda, side: int, issue: str, step: tuple[str | None, str]) -> bool:
    """Whether a step of that side's on an issue, from one option to another, leads away from the other side."""
    held, option = step
    if held is None:
        return False
    moved = agenda.level(issue, option) - agenda.level(issue, held)
    return moved < 0 if side == 0 else moved > 0


def answered(state: State, by: str, standing: Standing) -> Standing:
    """The standing of an issue that ``by`` has answered, where the other side had spoken to it."""
    if standing.answered or standing.positions[1 - state.scenario.agenda.side(by)] is None:
        return standing
    return replace(standing, answered=True)


def instruct(state: State, party: str, issue: str, option: str, latitude: Latitude) -> State:
    """The state with one option's latitude changed in a party's instructions."""
    agenda = state.scenario.agenda
    side, place, level = agenda.side(party), agenda.place(issue), agenda.level(issue, option)
    mine = state.instructions[side]
    row = (*mine[place][: level - 1], latitude, *mine[place][level:])
    changed: Instructions = (*mine[:place], row, *mine[place + 1 :])
    both = (changed, state.instructions[1]) if side == 0 else (state.instructions[0], changed)
    return amended(state, instructions=both)


def rise(state: State, ending: Ending) -> State:
    """Close the sitting: between meetings when another follows, else the end."""
    cleared = amended(state, floor="", spoken=0, supported=(), asked="", rising="")
    if state.meeting + 1 < len(state.scenario.agenda.meetings):
        return amended(cleared, between=True)
    return amended(cleared, ending=ending)
