"""A frontier with a certificate, for linkages too many to settle together.

Two frontiers are made that are each exact for an easier space. *Above*: the linkages that make the space hard are
replaced by the best they could do for either party, so no settlement of the space lies beyond this frontier (the
relaxation of Dechter and Rish's mini-buckets, 2003). *Below*: the clauses at one end of those linkages are fixed,
for the combinations that the frontier above suggests, and what remains is settled exactly (conditioning on a
cutset, Pearl 1988); these are settlements that do exist. The slack is the distance between the two, measured,
not estimated: the least number of points by which, added for both parties, the points below reach all those above.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from game.bargaining.elimination import merge, plan
from game.bargaining.frontier import Frontier, exact
from game.bargaining.space import NOTHING, Space, Tie, Worths

COMBINATIONS_TRIED = 24
"""Ways of fixing the cutset, the most suggested first."""


def approximate(space: Space, rows: int) -> Frontier:
    """A frontier of settlements that exist, and its slack; None for a slack when no settlement was found."""
    kept, loose = _loosened(space, rows)
    above = exact(_optimistic(space, kept, loose), plan(replace(space, ties=kept)))
    made = [merge(space, plan(space, fixed)) for fixed in _suggested(above, loose)]
    points = _undominated([point for one in made for point in one.points])
    slack = _distance(above.points, points)
    return Frontier(space, points, plan(space).width, slack, tuple(made))


def _loosened(space: Space, rows: int) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
    """The ties that are kept and those let go, the least weighty first, until what is kept is easy enough."""
    kept = sorted(space.ties, key=_weight)
    loose: list[Tie] = []
    while plan(replace(space, ties=tuple(kept))).rows > rows:
        loose.append(kept.pop(0))
    return tuple(sorted(kept, key=lambda tie: (tie.left, tie.right))), tuple(loose)


def _weight(tie: Tie) -> tuple[bool, int, int, int]:
    """Bans weigh more than points, more points more than few."""
    return (
        tie.bans,
        sum(abs(u) + abs(v) for row in tie.effects for u, v in [e or NOTHING for e in row]),
        tie.left,
        tie.right,
    )


def _optimistic(space: Space, kept: tuple[Tie, ...], loose: tuple[Tie, ...]) -> Space:
    """The space with each loose tie doing, for every option of its left clause, the best it could for either party."""
    clauses = list(space.clauses)
    for tie in loose:
        clause = clauses[tie.left]
        points = []
        for (first, second), row in zip(clause.points, tie.effects, strict=True):
            possible = [effect for effect in row if effect is not None] or [NOTHING]
            points.append((first + max(u for u, _ in possible), second + max(v for _, v in possible)))
        clauses[tie.left] = replace(clause, points=tuple(points))
    return replace(space, clauses=tuple(clauses), ties=kept)


def _suggested(above: Frontier, loose: tuple[Tie, ...]) -> list[dict[int, int]]:
    """Options for the clauses at one end of every loose tie, as the points above have them, the commonest first."""
    cutset = _cutset(loose)
    counted = Counter(tuple(one[place] for place in cutset) for one in above.settlements)
    commonest = sorted(counted, key=lambda fixed: (-counted[fixed], fixed))[:COMBINATIONS_TRIED]
    return [dict(zip(cutset, fixed, strict=True)) for fixed in commonest]


def _cutset(loose: tuple[Tie, ...]) -> tuple[int, ...]:
    """Clauses that touch every loose tie: the one that touches most, again and again."""
    left = list(loose)
    chosen = []
    while left:
        touched = Counter(place for tie in left for place in (tie.left, tie.right))
        place = min(touched, key=lambda one: (-touched[one], one))
        chosen.append(place)
        left = [tie for tie in left if place not in (tie.left, tie.right)]
    return tuple(chosen)


def _undominated(points: list[Worths]) -> tuple[Worths, ...]:
    """The points none of the others matches or beats, once each, by rising worth to the first party."""
    kept: list[Worths] = []
    for point in sorted(set(points), reverse=True):
        if not kept or point[1] > kept[-1][1]:
            kept.append(point)
    return tuple(reversed(kept))


def _distance(above: tuple[Worths, ...], below: tuple[Worths, ...]) -> int | None:
    """The least number of points that, added to both worths of those below, reaches every point above."""
    if not below:
        return 0 if not above else None
    return max((min(max(a - u, b - v, 0) for u, v in below) for a, b in above), default=0)
