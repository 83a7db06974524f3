"""What may be accepted now: a whole offer, everything on the table, or some of the other side's positions."""

from __future__ import annotations

from collections.abc import Mapping

from game.delegates.concession import Plan
from game.delegates.ground import Ground, contradicts, overview
from game.engine.moves import Accept
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.view import View
from game.engine.worth import sweetened, worth


def within_instructions(view: View, package: Package) -> bool:
    """Whether instructions let a delegate take these options, if only ad referendum, or they are agreed already."""
    settled = dict(view.settled.items)
    return all(
        view.latitude(issue, option).rank < Latitude.ASK.rank or settled.get(issue) == option
        for issue, option in package
    )


def with_offer(view: View, mine: Plan, package: Package) -> int:
    """What the whole would be worth with ``package`` laid over what is agreed, and the plan for the rest.

    Open matters of procedure outside the package count nothing: a settlement may leave them out.
    """
    planned = {i: o for i, o in mine.options.items() if view.agenda.issue(i).required}
    return worth(view.agenda, view.stakes, Package.of(planned).merged(view.settled).merged(package))


def take_whole(view: View, mine: Plan, target: float) -> Accept | None:
    """Accept the best all-or-nothing offer that, with the plan for the rest, is worth the target."""
    best: tuple[int, int] | None = None
    for offer in view.wholes_to_me:
        if not within_instructions(view, offer.package) or contradicts(view, offer.package):
            continue
        value = with_offer(view, mine, offer.package)
        if value >= target and (best is None or value > best[0]):
            best = (value, offer.number)
    return Accept(view.party, view.offers[best[1] - 1].package, best[1]) if best else None


def take_all(view: View, grounds: tuple[Ground, ...], target: float) -> Accept | None:
    """Accept everything the other side holds, when that completes a settlement worth the target."""
    seen = overview(grounds)
    if not seen.complete or not seen.offered:
        return None
    value = seen.agreed + sum([points for _, points in seen.offered])
    if value + sum([max(0, one.points) for one in view.stakes.sweeteners]) < target:
        return None
    package = Package.of({ground.issue.id: ground.offered or "" for ground, _ in seen.offered})
    value += sweetened(view.agenda, view.stakes, view.settled.merged(package))
    if value < target or contradicts(view, package):
        return None
    return Accept(view.party, package)


def take_some(view: View, grounds: tuple[Ground, ...], mine: Plan) -> Accept | None:
    """Accept, issue by issue, what is at least as good as what the plan would give."""
    planned, taken = mine.options, dict[str, str]()
    for ground, points in overview(grounds).offered:
        ours = planned.get(ground.issue.id)
        if ours is not None and points >= ground.value(ours) and _fits(view, taken, ground):
            taken[ground.issue.id] = ground.offered or ""
    return Accept(view.party, Package.of(taken)) if taken else None


def good_enough(ground: Ground, mine: Plan) -> bool:
    """Whether the other side's position may be given and is at least as good as the plan's option."""
    planned = mine.options.get(ground.issue.id)
    if ground.offered is None or planned is None:
        return False
    return planned == ground.offered or ground.value(ground.offered) >= ground.value(planned)


def _fits(view: View, taken: Mapping[str, str], ground: Ground) -> bool:
    if ground.issue.id not in view.agenda.bound:
        return True
    return not contradicts(view, Package.of({**taken, ground.issue.id: ground.theirs or ""}))
