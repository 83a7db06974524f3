"""Two lines of one graph compared: where one leaves the other, where it comes back, how far apart they end.

Lines are compared by the tables they pass, not by what is said: a line leaves history at the first table that
history did not come to next, so argument, telegrams and silence leave nothing. The order in which issues were
settled is compared by Kendall's tau-b (1938, 1945), with the counts it rests on.
"""

from __future__ import annotations

from math import sqrt

from game.engine.state import Status
from game.graph.concessions import ConcessionGraph, Line
from game.graph.legs import Leg
from game.graph.positions import Held, Key, agreed, held, statuses
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Departure:
    """The first step that left the other line: at which ply, the step taken, and the one taken there instead.

    ``instead`` is None where the other line ended at that table.
    """

    ply: int
    step: Leg
    instead: Leg | None


@dataclass(frozen=True, slots=True)
class Return:
    """A table of the other line reached again after leaving it: at which ply, and at which ply of the other line."""

    ply: int
    theirs: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One issue that ends differently. ``steps`` counts options apart, both sides' positions together."""

    here: Held
    there: Held
    steps: int


@dataclass(frozen=True, slots=True)
class Order:
    """How alike two orders of settlement are. ``issues`` are settled in both lines, in the first one's order.

    Pairs settled in the same order are ``concordant``, in the opposite one ``discordant``, at the same step in either
    line ``tied``. ``tau`` runs from -1 to 1; None where it says nothing (fewer than two issues, or all tied).
    """

    issues: tuple[str, ...]
    concordant: int
    discordant: int
    tied: int
    tau: float | None


@dataclass(frozen=True, slots=True)
class Divergence:
    """How one line of play compares with another."""

    departure: Departure | None
    returns: tuple[Return, ...]
    differences: tuple[Difference, ...]
    order: Order

    @property
    def distance(self) -> int:
        """How many issues end differently."""
        return len(self.differences)


@dataclass(frozen=True, slots=True)
class _Stage:
    """A table a line came to: the step that led there (None at the opening), and its ply (0 at the opening)."""

    table: Key
    leg: Leg | None
    ply: int


def diverge(graph: ConcessionGraph, line: str, other: str) -> Divergence:
    """How ``line`` compares with ``other``. KeyError when the graph has no such line."""
    mine, theirs = graph.lines[line], graph.lines[other]
    here, there = _stages(mine), _stages(theirs)
    parted = _parting(here, there)
    departure = None if parted is None else _departure(here, there, parted)
    returns = () if parted is None else _returns(here[parted:], there)
    differences = _differences(graph, mine.tables[-1], theirs.tables[-1])
    return Divergence(departure, returns, differences, compare_orders(settled(graph, mine), settled(graph, theirs)))


def _stages(line: Line) -> list[_Stage]:
    """The tables of a line, each once while it stands."""
    stages = [_Stage(line.tables[0], None, 0)]
    for table, leg, ply in zip(line.tables[1:], line.legs, line.plies, strict=True):
        if table != stages[-1].table:
            stages.append(_Stage(table, leg, ply))
    return stages


def _parting(here: list[_Stage], there: list[_Stage]) -> int | None:
    """The place of the first stage that is not the other line's; None where there is none."""
    for place, stage in enumerate(here):
        if place >= len(there) or there[place].table != stage.table:
            return place
    return None


def _departure(here: list[_Stage], there: list[_Stage], place: int) -> Departure | None:
    """The step that left the other line; None where the lines have different openings."""
    leg = here[place].leg
    if leg is None:
        return None
    return Departure(here[place].ply, leg, there[place].leg if place < len(there) else None)


def _returns(away: list[_Stage], there: list[_Stage]) -> tuple[Return, ...]:
    """Each time a line comes from a table the other never had to one that it had."""
    plies = {stage.table: stage.ply for stage in reversed(there)}
    found = []
    before = False
    for stage in away:
        back = stage.table in plies
        if back and not before:
            found.append(Return(stage.ply, plies[stage.table]))
        before = back
    return tuple(found)


def _differences(graph: ConcessionGraph, here: Key, there: Key) -> tuple[Difference, ...]:
    pairs = zip(held(graph.agenda, here), held(graph.agenda, there), strict=True)
    return tuple(Difference(mine, theirs, _steps(graph, mine, theirs)) for mine, theirs in pairs if mine != theirs)


def _steps(graph: ConcessionGraph, mine: Held, theirs: Held) -> int:
    """How many options apart the positions are; a side that holds none in one of the two counts nothing."""
    level = graph.agenda.level
    return sum(
        abs(level(mine.issue, one) - level(mine.issue, two))
        for one, two in zip(mine.options, theirs.options, strict=True)
        if one is not None and two is not None
    )


def settled(graph: ConcessionGraph, line: Line) -> dict[str, int]:
    """The issues agreed at the end of a line and not at its opening, with the ply from which they stayed agreed."""
    found: dict[str, int] = {}
    places = {issue.id: place for place, issue in enumerate(graph.agenda.issues)}
    opening = set(agreed(graph.agenda, line.tables[0]))
    for table, leg, ply in zip(line.tables[1:], line.legs, line.plies, strict=True):
        if leg.before == leg.after:
            continue
        now = statuses(table)
        for issue in leg.issues:
            if now[places[issue]] is Status.AGREED:
                found[issue] = ply
            else:
                found.pop(issue, None)
                opening.discard(issue)
    return {issue: ply for issue, ply in found.items() if issue not in opening}


def compare_orders(mine: dict[str, int], theirs: dict[str, int]) -> Order:
    """Kendall's tau-b of two orders, on the issues settled in both.

    >>> order = compare_orders({"a": 1, "b": 2, "c": 3}, {"a": 5, "b": 9, "c": 7})
    >>> order.concordant, order.discordant, order.tied, round(order.tau, 3)
    (2, 1, 0, 0.333)
    """
    issues = sorted((issue for issue in mine if issue in theirs), key=lambda issue: (mine[issue], issue))
    concordant = discordant = only_mine = only_theirs = both = 0
    for place, one in enumerate(issues):
        for two in issues[place + 1 :]:
            here, there = mine[two] - mine[one], theirs[two] - theirs[one]
            concordant += here * there > 0
            discordant += here * there < 0
            only_mine += here == 0 and there != 0
            only_theirs += there == 0 and here != 0
            both += here == 0 and there == 0
    untied = concordant + discordant
    scale = sqrt((untied + only_mine) * (untied + only_theirs))
    tau = (concordant - discordant) / scale if scale else None
    return Order(tuple(issues), concordant, discordant, only_mine + only_theirs + both, tau)
