"""How far a settlement lies from the best both sides could have signed: an exact bound, merged issue by issue.

Sums of points only: linkages are left out, so that a settlement that breaks none and sweetens some may lie beyond it.
"""

from __future__ import annotations

from functools import cache

from game.engine.party import Latitude
from game.engine.scenario import Scenario
from game.engine.state import State
from game.slim import dataclass

Point = tuple[int, int]
"""The worth of a settlement to the first and to the second party, each on its own scale."""
Menu = tuple[Point, ...]
"""The worths of the options of one issue."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The undominated worths, from the first party's worst to its best."""

    points: tuple[Point, ...]

    def unclaimed(self, worths: Point) -> float:
        """The share of the frontier's extent that both sides could have gained over ``worths``; 0.0 on the frontier.

        The largest share that can be added to both sides at once, each in terms of what lies between its own worst
        and best undominated worth.
        """
        first = max(1, self.points[-1][0] - self.points[0][0])
        second = max(1, self.points[0][1] - self.points[-1][1])
        return max(0.0, max(min((a - worths[0]) / first, (b - worths[1]) / second) for a, b in self.points))


def bound(menus: tuple[Menu, ...]) -> Bound:
    """The undominated sums of one option from each issue.

    >>> bound((((0, 3), (2, 2), (1, 2)), ((0, 0), (5, 0)))).points
    ((5, 3), (7, 2))
    """
    best: dict[int, int] = {0: 0}
    for menu in menus:
        best = _undominated(_sums(best, menu))
    return Bound(tuple(sorted(best.items())))


def _sums(best: dict[int, int], menu: Menu) -> dict[int, int]:
    sums: dict[int, int] = {}
    for first, second in best.items():
        for mine, theirs in menu:
            if sums.get(first + mine, -1) < second + theirs:
                sums[first + mine] = second + theirs
    return sums


def _undominated(sums: dict[int, int]) -> dict[int, int]:
    kept: dict[int, int] = {}
    highest = -1
    for first in sorted(sums, reverse=True):
        if sums[first] > highest:
            highest = sums[first]
            kept[first] = highest
    return kept


def signable(state: State) -> tuple[Menu, ...]:
    """By issue, the worths of what both sides' instructions, as they stood at the end, let them sign.

    What was agreed counts as signable. An issue on which they have nothing in common stays out.
    """
    scenario = state.scenario
    menus = []
    for place, (issue, standing) in enumerate(zip(scenario.agenda.issues, state.table, strict=True)):
        agreed = standing.agreement.option if standing.agreement else None
        rows = [instructions[place] for instructions in state.instructions]
        menu = tuple(
            _worths(scenario, place, level)
            for level, option in enumerate(issue.options)
            if option.id == agreed or all(row[level].rank < Latitude.ASK.rank for row in rows)
        )
        if menu:
            menus.append(menu)
    return tuple(menus)


def everything(scenario: Scenario) -> tuple[Menu, ...]:
    """By issue, the worths of all its options, whatever the instructions."""
    return tuple(
        tuple(_worths(scenario, place, level) for level in range(len(issue.options)))
        for place, issue in enumerate(scenario.agenda.issues)
    )


def _worths(scenario: Scenario, place: int, level: int) -> Point:
    return scenario.stakes[0].points[place][level], scenario.stakes[1].points[place][level]


remembered = cache(bound)
"""``bound``, worked out once for the same menus: most games of a series end under the same instructions."""
