"""What could be settled within instructions, with asking home and arguing, and each side's fair share of it."""

from __future__ import annotations

from functools import cache

from game.bargaining.reach import within_reach
from game.bargaining.solutions import solve, zone_of
from game.engine.worth import advantage
from tests.benchmarks.bars.rows import table


@cache
def fair(name: str) -> tuple[float, float] | None:
    """Each side's advantage at the Nash point of what is within reach, for a table by name; None without a zone."""
    scenario = table(name)
    edge = within_reach(scenario)
    if edge is None or not zone_of(edge):
        return None
    chosen = solve(edge).nash
    assert chosen is not None
    first, second = chosen.points[0]
    return advantage(scenario.stakes[0], first), advantage(scenario.stakes[1], second)
