"""How far a verdict hangs on the author's numbers: judged again under many weightings the evidence allows as well.

What the sources support is order, not size: which option of an issue a side would rather have, and which issues it
cared for more. A weighting keeps both orders and draws everything else: the issues' weights evenly from all that
keep their order (as in Butler, Jia and Dyer 1997, and SMAA, Lahdelma and others 1998), the values of an issue's
middle options evenly between its worst and its best, the linkages' points between nothing and twice the author's,
and the reservations a given number of points either way. Issues an author weighs alike may come in either order.
The draws come from a seed; the interval is Wilson's (1927), at 95 per cent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import log, sqrt
from random import Random

from game.bargaining.elimination import Plan, plan
from game.bargaining.frontier import ROWS_AT_MOST, Frontier, exact, frontier
from game.bargaining.solutions import ideal_of, shares_of, zone_of
from game.bargaining.space import Clause, Space, Tie, Worths
from game.engine.package import Package

BEST = 1000
"""What the issues' best options add up to, for each party, in every weighting."""
NORMAL_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Trials:
    """How many weightings are drawn, from which seed, and how uncertain the reservations are, in points either way."""

    draws: int = 200
    seed: int = 1945
    reservations: int = 100
    progress: Callable[[int], None] | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """In how many weightings a verdict held, with a 95 per cent interval for the share (0 to 1)."""

    held: int
    draws: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share of weightings in which it held."""
        return self.held / self.draws


def wilson(held: int, draws: int) -> Share:
    """A share with Wilson's score interval. ``draws`` is at least 1.

    >>> one = wilson(81, 100)
    >>> round(one.low, 3), round(one.high, 3)
    (0.722, 0.875)
    """
    share, square = held / draws, NORMAL_95**2
    middle = (share + square / (2 * draws)) / (1 + square / draws)
    half = NORMAL_95 / (1 + square / draws) * sqrt(share * (1 - share) / draws + square / (4 * draws**2))
    return Share(held, draws, max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True)
class Weighting:
    """One weighting of a space, with its frontier and zone worked out when a verdict asks for them."""

    space: Space
    plan: Plan

    @cached_property
    def frontier(self) -> Frontier:
        """The frontier under this weighting."""
        return exact(self.space, self.plan) if self.plan.rows <= ROWS_AT_MOST else frontier(self.space)

    @cached_property
    def zone(self) -> tuple[Worths, ...]:
        """The frontier's points worth at least no agreement to both, under this weighting."""
        return zone_of(self.frontier)


Verdict = Callable[[Weighting], bool]


def judge(
    space: Space,
    verdicts: Mapping[str, Verdict],
    trials: Trials,
    narrowed: Callable[[Space], Space] = lambda drawn: drawn,
) -> dict[str, Share]:
    """In what share of weightings each verdict holds.

    Weightings are drawn for ``space``, the whole of it; each verdict is put to the part ``narrowed`` makes of it.
    Nothing is said where no weighting is to be drawn.
    """
    if not trials.draws:
        return {}
    chosen = plan(narrowed(space))
    held = dict.fromkeys(verdicts, 0)
    for number, drawn in enumerate(weightings(space, trials), 1):
        weighting = Weighting(narrowed(drawn), chosen)
        for name, verdict in verdicts.items():
            held[name] += verdict(weighting)
        if trials.progress is not None:
            trials.progress(number)
    return {name: wilson(count, trials.draws) for name, count in held.items()}


def weightings(space: Space, trials: Trials) -> Iterator[Space]:
    """So many weightings of a space that keep the author's orders; the same for the same seed."""
    chance = Random(trials.seed)
    for _ in range(trials.draws):
        yield weighted(space, chance, trials.reservations)


def weighted(space: Space, chance: Random, doubt: int) -> Space:
    """One weighting of a space that keeps, for each party, the order of its options and of its issues."""
    first, second = (_side(space, side, chance) for side in (0, 1))
    clauses = tuple(
        replace(clause, points=tuple(zip(mine, theirs, strict=True)))
        for clause, mine, theirs in zip(space.clauses, first, second, strict=True)
    )
    ties = tuple(_stretched(tie, (chance.uniform(0, 2), chance.uniform(0, 2))) for tie in space.ties)
    reservations = tuple(min(BEST, max(0, one + chance.randint(-doubt, doubt))) for one in space.reservations)
    return replace(space, clauses=clauses, ties=ties, reservations=(reservations[0], reservations[1]))


def _side(space: Space, side: int, chance: Random) -> list[list[int]]:
    """Points for one party, clause by clause."""
    tops = [max((points[side] for points in clause.points), default=0) for clause in space.clauses]
    weights = _in_order(tops, chance)
    return [_values(clause, side, weight * BEST, chance) for clause, weight in zip(space.clauses, weights, strict=True)]


def _in_order(tops: list[int], chance: Random) -> list[float]:
    """Weights adding up to 1 in the order of ``tops``, even over all such weights; nothing where the top is nothing."""
    caring = [place for place, top in enumerate(tops) if top > 0]
    drawn = sorted(-log(1.0 - chance.random()) for _ in caring)
    total = sum(drawn) or 1.0
    ranked = sorted(caring, key=lambda place: (tops[place], chance.random()))
    weights = [0.0] * len(tops)
    for place, weight in zip(ranked, drawn, strict=True):
        weights[place] = weight / total
    return weights


def _values(clause: Clause, side: int, best: float, chance: Random) -> list[int]:
    """Points for the options of one clause, the best of them about ``best``: equals stay equal, the order stays.

    Whole points, and at least one apart where the author has them apart.
    """
    levels = sorted({points[side] for points in clause.points})
    if not levels:
        return []
    lowest = levels[0] / levels[-1] if levels[-1] else 1.0
    middles = sorted(chance.random() for _ in levels[1:-1])
    shares = [lowest, *(lowest + (1 - lowest) * middle for middle in middles), 1.0]
    value: dict[int, int] = {}
    for level, share in zip(levels, shares, strict=False):
        value[level] = max(round(best * share), 1 + max(value.values(), default=-1))
    return [value[points[side]] for points in clause.points]


def _stretched(tie: Tie, factors: tuple[float, float]) -> Tie:
    rows = (
        tuple(None if one is None else (round(one[0] * factors[0]), round(one[1] * factors[1])) for one in row)
        for row in tie.effects
    )
    return replace(tie, effects=tuple(rows))


def zone_exists(weighting: Weighting) -> bool:
    """Whether some settlement is worth at least no agreement to both."""
    return bool(weighting.zone)


def acceptable(package: Package) -> Verdict:
    """Whether a package is worth at least no agreement to both."""

    def verdict(weighting: Weighting) -> bool:
        first, second = weighting.space.worth(weighting.space.settlement(package))
        return first >= weighting.space.reservations[0] and second >= weighting.space.reservations[1]

    return verdict


def efficient(package: Package) -> Verdict:
    """Whether nothing is better than a package for both, or better for one at no cost to the other."""

    def verdict(weighting: Weighting) -> bool:
        return not weighting.frontier.beats(weighting.space.worth(weighting.space.settlement(package)))

    return verdict


def favours(package: Package, side: int) -> Verdict:
    """Whether a package gives one side (0 or 1) the larger share of its ideal gain; never without a zone."""

    def verdict(weighting: Weighting) -> bool:
        ideal = ideal_of(weighting.zone)
        if ideal is None:
            return False
        worths: Worths = weighting.space.worth(weighting.space.settlement(package))
        shares = shares_of(worths, weighting.space.reservations, ideal)
        return shares[side] > shares[1 - side]

    return verdict
