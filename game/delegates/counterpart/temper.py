"""A delegate's temper: what makes one game differ from another when nothing else does. Drawn once, by seed."""

from __future__ import annotations

import random
from enum import StrEnum

from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Temper:
    """How a counterpart plays. Nothing here is a die thrown during the game.

    ``patience``: the power of time by which it gives way (1.0: evenly; more: later). ``firmness``: the share of the
    way from its reservation value to a fair settlement below which it does not go, from 0.0 to 1.0. ``courtesy``: the
    share of its own room it gives from the first, so that small things are soon out of the way. ``credit``: the share
    it will give, by the end of the clock, before it has been given anything. ``return_rate``: points it gives, at the
    end, for a point received. ``breadth``: issues it moves in one speech. ``talk``: it argues in one speech of so many.
    ``leanings``: by issue in agenda order, how much its first guess of the other side's weight is out (1.0: not).
    ``response``: points given at once, whatever the clock says, for a point received. ``attention``: how much of what
    the other side does it reads as a sign of what matters there, from 0.0 (nothing) to 1.0. ``messages``: how often in
    a sitting it may ask home.
    """

    patience: float = 2.2
    firmness: float = 0.3
    courtesy: float = 0.1
    credit: float = 0.3
    return_rate: float = 0.8
    breadth: int = 2
    talk: int = 2
    leanings: tuple[float, ...] = ()
    response: float = 0.1
    attention: float = 1.0
    messages: int = 3

    def leaning(self, issue: int) -> float:
        """The leaning on the issue with that number; 1.0 where there is none."""
        return self.leanings[issue] if issue < len(self.leanings) else 1.0


LEANINGS = 64
"""More than the issues of any scenario; the rest lean nowhere."""


class Level(StrEnum):
    """How good a player it is. What differs is patience, information and mandate."""

    APPRENTICE = "apprentice"
    DELEGATE = "delegate"
    MASTER = "master"


Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what the tempers of a level are drawn; see ``Temper``. ``guess``: how far a leaning may be out."""

    patience: Range
    firmness: Range
    courtesy: Range
    credit: Range
    return_rate: Range
    guess: Range
    response: float
    attention: float
    messages: int


LEVELS = {
    Level.APPRENTICE: Bounds((2.0, 3.0), (0.0, 0.1), (0.15, 0.25), (0.3, 0.5), (1.2, 1.4), (0.6, 1.6), 0.4, 0.0, 1),
    Level.DELEGATE: Bounds((8.0, 10.0), (0.05, 0.15), (0.06, 0.14), (0.15, 0.25), (1.0, 1.2), (0.8, 1.25), 0.1, 1.0, 3),
    Level.MASTER: Bounds((8.5, 10.5), (0.05, 0.15), (0.05, 0.12), (0.15, 0.25), (1.0, 1.1), (0.9, 1.1), 0.05, 1.0, 3),
}
"""An apprentice gives way evenly, reads nothing in what the other side does, and may ask home once a sitting; a master
waits longest, starts from the best guess and gives least for what comes of itself."""


def drawn(seed: int, party: str, level: Level = Level.DELEGATE) -> Temper:
    """The temper of that seed and party, within the bounds of the level."""
    chance = random.Random(f"temper {party} {seed}")
    within = LEVELS[level]
    return Temper(
        patience=chance.uniform(*within.patience),
        firmness=chance.uniform(*within.firmness),
        courtesy=chance.uniform(*within.courtesy),
        credit=chance.uniform(*within.credit),
        return_rate=chance.uniform(*within.return_rate),
        breadth=chance.choice((1, 2, 2, 3)),
        talk=chance.choice((2, 2, 3)),
        leanings=tuple(chance.uniform(*within.guess) for _ in range(LEANINGS)),
        response=within.response,
        attention=within.attention,
        messages=within.messages,
    )
