"""What really happened, as moves with the passages they rest on, and how to play it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.engine.chance import chances
from game.engine.engine import apply, begin, carried_over
from game.engine.evidence import Citation
from game.engine.moves import (
    Accept,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Hold,
    Move,
    Occur,
    Propose,
    Reject,
    Reserve,
    Yield,
)
from game.engine.scenario import Scenario
from game.engine.state import State, Step
from game.slim import dataclass

NO_CLOCK = 100_000
"""Speeches a side that no record reaches: history is never cut short by a game's clock."""


@dataclass(frozen=True, slots=True)
class HistoricMove:
    """One move of the record: its passage, and a note where the coding needs one."""

    move: Move
    citation: Citation
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistoricMeeting:
    """A sitting as the record has it, move by move, in order. ``grain`` is ``minutes``, ``cable`` or ``account``.

    ``source`` is empty where the moves are told from outside pages.
    """

    meeting: str
    source: str
    grain: str
    moves: tuple[HistoricMove, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistoricStep:
    """A step of history replayed: the coded move, or None where the floor was passed to fit the order of speeches."""

    step: Step
    coded: HistoricMove | None


def replayed(state: State, meeting: HistoricMeeting) -> tuple[HistoricStep, ...]:
    """The steps of a sitting from ``state``, which must have its clock long enough (``NO_CLOCK``).

    Where a side speaks that has not the floor, the other is made to yield it: the minutes record no word. What concerns
    issues not on the agenda is left out. Raises IllegalMove at the first coded move the rules refuse.
    """
    steps: list[HistoricStep] = []
    for coded in meeting.moves:
        move = on_agenda(coded.move, state.scenario)
        if move is None:
            continue
        for supplied in _floor_for(state, move):
            step = apply(state, supplied)
            steps.append(HistoricStep(step, None))
            state = step.after
        step = apply(state, move)
        steps.append(HistoricStep(step, coded))
        state = step.after
    return tuple(steps)


def _floor_for(state: State, move: Move) -> tuple[Move, ...]:
    due = chances(state)
    if due:
        return (due[0].occur,)
    if isinstance(move, Occur) or not state.floor or state.floor == move.by:
        return ()
    return (Yield(state.floor),)


def on_agenda(move: Move, scenario: Scenario) -> Move | None:
    """The part of a historic move that a scenario's agenda holds; None when nothing is left of it."""
    agenda = scenario.agenda
    if isinstance(move, Propose | Accept):
        package = move.package.only(tuple(filter(agenda.has, move.package.issues)))
        return replace(move, package=package) if len(package) else None
    if isinstance(move, Reject | Hold | Reserve):
        issues = tuple(filter(agenda.has, move.issues))
        if not issues:
            return None
        if isinstance(move, Reserve):
            return replace(move, issues=issues, standing=move.standing.only(issues))
        return replace(move, issues=issues)
    if isinstance(move, Ask | CiteMinutes):
        return move if agenda.has(move.issue) else None
    if isinstance(move, Argue):
        claim = scenario.claim(move.claim)
        return move if claim and any(map(agenda.has, claim.issues)) else None
    if isinstance(move, ConsultCapital):
        return replace(move, asks=move.asks.only(tuple(filter(agenda.has, move.asks.issues))))
    return move


def history_opened(scenario: Scenario, meeting: HistoricMeeting, before: State | None = None) -> State:
    """The state in which a historic sitting opens: the scenario's own, or the table that ``before`` had reached.

    The floor goes to whoever the record has speaking first.
    """
    places = {sitting.id: place for place, sitting in enumerate(scenario.agenda.meetings)}
    first = meeting.moves[0].move.by if meeting.moves and not isinstance(meeting.moves[0].move, Occur) else None
    opening = scenario if before is None else replace(scenario, opening=carried_over(before))
    return begin(opening, NO_CLOCK, first, places[meeting.meeting])


def history_until(
    scenario: Scenario, meetings: Iterable[HistoricMeeting], date: str
) -> tuple[tuple[HistoricStep, ...], State | None]:
    """Every historic step up to and including the sittings of ``date`` (ISO), and the last state; None before any."""
    dates = {sitting.id: sitting.date for sitting in scenario.agenda.meetings}
    steps: list[HistoricStep] = []
    state: State | None = None
    for meeting in meetings:
        if meeting.meeting not in dates or dates[meeting.meeting] > date:
            continue
        state = history_opened(scenario, meeting, state)
        played = replayed(state, meeting)
        steps.extend(played)
        state = played[-1].step.after if played else state
    return tuple(steps), state
