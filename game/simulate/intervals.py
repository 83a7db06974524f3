"""How sure a figure is: 95 per cent intervals for shares and for means, and a p value by permutation.

Shares: Wilson's score interval (1927), as in ``bargaining.sensitivity``. Means: Student's t (1908), its quantile by
the expansion about the normal one (Abramowitz and Stegun, 26.7.5) rather than from a library. Differences between
paired games: Fisher's permutation of signs (1935), drawn from a seed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from statistics import NormalDist, fmean, stdev

from game.bargaining.sensitivity import Share, wilson
from game.slim import dataclass

LEVEL = 0.95
"""How often an interval made this way holds the true figure."""

__all__ = ["LEVEL", "Mean", "Share", "mean", "p_value", "t_quantile", "wilson"]


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of so many values, with its interval; ``low`` and ``high`` are None for fewer than two values."""

    value: float
    count: int
    low: float | None
    high: float | None

    @property
    def half(self) -> float:
        """Half the interval's width; 0.0 where there is none."""
        return 0.0 if self.high is None else self.high - self.value


def mean(values: Sequence[float]) -> Mean | None:
    """The mean with Student's t interval; None of no values. It takes them for independent.

    >>> one = mean([1.0, 2.0, 3.0])
    >>> round(one.low, 3), round(one.high, 3)
    (-0.484, 4.484)
    """
    if not values:
        return None
    middle = fmean(values)
    if len(values) < 2:
        return Mean(middle, 1, None, None)
    half = t_quantile(len(values) - 1) * stdev(values, middle) / math.sqrt(len(values))
    return Mean(middle, len(values), middle - half, middle + half)


def t_quantile(freedom: int) -> float:
    """The factor of a two-sided 95 per cent interval for so many degrees of freedom, at least 1; off by under 0.005.

    >>> round(t_quantile(9), 3)
    2.262
    """
    tail = 1 - LEVEL
    if freedom == 1:
        return 1 / math.tan(tail * math.pi / 2)
    if freedom == 2:
        return math.sqrt(2 / (tail * (2 - tail)) - 2)
    x = NormalDist().inv_cdf(1 - tail / 2)
    terms = (
        x,
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return math.fsum(term / freedom**power for power, term in enumerate(terms))


def p_value(differences: Sequence[float], draws: int = 10_000, seed: int = 1945) -> float:
    """How likely a mean difference as far from nought would be if each pair's sign were chance: above 0.0, at most 1.0.

    Of ``draws`` random choices of signs; the observed one counts among them, so it is never quite 0.
    """
    moved = [one for one in differences if one]
    observed = abs(sum(moved))
    chance = Random(seed)
    as_far = sum(
        abs(sum(one if chance.random() < 0.5 else -one for one in moved)) >= observed - 1e-12 for _ in range(draws)
    )
    return (as_far + 1) / (draws + 1)
