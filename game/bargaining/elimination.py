"""In which order to settle tied clauses, and the frontier of a whole space by settling them so.

Bucket elimination (Dechter 1999) with frontiers for messages: a clause is settled last for each way of settling the
clauses it is tied to, the best of its options are kept, and it drops out. Options of a clause that no tie tells
apart are taken together first, so a linkage costs what it distinguishes, usually two kinds of settlement, not all
options. Clauses without ties are merged in at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import product
from math import prod
from typing import Any

from game.bargaining.merging import Merger, Term, merger
from game.bargaining.space import NOTHING, Clause, Space, Tie, Worths
from game.slim import dataclass

Assignment = tuple[int, ...]
"""A kind for each clause of a scope, in the scope's order."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the tied clauses of a space are taken out.

    ``order`` are their places. ``width`` is the largest number of other clauses held open at once; ``rows`` the
    largest number of ways of settling those, the one taken out included: what the cost grows with. ``kinds`` are,
    for each clause, its options by what the ties tell apart.
    """

    order: tuple[int, ...]
    width: int
    rows: int
    kinds: tuple[tuple[tuple[int, ...], ...], ...]


def plan(space: Space, fixed: Mapping[int, int] | None = None) -> Plan:
    """The order of elimination of a space's tied clauses: leaves first, then by smallest fill-in.

    ``fixed`` settles some clauses beforehand, by place. Clauses of one kind hold nothing open: they come last.
    """
    held = fixed or {}
    kinds = tuple(_kinds(space, place, held) for place in range(len(space.clauses)))
    around: dict[int, set[int]] = {}
    for tie in space.ties:
        around.setdefault(tie.left, set()).add(tie.right)
        around.setdefault(tie.right, set()).add(tie.left)
    free = {
        place: {one for one in near if len(kinds[one]) > 1} for place, near in around.items() if len(kinds[place]) > 1
    }
    order = _leaves_first(free)
    core = {place: near - set(order) for place, near in sorted(free.items()) if place not in order}
    if core:
        order += _smallest_fill(core)
    width, rows = _size(free, order, [len(one) for one in kinds])
    order += sorted(place for place in around if place not in free)
    return Plan(tuple(order), width, rows, kinds)


def _kinds(space: Space, place: int, fixed: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    """The options of a clause grouped by their effects under every tie; one option where the clause is fixed."""
    if place in fixed:
        return ((fixed[place],),)
    if not space.tied[place]:
        return (tuple(range(len(space.clauses[place].options))),)
    grouped: dict[tuple[object, ...], list[int]] = {}
    for option in range(len(space.clauses[place].options)):
        told = tuple(
            effects[fixed[other]][option] if other in fixed else tuple([row[option] for row in effects])
            for other, effects in space.tied[place]
        )
        grouped.setdefault(told, []).append(option)
    return tuple(tuple(one) for one in grouped.values())


def _leaves_first(around: dict[int, set[int]]) -> list[int]:
    """Clauses tied to at most one clause that is left, taken out again and again: the whole order of a forest."""
    left = {place: set(near) for place, near in around.items()}
    order: list[int] = []
    while leaves := sorted(place for place, near in left.items() if len(near) <= 1):
        for place in leaves:
            for near in left.pop(place, set()):
                left[near].discard(place)
            order.append(place)
    return order


def _smallest_fill(around: dict[int, set[int]]) -> list[int]:
    """An order of elimination from networkx's tree decomposition of smallest fill-in, its leaf bags first."""
    import networkx as nx  # a third of a second, so not before a space has a cycle of ties
    from networkx.algorithms.approximation import treewidth_min_fill_in

    order: list[int] = []
    graph: nx.Graph[int] = nx.Graph({place: sorted(near) for place, near in around.items()})
    for component in sorted(nx.connected_components(graph), key=min):
        bags = treewidth_min_fill_in(graph.subgraph(sorted(component)))[1]
        while len(bags) > 1:
            leaf = min((bag for bag in bags if bags.degree(bag) == 1), key=sorted)
            (parent,) = bags.neighbors(leaf)
            order += sorted(leaf - parent)
            bags.remove_node(leaf)
        order += sorted(next(iter(bags)))
    return order


def _size(around: dict[int, set[int]], order: list[int], kinds: list[int]) -> tuple[int, int]:
    left = {place: set(near) for place, near in around.items()}
    width, rows = 0, 1
    for place in order:
        near = left.pop(place)
        width = max(width, len(near))
        rows = max(rows, kinds[place] * prod(kinds[one] for one in near))
        for one in near:
            left[one] |= near - {one}
            left[one].discard(place)
    return width, rows


@dataclass(frozen=True, slots=True)
class Table:
    """A frontier for each way of settling the clauses of ``scope`` that nothing forbids."""

    scope: tuple[int, ...]
    rows: dict[Assignment, Term[Any]]


@dataclass(frozen=True)
class Merged:
    """The frontier of a space as one part; ``base`` is the worth from which it is measured."""

    merger: Merger[Any]
    root: object
    base: Worths

    @cached_property
    def points(self) -> tuple[Worths, ...]:
        """The undominated worths, by rising worth to the first party."""
        if self.root is None:
            return ()
        first, second = self.base
        return tuple([(u + first, v + second) for u, v in self.merger.points(self.root)])

    def settlements(self, points: Iterable[Worths], clauses: int) -> dict[Worths, bytes]:
        """A settlement for each of these points that is one of this frontier's."""
        known = set(self.points)
        mine = [one for one in points if one in known]
        if self.root is None or not mine:
            return {}
        first, second = self.base
        bare = [(u - first, v - second) for u, v in mine]
        return dict(zip(mine, self.merger.settlements(self.root, bare, clauses), strict=True))


def merge(space: Space, chosen: Plan, made_by: Callable[[Worths], Merger[Any]] = merger) -> Merged:
    """The exact frontier of a space. ``root`` is None when the space holds no settlement.

    ``made_by`` gives the merger for worths up to a limit; one that counts instead of comparing counts packages.
    """
    if space.blocked:
        return Merged(made_by(NOTHING), None, NOTHING)
    settling = _Settling(space, chosen, made_by)
    root = settling.root()
    return Merged(settling.merger, root, settling.base)


class _Settling:
    """One elimination in progress: the clauses' parts by kind, and the tables not yet used."""

    def __init__(self, space: Space, chosen: Plan, made_by: Callable[[Worths], Merger[Any]]) -> None:
        lists = _lists(space)
        lows = [_ends(points, min) for points in lists]
        highs = [_ends(points, max) for points in lists]
        self.base = _total(lows)
        self.merger = made_by(_less(_total(highs), self.base))
        self.kinds = chosen.kinds
        self.order = chosen.order
        clauses = list(zip(space.clauses, lows, strict=False))
        self.sums: dict[tuple[Any, Any], Any] = {}
        self.parts = [self._by_kind(place, *one) for place, one in enumerate(clauses)]
        self.tables = [self._tie(*one) for one in zip(space.ties, lows[len(clauses) :], strict=True)]

    def _by_kind(self, place: int, clause: Clause, low: Worths) -> list[Any]:
        if len(clause.points) == 1:
            return [self.merger.none]  # its one option is option 0 of the settlement, and its worth is in the base
        points = [_less(one, low) for one in clause.points]
        return [self.merger.options(place, [(k, *points[k]) for k in kind]) for kind in self.kinds[place]]

    def _tie(self, tie: Tie, low: Worths) -> Table:
        """A tie as a table by kinds, its effects counted from the least."""
        rows: dict[Assignment, Term[Any]] = {}
        for a, left in enumerate(self.kinds[tie.left]):
            for b, right in enumerate(self.kinds[tie.right]):
                effect = tie.effects[left[0]][right[0]]
                if effect is not None:
                    rows[a, b] = Term(self.merger.none, _less(effect, low))
        return Table((tie.left, tie.right), rows)

    def root(self) -> object:
        """The part of the whole space."""
        for place in self.order:
            self._take_out(place)
        if any(() not in table.rows for table in self.tables):
            return None
        last = [table.rows[()] for table in self.tables]
        self.base = _total([self.base, *(term.added for term in last)])
        free = set(range(len(self.parts))) - set(self.order)
        return self._chain([term.part for term in last], [self.parts[place][0] for place in sorted(free)])

    def _take_out(self, place: int) -> None:
        """Settle one clause for good, under every way of settling those it is tied to."""
        mine = [table for table in self.tables if place in table.scope]
        self.tables = [table for table in self.tables if place not in table.scope]
        table = Table((place,), {(kind,): Term(part) for kind, part in enumerate(self.parts[place])})
        for other in sorted(mine, key=lambda one: (self._bare(one), len(one.scope))):
            table = self._joined(table, other)
        where = table.scope.index(place)
        grouped: dict[Assignment, list[Term[Any]]] = {}
        for assignment, term in table.rows.items():
            grouped.setdefault(assignment[:where] + assignment[where + 1 :], []).append(term)
        rows = {assignment: self.merger.union(terms) for assignment, terms in grouped.items()}
        self.tables.append(Table(table.scope[:where] + table.scope[where + 1 :], rows))

    def _bare(self, table: Table) -> bool:
        """Whether a table only adds points, as a tie does. Such are joined last: they multiply rows, not parts."""
        return all(term.part is self.merger.none for term in table.rows.values())

    def _summed(self, one: Any, two: Any) -> Any:  # noqa: ANN401 - whatever the merger makes
        """Two parts settled together, worked out once however many rows they are met in."""
        found = self.sums.get((one, two))
        if found is None:
            found = self.sums[one, two] = self.merger.sum(one, two)
        return found

    def _joined(self, one: Table, two: Table) -> Table:
        """Both tables at once, for each way of settling either's clauses on which they agree."""
        fresh = [place for place in two.scope if place not in one.scope]
        scope = (*one.scope, *fresh)
        where = [scope.index(place) for place in two.scope]
        extras = list(product(*(range(len(self.kinds[place])) for place in fresh)))
        rows: dict[Assignment, Term[Any]] = {}
        for assignment, term in one.rows.items():
            for extra in extras:
                both = assignment + extra
                found = two.rows.get(tuple([both[at] for at in where]))
                if found is not None:
                    (a, b), (c, d) = term.added, found.added
                    rows[both] = Term(self._summed(term.part, found.part), (a + c, b + d))
        return Table(scope, rows)

    def _chain(self, tied: list[Any], free: list[Any]) -> object:
        """All parts settled together: the tied clauses' first, while the curve is short, then the free ones."""
        total: Any = self.merger.none
        for part in (*sorted(tied, key=lambda one: -one.top), *sorted(free, key=lambda one: one.top)):
            total = self.merger.sum(total, part)
        return total


def least_of(space: Space) -> Worths:
    """The least that the clauses and ties of a space could bring to either party, taken one by one."""
    return _total([_ends(points, min) for points in _lists(space)])


def _lists(space: Space) -> list[list[Worths]]:
    """What each clause can bring, then what each tie can."""
    clauses = [list(clause.points) for clause in space.clauses]
    return clauses + [[one for row in tie.effects for one in row if one is not None] for tie in space.ties]


def _ends(points: list[Worths], end: Callable[..., int]) -> Worths:
    return (end((u for u, _ in points), default=0), end((v for _, v in points), default=0))


def _total(worths: list[Worths]) -> Worths:
    return (sum([u for u, _ in worths]), sum([v for _, v in worths]))


def _less(one: Worths, two: Worths) -> Worths:
    return (one[0] - two[0], one[1] - two[1])
