"""Why something is refused. A cause is stated only if, it alone being removed, what is refused would be taken.

Where several stand in the way together, all are stated, and it is all of them that would have to go.
"""

from __future__ import annotations

from dataclasses import replace

from game.delegates.acceptance import good_enough, with_offer, within_instructions
from game.delegates.concession import Plan, plan
from game.delegates.counterpart.brief import Brief, brief
from game.delegates.counterpart.posture import Posture
from game.delegates.counterpart.ties import trap
from game.delegates.delegate import Reason
from game.delegates.ground import ON_THE_SPOT, Ground, contradicts
from game.delegates.reasons import (
    LATER,
    LATER_FOR_MORE,
    forbids,
    not_returned,
    refused_at_home,
    tied,
    tied_elsewhere,
    too_little,
    weighs_more,
    worse_than_none,
)
from game.delegates.recall import recalled
from game.engine.issues import Linkage
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.scenario import Agenda, contradictions
from game.engine.state import Instructions, Offer
from game.engine.view import View


def against_position(of: Brief, ground: Ground) -> tuple[Reason, ...]:
    """Why the other side's position on an issue is not accepted; empty when nothing is against it."""
    view, option = of.view, ground.theirs
    if option is None:
        return ()
    found = _against_the_option(view, ground, option)
    taken = Package.of({ground.issue.id: option})
    text = contradicts(view, taken) or trap(view, of.grounds, taken)
    if text:
        found = (*found, tied(ground.issue, option, text))
    number = view.agenda.place(ground.issue.id)
    freed = _allowing(_unlinked(view) if text else view, ((ground.issue.id, option),)) if found else view
    return (*found, *_against_its_price(brief(freed, of.temper) if found else of, number))


def _against_the_option(view: View, ground: Ground, option: str) -> tuple[Reason, ...]:
    """What one's own side has against giving an option at all."""
    if ground.latitudes[ground.place(option)] in ON_THE_SPOT:
        return ()
    principal = view.agenda.party(view.party).principal
    latitude = ground.latitudes[ground.place(option)]
    asked_in_vain = any(telegram.refused.get(ground.issue.id) == option for telegram in view.telegrams)
    because = refused_at_home if asked_in_vain else forbids
    return (because(ground.issue, option, latitude, principal),)


def _against_its_price(of: Brief, number: int) -> tuple[Reason, ...]:
    """Whether it is reciprocity, the clock or one's own priorities that make an allowed position too dear."""
    ground = of.grounds[number]
    if good_enough(ground, of.plan):
        return ()
    stance = of.posture
    worth = of.plan.worth + ground.value(ground.theirs) - ground.value(of.plan.get(ground.issue.id))
    if good_enough(ground, of.at(stance.by_clock)):
        return (not_returned(ground.issue, stance.received, stance.by_return),)
    if good_enough(ground, of.at(0.0)):
        remedy = LATER if good_enough(ground, of.at(stance.by_return)) else LATER_FOR_MORE
        return (too_little(ground.issue, worth, stance.aspiration, remedy),)
    return _at_any_hour(of, number)


def _at_any_hour(of: Brief, number: int) -> tuple[Reason, ...]:
    """Why the lowest plan of all does not reach a position: a tie to the rest, its price, or one's own priorities."""
    ground, lowest = of.grounds[number], of.at(0.0)
    planned = lowest.get(ground.issue.id)
    if planned is None or ground.theirs is None:
        return ()
    tie, plain = _tie_to_the_plan(of, ground, lowest), brief(_unlinked(of.view), of.temper)
    if tie is not None and good_enough(plain.grounds[number], plain.at(0.0)):
        elsewhere = of.view.agenda.issue(tie.other if tie.issue == ground.issue.id else tie.issue)
        because = tied_elsewhere(ground.issue, ground.theirs, elsewhere, tie.text)
        return (because, *_against_its_price(plain, number))
    reservation = of.view.stakes.reservation
    best = of.rungs.worth - ground.points[of.rungs.top[number]] + ground.value(ground.theirs)
    found = () if best > reservation else (worse_than_none(ground.issue, best, reservation),)
    if found and good_enough(ground, plan(of.view, of.grounds, of.rungs, 1.0)):
        return found
    loss = ground.value(planned) - ground.value(ground.theirs)
    gain = of.believed.brings(number, ground.height(ground.theirs)) - of.believed.brings(number, ground.height(planned))
    return (*found, weighs_more(ground.issue, loss, gain))


def _tie_to_the_plan(of: Brief, ground: Ground, lowest: Plan) -> Linkage | None:
    """The linkage that taking a position would contradict, if on the other issues its lowest plan were agreed."""
    whole = Package.of({**lowest.options, **dict(of.view.settled.items), ground.issue.id: ground.theirs or ""})
    ties = contradictions(of.view.agenda, whole)
    return next((one for one in ties if ground.issue.id in (one.issue, one.other)), None)


def against_offer(of: Brief, offer: Offer) -> tuple[Reason, ...]:
    """Why an all-or-nothing offer is not accepted; empty when nothing is against it."""
    view = of.view
    found: list[Reason] = []
    for issue, option in offer.package:
        if view.settled.get(issue) != option:
            ground = of.grounds[view.agenda.place(issue)]
            found.extend(_against_the_option(view, ground, option))
    text = contradicts(view, offer.package) or trap(view, of.grounds, offer.package)
    if text:
        issue, option = offer.package.items[0]
        found.append(tied(view.agenda.issue(issue), option, text))
    freed = with_leave(of, offer)
    worth = with_offer(view, freed.plan, offer.package)
    if worth < freed.wanted:
        found.append(_too_dear(worth, freed.posture))
    return tuple(found)


def with_leave(of: Brief, offer: Offer) -> Brief:
    """What there would be to make of the table if instructions allowed an offer."""
    if within_instructions(of.view, offer.package):
        return of
    return brief(_allowing(of.view, offer.package.items), of.temper)


def _too_dear(worth: int, stance: Posture) -> Reason:
    """Whether it is reciprocity or the clock that makes a whole offer worth too little. The worth in own points."""
    if worth >= stance.by_clock:
        return not_returned(None, stance.received, stance.by_return)
    return too_little(None, worth, stance.aspiration, LATER if worth >= stance.by_return else LATER_FOR_MORE)


def _unlinked(view: View) -> View:
    """The view there would be if nothing tied one issue to another."""
    return replace(view, agenda=_without_linkages(view.agenda))


@recalled(2)
def _without_linkages(agenda: Agenda) -> Agenda:
    return replace(agenda, linkages=())


def _allowing(view: View, options: tuple[tuple[str, str], ...]) -> View:
    """The view there would be if instructions allowed these options."""
    instructions: list[tuple[Latitude, ...]] = list(view.instructions)
    for issue, option in options:
        number = view.agenda.place(issue)
        place = view.agenda.level(issue, option) - 1
        row = instructions[number]
        if row[place].rank > Latitude.REPORT.rank:
            instructions[number] = (*row[:place], Latitude.REPORT, *row[place + 1 :])
    changed: Instructions = tuple(instructions)
    return replace(view, instructions=changed)
