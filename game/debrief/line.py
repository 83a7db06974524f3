"""The game as a line in the concession graph beside history's: classes of step, departure, order of settlement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.engine.state import Step
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.divergence import Order, compare_orders, settled
from game.graph.legs import Leg, StepClass

GAME, HISTORY = "game", "history"
Tally = Mapping[str, Mapping[StepClass, int]]
"""How many steps of each class each party took."""


@dataclass(frozen=True)
class Line:
    """The game's steps with their classes, and history's beside them where there is a record.

    ``legs`` pairs each step's ply with its edge. ``settled`` are the plies from which issues stayed agreed.
    """

    legs: tuple[tuple[int, Leg], ...]
    tally: Tally
    then: Tally | None
    settled: Mapping[str, int]
    settled_then: Mapping[str, int]
    order: Order | None


def line(steps: Sequence[Step], history: Sequence[Step]) -> Line | None:
    """The line these steps make, beside history's; None where nothing was played."""
    if not steps:
        return None
    scenario = steps[0].before.scenario
    graph = ConcessionGraph(scenario.agenda, scenario.stakes)
    played = graph.follow(GAME, LineKind.PLAYED, steps)
    legs = tuple(zip(played.plies, played.legs, strict=True))
    tally: dict[str, Counter[StepClass]] = graph.tally(GAME)
    if not history:
        return Line(legs, tally, None, settled(graph, played), {}, None)
    then = graph.follow(HISTORY, LineKind.HISTORY, history)
    here, there = settled(graph, played), settled(graph, then)
    return Line(legs, tally, graph.tally(HISTORY), here, there, compare_orders(here, there))
