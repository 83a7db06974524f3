"""How far the verdicts of a debrief depend on the author's points: judged again under many weightings at once.

A weighting keeps what the sources support, the order of a side's options and of its issues, and draws the rest; see
``bargaining.sensitivity``. All verdicts of a debrief share the same weightings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.bargaining.placing import case
from game.bargaining.sensitivity import Case, Share, Trials, Verdict, Weighting, judge_all
from game.bargaining.space import Space
from game.engine.package import Package
from game.engine.scenario import Agenda
from game.graph.closing import FIRST_YIELDS, HALFWAY, SECOND_YIELDS, Closing
from game.graph.stability import Concept
from game.slim import dataclass

DRAWS = 100
SEED = 1945
"""The year of the talks; any other would do."""


@dataclass(frozen=True)
class Asked:
    """What is to be judged: the packages agreed, what lay in hand here and in the record, and the deadlock if any.

    ``side`` is 0 or 1; the packages in hand are on the same issues.
    """

    agenda: Agenda
    side: int
    agreed: Package
    in_hand: tuple[Package, Package]
    deadlock: Closing | None


def robustness(space: Space, asked: Asked, draws: int = DRAWS) -> Mapping[str, Share]:
    """The share of weightings in which each verdict holds.

    ``above`` (what is agreed is worth at least no agreement to the side), ``both above``, ``better`` (what lay in hand
    here is worth more to it than what lay in hand in the record), ``stable`` (neither side would gain by giving way),
    ``efficient``, ``favours first``, ``favours second`` (of what is agreed, on its own issues). One that can't be
    asked is left out.
    """
    cases = {"whole": Case(lambda drawn: drawn, _verdicts(asked))}
    if len(asked.agreed):
        cases["agreed"] = case(asked.agenda, space, asked.agreed)
    found = judge_all(space, cases, Trials(draws=draws, seed=SEED))
    return {name: share for shares in found.values() for name, share in shares.items()}


def _verdicts(asked: Asked) -> dict[str, Verdict]:
    found: dict[str, Verdict] = {}
    if len(asked.agreed):
        found["above"] = lambda drawn: _above(drawn.space, asked.agreed, asked.side)
        found["both above"] = lambda drawn: all(_above(drawn.space, asked.agreed, side) for side in (0, 1))
    here, then = asked.in_hand
    if len(here):
        found["better"] = lambda drawn: _worth(drawn.space, here)[asked.side] > _worth(drawn.space, then)[asked.side]
    if asked.deadlock is not None:
        deadlock = asked.deadlock
        found["stable"] = lambda drawn: _stable(drawn, deadlock)
    return found


def _worth(space: Space, package: Package) -> tuple[int, int]:
    part = space.only(package.issues)
    return part.worth(part.settlement(package))


def _above(space: Space, package: Package, side: int) -> bool:
    return _worth(space, package)[side] >= space.reservations[side]


def _stable(drawn: Weighting, deadlock: Closing) -> bool:
    """Whether the deadlock is Nash stable for both under this weighting; moves that are barred stay barred."""
    space = drawn.space
    worths = [space.reservations] * 4
    for place in (FIRST_YIELDS, SECOND_YIELDS, HALFWAY):
        package = deadlock.packages[place]
        if package is not None and place not in deadlock.contradicted:
            worths[place] = _worth(space, package)
    payoffs = tuple(one[0] for one in worths), tuple(one[1] for one in worths)
    return replace(deadlock, conflict=replace(deadlock.conflict, payoffs=payoffs)).stable(Concept.NASH)
