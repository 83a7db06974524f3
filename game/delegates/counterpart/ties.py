"""Linkages looked at ahead: an option that would leave nothing one may give on another open issue is not given."""

from __future__ import annotations

from dataclasses import replace

from game.delegates.ground import Ground, whole_offers
from game.engine.issues import Linkage, LinkageKind
from game.engine.package import Package
from game.engine.state import OfferStatus
from game.engine.view import View

BINDING = (LinkageKind.REQUIRES, LinkageKind.EXCLUDES)
"""The linkages that two settlements can contradict."""


def untied(view: View, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """The grounds without the options that would shut every way of settling an issue tied to theirs."""
    tied = {issue for linkage in view.agenda.linkages if linkage.kind in BINDING for issue in linkage_ends(linkage)}
    if not tied:
        return grounds
    return tuple(_freed(view, grounds, ground) if ground.issue.id in tied else ground for ground in grounds)


def trap(view: View, grounds: tuple[Ground, ...], package: Package) -> str:
    """The text of a linkage by which a package leaves nothing one may give on an issue outside it; empty when none."""
    for linkage in view.agenda.linkages:
        if linkage.kind in BINDING and _shuts(view, grounds, linkage, package):
            return linkage.text
    return ""


def untrapped(view: View, grounds: tuple[Ground, ...]) -> View:
    """The view without the all-or-nothing offers that are traps: as if they had lapsed."""
    traps = {offer.number for offer in whole_offers(view) if trap(view, grounds, offer.package)}
    if not traps:
        return view
    lapsed = (replace(one, status=OfferStatus.LAPSED) if one.number in traps else one for one in view.offers)
    return replace(view, offers=tuple(lapsed))


def linkage_ends(linkage: Linkage) -> tuple[str, str]:
    """The two issues a linkage ties."""
    return linkage.issue, linkage.other


def _shuts(view: View, grounds: tuple[Ground, ...], linkage: Linkage, package: Package) -> bool:
    first, second = package.get(linkage.issue), package.get(linkage.other)
    if (first is None) == (second is None):
        return False
    ground = grounds[view.agenda.place(linkage.other if second is None else linkage.issue)]
    if ground.agreed is not None or not ground.issue.required or not ground.givable:
        return False
    left = [ground.issue.options[place].id for place in ground.givable]
    return all(linkage.broken_by(*((first, one) if second is None else (one, second))) for one in left)


def _freed(view: View, grounds: tuple[Ground, ...], ground: Ground) -> Ground:
    """The ground with no more than the places that are no trap; as it is, where nothing would be left."""
    issue, options = ground.issue.id, ground.issue.options
    free = tuple([at for at in ground.givable if not trap(view, grounds, Package.of({issue: options[at].id}))])
    if ground.agreed is not None or not free or len(free) == len(ground.givable):
        return ground
    askable = tuple([place for place in ground.askable if place in free]) or free
    return replace(ground, givable=free, askable=askable)
