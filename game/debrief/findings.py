"""Everything the debrief finds, for one side, from a game's steps, its scenario and the coded record. No total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.debrief.capital import Capital, Worth, capital, weigh
from game.debrief.comparison import IssueFinding, Judgement, compare
from game.debrief.course import Course, Divergence, course, divergence
from game.debrief.reasons import Argument, Bound, Causes, bound, unused, used
from game.engine.history import HistoricMeeting
from game.engine.state import Ending, State, Step


class Played(Protocol):
    """A game, finished or not: where it stands, how it came there, and the reasons given by ply. A Session is one."""

    @property
    def state(self) -> State:
        """The state it has reached."""

    @property
    def steps(self) -> Sequence[Step]:
        """Every step so far, from the opening."""

    @property
    def reasons(self) -> Causes:
        """The reasons delegates gave, by ply."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The debrief of one side. Nothing in it adds up to a score.

    ``record`` is None where no history of the meeting is coded; then ``divergence`` is None too and every
    comparison is "not compared".
    """

    party: str
    state: State
    issues: tuple[IssueFinding, ...]
    record: Course | None
    divergence: Divergence | None
    worth: Worth
    capital: Capital
    used: tuple[Argument, ...]
    unused: tuple[Argument, ...]
    bound: tuple[Bound, ...]

    @property
    def ending(self) -> Ending | None:
        """How the game ended; None when it is not over."""
        return self.state.ending

    @property
    def as_in_history(self) -> int:
        """How many issues ended as in the record."""
        return sum(1 for one in self.issues if one.as_in_history)

    def count(self, judgement: Judgement) -> int:
        """How many issues are judged so, by the side's own points."""
        return sum(1 for one in self.issues if one.by_points is judgement)

    @property
    def disputed(self) -> int:
        """How many issues the points and the order of options judge differently (gaps in what was compared aside)."""
        return sum(1 for one in self.issues if one.by_points is not one.by_order)


def findings(played: Played, party: str, history: tuple[HistoricMeeting, ...] = ()) -> Findings:
    """The debrief of ``party`` (KeyError when it is none), against the record up to the meeting the game reached."""
    state = played.state
    steps = tuple(played.steps)
    record = course(state.scenario, history, state.sitting.date)
    return Findings(
        party=party,
        state=state,
        issues=compare(state, steps, party, record),
        record=record,
        divergence=divergence(state.scenario, steps, record) if record else None,
        worth=weigh(state, party),
        capital=capital(state, party),
        used=used(state, party),
        unused=unused(state, party),
        bound=bound(state, party, played.reasons),
    )
