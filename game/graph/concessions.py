"""The concession graph: tables as nodes, steps as edges, and every line of play a path in one graph.

An edge names who moved, the verb, the issues that changed and the points moved for both parties, and its class
after Hindriks, Jonker and Tykhonov (2007): what the step does to the mover's own bid, seen by the mover (S) and by
the other side (O). Their bids are packages; ours is the mover's stand (see ``scales``), so talk and telegrams are
silent steps. Where they compare consecutive bids of one agent, so do we; an all-or-nothing offer is classed by what
it puts forward, although the table does not move until it is accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import networkx as nx

from game.engine.moves import Occur, Propose, Terms
from game.engine.notation import VERBS
from game.engine.package import Package
from game.engine.party import Stakes
from game.engine.scenario import Agenda
from game.engine.state import Standing, State, Step
from game.graph.positions import Key, changed, key, next_key, places_changed
from game.graph.scales import Stand, held, scale, stand

_VERB = {move: verb for verb, move in VERBS.items()}
NOTHING_OFFERED = Package()
CHANCE = "chance"
"""Who moves when nobody does: an answer, an event, the next sitting."""
CARRIED_OVER = (CHANCE, "carry over")


class StepClass(StrEnum):
    """What a step does for the mover (S) and for the other side (O): the sign of either's change in points."""

    CONCESSION = "concession"
    """S falls, O does not."""
    SELFISH = "selfish"
    """S rises, O does not."""
    FORTUNATE = "fortunate"
    """Both rise."""
    UNFORTUNATE = "unfortunate"
    """O falls, S does not rise."""
    NICE = "nice"
    """S stays, O rises."""
    SILENT = "silent"
    """Neither changes."""


def step_class(own: int, other: int) -> StepClass:
    """The class of a step that changes the mover's bid by so many points for the mover and for the other side.

    >>> step_class(-5, 3), step_class(-5, -1), step_class(0, 3)
    (<StepClass.CONCESSION: 'concession'>, <StepClass.UNFORTUNATE: 'unfortunate'>, <StepClass.NICE: 'nice'>)
    """
    if own > 0:
        return StepClass.FORTUNATE if other > 0 else StepClass.SELFISH
    if other < 0:
        return StepClass.UNFORTUNATE
    if own < 0:
        return StepClass.CONCESSION
    return StepClass.NICE if other else StepClass.SILENT


class LineKind(StrEnum):
    """Where a line of play comes from."""

    HISTORY = "history"
    PLAYED = "played"
    VARIATION = "variation"
    SIMULATED = "simulated"


Change = tuple[int, int, int]
"""The place of an issue, and the places of the options a stand moves from and to."""


class Leg(NamedTuple):
    """One edge: who moved and how, what changed, and what the change is worth to the first party and the second.

    ``offered`` is what an all-or-nothing offer puts forward.
    """

    before: Key
    after: Key
    mover: str
    verb: str
    kind: StepClass
    issues: tuple[str, ...]
    points: tuple[int, int]
    offered: Package = NOTHING_OFFERED


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

    ``graph`` is a networkx MultiDiGraph: nodes are keys, edges have their ``leg`` and the ``ply`` at which it was
    first taken; both have an attribute for each kind of line that came this way (``history``, ``played``,
    ``variation``, ``simulated``): how often.
    """

    def __init__(self, agenda: Agenda, stakes: tuple[Stakes, Stakes]) -> None:
        self.agenda = agenda
        self.graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
        self.lines: dict[str, Line] = {}
        self._sides = {party.id: side for side, party in enumerate(agenda.parties)}
        self._scales = (scale(agenda, stakes[0]), scale(agenda, stakes[1]))
        self._nodes = self.graph.nodes

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
        if step.before.table is not line.last:
            self._resume(line, step)
        before = line.tables[-1]
        places = places_changed(step.before.table, step.after.table)
        after = next_key(before, self.agenda, step.after.table, places)
        self._visit(after, line.kind)
        named = _label(step.move)
        leg = self._travel(self.graph.get_edge_data(before, after, named), line.kind)
        if leg is None:
            leg = self._leg(before, after, step, places)
            self.graph.add_edge(before, after, named, leg=leg, ply=step.after.ply, **{line.kind: 1})
        line.tables.append(after)
        line.legs.append(leg)
        line.plies.append(step.after.ply)
        line.last = step.after.table
        return leg

    def _resume(self, line: Line, step: Step) -> None:
        """Take up a line at a table that was carried over from another sitting, as history's are.

        Where the table carried over is read differently, chance is taken to have moved it.
        """
        before, after = line.tables[-1], key(step.before)
        line.last = step.before.table
        if before == after:
            return
        self._visit(after, line.kind)
        leg = self._travel(self.graph.get_edge_data(before, after, CARRIED_OVER), line.kind)
        if leg is None:
            leg = Leg(before, after, *CARRIED_OVER, StepClass.SILENT, changed(self.agenda, before, after), (0, 0))
            self.graph.add_edge(before, after, CARRIED_OVER, leg=leg, ply=step.before.ply, **{line.kind: 1})
        line.tables.append(after)
        line.legs.append(leg)
        line.plies.append(step.before.ply)

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
        if table in self._nodes:
            node = self._nodes[table]
            node[kind] = node.get(kind, 0) + 1
        else:
            self.graph.add_node(table, **{kind: 1})

    def _travel(self, edge: dict[str, Any] | None, kind: str) -> Leg | None:
        """Count one more step along an edge there is; its leg."""
        if edge is None:
            return None
        edge[kind] = edge.get(kind, 0) + 1
        leg: Leg = edge["leg"]
        return leg

    def _leg(self, before: Key, after: Key, step: Step, places: list[int]) -> Leg:
        move: Any = step.move
        verb = _VERB[type(move)]
        issues = tuple([self.agenda.issues[place].id for place in places])
        if isinstance(move, Occur):
            return Leg(before, after, CHANCE, verb, StepClass.SILENT, issues, (0, 0))
        side = self._sides[move.by]
        offered = move.package if isinstance(move, Propose) and move.terms is Terms.WHOLE else NOTHING_OFFERED
        points = self._moved(step, side, places, offered)
        kind = step_class(points[side], points[1 - side])
        return Leg(before, after, move.by, verb, kind, issues or offered.issues, points, offered)

    def _moved(self, step: Step, side: int, places: list[int], offered: Package) -> tuple[int, int]:
        """What a step changes in the mover's stand, in points to the first party and to the second."""
        agenda, old, new = self.agenda, step.before.table, step.after.table
        first, second = self._scales
        changes = [
            (place, held(agenda, place, old[place], side), held(agenda, place, new[place], side)) for place in places
        ]
        if len(offered):
            changes = self._put_forward(changes, old, side, offered)
        a = b = 0
        for place, was, now in changes:
            if first.bonuses_at[place] or second.bonuses_at[place]:
                return self._by_worth(stand(agenda, old, side), changes)
            a += first.points[place][now] - first.points[place][was]
            b += second.points[place][now] - second.points[place][was]
        return a, b

    def _put_forward(
        self, changes: list[Change], old: tuple[Standing, ...], side: int, offered: Package
    ) -> list[Change]:
        """The changes with those an all-or-nothing offer puts forward laid over them."""
        found = {change[0]: change for change in changes}
        for issue, option in offered:
            place = self.agenda.place(issue)
            found[place] = place, held(self.agenda, place, old[place], side), self.agenda.level(issue, option) - 1
        return list(found.values())

    def _by_worth(self, before: Stand, changes: list[Change]) -> tuple[int, int]:
        """The points moved where linkages have a part in them."""
        after = list(before)
        for place, _, now in changes:
            after[place] = now
        first, second = (one.worth(tuple(after)) - one.worth(before) for one in self._scales)
        return first, second


def _label(move: Any) -> tuple[str, ...]:  # noqa: ANN401 - any of the engine's moves
    """What tells apart two edges between the same tables: who moved, the verb, and what was offered all or nothing."""
    if isinstance(move, Occur):
        return CHANCE, move.what
    verb = _VERB[type(move)]
    if isinstance(move, Propose) and move.terms is Terms.WHOLE:
        return move.by, verb, *[f"{issue}={option}" for issue, option in move.package]
    return move.by, verb
