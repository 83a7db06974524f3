"""The game as a line in the concession graph beside history's: classes of step, departure, order of settlement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.state import Step
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.divergence import Order, compare_orders, settled
from game.graph.legs import Leg, StepClass
from game.slim import dataclass

Tally = Mapping[str, Mapping[StepClass, int]]
"""How many steps of each class each party took."""


@dataclass(frozen=True)
class Trace:
    """Steps as a line. ``legs`` pairs each step's ply with its edge; ``settled`` are the plies from which issues stayed
    agreed."""

    legs: tuple[tuple[int, Leg], ...]
    tally: Tally
    settled: Mapping[str, int]


@dataclass(frozen=True)
class Line:
    """The game's line with history's beside it; ``then`` and ``order`` are None where there is no record."""

    here: Trace
    then: Trace | None
    order: Order | None


def trace(steps: Sequence[Step]) -> Trace:
    """The line these steps make."""
    if not steps:
        return Trace((), {}, {})
    scenario = steps[0].before.scenario
    graph = ConcessionGraph(scenario.agenda, scenario.stakes)
    followed = graph.follow("", LineKind.PLAYED, steps)
    return Trace(tuple(zip(followed.plies, followed.legs, strict=True)), graph.tally(""), settled(graph, followed))


def beside(here: Trace, then: Trace | None) -> Line:
    """A game's line beside history's."""
    return Line(here, then, compare_orders(dict(here.settled), dict(then.settled)) if then else None)
