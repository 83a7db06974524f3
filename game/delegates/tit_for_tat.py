"""Naive tit-for-tat: gives exactly as many of its own points as it has been given.

(Axelrod's strategy as Faratin, Sierra & Jennings 1998 carry it over to offers: behaviour-dependent, absolute.)
"""

from __future__ import annotations

from game.delegates.ground import survey
from game.delegates.time_dependent import Conceding
from game.engine.ledger import Deed
from game.engine.view import View


def tit_for_tat() -> Conceding:
    """Starts from its best package and answers every point it is given with one of its own."""
    return Conceding("tit-for-tat", by_return)


def by_return(view: View, best: int) -> float:
    """The best less what the other side has moved towards this one, never under the reservation value."""
    return max(min(best, view.stakes.reservation + 1), best - received(view))


def received(view: View) -> int:
    """How many of this party's points the other side has given since its first position on each issue.

    Where it accepted this party's option without ever having tabled one, it counts as having stood at its own end.
    """
    first = _first_positions(view)
    accepted = {e.issue for e in view.ledger if e.by != view.party and e.deed is Deed.ACCEPTED}
    total = 0
    for ground in survey(view):
        now = ground.agreed or ground.theirs
        if now is None or ground.inherited:
            continue
        began = first.get(ground.issue.id) or (None if ground.issue.id in accepted else now)
        total += ground.value(now) - ground.value(began)
    return max(0, total)


def _first_positions(view: View) -> dict[str, str]:
    first: dict[str, str] = {}
    for offer in view.offers:
        if offer.by != view.party:
            for issue, option in (*offer.before, *offer.package):
                first.setdefault(issue, option)
    return first
