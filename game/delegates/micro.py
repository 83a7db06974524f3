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
from heapq import heapify, heappop, heappush

from game.delegates.acceptance import take_all, take_some, take_whole
from game.delegates.concession import Plan, even_ladder, planned
from game.delegates.delegate import Decision
from game.delegates.ground import Ground, survey, truth
from game.delegates.reasons import good_enough, truthful
from game.delegates.recall import Said, followed
from game.delegates.time_dependent import move_to, stand
from game.engine.ledger import Deed
from game.engine.moves import Answer
from game.engine.view import View
from game.slim import dataclass

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
    offered, began = _put_forward(view).get(party, NOTHING)
    silent = {issue for issue, _ in offered if began.get(issue, "") is None}
    return len(offered) - len(silent)


Forward = tuple[frozenset[tuple[str, str]], Mapping[str, str | None]]
"""What a party has put forward, by issue and option; and where it stood on each issue it has tabled something on before
it first did, None where it had said nothing."""
NOTHING: Forward = (frozenset(), {})
UNHEARD: Mapping[str, Forward] = {}


@followed(UNHEARD)
def _put_forward(known: Mapping[str, Forward], said: Said) -> Mapping[str, Forward]:
    """By party."""
    found = dict(known)
    for party in {one.by for one in said.offers} | {one.by for one in said.lines}:
        offered, began = found.get(party, NOTHING)
        lines = [one for one in said.lines if one.by == party and one.deed in NEW]
        first = dict(began)
        for offer in said.offers:
            if offer.by == party:
                for issue in offer.package.issues:
                    first.setdefault(issue, offer.before.get(issue))
        found[party] = (offered.union([(line.issue, line.option) for line in lines]), first)
    return found


def next_offer(view: View, grounds: tuple[Ground, ...], steps: int) -> Plan:
    """The package that many steps, the cheapest first, below what it holds: never one below the reservation value."""
    rungs = even_ladder(grounds)
    places, worth = dict(rungs.top), rungs.worth
    ways = [step for number, here in places.items() if (step := _step(grounds, number, here)) is not None]
    heapify(ways)
    for _ in range(steps):
        if not ways or worth - ways[0][0] <= view.stakes.reservation:
            break
        cost, number, place = heappop(ways)
        places[number], worth = place, worth - cost
        further = _step(grounds, number, place)
        if further is not None:
            heappush(ways, further)
    return planned(view, grounds, places)


def _step(grounds: tuple[Ground, ...], number: int, here: int) -> tuple[int, int, int] | None:
    """The step from a place of one issue to the next nearer the other side: (cost, number of the issue, place)."""
    ground = grounds[number]
    nearer = [place for place in ground.askable if (place > here if ground.side == 0 else place < here)]
    if not nearer:
        return None
    place = nearer[0] if ground.side == 0 else nearer[-1]
    return ground.points[here] - ground.points[place], number, place
