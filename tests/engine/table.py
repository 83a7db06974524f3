"""Shorthand for the small table of builders.py, used by the tests of this room."""

from __future__ import annotations

from game.engine.engine import apply, begin
from game.engine.moves import Accept, Move, Propose
from game.engine.package import Package
from game.engine.scenario import Scenario
from game.engine.state import State
from tests.builders import small

BOARD, GUARDS, DAIREN, DRAFT = "railway-board", "railway-guards", "dairen-status", "working-draft"


def package(**options: str) -> Package:
    """A package by the short names of the issues: board, guards, dairen, draft."""
    names = {"board": BOARD, "guards": GUARDS, "dairen": DAIREN, "draft": DRAFT}
    return Package.of({names[short]: option for short, option in options.items()})


def offer(by: str, **options: str) -> Propose:
    """A severable offer."""
    return Propose(by, package(**options))


def take(by: str, **options: str) -> Accept:
    """An acceptance, ad referendum."""
    return Accept(by, package(**options))


def reached(*moves: Move, scenario: Scenario | None = None, exchanges: int | None = None) -> State:
    """The state after some moves; the Soviet side begins."""
    state = begin(scenario or small(), exchanges)
    for move in moves:
        state = apply(state, move).after
    return state
