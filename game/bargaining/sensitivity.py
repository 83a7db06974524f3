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
from dataclasses import replace
from functools import cached_property
from math import log, sqrt
from random import Random

from game.bargaining.elimination import Plan, plan
from game.bargaining.frontier import ROWS_AT_MOST, Frontier, exact, frontier
from game.bargaining.solutions import ideal_of, shares_of, zone_of
from game.bargaining.space import Clause, Space, Tie, Worths
from game.engine.package import Package
from game.slim import dataclass

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


@dataclass(frozen=True, slots=True)
class Case:
    """Verdicts to be judged on a part of a space: what ``narrowed`` makes of the whole."""

    narrowed: Callable[[Space], Space]
    verdicts: Mapping[str, Verdict]


def judge(space: Space, verdicts: Mapping[str, Verdict], trials: Trials) -> dict[str, Share]:
    """In what share of weightings each verdict on a space holds."""
    return judge_all(space, {"": Case(lambda drawn: drawn, verdicts)}, trials)[""]


def judge_all(space: Space, cases: Mapping[str, Case], trials: Trials) -> dict[str, dict[str, Share]]:
    """In what share of weightings the verdicts of each case hold; the cases share the weightings.

    Weightings are drawn for ``space``, the whole of it. Nothing is said where no weighting is to be drawn.
    """
    if not trials.draws:
        return {name: {} for name in cases}
    plans = {name: plan(case.narrowed(space)) for name, case in cases.items()}
    held = {name: dict.fromkeys(case.verdicts, 0) for name, case in cases.items()}
    for number, drawn in enumerate(weightings(space, trials), 1):
        for name, case in cases.items():
            weighting = Weighting(case.narrowed(drawn), plans[name])
            for verdict, holds in case.verdicts.items():
                held[name][verdict] += holds(weighting)
        if trials.progress is not None:
            trials.progress(number)
    return {
        name: {verdict: wilson(count, trials.draws) for verdict, count in counts.items()}
        for name, counts in held.items()
    }


def weightings(space: Space, trials: Trials) -> Iterator[Space]:
    """So many weightings of a space that keep the author's orders; the same for the same seed."""
    orders = (_Order(space, 0), _Order(space, 1))
    chance = Random(trials.seed)
    for _ in range(trials.draws):
        yield _weighted(space, orders, chance, trials.reservations)


def _weighted(space: Space, orders: tuple[_Order, _Order], chance: Random, doubt: int) -> Space:
    """One weighting of a space that keeps, for each party, the order of its options and of its issues."""
    first, second = (order.drawn(chance) for order in orders)
    clauses = tuple(
        Clause(clause.issue, clause.options, tuple(zip(mine, theirs, strict=True)))
        for clause, mine, theirs in zip(space.clauses, first, second, strict=True)
    )
    ties = tuple(_stretched(tie, (chance.uniform(0, 2), chance.uniform(0, 2))) for tie in space.ties)
    reservations = tuple(min(BEST, max(0, one + chance.randint(-doubt, doubt))) for one in space.reservations)
    return replace(space, clauses=clauses, ties=ties, reservations=(reservations[0], reservations[1]))


class _Order:
    """What one party's points say of order: of the options of each clause, and of the clauses by their best option."""

    def __init__(self, space: Space, side: int) -> None:
        points = [[one[side] for one in clause.points] for clause in space.clauses]
        self._levels = [sorted(set(one)) for one in points]
        self._ranks = [[levels.index(value) for value in one] for one, levels in zip(points, self._levels, strict=True)]
        self._tops = [levels[-1] if levels else 0 for levels in self._levels]
        self._caring = [place for place, top in enumerate(self._tops) if top > 0]

    def drawn(self, chance: Random) -> list[list[int]]:
        """Points for the party, clause by clause."""
        weights = self._weights(chance)
        return [
            [values[rank] for rank in ranks]
            for ranks, values in zip(
                self._ranks,
                [_values(levels, weight * BEST, chance) for levels, weight in zip(self._levels, weights, strict=True)],
                strict=True,
            )
        ]

    def _weights(self, chance: Random) -> list[float]:
        """Weights adding up to 1 in the order of the tops, even over all such; nothing where a top is nothing."""
        drawn = sorted(-log(1.0 - chance.random()) for _ in self._caring)
        total = sum(drawn) or 1.0
        ranked = sorted(self._caring, key=lambda place: (self._tops[place], chance.random()))
        weights = [0.0] * len(self._tops)
        for place, weight in zip(ranked, drawn, strict=True):
            weights[place] = weight / total
        return weights


def _values(levels: list[int], best: float, chance: Random) -> list[int]:
    """Points for the levels of one clause, the highest about ``best``.

    Whole points, and at least one apart where the author has them apart.
    """
    lowest = levels[0] / levels[-1] if levels and levels[-1] else 1.0
    shares = [
        lowest,
        *(lowest + (1 - lowest) * middle for middle in sorted(chance.random() for _ in levels[1:-1])),
        1.0,
    ]
    values: list[int] = []
    for _, share in zip(levels, shares, strict=False):
        least = values[-1] + 1 if values else 0
        values.append(max(round(best * share), least))
    return values


def _stretched(tie: Tie, factors: tuple[float, float]) -> Tie:
    first, second = factors
    rows = [tuple([one and (round(one[0] * first), round(one[1] * second)) for one in row]) for row in tie.effects]
    return Tie(tie.left, tie.right, tuple(rows))


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


def refused(package: Package, side: int) -> Verdict:
    """Whether a package, whatever else is settled, is worth less than no agreement to one side (0 or 1)."""
    chosen = dict(package.items)

    def verdict(weighting: Weighting) -> bool:
        space = weighting.space
        kept = [
            [clause.options.index(chosen[clause.issue])] if clause.issue in chosen else list(range(len(clause.options)))
            for clause in space.clauses
        ]
        best = sum(
            max(clause.points[option][side] for option in options)
            for clause, options in zip(space.clauses, kept, strict=True)
        )
        for tie in space.ties:
            effects = [tie.effects[a][b] for a in kept[tie.left] for b in kept[tie.right]]
            best += max((effect[side] for effect in effects if effect), default=0)
        return best < space.reservations[side]

    return verdict
