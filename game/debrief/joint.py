"""Joint value: the outcome against everything both sides could have signed, and what would be better for both."""

from __future__ import annotations

from game.bargaining.frontier import Frontier, frontier
from game.bargaining.placing import Placed, place
from game.bargaining.space import Space, Worths
from game.bargaining.swaps import Swap
from game.engine.party import Latitude
from game.engine.state import State
from game.graph.scales import stand
from game.slim import dataclass

MOST_SWAPS = 3


@dataclass(frozen=True, slots=True)
class Exchange:
    """A swap of clauses better for both, and what in it lay beyond a side's instructions: (party, issue, option)."""

    swap: Swap
    beyond: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Joint:
    """What is agreed, judged on its own issues.

    ``unclaimed`` is the largest share that could still be added to both at once, each of what lies between its worst
    and best undominated worth on these issues; 0.0 on the frontier, None where nothing is agreed.
    """

    placed: Placed
    unclaimed: float | None
    exchanges: tuple[Exchange, ...]


def joint(state: State, space: Space) -> Joint:
    """Where what is agreed lies, and exchanges better for both."""
    placed = place(state.scenario.agenda, space, state.settled)
    if placed.better is None:
        return Joint(placed, None, ())
    edge = frontier(space.only(placed.package.issues))
    made = tuple(Exchange(swap, _beyond(state, swap)) for swap in placed.better.small[:MOST_SWAPS])
    return Joint(placed, unclaimed(edge, placed.better.worths), made)


def unclaimed(edge: Frontier, worths: Worths) -> float:
    """The largest share both sides could still gain at once over ``worths``; 0.0 on the frontier."""
    first = max(1, edge.points[-1][0] - edge.points[0][0])
    second = max(1, edge.points[0][1] - edge.points[-1][1])
    return max(0.0, max(min((a - worths[0]) / first, (b - worths[1]) / second) for a, b in edge.points))


def _beyond(state: State, swap: Swap) -> tuple[tuple[str, str, str], ...]:
    """What each side would have had to be given leave for, as its instructions stood at the end."""
    parties = [party.id for party in state.scenario.agenda.parties]
    return tuple(
        (party, change.issue, change.after)
        for change in swap.changes
        for party in parties
        if state.latitude(party, change.issue, change.after).rank >= Latitude.ASK.rank
    )


def stands_worth(state: State, space: Space) -> tuple[Worths, Worths]:
    """What the settlement each side stood on would be worth to both: its positions, and its own end where silent."""
    agenda = state.scenario.agenda
    first, second = (space.worth(bytes(stand(agenda, state.table, side))) for side in (0, 1))
    return first, second
