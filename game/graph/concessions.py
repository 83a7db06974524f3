"""The concession graph: tables as nodes, steps as edges, and every line of play a path in one graph.

An edge names who moved, the verb, the issues that changed, the points moved for both parties, and its class (see
``legs``). Lines are followed in two plain dictionaries, which is three times as fast as adding to a networkx graph
step by step; ``graph`` gives them to networkx.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from game.engine.party import Stakes
from game.engine.scenario import Agenda
from game.engine.state import Standing, State, Step
from game.graph.legs import CARRIED_OVER, Leg, StepClass, Surveyor, label
from game.graph.positions import Key, Keys, changed, key, places_changed
from game.slim import dataclass

if TYPE_CHECKING:
    import networkx as nx


class LineKind(StrEnum):
    """Where a line of play comes from."""

    HISTORY = "history"
    PLAYED = "played"
    VARIATION = "variation"
    SIMULATED = "simulated"


Way = tuple[Key, Key, tuple[str, ...]]
"""An edge: the table it leaves, the table it leads to, and what tells it apart from others between the two."""


@dataclass(slots=True)
class Line:
    """A line of play as a path: the tables passed, the legs between them, and the plies at which they were made.

    ``last`` is the table it has come to, as the engine has it.
    """

    name: str
    kind: LineKind
    tables: list[Key]
    legs: list[Leg]
    plies: list[int]
    last: tuple[Standing, ...] = ()


class ConcessionGraph:
    """Every table that some line has passed, and every step it took. Extended step by step; nothing is removed.

    ``tables`` and ``ways`` are its nodes and edges, in the order in which they were first met. Both have an attribute
    for each kind of line that came this way (``history``, ``played``, ``variation``, ``simulated``): how often; an edge
    has besides its ``leg`` and the ``ply`` at which it was first taken.
    """

    def __init__(self, agenda: Agenda, stakes: tuple[Stakes, Stakes]) -> None:
        self.agenda = agenda
        self.lines: dict[str, Line] = {}
        self.tables: dict[Key, dict[str, int]] = {}
        self.ways: dict[Way, dict[str, Any]] = {}
        self._keys = Keys(agenda)
        self._surveyor = Surveyor(agenda, stakes)

    def graph(self) -> nx.MultiDiGraph[Key]:
        """All of it so far as a networkx graph of its own; an edge's key is what tells it apart."""
        import networkx as nx  # a third of a second, which a line alone does not need

        found: nx.MultiDiGraph[Key] = nx.MultiDiGraph(name=self.agenda.title)
        for table, visits in self.tables.items():
            found.add_node(table, **visits)
        for (before, after, named), values in self.ways.items():
            found.add_edge(before, after, named, **values)
        return found

    def begin(self, name: str, kind: LineKind, state: State) -> Line:
        """Start a line at a state. ValueError when there is a line of that name."""
        if name in self.lines:
            raise ValueError(f"there is a line {name!r} already")
        line = Line(name, kind, [key(state)], [], [], state.table)
        self.lines[name] = line
        self._visit(line.tables[0], kind)
        return line

    def extend(self, name: str, step: Step) -> Leg:
        """Follow a line by one step from where it ends. KeyError when there is no such line."""
        line = self.lines[name]
        old, new = step.before.table, step.after.table
        if old is not line.last:
            self._resume(line, step)
        before = line.tables[-1]
        places = places_changed(old, new)
        after = self._keys.after(before, new, places)
        way = before, after, label(step.move)
        values = self.ways.get(way)
        leg: Leg = self._surveyor.leg(before, after, step, places) if values is None else values["leg"]
        self._lead(line, way, leg, step.after.ply)
        line.last = new
        return leg

    def _resume(self, line: Line, step: Step) -> None:
        """Take up a line at a table that was carried over from another sitting, as history's are.

        Where the table carried over is read differently, chance is taken to have moved it.
        """
        before, after = line.tables[-1], key(step.before)
        if before != after:
            issues = changed(self.agenda, before, after)
            leg = Leg(before, after, *CARRIED_OVER, StepClass.SILENT, issues, (0, 0))
            self._lead(line, (before, after, CARRIED_OVER), leg, step.before.ply)

    def _lead(self, line: Line, way: Way, leg: Leg, ply: int) -> None:
        """Lead a line along an edge, new or known, to the table it leads to."""
        kind = line.kind.value
        values = self.ways.get(way)
        if values is None:
            self.ways[way] = {"leg": leg, "ply": ply, kind: 1}
        else:
            values[kind] = values.get(kind, 0) + 1
        self._visit(way[1], kind)
        line.tables.append(way[1])
        line.legs.append(leg)
        line.plies.append(ply)

    def follow(self, name: str, kind: LineKind, steps: Iterable[Step]) -> Line:
        """Add a whole line at once. ValueError when there is a line of that name, or no step."""
        listed = list(steps)
        if not listed:
            raise ValueError("a line needs at least one step")
        line = self.begin(name, kind, listed[0].before)
        for step in listed:
            self.extend(name, step)
        return line

    def tally(self, name: str) -> dict[str, Counter[StepClass]]:
        """How many steps of each class each party made on a line; chance is left out."""
        found: dict[str, Counter[StepClass]] = {party.id: Counter() for party in self.agenda.parties}
        for leg in self.lines[name].legs:
            if leg.mover in found:
                found[leg.mover][leg.kind] += 1
        return found

    def _visit(self, table: Key, kind: str) -> None:
        visits = self.tables.get(table)
        if visits is None:
            self.tables[table] = {kind: 1}
        else:
            visits[kind] = visits.get(kind, 0) + 1
