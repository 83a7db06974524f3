"""Begin a negotiation, apply a move, replay a list of moves. State + move -> step; nothing is changed in place."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.effects import transition
from game.engine.moves import Degree, Move
from game.engine.rules import check
from game.engine.scenario import Opening, Scenario
from game.engine.state import Agreement, Refusal, Standing, State, Status, Step


class IllegalMove(Exception):
    """A move was applied that ``check`` refuses. The caller should have asked first."""

    def __init__(self, refusal: Refusal, move: Move) -> None:
        super().__init__(f"{refusal.code}: {refusal.message}")
        self.refusal = refusal
        self.move = move


def begin(scenario: Scenario, exchanges: int | None = None, opener: str | None = None, meeting: int = 0) -> State:
    """The opening state.

    ``exchanges`` (speeches a side may make in a meeting) and ``opener`` (party id) default to the meetings' own.
    """
    sitting = scenario.agenda.meetings[meeting]
    first = opener or sitting.opens
    scenario.agenda.side(first)
    openings = scenario.opening or (Opening(),) * len(scenario.agenda.issues)
    instructions = (
        scenario.instructions_on(scenario.agenda.parties[0].id, sitting.date),
        scenario.instructions_on(scenario.agenda.parties[1].id, sitting.date),
    )
    return State(
        scenario=scenario,
        table=tuple(_standing(opening) for opening in openings),
        instructions=instructions,
        floor=first,
        opener=first,
        exchanges=exchanges or sitting.exchanges,
        length=exchanges,
        meeting=meeting,
        happened=tuple(event.id for event in scenario.events if event.date <= sitting.date),
    )


def _standing(opening: Opening) -> Standing:
    status = Status(opening.status)
    option = opening.positions[0] or opening.positions[1]
    agreement = Agreement(option, Degree.AD_REFERENDUM, 0) if status is Status.AGREED and option else None
    return Standing(
        positions=opening.positions,
        agreement=agreement,
        in_principle=status is Status.PRINCIPLE,
        deferred=status is Status.DEFERRED,
        answered=status not in (Status.TABLED, Status.SILENT),
    )


def apply(state: State, move: Move) -> Step:
    """The step a legal move makes. Raises IllegalMove when ``check`` refuses it; ``state`` is never changed."""
    refusal = check(state, move)
    if refusal is not None:
        raise IllegalMove(refusal, move)
    return Step(state, move, transition(state, move))


def replay(state: State, moves: Iterable[Move]) -> tuple[Step, ...]:
    """The steps of a list of moves from ``state``. Raises IllegalMove at the first that is not legal."""
    steps = []
    for move in moves:
        step = apply(state, move)
        steps.append(step)
        state = step.after
    return tuple(steps)


def carried_over(state: State) -> tuple[Opening, ...]:
    """How the table stands, in a form another scenario or meeting can open from."""
    openings = []
    for standing in state.table:
        agreed = standing.agreement.option if standing.agreement else None
        positions = (agreed, agreed) if agreed else standing.positions
        openings.append(Opening(positions, standing.status.value))
    return tuple(openings)
