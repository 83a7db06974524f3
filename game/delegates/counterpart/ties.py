"""Linkages looked at ahead: an option that would leave nothing one may give on another open issue is not given."""

from __future__ import annotations

from dataclasses import replace

from game.delegates.ground import Ground, whole_offers
from game.delegates.recall import recalled
from game.engine.issues import Linkage
from game.engine.package import Package
from game.engine.scenario import Agenda
from game.engine.state import OfferStatus
from game.engine.view import View


def untied(view: View, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """The grounds without the options that would shut every way of settling an issue tied to theirs."""
    return _untied(view.agenda, grounds) if view.agenda.bound else grounds


@recalled(4)
def _untied(agenda: Agenda, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    return tuple([_freed(agenda, grounds, one) if one.issue.id in agenda.bound else one for one in grounds])


def trap(view: View, grounds: tuple[Ground, ...], package: Package) -> str:
    """The text of a linkage by which a package leaves nothing one may give on an issue outside it; empty when none."""
    return _trap(view.agenda, grounds, package)


def _trap(agenda: Agenda, grounds: tuple[Ground, ...], package: Package) -> str:
    if agenda.bound.isdisjoint(package.issues):
        return ""
    return next((linkage.text for linkage in agenda.binding if _shuts(agenda, grounds, linkage, package)), "")


def untrapped(view: View, grounds: tuple[Ground, ...]) -> View:
    """The view without the all-or-nothing offers that are traps: as if they had lapsed."""
    traps = {offer.number for offer in whole_offers(view) if trap(view, grounds, offer.package)}
    if not traps:
        return view
    lapsed = (replace(one, status=OfferStatus.LAPSED) if one.number in traps else one for one in view.offers)
    return replace(view, offers=tuple(lapsed))


def _shuts(agenda: Agenda, grounds: tuple[Ground, ...], linkage: Linkage, package: Package) -> bool:
    first, second = package.get(linkage.issue), package.get(linkage.other)
    if (first is None) == (second is None):
        return False
    ground = grounds[agenda.place(linkage.other if second is None else linkage.issue)]
    if ground.agreed is not None or not ground.issue.required or not ground.givable:
        return False
    left = [ground.issue.options[place].id for place in ground.givable]
    return all(linkage.broken_by(*((first, one) if second is None else (one, second))) for one in left)


def _freed(agenda: Agenda, grounds: tuple[Ground, ...], ground: Ground) -> Ground:
    """The ground with no more than the places that are no trap; as it is, where nothing would be left."""
    issue, options = ground.issue.id, ground.issue.options
    free = tuple([at for at in ground.givable if not _trap(agenda, grounds, Package.of({issue: options[at].id}))])
    if ground.agreed is not None or not free or len(free) == len(ground.givable):
        return ground
    askable = tuple([place for place in ground.askable if place in free]) or free
    return replace(ground, givable=free, askable=askable)
