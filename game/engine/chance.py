"""What must happen before anyone may speak: answers from the capital, events, the next sitting, verdicts.

The engine says what may happen and with what weight; the draw is made outside it, from a seed, and is recorded.
"""

from __future__ import annotations

from game.engine.moves import Happening, Occur
from game.engine.outcome import repudiation_risk
from game.engine.party import Line
from game.engine.state import State
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Chance:
    """One thing that may happen now, and its weight in per cent. The weights of ``chances`` add up to 100."""

    occur: Occur
    percent: int


def chances(state: State) -> tuple[Chance, ...]:
    """What may happen next of itself; empty when a delegate has the floor or the negotiation is over."""
    if state.ending is not None:
        return ()
    answer = _answer_due(state)
    if answer is not None:
        return (Chance(answer, 100),)
    if state.signed:
        return _verdict_due(state)
    if state.between:
        return (Chance(_between_meetings(state), 100),)
    return ()


def _answer_due(state: State) -> Occur | None:
    for telegram in state.telegrams:
        line = state.scenario.agenda.party(telegram.party).line
        if not telegram.answered and (line is Line.CORRIDOR or state.between):
            return Occur(Happening.ANSWER, telegram.party, telegram.number)
    return None


def _between_meetings(state: State) -> Occur:
    following = state.scenario.agenda.meetings[state.meeting + 1]
    for event in state.scenario.events:
        if state.sitting.date <= event.date <= following.date and event.id not in state.happened:
            return Occur(Happening.EVENT, reference=event.id)
    return Occur(Happening.MEETING, reference=following.id)


def _verdict_due(state: State) -> tuple[Chance, ...]:
    for side, party in enumerate(state.scenario.agenda.parties):
        if state.verdicts[side] is None:
            risk = repudiation_risk(state, party.id)
            yes = Chance(Occur(Happening.RATIFIES, party.id), 100 - risk)
            no = Chance(Occur(Happening.REPUDIATES, party.id), risk)
            return tuple(chance for chance in (yes, no) if chance.percent)
    return ()
