"""A delegate's temper: what makes one game differ from another when nothing else does. Drawn once, by seed."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temper:
    """How a counterpart plays. Nothing here is a die thrown during the game.

    ``patience``: the power of time by which it gives way (1.0: evenly; more: later). ``firmness``: the share of the
    way from its reservation value to a fair settlement below which it does not go, from 0.0 to 1.0. ``courtesy``: the
    share of its own room it gives from the first, so that small things are soon out of the way. ``credit``: the share
    it will give, by the end of the clock, before it has been given anything. ``return_rate``: points it gives, at the
    end, for a point received. ``breadth``: issues it moves in one speech. ``talk``: it argues in one speech of so many.
    ``leanings``: by issue in agenda order, how much its first guess of the other side's weight is out (1.0: not).
    """

    patience: float = 2.2
    firmness: float = 0.3
    courtesy: float = 0.1
    credit: float = 0.3
    return_rate: float = 0.8
    breadth: int = 2
    talk: int = 2
    leanings: tuple[float, ...] = ()

    def leaning(self, issue: int) -> float:
        """The leaning on the issue with that number; 1.0 where there is none."""
        return self.leanings[issue] if issue < len(self.leanings) else 1.0


LEANINGS = 64
"""More than the issues of any scenario; the rest lean nowhere."""


def drawn(seed: int, party: str) -> Temper:
    """The temper of that seed and party, within bounds that leave it neither a pushover nor a wall."""
    chance = random.Random(f"temper {party} {seed}")
    return Temper(
        patience=chance.uniform(8.0, 10.0),
        firmness=chance.uniform(0.05, 0.15),
        courtesy=chance.uniform(0.06, 0.14),
        credit=chance.uniform(0.15, 0.25),
        return_rate=chance.uniform(1.0, 1.2),
        breadth=chance.choice((1, 2, 2, 3)),
        talk=chance.choice((2, 2, 3)),
        leanings=tuple(chance.uniform(0.8, 1.25) for _ in range(LEANINGS)),
    )
