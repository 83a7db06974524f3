"""Work out a game again from its record. Strict: nothing is repaired, the first ply that differs is named."""

from __future__ import annotations

from game.engine.engine import IllegalMove, apply, begin
from game.engine.moves import Move
from game.engine.scenario import Scenario
from game.engine.state import Ending, State, Step
from game.record.digest import digest
from game.record.errors import Diverged
from game.record.record import Header, Line, Record, by_whom


def opening(header: Header, scenario: Scenario) -> State:
    """The state a record starts from. Diverged when the scenario is not the one the record was played on."""
    parties = tuple(party.id for party in scenario.agenda.parties)
    if header.scenario != scenario.id:
        raise Diverged(f"the record is of “{header.scenario}”, not of “{scenario.id}”", 0)
    if header.digest != scenario.digest:
        raise Diverged(f"“{scenario.id}” has been changed since this game was played", 0)
    if sorted(header.seats) != sorted(parties):
        named = " and ".join(sorted(header.seats))
        raise Diverged(f"the record seats {named}, but the parties are {' and '.join(sorted(parties))}", 0)
    if header.opener is not None and header.opener not in parties:
        raise Diverged(f"the record lets “{header.opener}” speak first, which is no party here", 0)
    return begin(scenario, header.exchanges, header.opener)


def replay(record: Record, scenario: Scenario) -> tuple[Step, ...]:
    """The steps of a record. Diverged names the first ply whose move is not legal or whose digest differs."""
    state = opening(record.header, scenario)
    steps = []
    for line in record.lines:
        step = _step(state, line)
        steps.append(step)
        state = step.after
    if record.closing is not None and record.closing.ending != state.ending:
        told, found = _named(record.closing.ending), _named(state.ending)
        raise Diverged(f"the record ends in {told}, but its moves end in {found}", state.ply)
    return tuple(steps)


def replay_checked_at_the_end(record: Record, scenario: Scenario) -> tuple[Step, ...]:
    """The steps of a record, every move held against the rules, the digest only of the last state.

    For reading many records: a state holds all that was said, so what differs on the way differs at the end. Diverged
    names the first ply, as ``replay`` finds it.
    """
    state = opening(record.header, scenario)
    steps = []
    for line in record.lines:
        try:
            steps.append(apply(state, line.move))
        except IllegalMove:
            return replay(record, scenario)
        state = steps[-1].after
    told = record.closing.ending if record.closing else None
    if (told is not None and told != state.ending) or (record.lines and digest(state) != record.lines[-1].digest):
        return replay(record, scenario)
    return tuple(steps)


def line_of(step: Step) -> Line:
    """The line that records a step."""
    move: Move = step.move  # type: ignore[assignment]
    return Line(step.after.ply, by_whom(move), move, digest(step.after))


def _step(state: State, line: Line) -> Step:
    try:
        step = apply(state, line.move)
    except IllegalMove as error:
        raise Diverged(f"this move is not legal here: {error.refusal.message}", line.ply) from None
    found = digest(step.after)
    if found != line.digest:
        raise Diverged(f"the state after it is {found}, where the record says {line.digest}", line.ply)
    return step


def _named(ending: Ending | None) -> str:
    return "nothing yet" if ending is None else ending.kind.value
