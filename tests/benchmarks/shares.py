"""A share counted out of some cases, with its 95 per cent interval (Wilson 1927)."""

from __future__ import annotations

import math
from dataclasses import dataclass

Z = 1.959964
"""The normal deviate that leaves 2.5 per cent on either side."""


@dataclass(frozen=True)
class Share:
    """``hits`` of ``cases``."""

    hits: int
    cases: int

    @property
    def value(self) -> float:
        """From 0.0 to 1.0; 0.0 of no cases."""
        return self.hits / self.cases if self.cases else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds of the 95 per cent Wilson score interval; 0.0 to 1.0 of no cases."""
        if not self.cases:
            return 0.0, 1.0
        n, p = self.cases, self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        reach = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, middle - reach), min(1.0, middle + reach)

    def __add__(self, other: Share) -> Share:
        return Share(self.hits + other.hits, self.cases + other.cases)

    def __str__(self) -> str:
        low, high = (100 * bound for bound in self.interval)
        return f"{self.hits} of {self.cases} = {100 * self.value:.1f} % (95 % interval {low:.1f} to {high:.1f})"
