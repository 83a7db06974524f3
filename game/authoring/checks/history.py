"""S5xx: whether the record replays: every move that was really made must be legal, and within its instructions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.authoring.diagnostics import Diagnostic
from game.authoring.folder import Folder
from game.authoring.history import Works, coded_move, not_moves, works_of
from game.authoring.schema.history import HistoryFile
from game.authoring.sheet import Sheet
from game.engine.engine import IllegalMove
from game.engine.history import HistoricMeeting, HistoricMove, history_opened, replayed
from game.engine.moves import Accept, Propose, Responsibility
from game.engine.scenario import Scenario
from game.engine.state import Refusal, State

Found = Iterator[Diagnostic]
BEYOND = ("beyond-instructions", "must-refer")
"""Refusals that come from a party's instructions, not from the rules."""


def history(folder: Folder, scenario: Scenario) -> Found:
    """Every entry of the record that is no move, and every move that is refused, meeting by meeting."""
    dates = {meeting.id: meeting.date for meeting in scenario.agenda.meetings}
    state: State | None = None
    for sheet in sorted(folder.history, key=lambda one: dates.get(one.model.meeting, "")):
        yield from not_moves(sheet)
        if sheet.model.meeting in dates:
            state, refused = _sitting(sheet, scenario, state, works_of(folder))
            yield from refused


def _sitting(
    sheet: Sheet[HistoryFile], scenario: Scenario, before: State | None, works: Works
) -> tuple[State, list[Diagnostic]]:
    model = sheet.model
    day = next(one.date for one in scenario.agenda.meetings if one.id == model.meeting)
    coded = {place: coded_move(written, model, day, works) for place, written in enumerate(model.moves)}
    moves = {place: move for place, move in coded.items() if isinstance(move, HistoricMove)}
    meeting = HistoricMeeting(model.meeting, model.source or "", model.grain, tuple(moves.values()))
    state = history_opened(scenario, meeting, before)
    refused = []
    for place, move in moves.items():
        state, refusal = _made(state, meeting, move)
        if refusal is not None:
            refused.append(_reported(sheet, place, refusal))
    return state, refused


def _made(state: State, meeting: HistoricMeeting, move: HistoricMove) -> tuple[State, Refusal | None]:
    """The state after a move, and its refusal. One that only goes beyond instructions is made all the same."""
    try:
        return _after(state, meeting, move), None
    except IllegalMove as failure:
        refusal = failure.refusal
    if refusal.code in BEYOND and isinstance(move.move, Propose | Accept):
        bolder = replace(move, move=replace(move.move, responsibility=Responsibility.OWN))
        try:
            return _after(state, meeting, bolder), refusal
        except IllegalMove:
            pass
    return state, refusal


def _after(state: State, meeting: HistoricMeeting, move: HistoricMove) -> State:
    steps = replayed(state, replace(meeting, moves=(move,)))
    return steps[-1].step.after if steps else state


def _reported(sheet: Sheet[HistoryFile], place: int, refusal: Refusal) -> Diagnostic:
    where = ("moves", place, "do")
    if refusal.code in BEYOND:
        message = f"this goes beyond the instructions of its date: {refusal.message}"
        hint = "give the option as free or report from that date, or write “responsibility: own”"
        return sheet.at("S502", where, message, hint)
    return sheet.at("S501", where, f"the rules refuse this move: {refusal.message}", refusal.remedy)
