"""Frontiers as curves: for each worth to the first party, the most the second can have with it. For short ranges.

A curve gives for each ``u`` the most the second party can get when the first gets at least ``u``. Settling two sets
of clauses together is a max-plus sum of curves; the best of several circumstances is the greatest curve, field by
field. A curve is one Python integer, a field of bits for each ``u``, so that the interpreter adds and compares
thousands of fields at machine speed; comparing packed fields by a guard bit is Lamport's device (1975). A field
holds, from the top: the guard, the worth to the second party plus one (0: out of reach), and a tag, the number of
the term the worth came from. Following the tags back finds a settlement for any point.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable
from operator import sub

from game.bargaining.merging import Term, undominated
from game.bargaining.space import Worths

TAG_BITS_AT_LEAST = 2
TAG_BITS_AT_MOST = 8
FIELD_BITS = {16: "H", 32: "I", 64: "Q"}
"""The widths a field may have, and the array type that reads them."""


class Curve:
    """The best worths of some clauses, as one integer.

    ``curve`` has no tags; ``tags`` has nothing else. ``top`` is the greatest worth to the first party. ``terms`` are
    what the tags count; the part of the clause at ``place`` has ``codes`` instead, the settlement byte of each option.
    ``order`` counts parts as they are made.
    """

    __slots__ = ("_points", "codes", "curve", "order", "place", "tags", "terms", "top")

    def __init__(self, curve: int, tags: int, top: int) -> None:
        self.curve = curve
        self.tags = tags
        self.top = top
        self.order = 0
        self.terms: tuple[Term[Curve], ...] = ()
        self.codes: tuple[int, ...] = ()
        self.place: int | None = None
        self._points: tuple[Worths, ...] | None = None


class Curves:
    """Makes parts whose worths run from (0, 0) to ``most``, and traces them back."""

    def __init__(self, most: Worths) -> None:
        bits = (most[1] + 1).bit_length()
        self._width = next(width for width in FIELD_BITS if bits + 1 + TAG_BITS_AT_LEAST <= width)
        self._tag_bits = min(self._width - bits - 1, TAG_BITS_AT_MOST)
        self._field = (1 << self._width) - 1
        self._fields = most[0] + 1
        self._all_ones = ((1 << self._width * self._fields) - 1) // self._field
        self._parts: list[Curve] = []
        self.none = self._keep(Curve(1 << self._tag_bits, 0, 0))
        self.none.codes = (0,)

    def _keep(self, part: Curve) -> Curve:
        part.order = len(self._parts)
        self._parts.append(part)
        return part

    def _ones(self, fields: int) -> int:
        """A one in each of the lowest fields."""
        return self._all_ones >> self._width * (self._fields - fields)

    def options(self, place: int, worths: Iterable[tuple[int, int, int]]) -> Curve:
        """The part of one clause; ``worths`` are (option, first, second)."""
        best = undominated([((first, second), option << 8 * place) for option, first, second in worths])
        most = 1 << self._tag_bits
        if len(best) > most:
            pieces = [self._clause(place, best[start : start + most]) for start in range(0, len(best), most)]
            return self.union([Term(piece) for piece in pieces]).part
        return self._clause(place, best)

    def _clause(self, place: int, best: list[tuple[Worths, int]]) -> Curve:
        """The part of some options of a clause, given with their codes by rising worth to the first party."""
        curve = tags = start = 0
        for tag, ((first, second), _) in enumerate(best):
            stretch = self._ones(first + 1 - start) << self._width * start
            curve |= stretch * (second + 1 << self._tag_bits)
            tags |= stretch * tag
            start = first + 1
        part = self._keep(Curve(curve, tags, start - 1))
        part.place, part.codes = place, tuple([code for _, code in best])
        part._points = tuple([worths for worths, _ in best])
        return part

    def sum(self, one: Curve, two: Curve) -> Curve:
        """Two parts of different clauses, settled together. The part of no clause adds nothing."""
        if two is self.none:
            return one
        if one is self.none:
            return two
        large, small = (one, two) if one.top >= two.top else (two, one)
        return self.union([Term(large, worths, (small, worths[0])) for worths in self.points(small)]).part

    def union(self, terms: list[Term[Curve]]) -> Term[Curve]:
        """The best of several circumstances; a single one without another part is returned as it is."""
        if len(terms) == 1 and terms[0].along is None:
            return terms[0]
        most = 1 << self._tag_bits
        while len(terms) > most:
            terms = [self.union(terms[start : start + most]) for start in range(0, len(terms), most)]
        part = self._blended(terms)
        part.terms = tuple(terms)
        return Term(self._keep(part))

    def _blended(self, terms: list[Term[Curve]]) -> Curve:
        """The greatest of the terms' curves, field by field."""
        top = max(term.part.top + term.added[0] for term in terms)
        guards = self._ones(top + 1) << self._width - 1
        best = self._moved(terms[0], 0)
        for tag, term in enumerate(terms[1:], 1):
            best = self._greater(best, self._moved(term, tag), guards)
        tags = best & self._ones(top + 1) * ((1 << self._tag_bits) - 1)
        return Curve(best ^ tags, tags, top)

    def _moved(self, term: Term[Curve], tag: int) -> int:
        """A term's curve: its part's, moved up by what is added to the first worth, raised by the second, tagged."""
        part, (first, second) = term.part, term.added
        raised = second << self._tag_bits | tag
        curve = part.curve + self._ones(part.top + 1) * raised if raised else part.curve
        if not first:
            return curve
        return curve << self._width * first | self._ones(first) * (curve & self._field)

    def _greater(self, one: int, two: int, guards: int) -> int:
        """The greater of two curves in each field: a guard bit stays where ``one`` is at least as great."""
        stays = ((one | guards) - two) & guards
        mask = stays - (stays >> self._width - 1)
        return two ^ ((one ^ two) & mask)

    def points(self, part: Curve) -> tuple[Worths, ...]:
        """The undominated worths of a part, by rising worth to the first party."""
        if part._points is None:
            heights = self._fields_of(part.curve, part.top + 1)
            drop = zip(heights, [*heights[1:], 0], strict=True)
            part._points = tuple(
                [(u, (here >> self._tag_bits) - 1) for u, (here, beyond) in enumerate(drop) if here > beyond]
            )
        return part._points

    def _fields_of(self, packed: int, fields: int) -> array[int]:
        values = array(FIELD_BITS[self._width])
        values.frombytes(packed.to_bytes(fields * self._width // 8, "little"))
        if sys.byteorder == "big":
            values.byteswap()
        return values

    def settlements(self, root: Curve, points: list[Worths], clauses: int) -> list[bytes]:
        """One settlement, of so many clauses, for each of these points of ``root``.

        Along the chain of clauses settled one after the other the points are followed column by column; what is below
        it is traced part by part, for all points together, so that what they share is found once.
        """
        firsts = [first for first, _ in points]
        columns: dict[int, bytes] = {}
        part = root
        while (shifts := _link(part)) is not None:
            tags = self._tags_of(part)
            chosen = bytes([tags[first] for first in firsts])
            place, options = _options_of(part)
            columns[place] = chosen.translate(options)
            firsts = list(map(sub, firsts, map(shifts.__getitem__, chosen)))
            part = part.terms[0].part
        codes = self._trace(part, firsts)
        rows = bytearray().join([codes[first].to_bytes(clauses, "little") for first in firsts])
        for place, column in columns.items():
            rows[place::clauses] = column
        return [bytes(rows[start : start + clauses]) for start in range(0, len(rows), clauses)]

    def _tags_of(self, part: Curve) -> bytes:
        return part.tags.to_bytes((part.top + 1) * self._width // 8, "little")[:: self._width // 8]

    def _trace(self, root: Curve, firsts: Iterable[int]) -> dict[int, int]:
        """For points of ``root`` one settlement each, as an integer of a byte a clause."""
        wanted: defaultdict[int, set[int]] = defaultdict(set)
        wanted[root.order].update(firsts)
        ways: dict[int, dict[int, int]] = {}
        for order in range(root.order, -1, -1):
            if order in wanted:
                tags = self._tags_of(self._parts[order])
                ways[order] = {first: tags[first] for first in wanted[order]}
                _want(self._parts[order], ways[order], wanted)
        known: dict[int, dict[int, int]] = {}
        for order in sorted(ways):
            known[order] = _codes(self._parts[order], ways[order], known)
        return known[root.order]


def _link(part: Curve) -> list[int] | None:
    """What each tag adds to the first worth, where a part adds one clause to another part; else None."""
    if not part.terms:
        return None
    below = part.terms[0].part
    if all(term.part is below and term.along and term.along[0].place is not None for term in part.terms):
        return [term.added[0] for term in part.terms]
    return None


def _options_of(part: Curve) -> tuple[int, bytes]:
    """The clause that a link of the chain adds, and for each tag the option it stands for."""
    along = [term.along for term in part.terms if term.along is not None]
    clause = along[0][0]
    place = clause.place or 0
    codes = {worths[0]: code for worths, code in zip(clause._points or (), clause.codes, strict=True)}
    return place, bytes([codes[first] >> 8 * place for _, first in along]).ljust(256, b"\0")


def _want(part: Curve, way: dict[int, int], wanted: defaultdict[int, set[int]]) -> None:
    """Ask for the worths of the terms that the points of a part came from.

    An undominated point comes from undominated points, so none lies in the stretch a curve was extended by.
    """
    terms = part.terms
    if not terms:
        return
    for tag in set(way.values()):
        along = terms[tag].along
        if along is not None:
            wanted[along[0].order].add(along[1])
    moves = [(wanted[term.part.order], term.added[0]) for term in terms]
    for first, tag in way.items():
        asked, added = moves[tag]
        asked.add(first - added)


def _codes(part: Curve, way: dict[int, int], known: dict[int, dict[int, int]]) -> dict[int, int]:
    """The settlements of a part's points, from those of its terms."""
    if not part.terms:
        return {first: part.codes[tag] for first, tag in way.items()}
    pieces = {}
    for tag in set(way.values()):
        term = part.terms[tag]
        along = known[term.along[0].order][term.along[1]] if term.along else 0
        pieces[tag] = (known[term.part.order], term.added[0], along)
    found = {}
    for first, tag in way.items():
        codes, added, along = pieces[tag]
        found[first] = codes[first - added] + along
    return found
