"""What it takes to merge frontiers: parts of a space, sums of parts, and the best of several circumstances.

There are two ways, both exact, chosen by how fine the points are: ``curves`` packs a whole range of worths into one
integer, which is fastest while the range is short; ``staircases`` lists the undominated worths, which is fastest,
and the only way, when it is long. Both follow Nemhauser and Ullmann's (1969) recursion for two criteria.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar

from game.bargaining.space import NOTHING, Worths
from game.slim import dataclass

LONGEST_CURVE = 4_000
"""The range of the first party's worths up to which curves are the faster way (measured; see the README)."""


class Part(Protocol):
    """The undominated worths of some clauses; ``top`` is the greatest to the first party."""

    top: int


P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Term(Generic[P]):
    """One way of making up a worth: a part, what is added to its worths, and another part settled along with it.

    ``along`` names that part and its own worth to the first party, which is included in ``added``.
    """

    part: P
    added: Worths = NOTHING
    along: tuple[P, int] | None = None


class Merger(Protocol[P]):
    """Makes parts whose worths run from (0, 0) upwards, and traces their points back to settlements."""

    none: P

    def options(self, place: int, worths: Iterable[tuple[int, int, int]]) -> P:
        """The part of one clause; ``worths`` are (option, first, second)."""

    def sum(self, one: P, two: P) -> P:
        """Two parts of different clauses, settled together. The part of no clause adds nothing."""

    def union(self, terms: list[Term[P]]) -> Term[P]:
        """The best of several circumstances; a single one is returned as it is."""

    def points(self, part: P) -> tuple[Worths, ...]:
        """The undominated worths of a part, by rising worth to the first party."""

    def settlements(self, root: P, points: list[Worths], clauses: int) -> list[bytes]:
        """One settlement, of so many clauses, for each of these points of ``root``."""


def merger(most: Worths) -> Merger[Any]:
    """The faster merger for worths that run up to ``most``."""
    if most[0] <= LONGEST_CURVE:
        from game.bargaining.curves import Curves

        return Curves(most)
    from game.bargaining.staircases import Staircases

    return Staircases(most)


def undominated(options: list[tuple[Worths, int]]) -> list[tuple[Worths, int]]:
    """The (worths, option) pairs that no other matches or beats, one for each worth, by rising first worth."""
    kept: list[tuple[Worths, int]] = []
    for option in sorted(options, key=lambda one: one[0], reverse=True):
        if not kept or option[0][1] > kept[-1][0][1]:
            kept.append(option)
    kept.reverse()
    return kept
