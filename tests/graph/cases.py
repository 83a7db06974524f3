"""The small table without instructions, so that any option may be offered."""

from __future__ import annotations

from dataclasses import replace

from game.engine.scenario import Opening, Scenario
from tests.builders import small


def free_table(exchanges: int = 20, opening: tuple[Opening, ...] = ()) -> Scenario:
    """Four issues, two linkages, and everything free for both sides."""
    case = small(exchanges, opening=opening)
    first, second = (replace(stakes, instructions=()) for stakes in case.stakes)
    return replace(case, stakes=(first, second))
