"""MiCRO: one new offer of its own for each new offer of the other side, down its own order of worth, and never more.

(De Jonge 2022, "An Analysis of the Linear Bilateral ANAC Domains Using the MiCRO Benchmark Strategy", IJCAI.) There an
offer is a whole package, and the order runs through all packages; here there are 10^30 of them, and what is tabled is
clauses. So it departs from the paper in three ways. An offer is one option tabled on one issue, and a speech may hold
several. The order runs from its best package down by single steps, the cheapest first: each is the best package one
clause away, not the next best of all. What is worth at least its own last offer is accepted clause by clause, and the
rest as a whole when it is worth as much as the next offer would be. As there, an offer made again counts for nothing,
it repeats itself while the other side has nothing new to say, and it never offers less than no agreement is worth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.delegates.acceptance import take_all, take_some, take_whole
from game.delegates.concession import Plan, even_ladder, planned
from game.delegates.delegate import Decision
from game.delegates.ground import Ground, survey, truth
from game.delegates.reasons import good_enough, truthful
from game.delegates.time_dependent import move_to, stand
from game.engine.moves import Answer
from game.engine.state import Deed
from game.engine.view import View

NEW = (Deed.OFFERED, Deed.RETREATED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds by which an option is put on the table, or taken from it."""


@dataclass(frozen=True)
class Micro:
    """Concedes one clause for each new clause of the other side's, and once more: somebody has to begin."""

    name: str = "micro"

    def choose(self, view: View) -> Decision:
        """Answer, take what is as good as its own next offer, else table that, or repeat itself."""
        if view.asked:
            return Decision(Answer(view.party, truth(view)), (truthful(view.asked),))
        grounds = survey(view)
        mine = next_offer(view, grounds, owed(view))
        accept = (
            take_whole(view, mine, mine.worth) or take_all(view, grounds, mine.worth) or take_some(view, grounds, mine)
        )
        if accept is not None:
            return Decision(accept, (good_enough(accept, mine.worth),))
        return move_to(view, grounds, mine) or stand(view, grounds)


def owed(view: View) -> int:
    """How many steps to take now: one more than the other side has made new offers beyond one's own; 0 or more."""
    return max(0, 1 + new_offers(view, view.other) - new_offers(view, view.party))


def new_offers(view: View, party: str) -> int:
    """How many different options a party has put forward in this game, its first on each silent issue left out."""
    begun = {issue for issue, standing in _at_first(view, party).items() if standing is None}
    offered = {(entry.issue, entry.option) for entry in view.ledger if entry.by == party and entry.deed in NEW}
    return len(offered) - len({issue for issue, _ in offered} & begun)


def _at_first(view: View, party: str) -> Mapping[str, str | None]:
    """Where a party stood on each issue it has since tabled something on; None where it had said nothing."""
    first: dict[str, str | None] = {}
    for offer in view.offers:
        if offer.by == party:
            for issue in offer.package.issues:
                first.setdefault(issue, offer.before.get(issue))
    return first


def next_offer(view: View, grounds: tuple[Ground, ...], steps: int) -> Plan:
    """The package that many steps, the cheapest first, below what it holds: never one below the reservation value."""
    rungs = even_ladder(grounds)
    places, worth = dict(rungs.top), rungs.worth
    for _ in range(steps):
        step = _cheapest(grounds, places)
        if step is None or worth - step[0] <= view.stakes.reservation:
            break
        cost, number, place = step
        places[number], worth = place, worth - cost
    return planned(view, grounds, places)


def _cheapest(grounds: tuple[Ground, ...], places: Mapping[int, int]) -> tuple[int, int, int] | None:
    """The step that costs least: (cost, number of the issue, place); None when nothing is left to give."""
    steps = []
    for number, here in places.items():
        ground = grounds[number]
        nearer = [place for place in ground.askable if ground.up(place) < ground.up(here)]
        if nearer:
            place = max(nearer, key=ground.up)
            steps.append((ground.points[here] - ground.points[place], number, place))
    return min(steps, default=None)
