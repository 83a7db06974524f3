"""The Pareto frontier of a space of settlements: what can't be bettered for both, exactly, with a settlement for each.

A point is on the frontier when no settlement is worth at least as much to both parties and more to one. Exact means
exact: whole points, every point of the frontier once, nothing dominated. Only where the linkages tie too many
clauses together is the answer an approximation, and then it says how good it is (see ``relaxation``).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from game.bargaining.elimination import Merged, Plan, merge, plan
from game.bargaining.space import Space, Worths
from game.slim import dataclass

ROWS_AT_MOST = 4_000
"""Ways of settling the clauses held open at once, above which the exact answer is not attempted."""


@dataclass(frozen=True)
class Frontier:
    """The undominated worths of a space, by rising worth to the first party, so falling to the second.

    ``slack`` is 0 when the frontier is exact; else every settlement is matched by a listed point to within ``slack``
    points for each party, and the points listed are those of settlements that do exist. ``width`` is the number of
    other clauses the linkages held open together. No points: the space holds no settlement (when exact).
    """

    space: Space
    points: tuple[Worths, ...]
    width: int
    slack: int | None
    made: tuple[Merged, ...]

    @property
    def exact(self) -> bool:
        """Whether these are all the undominated worths and no others."""
        return self.slack == 0

    @cached_property
    def settlements(self) -> tuple[bytes, ...]:
        """One settlement for each point, in the points' order."""
        return self._traced(list(self.points))

    def settlements_at(self, places: Iterable[int]) -> tuple[bytes, ...]:
        """One settlement for each of these points, by place; cheaper than ``settlements`` where few are wanted."""
        if "settlements" in self.__dict__:
            return tuple([self.settlements[place] for place in places])
        return self._traced([self.points[place] for place in places])

    def _traced(self, wanted: list[Worths]) -> tuple[bytes, ...]:
        found: dict[Worths, bytes] = {}
        for made in self.made:
            found.update(made.settlements([one for one in wanted if one not in found], len(self.space.clauses)))
        return tuple([found[one] for one in wanted])

    def beats(self, worths: Worths) -> tuple[int, ...]:
        """The places of the points at least as good for both parties as ``worths``, and better for one."""
        return tuple(
            place
            for place, point in enumerate(self.points)
            if point[0] >= worths[0] and point[1] >= worths[1] and point != worths
        )


def frontier(space: Space, rows: int = ROWS_AT_MOST) -> Frontier:
    """The frontier of a space: exact while linkages need at most ``rows`` combinations at once, else with a slack."""
    chosen = plan(space)
    if chosen.rows > rows:
        from game.bargaining.relaxation import approximate

        return approximate(space, rows)
    return exact(space, chosen)


def exact(space: Space, chosen: Plan) -> Frontier:
    """The frontier by an order of elimination worked out before; nothing is approximated."""
    made = merge(space, chosen)
    return Frontier(space, made.points, chosen.width, 0, (made,))
