"""From one package to the next: every package that differs in one clause, or in two, with both worths.

Nothing is looked up in a graph of packages, which could not be stored: the worths of a neighbour are the worths
here and the difference its clauses make. One clause of 30 with 5 options: 120 neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bargaining.space import NOTHING, Effect, Space, Step, Worths

Neighbour = tuple[int, int, int, int]
"""A clause's place, the option it changes to, and the worth of the package then, to both parties."""


def one_clause_away(space: Space, here: bytes, worths: Worths | None = None) -> list[Neighbour]:
    """Every package that differs from ``here`` in one clause and can stand, in clause and option order.

    ``worths`` of ``here`` may be given where they are known.
    """
    u, v = worths or space.worth(here)
    found: list[Neighbour] = []
    for place, (option, steps, ties) in enumerate(zip(here, space.steps, space.tied, strict=True)):
        if ties:
            found += [(place, to, u + a, v + b) for to, a, b in tied_steps(space, here, place)]
        else:
            found += [(place, to, u + a, v + b) for to, a, b in steps[option]]
    return found


def tied_steps(space: Space, here: bytes, place: int) -> list[Step]:
    """The steps of one clause that can stand, with what its ties add, the other clauses being as in ``here``."""
    added = _added(space, here, place)
    now = added[here[place]] or NOTHING
    first, second = now
    found = []
    for to, a, b in space.steps[place][here[place]]:
        then = added[to]
        if then is not None:
            found.append((to, a + then[0] - first, b + then[1] - second))
    return found


def _added(space: Space, here: bytes, place: int) -> Sequence[Effect]:
    """What a clause's ties add for each of its options, the other clauses being as in ``here``."""
    added: Sequence[Effect] = ()
    for other, effects in space.tied[place]:
        row = effects[here[other]]
        if not added:
            added = row
            continue
        pairs = zip(added, row, strict=True)
        added = [None if one is None or two is None else (one[0] + two[0], one[1] + two[1]) for one, two in pairs]
    return added


Pair = tuple[tuple[int, int], tuple[int, int], int, int]
"""Two changes, each a clause's place and the option it changes to, and what they add to either worth together."""


def two_clauses_away(space: Space, here: bytes) -> Iterator[Pair]:
    """Every pair of changes to two clauses that leads to a package that can stand, with what it adds to both worths.

    A change that could not stand alone may do so with another: ties are looked at for the pair.
    """
    alone = [_all_steps(space, here, place) for place in range(len(space.clauses))]
    near = [dict(ties) for ties in space.tied]
    for left in range(len(space.clauses)):
        for right in range(left + 1, len(space.clauses)):
            if right in near[left]:
                yield from _tied_pairs(space, here, left, right)
                continue
            for one, a, b in alone[left]:
                for two, c, d in alone[right]:
                    yield (left, one), (right, two), a + c, b + d


def _all_steps(space: Space, here: bytes, place: int) -> list[Step]:
    return tied_steps(space, here, place) if space.tied[place] else list(space.steps[place][here[place]])


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
