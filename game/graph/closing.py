"""Could either side have closed that night? The deadlock as a graph model of four states.

Each side holds to its stand or gives way. Both hold: no agreement, worth the reservation. One gives way: the other's
stand is signed. Both give way: they meet half-way, issue by issue. A side may give way only as far as its
instructions reach, so a move it is not allowed is no move. Giving way may be taken back: it is *ad referendum*.

The reduction to two choices a side is ours; the stability of the four states is by the definitions in ``stability``.
"""

from __future__ import annotations

from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.scenario import Agenda, contradictions
from game.engine.state import State
from game.engine.worth import worth
from game.graph.scales import Stand, stand
from game.graph.stability import Concept, Conflict, Orders, Stability, orders, stability
from game.slim import dataclass

HOLD, FIRST_YIELDS, SECOND_YIELDS, HALFWAY = range(4)
"""The four states: both hold; the first party gives way; the second does; both do."""
_MOVES = (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,)))
"""Where each party gets from each state by changing its own choice."""


@dataclass(frozen=True)
class Closing:
    """The night's four outcomes and how stable they are.

    ``apart`` are the issues on which the sides differ, in agenda order; ``untouched``: nobody has spoken to any issue
    at all. ``packages`` are what would be signed in each state, None for no agreement; ``worths`` what the state is
    worth to both parties; ``barred`` the options, as (issue, option), that keep each party from signing the other's
    stand, and ``halfway_barred`` from meeting half-way. ``contradicted`` are the states whose package a linkage
    forbids: they count as no agreement.
    """

    agenda: Agenda
    apart: tuple[str, ...]
    untouched: bool
    packages: tuple[Package | None, Package, Package, Package]
    worths: tuple[tuple[int, int], ...]
    barred: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
    halfway_barred: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
    contradicted: tuple[int, ...]
    conflict: Conflict

    def verdict(self, side: int, state: int = HOLD) -> Stability:
        """How stable a state, the deadlock unless told otherwise, is for one side (0 or 1)."""
        return stability(self.conflict, state, side)

    def stable(self, concept: Concept, state: int = HOLD) -> bool:
        """Whether a state, the deadlock unless told otherwise, is an equilibrium by a concept."""
        return all(self.verdict(side, state).holds(concept) for side in (0, 1))

    def orders(self, side: int, concept: Concept) -> Orders | None:
        """Under which orders of the four outcomes the deadlock would be stable for one side."""
        return orders(self.conflict, HOLD, side, concept)


def closing(state: State, within: Latitude = Latitude.REPORT) -> Closing:
    """The four outcomes of a state's deadlock, if instructions reach up to ``within``.

    ``Latitude.REPORT``: what a delegate may give that night. ``Latitude.ASK``: had the principals said yes to all
    that may be asked of them. An issue nobody has spoken to counts half-way in every outcome.
    """
    agenda = state.scenario.agenda
    first, second = _stands(state)
    middle = halfway(first, second)
    packages = (None, _package(agenda, second), _package(agenda, first), _package(agenda, middle))
    broken = tuple(place for place, one in enumerate(packages) if one and contradictions(agenda, one))
    barred = (_beyond(state, 0, second, within), _beyond(state, 1, first, within))
    halfway_barred = (_beyond(state, 0, middle, within), _beyond(state, 1, middle, within))
    worths = tuple(_worths(state, None if place in broken else one) for place, one in enumerate(packages))
    conflict = Conflict(
        deciders=(agenda.parties[0].id, agenda.parties[1].id),
        states=("both hold", "first gives way", "second gives way", "half-way"),
        moves=(_moves(0, barred[0], halfway_barred[0]), _moves(1, barred[1], halfway_barred[1])),
        payoffs=(tuple(one[0] for one in worths), tuple(one[1] for one in worths)),
    )
    pairs = zip(agenda.issues, first, second, strict=True)
    apart = tuple(issue.id for issue, mine, theirs in pairs if mine != theirs)
    untouched = all(one.positions == (None, None) and one.agreement is None for one in state.table)
    return Closing(agenda, apart, untouched, packages, worths, barred, halfway_barred, broken, conflict)


def _stands(state: State) -> tuple[Stand, Stand]:
    """Both stands; where nobody has spoken, the middle of the two ends for both."""
    agenda = state.scenario.agenda
    first, second = stand(agenda, state.table, 0), stand(agenda, state.table, 1)
    middle = halfway(first, second)
    silent = [one.positions == (None, None) and one.agreement is None for one in state.table]
    return (
        tuple(middle[place] if silent[place] else option for place, option in enumerate(first)),
        tuple(middle[place] if silent[place] else option for place, option in enumerate(second)),
    )


def halfway(first: Stand, second: Stand) -> Stand:
    """The options midway between two stands; an odd one out goes to the first party, the next to the second.

    >>> halfway((0, 0, 1), (2, 1, 2))
    (1, 0, 2)
    """
    found = []
    to_first = True
    for mine, theirs in zip(first, second, strict=True):
        middle, odd = divmod(mine + theirs, 2)
        if odd and not to_first:
            middle += 1
        if odd:
            to_first = not to_first
        found.append(middle)
    return tuple(found)


def _package(agenda: Agenda, options: Stand) -> Package:
    pairs = zip(agenda.issues, options, strict=True)
    return Package.of({issue.id: issue.options[option].id for issue, option in pairs})


def _beyond(state: State, side: int, options: Stand, within: Latitude) -> tuple[tuple[str, str], ...]:
    """What in a settlement a party's instructions do not reach.

    Where it stands already counts as given; what nobody has spoken to keeps nobody from closing.
    """
    agenda = state.scenario.agenda
    mine = stand(agenda, state.table, side)
    return tuple(
        (issue.id, issue.options[option].id)
        for place, (issue, option) in enumerate(zip(agenda.issues, options, strict=True))
        if option != mine[place]
        and state.table[place].positions != (None, None)
        and state.instructions[side][place][option].rank > within.rank
    )


def _worths(state: State, package: Package | None) -> tuple[int, int]:
    first, second = state.scenario.stakes
    if package is None:
        return first.reservation, second.reservation
    agenda = state.scenario.agenda
    return worth(agenda, first, package), worth(agenda, second, package)


def _moves(
    side: int, barred: tuple[tuple[str, str], ...], halfway_barred: tuple[tuple[str, str], ...]
) -> tuple[tuple[int, ...], ...]:
    """A party's moves between the four states, without those its instructions forbid."""
    yields = (FIRST_YIELDS, SECOND_YIELDS)[side]
    closed = {yields} if barred else set()
    closed |= {HALFWAY} if halfway_barred else set()
    return tuple(tuple(end for end in ends if end not in closed) for ends in _MOVES[side])
