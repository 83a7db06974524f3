"""Who tries a scenario out: the counterpart's levels, the baselines, those who wait, and those who try a trick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from game.engine.scenario import Scenario
from game.simulate.runner import Seating
from game.simulate.series import Series

LEVELS = ("apprentice", "counterpart", "master")
"""Those who plan a settlement, argue and ask home: their games stand for what players do."""
BASELINES = ("boulware", "linear", "conceder", "tit-for-tat")
"""Those who concede by the clock, or step for step."""
WAITING = ("last-minute", "limits-at-the-last", "repeat-last", "stonewaller")
"""Those who give nothing until the last speech, or never."""
TRICKS = (
    *("accept-first", "limits-at-once", "split-the-difference", "retract-and-reoffer", "one-issue-at-a-time"),
    *("mirror", "salami", "argument-spam", "question-spam", "link-spam", "reserve-everything", "threaten-to-rise"),
)
"""Those who do one thing all the time."""
NEVER = ("repeat-last", "threaten-to-rise")
"""Those of them who accept nothing, or break off."""
REASONED = (*LEVELS, *BASELINES)
"""Those who table what they want for a reason."""

Table = tuple[tuple[str, str], int]
"""The delegates in the first and the second chair, and how much of the field they are."""


def tables() -> Iterator[Table]:
    """Every pair of delegates that meets, with its weight. The levels meet everybody, in both chairs."""
    yield from ((pair, 8) for pair in product(LEVELS, LEVELS))
    yield from ((pair, 1) for pair in product(BASELINES, BASELINES))
    for names, weight in ((BASELINES, 2), (WAITING, 3), (TRICKS, 2), (("random",), 4)):
        for name, level in product(names, LEVELS):
            yield (name, level), weight
            yield (level, name), weight
    yield ("random", "random"), 30


def shared(games: int) -> tuple[int, ...]:
    """So many games shared out among the tables by weight, in their order; the sum is ``games``.

    >>> sum(shared(1000)), min(shared(1000)), max(shared(10))
    (1000, 2, 1)
    """
    weights = [weight for _, weight in tables()]
    whole, counts, passed = sum(weights), [], 0
    for weight in weights:
        counts.append((passed + weight) * games // whole - passed * games // whole)
        passed += weight
    return tuple(counts)


def all_series(scenario: Scenario, games: int, seed: int) -> Sequence[Series]:
    """The games to be played, table by table; a table that gets none is left out."""
    parties = [party.id for party in scenario.agenda.parties]
    return [
        Series(scenario, Seating(((parties[0], pair[0]), (parties[1], pair[1]))), count, seed)
        for (pair, _), count in zip(tables(), shared(games), strict=True)
        if count
    ]
