"""Linkages looked at ahead: an option that would leave nothing one may give on another open issue is not given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.delegates.ground import Ground
from game.delegates.recall import recalled
from game.engine.issues import Linkage
from game.engine.package import Package
from game.engine.scenario import Agenda
from game.engine.state import OfferStatus
from game.engine.view import View


def untied(view: View, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """The grounds without the options that would shut every way of settling an issue tied to theirs."""
    return _untied(view.agenda, grounds) if view.agenda.binding else grounds


@recalled(6)
def _untied(agenda: Agenda, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    freed = _freed(agenda, *[grounds[number] for number in agenda.bound_places])
    if not freed:
        return grounds
    untied = list(grounds)
    for number, ground in freed.items():
        untied[number] = ground
    return tuple(untied)


@recalled(8)
def _freed(agenda: Agenda, *tied: Ground) -> Mapping[int, Ground]:
    """Those of the tied grounds, by number of the issue, that are to lose an option."""
    found = {}
    by_issue = {ground.issue.id: ground for ground in tied}
    for ground in tied:
        places = _free_places(agenda, by_issue, ground)
        if ground.agreed is None and places and len(places) < len(ground.givable):
            askable = tuple([place for place in ground.askable if place in places]) or places
            found[agenda.place(ground.issue.id)] = replace(ground, givable=places, askable=askable)
    return found


def _free_places(agenda: Agenda, tied: Mapping[str, Ground], ground: Ground) -> tuple[int, ...]:
    """The places of what may be given that are no trap."""
    ids = ground.issue.ids
    own = [linkage for linkage in agenda.binding if ground.issue.id in (linkage.issue, linkage.other)]
    taken = [(place, Package.of({ground.issue.id: ids[place]})) for place in ground.givable]
    return tuple([place for place, package in taken if not any(_shuts(tied, one, package) for one in own)])


def trap(view: View, grounds: tuple[Ground, ...], package: Package) -> str:
    """The text of a linkage by which a package leaves nothing one may give on an issue outside it; empty when none."""
    if view.agenda.bound.isdisjoint(package.issues):
        return ""
    by_issue = {ground.issue.id: ground for ground in grounds}
    return next((linkage.text for linkage in view.agenda.binding if _shuts(by_issue, linkage, package)), "")


def untrapped(view: View, grounds: tuple[Ground, ...]) -> View:
    """The view without the all-or-nothing offers that are traps: as if they had lapsed."""
    traps = {offer.number for offer in view.wholes_to_me if trap(view, grounds, offer.package)}
    if not traps:
        return view
    lapsed = (replace(one, status=OfferStatus.LAPSED) if one.number in traps else one for one in view.offers)
    return replace(view, offers=tuple(lapsed))


def _shuts(grounds: Mapping[str, Ground], linkage: Linkage, package: Package) -> bool:
    """Whether a package leaves nothing one may give on the issue, outside it, to which the linkage ties it."""
    first, second = package.get(linkage.issue), package.get(linkage.other)
    if (first is None) == (second is None):
        return False
    ground = grounds[linkage.other if second is None else linkage.issue]
    if ground.agreed is not None or not ground.issue.required or not ground.givable:
        return False
    left = [ground.issue.ids[place] for place in ground.givable]
    return all(linkage.broken_by(*((first, one) if second is None else (one, second))) for one in left)
