"""What the other side could make of this one: what each issue seemed to weigh with it, beside what it did weigh."""

from __future__ import annotations

from game.delegates.counterpart.beliefs import beliefs
from game.delegates.counterpart.temper import Temper, drawn
from game.delegates.ground import survey
from game.engine.state import State
from game.engine.view import view
from game.play.setup import Setup
from game.slim import dataclass

COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class Belief:
    """What an issue was thought to weigh with a side, and what it weighed: parts of 1000, on that side's scale."""

    issue: str
    believed: int
    real: int

    @property
    def error(self) -> int:
        """How much too heavy it was thought; negative: too light."""
        return self.believed - self.real


def believed(state: State, party: str, temper: Temper) -> tuple[Belief, ...]:
    """What the other side could believe of ``party`` as the game ended, in agenda order.

    The beliefs are those of the program's own counterpart, from what was said and done at the table alone.
    """
    agenda = state.scenario.agenda
    seen = view(state, agenda.other(party))
    grounds = survey(seen)
    weights = beliefs(seen, grounds, temper).weights
    points = state.scenario.stake(party).points
    real = [max(points[agenda.place(ground.issue.id)]) for ground in grounds]
    whole = sum(real) or 1
    pairs = zip(grounds, weights, real, strict=True)
    return tuple(Belief(ground.issue.id, round(weight), round(1000 * own / whole)) for ground, weight, own in pairs)


def temper_of(setup: Setup | None, party: str) -> Temper:
    """The temper of who sat for a party, where it was the counterpart; else one without leanings."""
    if setup is not None and setup.seats.get(party) == COUNTERPART:
        return drawn(setup.seed, party)
    return Temper()
