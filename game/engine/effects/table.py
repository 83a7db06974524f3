"""Small changes several verbs make: to an issue's standing, the ledger, the instructions."""

from __future__ import annotations

from dataclasses import replace

from game.engine.party import Latitude
from game.engine.state import (
    Deed,
    Ending,
    Entry,
    Instructions,
    Standing,
    State,
    amended,
)


def placed(state: State, issue: str, standing: Standing) -> State:
    """The state with one issue's standing replaced."""
    place = state.scenario.agenda.place(issue)
    return amended(state, table=(*state.table[:place], standing, *state.table[place + 1 :]))


def noted(state: State, deed: Deed, by: str, issue: str = "", option: str = "", note: str = "") -> State:
    """The state with a line added to the ledger at what is now being heard."""
    return amended(state, ledger=(*state.ledger, Entry(state.heard, by, deed, issue, option, note)))


def with_position(state: State, party: str, standing: Standing, option: str | None) -> tuple[str | None, str | None]:
    """Both positions, with ``party``'s changed to ``option``."""
    first, second = standing.positions
    return (option, second) if state.scenario.agenda.side(party) == 0 else (first, option)


def retreats(state: State, party: str, issue: str, option: str) -> bool:
    """Whether ``option`` lies further from the other side than the party's position."""
    held = state.position(party, issue)
    if held is None:
        return False
    agenda = state.scenario.agenda
    moved = agenda.level(issue, option) - agenda.level(issue, held)
    return moved < 0 if agenda.side(party) == 0 else moved > 0


def answered(state: State, by: str, issue: str) -> State:
    """The state with the issue answered by ``by``, where the other side had spoken to it."""
    standing = state.standing(issue)
    if standing.answered or state.position(state.scenario.agenda.other(by), issue) is None:
        return state
    return placed(state, issue, replace(standing, answered=True))


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
