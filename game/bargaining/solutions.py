"""The points of a frontier that bargaining theory names, exactly, with the packages that reach them.

Zone: the points worth at least no agreement to both. Within it, Nash (1950): the largest product of gains over no
agreement. Kalai and Smorodinsky (1975): the largest equal share of the ideal gains, where a party's ideal gain is
the most it gains anywhere in the zone; with separate packages shares can seldom be equal, so the point is the one
whose smaller share is largest, and among those the one whose larger share is largest. (Taking the smallest
*difference* of shares instead is another rule, and gives other points.) Egalitarian (Kalai 1977): the largest
smaller gain, then the largest larger one. Welfare: the largest sum.

Nash and Kalai-Smorodinsky do not change when a party's scale is stretched. Egalitarian and welfare compare points
across the parties, which nothing in a scenario licenses: they are given because books give them, and are no score.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from game.bargaining.frontier import Frontier
from game.bargaining.space import Worths
from game.engine.package import Package
from game.slim import dataclass

Score = int | list[int]
"""How a rule ranks a point: a number, or the smaller number and then the larger."""
RULES = ("Nash", "Kalai–Smorodinsky", "egalitarian", "welfare")


@dataclass(frozen=True, slots=True)
class Solution:
    """A rule's choice: every point it finds best (more than one where they tie), each with a package."""

    rule: str
    points: tuple[Worths, ...]
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """What a frontier has to offer two parties with these reservations.

    ``zone`` are the frontier's points that both prefer to no agreement or hold equal to it; empty: there is none.
    ``ideal`` is the most each party could have in the zone. The four rules are None without a zone.
    """

    zone: tuple[Worths, ...]
    ideal: Worths | None
    nash: Solution | None
    kalai_smorodinsky: Solution | None
    egalitarian: Solution | None
    welfare: Solution | None

    @property
    def rules(self) -> tuple[Solution, ...]:
        """The rules that have an answer."""
        four = (self.nash, self.kalai_smorodinsky, self.egalitarian, self.welfare)
        return tuple(one for one in four if one is not None)


def zone_of(frontier: Frontier) -> tuple[Worths, ...]:
    """The frontier's points worth at least no agreement to both, by rising worth to the first party."""
    first, second = frontier.space.reservations
    return tuple([point for point in frontier.points if point[0] >= first and point[1] >= second])


def ideal_of(zone: tuple[Worths, ...]) -> Worths | None:
    """The most each party could have in a zone, though not both at once; None where there is no zone."""
    return (zone[-1][0], zone[0][1]) if zone else None


def solve(frontier: Frontier) -> Solutions:
    """The zone and the four rules' choices for a frontier, with the reservations of its space."""
    least = frontier.space.reservations
    zone = zone_of(frontier)
    ideal = ideal_of(zone)
    if ideal is None:
        return Solutions((), None, None, None, None, None)
    gains = [(first - least[0], second - least[1]) for first, second in zone]
    places = (
        _best([first * second for first, second in gains]),
        _best([sorted(pair) for pair in _weighed(gains, (ideal[0] - least[0], ideal[1] - least[1]))]),
        _best([sorted(pair) for pair in gains]),
        _best([first + second for first, second in zone]),
    )
    packages = _packages(frontier, zone, sorted({place for best in places for place in best}))
    nash, kalai_smorodinsky, egalitarian, welfare = (
        Solution(rule, tuple([zone[place] for place in best]), tuple([packages[place] for place in best]))
        for rule, best in zip(RULES, places, strict=True)
    )
    return Solutions(zone, ideal, nash, kalai_smorodinsky, egalitarian, welfare)


def _best(scores: Sequence[Score]) -> list[int]:
    """The places of the highest score."""
    best = max(scores)
    return [place for place, score in enumerate(scores) if score == best]


def _weighed(gains: list[Worths], ideal: Worths) -> list[Worths]:
    """The shares of an ideal gain, times the same whole number for both, so that they compare without fractions."""
    first, second = ideal
    return [(a * (second or 1) if first else second or 1, b * (first or 1) if second else first or 1) for a, b in gains]


def _packages(frontier: Frontier, zone: tuple[Worths, ...], places: list[int]) -> dict[int, Package]:
    """The packages that reach these points of the zone, by their places in it."""
    start = frontier.points.index(zone[0])
    found = frontier.settlements_at([start + place for place in places])
    return {place: frontier.space.package(one) for place, one in zip(places, found, strict=True)}


def shares_of(point: Worths, least: Worths, ideal: Worths) -> tuple[Fraction, Fraction]:
    """What share of its ideal gain each party has at a point. A party that can gain nothing has all of it.

    >>> shares_of((600, 500), (400, 400), (800, 600))
    (Fraction(1, 2), Fraction(1, 2))
    """
    first, second = (
        Fraction(have - low, most - low) if most > low else Fraction(1)
        for have, low, most in zip(point, least, ideal, strict=True)
    )
    return first, second
