"""From one package to the next: every package that differs in one clause, or in two, with both worths.

Nothing is looked up in a graph of packages, which could not be stored: the worths of a neighbour are the worths
here and the difference its clauses make. One clause of 30 with 5 options: 120 neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bargaining.space import Space, Worths
from game.bargaining.steps import Step, TiedSteps

Neighbour = tuple[int, int, int, int]
"""A clause's place, the option it changes to, and the worth of the package then, to both parties."""


def one_clause_away(space: Space, here: bytes, worths: Worths | None = None) -> list[Neighbour]:
    """Every package that differs from ``here`` in one clause and can stand, in clause and option order.

    ``worths`` of ``here`` may be given where they are known.
    """
    u, v = worths or space.worth(here)
    found: list[Neighbour] = []
    for place, (option, steps, tied) in enumerate(zip(here, space.steps, space.tied_steps, strict=True)):
        near = steps[option] if tied is None else _tied(tied, here, option)
        found += [(place, to, u + a, v + b) for to, a, b in near]
    return found


def steps_of(space: Space, here: bytes, place: int) -> Sequence[Step]:
    """The steps of one clause that can stand, with what its ties add, the other clauses being as in ``here``."""
    tied = space.tied_steps[place]
    return space.steps[place][here[place]] if tied is None else _tied(tied, here, here[place])


def _tied(tied: TiedSteps, here: bytes, option: int) -> Sequence[Step]:
    """The steps of a tied clause: under its first tie they are known, further ties add to them or forbid them."""
    found: Sequence[Step] = tied.known[here[tied.other]][option]
    for other, changes in tied.more:
        added = changes[here[other]][option]
        found = [(to, a + then[0], b + then[1]) for to, a, b in found if (then := added[to])]
    return found


Pair = tuple[tuple[int, int], tuple[int, int], int, int]
"""Two changes, each a clause's place and the option it changes to, and what they add to either worth together."""


def two_clauses_away(space: Space, here: bytes) -> Iterator[Pair]:
    """Every pair of changes to two clauses that leads to a package that can stand, with what it adds to both worths.

    A change that could not stand alone may do so with another: ties are looked at for the pair.
    """
    alone = [steps_of(space, here, place) for place in range(len(space.clauses))]
    near = [dict(ties) for ties in space.tied]
    for left in range(len(space.clauses)):
        for right in range(left + 1, len(space.clauses)):
            if right in near[left]:
                yield from _tied_pairs(space, here, left, right)
                continue
            for one, a, b in alone[left]:
                for two, c, d in alone[right]:
                    yield (left, one), (right, two), a + c, b + d


def _tied_pairs(space: Space, here: bytes, left: int, right: int) -> Iterator[Pair]:
    """The pairs of changes of two clauses that are tied to each other."""
    u, v = space.worth(here)
    for one, _, _ in space.steps[left][here[left]]:
        for two, _, _ in space.steps[right][here[right]]:
            there = bytearray(here)
            there[left], there[right] = one, two
            if space.stands(bytes(there)):
                worths = space.worth(bytes(there))
                yield (left, one), (right, two), worths[0] - u, worths[1] - v
