"""The graph model for conflict resolution: who can move from which state to which, who prefers what, what is stable.

Definitions after Fang, Hipel and Kilgour, *Interactive Decision Making* (1993), chapter 3. A unilateral improvement
is a move to a state one prefers. A state is, for one decision maker,

* Nash stable when it has no unilateral improvement;
* GMR (general metarational) when the others can answer each of its improvements by a state it likes no better than
  the one it left;
* SMR (symmetric metarational) when, besides, no further move of its own gets it out of that answer to a better one;
* SEQ (sequentially stable) when the others can so answer by improvements of their own.

An equilibrium is a state stable for all. With more than two decision makers the answer may be a sequence of moves of
the others, nobody moving twice running. For two, the usual case here, it is one move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import permutations
from math import factorial

from game.slim import dataclass


class Concept(StrEnum):
    """A kind of stability, in the order in which they are usually listed."""

    NASH = "Nash"
    GMR = "GMR"
    SMR = "SMR"
    SEQ = "SEQ"


@dataclass(frozen=True)
class Conflict:
    """States and decision makers, by place. ``moves[d][s]`` are the states d can reach from s in one move.

    ``payoffs[d][s]`` orders the states for d: the greater the better, only the order matters. A move back need not
    exist: irreversible moves are moves like others.
    """

    deciders: tuple[str, ...]
    states: tuple[str, ...]
    moves: tuple[tuple[tuple[int, ...], ...], ...]
    payoffs: tuple[tuple[int, ...], ...]

    def improvements(self, decider: int, state: int) -> tuple[int, ...]:
        """The states a decision maker can reach in one move and prefers, best first."""
        worths = self.payoffs[decider]
        better = [one for one in self.moves[decider][state] if worths[one] > worths[state]]
        return tuple(sorted(better, key=lambda one: (-worths[one], one)))


@dataclass(frozen=True, slots=True)
class Answered:
    """An improvement, and how the others could answer it.

    ``sanction`` is a state they can bring about that is no better for the mover than where it started;
    ``inescapable`` one from which, besides, it has no move to anything better; ``credible`` one they would reach by
    improvements of their own. None where there is none.
    """

    improvement: int
    sanction: int | None
    inescapable: int | None
    credible: int | None


@dataclass(frozen=True, slots=True)
class Stability:
    """How stable a state is for one decision maker, with its improvements and the answers to them."""

    decider: int
    state: int
    answered: tuple[Answered, ...]

    def holds(self, concept: Concept) -> bool:
        """Whether the state is stable for it by a concept."""
        if concept is Concept.NASH:
            return not self.answered
        if concept is Concept.GMR:
            return all(one.sanction is not None for one in self.answered)
        if concept is Concept.SMR:
            return all(one.inescapable is not None for one in self.answered)
        return all(one.credible is not None for one in self.answered)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts by which it is stable."""
        return tuple(concept for concept in Concept if self.holds(concept))


def stability(conflict: Conflict, state: int, decider: int) -> Stability:
    """How stable a state is for one decision maker by all four concepts."""
    improvements = conflict.improvements(decider, state)
    return Stability(decider, state, tuple(_answered(conflict, state, decider, one) for one in improvements))


def _answered(conflict: Conflict, state: int, decider: int, improvement: int) -> Answered:
    worths = conflict.payoffs[decider]
    least = worths[state]
    reached = others_reach(conflict, decider, improvement, lambda other, here: conflict.moves[other][here])
    bad = sorted((one for one in reached if worths[one] <= least), key=lambda one: (worths[one], one))
    held = (one for one in bad if all(worths[out] <= least for out in conflict.moves[decider][one]))
    willing = others_reach(conflict, decider, improvement, conflict.improvements)
    credible = (one for one in bad if one in willing)
    return Answered(improvement, bad[0] if bad else None, next(held, None), next(credible, None))


Steps = Callable[[int, int], Iterable[int]]
"""The states a decision maker may go to next from a state."""


def others_reach(conflict: Conflict, decider: int, state: int, steps: Steps) -> frozenset[int]:
    """The states the others can bring about together from ``state``, nobody moving twice running."""
    others = [one for one in range(len(conflict.deciders)) if one != decider]
    reached: set[tuple[int, int]] = set()
    fresh = [(state, decider)]
    while fresh:
        here, last = fresh.pop()
        for other in others:
            if other != last:
                found = {(there, other) for there in steps(other, here)} - reached
                reached |= found
                fresh += found
    return frozenset(there for there, _ in reached)


def equilibria(conflict: Conflict) -> dict[Concept, tuple[int, ...]]:
    """The states stable for every decision maker, by concept."""
    deciders, states = range(len(conflict.deciders)), range(len(conflict.states))
    found = {state: [stability(conflict, state, decider) for decider in deciders] for state in states}
    return {
        concept: tuple(state for state, all_of_them in found.items() if all(one.holds(concept) for one in all_of_them))
        for concept in Concept
    }


def irreversible(conflict: Conflict) -> tuple[tuple[int, int, int], ...]:
    """The moves a decision maker can't take back by itself in one: (decider, from, to)."""
    return tuple(
        (decider, start, end)
        for decider, reach in enumerate(conflict.moves)
        for start, ends in enumerate(reach)
        for end in ends
        if start not in reach[end]
    )


ORDERS_AT_MOST = 7
"""States up to which every strict order is tried: 5,040 orders."""


@dataclass(frozen=True, slots=True)
class Orders:
    """The strict orders of the states under which a state is stable for a decision maker.

    ``stable`` of ``tried`` orders; ``below`` are the states that must rank below it in all of them.
    """

    stable: int
    tried: int
    below: tuple[int, ...]


def orders(conflict: Conflict, state: int, decider: int, concept: Concept) -> Orders | None:
    """Under which preferences of one decision maker a state would be stable for it, the others' being as they are.

    This is the question of the inverse graph model (Kinsara, Kilgour and Hipel 2015), answered for one decision
    maker by trying every strict order. None when there are too many states to try.
    """
    count = len(conflict.states)
    if count > ORDERS_AT_MOST:
        return None
    stable = 0
    below = set(range(count)) - {state}
    for order in permutations(range(count)):
        payoffs = (*conflict.payoffs[:decider], order, *conflict.payoffs[decider + 1 :])
        tried = Conflict(conflict.deciders, conflict.states, conflict.moves, payoffs)
        if stability(tried, state, decider).holds(concept):
            stable += 1
            below = {one for one in below if order[one] < order[state]}
    return Orders(stable, factorial(count), tuple(sorted(below)) if stable else ())
