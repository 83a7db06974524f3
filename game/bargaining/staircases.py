"""Frontiers as staircases: lists of the undominated worths. For ranges too long for ``curves``; any whole points.

A pair of worths is one integer, ``first << bits | second``, so that adding two of them adds both worths, and
sorting sorts by the first. A merge sorts all candidates and keeps, from the top, each that gives the second party
more than any before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from game.bargaining.merging import Term, undominated
from game.bargaining.space import Worths

CANDIDATES_AT_ONCE = 60_000
"""Candidates sorted together; more are thinned in between, so that memory stays in megabytes."""


class Staircase:
    """The best worths of some clauses, as ascending integers.

    ``terms`` are the circumstances of a union, or the two parts of a sum (``summed``); the part of one clause has
    ``codes`` instead, the settlement byte of each worth.
    """

    __slots__ = ("codes", "keys", "order", "summed", "terms", "top")

    def __init__(self, keys: list[int], top: int) -> None:
        self.keys = keys
        self.top = top
        self.order = 0
        self.terms: tuple[Term[Staircase], ...] = ()
        self.summed: tuple[Staircase, Staircase] | None = None
        self.codes: dict[int, int] = {}


class Staircases:
    """Makes staircases whose worths run from (0, 0) to ``most``, and traces them back."""

    def __init__(self, most: Worths) -> None:
        self._bits = max(1, most[1].bit_length())
        self._mask = (1 << self._bits) - 1
        self._parts: list[Staircase] = []
        self.none = self._keep([0])
        self.none.codes = {0: 0}

    def _keep(self, keys: list[int]) -> Staircase:
        part = Staircase(keys, keys[-1] >> self._bits)
        part.order = len(self._parts)
        self._parts.append(part)
        return part

    def _key(self, worths: Worths) -> int:
        return worths[0] << self._bits | worths[1]

    def options(self, place: int, worths: Iterable[tuple[int, int, int]]) -> Staircase:
        """The part of one clause; ``worths`` are (option, first, second)."""
        best = undominated([((first, second), option << 8 * place) for option, first, second in worths])
        codes = {self._key(one): code for one, code in best}
        part = self._keep(list(codes))
        part.codes = codes
        return part

    def sum(self, one: Staircase, two: Staircase) -> Staircase:
        """Two parts of different clauses, settled together. The part of no clause adds nothing."""
        if two is self.none:
            return one
        if one is self.none:
            return two
        large, small = (one, two) if len(one.keys) >= len(two.keys) else (two, one)
        part = self._keep(self._merged([(large, key) for key in small.keys]))
        part.summed = (large, small)
        return part

    def union(self, terms: list[Term[Staircase]]) -> Term[Staircase]:
        """The best of several circumstances; a single one is returned as it is."""
        if len(terms) == 1:
            return terms[0]
        part = self._keep(self._merged([(term.part, self._key(term.added)) for term in terms]))
        part.terms = tuple(terms)
        return Term(part)

    def _merged(self, moved: list[tuple[Staircase, int]]) -> list[int]:
        """The undominated keys of several parts, each raised by so much."""
        candidates: list[int] = []
        for part, added in moved:
            candidates += [key + added for key in part.keys]
            if len(candidates) > CANDIDATES_AT_ONCE:
                candidates = self._undominated(candidates)
        return self._undominated(candidates)

    def _undominated(self, keys: list[int]) -> list[int]:
        mask = self._mask
        kept: list[int] = []
        best = -1
        for key in sorted(keys, reverse=True):
            if key & mask > best:
                best = key & mask
                kept.append(key)
        kept.reverse()
        return kept

    def points(self, part: Staircase) -> tuple[Worths, ...]:
        """The undominated worths of a part, by rising worth to the first party."""
        return tuple([(key >> self._bits, key & self._mask) for key in part.keys])

    def settlements(self, root: Staircase, points: list[Worths], clauses: int) -> list[bytes]:
        """One settlement, of so many clauses, for each of these points of ``root``, all traced together."""
        keys = [self._key(point) for point in points]
        wanted: defaultdict[int, set[int]] = defaultdict(set)
        wanted[root.order].update(keys)
        ways: dict[int, dict[int, int]] = {}
        for order in range(root.order, -1, -1):
            if order in wanted:
                ways[order] = self._ways(self._parts[order], wanted)
        known: dict[int, dict[int, int]] = {}
        for order in sorted(ways):
            known[order] = self._codes(self._parts[order], ways[order], known)
        return [known[root.order][key].to_bytes(clauses, "little") for key in keys]

    def _ways(self, part: Staircase, wanted: defaultdict[int, set[int]]) -> dict[int, int]:
        """For each worth wanted of a part: the smaller part's worth in a sum, or the number of a union's term."""
        if part.summed is not None:
            return _ways_of_sum(*part.summed, wanted[part.order], wanted)
        left = wanted[part.order]
        found: dict[int, int] = {}
        for number, term in enumerate(part.terms):
            added = self._key(term.added)
            brought = left.intersection([key + added for key in term.part.keys])
            left = left - brought
            found.update(dict.fromkeys(brought, number))
            wanted[term.part.order].update([key - added for key in brought])
        return found or dict.fromkeys(left, 0)

    def _codes(self, part: Staircase, way: dict[int, int], known: dict[int, dict[int, int]]) -> dict[int, int]:
        """The settlements of a part's worths, from those of its parts."""
        if part.summed is not None:
            large, small = known[part.summed[0].order], known[part.summed[1].order]
            return {key: large[key - one] + small[one] for key, one in way.items()}
        if not part.terms:
            return part.codes
        pieces = [(known.get(term.part.order, {}), self._key(term.added)) for term in part.terms]
        return {key: pieces[number][0][key - pieces[number][1]] for key, number in way.items()}


def _ways_of_sum(
    large: Staircase, small: Staircase, keys: set[int], wanted: defaultdict[int, set[int]]
) -> dict[int, int]:
    members = set(large.keys)
    found = {}
    for key in keys:
        for one in small.keys:
            if key - one in members:
                found[key] = one
                break
    wanted[small.order].update(found.values())
    wanted[large.order].update([key - one for key, one in found.items()])
    return found
