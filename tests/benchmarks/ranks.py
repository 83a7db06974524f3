"""Rank correlation of two rows of figures: Kendall's tau-b (1945) and Spearman's rho, both with ties."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations

Pairs = Callable[[int, int], bool]
"""Whether the items of these two places are to be compared."""


def every(_: int, __: int) -> bool:
    """All pairs."""
    return True


def kendall(first: Sequence[float], second: Sequence[float], compared: Pairs = every) -> float | None:
    """Tau-b over the pairs to be compared, from -1.0 to 1.0; None where one of the rows has nothing but ties there."""
    agree = ties_first = ties_second = pairs = 0
    for one, other in combinations(range(len(first)), 2):
        if compared(one, other):
            left, right = _sign(first[one] - first[other]), _sign(second[one] - second[other])
            pairs += 1
            agree += left * right
            ties_first += not left
            ties_second += not right
    whole = math.sqrt((pairs - ties_first) * (pairs - ties_second))
    return agree / whole if whole else None


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's correlation of the ranks, ties sharing their mean rank; None where one of the rows is all ties."""
    left, right = _ranks(first), _ranks(second)
    middle = (len(first) + 1) / 2
    spread = math.sqrt(sum((a - middle) ** 2 for a in left) * sum((b - middle) ** 2 for b in right))
    return sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True)) / spread if spread else None


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _ranks(row: Sequence[float]) -> list[float]:
    """The rank of each item, from 1 for the least."""
    return [sum(other < one for other in row) + (sum(other == one for other in row) + 1) / 2 for one in row]
