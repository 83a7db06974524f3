"""How many packages there are, and how many are worth at least so much to both: counted, never listed.

The clauses are settled in the same order as for the frontier, but instead of the best worths a part holds how many
ways there are of each pair of worths. The ways are kept by worth to the first party; those of one such worth are one
integer with a field of bytes for each worth to the second, so that one more clause costs a shift and an addition.
Worths beyond what is asked for are counted with it: no more is needed to know that a package is acceptable.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import prod

from game.bargaining.elimination import Plan, least_of, merge, plan
from game.bargaining.frontier import ROWS_AT_MOST
from game.bargaining.merging import Merger, Term
from game.bargaining.space import NOTHING, Space, Worths
from game.slim import dataclass

STEPS_AT_MOST = 3_000_000
"""Shifts that may be needed to settle two parts together; above it the packages are not counted."""


class TooManyWays(Exception):
    """The linkages tie so many clauses together that counting would take minutes."""


@dataclass(frozen=True, slots=True)
class Count:
    """Packages of a space: ``packages`` in all, ``acceptable`` worth at least the reservation to each party.

    ``acceptable_to`` are those worth that much to the first party, and to the second. None: not counted, because
    the linkages tie too many clauses together.
    """

    packages: int | None
    acceptable: int | None
    acceptable_to: tuple[int | None, int | None]


NOT_COUNTED = Count(None, None, (None, None))


def count(space: Space, rows: int = ROWS_AT_MOST) -> Count:
    """Count the packages of a space, and those acceptable to its parties."""
    if space.blocked:
        return Count(0, 0, (0, 0))
    chosen = plan(space)
    if chosen.rows > rows:
        return NOT_COUNTED
    first, second = space.reservations
    nothing = _at_least(space, chosen, (None, None))
    try:
        both = _at_least(space, chosen, (first, second))
    except TooManyWays:
        both = None
    return Count(nothing, both, (_at_least(space, chosen, (first, None)), _at_least(space, chosen, (None, second))))


def _at_least(space: Space, chosen: Plan, least: tuple[int | None, int | None]) -> int:
    """The packages worth so much to the first party, and to the second; None asks nothing of a party."""
    packages = prod(len(clause.options) for clause in space.clauses)
    base = least_of(space)
    asked = tuple(0 if one is None else max(0, one - low) for one, low in zip(least, base, strict=True))

    def ways(most: Worths) -> Merger[Ways]:
        return Counting((asked[0], asked[1]), packages)

    made = merge(space, chosen, ways)
    counting, root = made.merger, made.root
    if root is None:
        return 0
    assert isinstance(counting, Counting)
    assert isinstance(root, Ways)
    return counting.enough(root)


class Ways:
    """How many ways there are of each pair of worths: by worth to the first party, packed by worth to the second."""

    __slots__ = ("rows", "terms", "top")

    def __init__(self, rows: dict[int, int], terms: int) -> None:
        self.rows = rows
        self.terms = terms
        self.top = max(rows, default=0)


class Counting:
    """Merges ways, up to the worths ``asked`` for; ``packages`` bounds how many there can be."""

    def __init__(self, asked: Worths, packages: int) -> None:
        self._asked = asked
        self._bits = 8 * (packages.bit_length() // 8 + 1)
        self._ones = (1 << self._bits) - 1
        self._last = asked[1] * self._bits
        self.none = Ways({0: 1}, 1)

    def options(self, place: int, worths: Iterable[tuple[int, int, int]]) -> Ways:
        """The options of one clause, one way each."""
        return self._together([({0: 1}, (first, second), 1) for _, first, second in worths])

    def sum(self, one: Ways, two: Ways) -> Ways:
        """Two parts of different clauses, settled together: every way of one with every way of the other."""
        large, small = (one, two) if one.terms >= two.terms else (two, one)
        if small is self.none:
            return large
        if small.terms * len(large.rows) > STEPS_AT_MOST:
            raise TooManyWays
        listed = [(u, v, ways) for u, row in small.rows.items() for v, ways in self._listed(row)]
        return self._together([(large.rows, (u, v), ways) for u, v, ways in listed])

    def union(self, terms: list[Term[Ways]]) -> Term[Ways]:
        """Several circumstances, of which one will hold: the ways of all."""
        if len(terms) == 1 and terms[0].added == NOTHING:
            return terms[0]
        return Term(self._together([(term.part.rows, term.added, 1) for term in terms]))

    def _together(self, moved: list[tuple[dict[int, int], Worths, int]]) -> Ways:
        """All these ways, each raised by so much and taken so many times."""
        rows: defaultdict[int, int] = defaultdict(int)
        enough = self._asked[0]
        for part, (first, second), ways in moved:
            shift = second * self._bits
            for u, row in part.items():
                up = u + first
                rows[up if up < enough else enough] += (row << shift) * ways if ways != 1 else row << shift
        folded = {u: self._folded(row) for u, row in rows.items()}
        return Ways(folded, sum(self._terms(row) for row in folded.values()))

    def _folded(self, row: int) -> int:
        """A row with all fields beyond what is asked for added to the last; fields sum up as a remainder."""
        beyond = row >> self._last
        if beyond <= self._ones:
            return row
        return (row & (1 << self._last) - 1) | beyond % self._ones << self._last

    def _terms(self, row: int) -> int:
        return row.bit_length() // self._bits + 1

    def _listed(self, row: int) -> list[tuple[int, int]]:
        """The worths to the second party in a row, with their ways."""
        step = self._bits // 8
        packed = row.to_bytes(self._terms(row) * step, "little")
        fields = [int.from_bytes(packed[start : start + step], "little") for start in range(0, len(packed), step)]
        return [(v, ways) for v, ways in enumerate(fields) if ways]

    def enough(self, part: Ways) -> int:
        """The ways that bring both parties what is asked for."""
        return part.rows.get(self._asked[0], 0) >> self._last

    def points(self, part: Ways) -> tuple[Worths, ...]:
        """Not a question for counting."""
        raise NotImplementedError

    def settlements(self, root: Ways, points: list[Worths], clauses: int) -> list[bytes]:
        """Not a question for counting."""
        raise NotImplementedError
