"""What would become of it if the other side took everything on the table at once: never less than no agreement."""

from __future__ import annotations

from game.delegates.counterpart.brief import Brief
from game.delegates.delegate import Decision
from game.delegates.reasons import takes_back
from game.engine.moves import Accept, Move, Propose, Terms, Withdraw
from game.engine.package import Package
from game.engine.state import Offer, OfferStatus
from game.engine.view import View
from game.engine.worth import worth


def withdraw(of: Brief) -> Decision | None:
    """Take back the oldest all-or-nothing offer whose acceptance would now leave less than no agreement."""
    view, least = of.view, of.view.stakes.reservation
    for offer in _own_offers(view):
        value = _worth(view, _standing(view).merged(view.settled).merged(offer.package))
        if value <= least:
            return Decision(Withdraw(view.party, offer.number), (takes_back(offer.number, value, least),))
    return None


def ruinous(of: Brief, move: Move) -> bool:
    """Whether a move could leave less than no agreement, should the other side take all that would then stand."""
    view = of.view
    if not isinstance(move, Propose | Accept):
        return False
    standing = _standing(view).merged(view.settled)
    if isinstance(move, Propose) and move.terms is Terms.SEVERABLE:
        standing = standing.merged(move.package)
    for offer in _own_offers(view):
        standing = standing.merged(offer.package)
    return _worth(view, standing.merged(move.package)) <= view.stakes.reservation


def _worth(view: View, package: Package) -> int:
    return worth(view.agenda, view.stakes, package)


def _standing(view: View) -> Package:
    """One's own positions on the issues a settlement needs; where there is none, the best one could ask for."""
    side = view.agenda.side(view.party)
    return Package.of(
        {
            issue.id: standing.positions[side] or issue.options[points.index(max(points))].id
            for issue, standing, points in zip(view.agenda.issues, view.table, view.stakes.points, strict=True)
            if issue.required
        }
    )


def _own_offers(view: View) -> tuple[Offer, ...]:
    own = (offer for offer in view.offers if offer.by == view.party and offer.status is OfferStatus.OPEN)
    return tuple(offer for offer in own if offer.terms is Terms.WHOLE)
