"""Asking the principal: what instructions do not allow, and a settlement seems to need."""

from __future__ import annotations

from game.delegates.acceptance import with_offer
from game.delegates.counterpart.brief import Brief
from game.delegates.counterpart.causes import against_offer, with_leave
from game.delegates.counterpart.posture import at_the_last
from game.delegates.delegate import Decision
from game.delegates.ground import Ground
from game.delegates.reasons import Cause, asks_home
from game.engine.moves import ConsultCapital
from game.engine.package import Package
from game.engine.party import Latitude, Line
from game.engine.rules import TELEGRAMS_IN_A_MEETING
from game.engine.state import Offer

CORRIDOR_FROM = (0.2, 0.5, 0.8)
"""The shares of a sitting gone after which a delegate whose principal is next door asks a first, second, third time."""
CABLES = 2
"""Telegrams in a sitting, in its last speeches: the second asks for what lies behind what the first asked for."""
OF_THE_HOUR = (Cause.ASPIRATION, Cause.RECIPROCITY)
"""Causes that pass as the talks go on."""
MOST_IN_A_MESSAGE = {Line.CORRIDOR: 5, Line.TELEGRAM: 15}
"""Options asked for in one message: what a principal can rule on between two speeches, or overnight."""


def consult(of: Brief) -> Decision | None:
    """Ask for what would let an offer be taken, at once where the line is short; or unblock issues, in good time."""
    view = of.view
    sent = sum(1 for telegram in view.telegrams if telegram.meeting == view.meeting)
    if sent >= min(of.temper.messages, TELEGRAMS_IN_A_MEETING):
        return None
    me, in_time = view.agenda.party(view.party), _time_to_ask(of, sent)
    at_once = me.line is Line.CORRIDOR and sent < of.temper.messages - 1
    pressing = _for_an_offer(of) if in_time or at_once else {}
    wanted = [(number, option) for number, ground in enumerate(of.grounds) if (option := _needed(of, ground))]
    wanted.sort(key=lambda one: (_price(of, *one), one[0]))
    asks = {of.grounds[number].issue.id: option for number, option in wanted} if in_time else {}
    first = list((pressing | {issue: option for issue, option in asks.items() if issue not in pressing}).items())
    if not first:
        return None
    package = Package.of(dict(first[: MOST_IN_A_MESSAGE[me.line]]))
    return Decision(ConsultCapital(view.party, package), (asks_home(package, me.principal),))


def leave_for(of: Brief, offer: Offer) -> dict[str, str]:
    """The option on each issue of an all-or-nothing offer that leave has to be asked for; nothing where it is no use.

    It is of use for an offer that brings something, where with it nothing but the hour would stand in the way.
    """
    reasons = against_offer(of, offer)
    by_asking = [one for one in reasons if ("latitude", Latitude.ASK.value) in one.variables]
    if any(one.code not in OF_THE_HOUR for one in reasons if one not in by_asking):
        return {}
    freed = with_leave(of, offer)
    last = at_the_last(freed.posture, of.view.stakes.reservation)
    worth = with_offer(of.view, freed.plan, offer.package)
    if worth < min(last, freed.wanted) or not _brings_something(of, offer):
        return {}
    return {one.issue: str(dict(one.variables)["option"]) for one in by_asking if one.code == Cause.INSTRUCTIONS}


def _brings_something(of: Brief, offer: Offer) -> bool:
    """Whether an offer has on some issue what one would insist on."""
    grounds = ((of.grounds[of.view.agenda.place(issue)], issue, option) for issue, option in offer.package)
    return any(ground.agreed is None and option == of.plan.get(issue) for ground, issue, option in grounds)


def _for_an_offer(of: Brief) -> dict[str, str]:
    """What the other side's latest all-or-nothing offer needs leave for that has not been asked; or nothing."""
    asked = {place for telegram in of.view.telegrams for place in telegram.asks}
    needs = (leave_for(of, offer) for offer in reversed(of.view.wholes_to_me))
    return next((need for need in needs if need and not asked & set(need.items())), {})


def _time_to_ask(of: Brief, sent: int) -> bool:
    view = of.view
    if view.agenda.party(view.party).line is Line.CORRIDOR:
        return 1.0 - (view.my_speeches_left - 1) / view.exchanges >= CORRIDOR_FROM[sent]
    another_sitting = view.meeting + 1 < len(view.agenda.meetings)
    return another_sitting and sent < CABLES and view.my_speeches_left <= CABLES - sent


def _needed(of: Brief, ground: Ground) -> str:
    """The next option towards the other side that would need asking for, on an issue it blocks; empty when none.

    Where the other side has not spoken by half-time, and the answer takes a night, it is taken to hold its own end.
    """
    if ground.agreed is not None or ground.may_give(ground.theirs or ground.issue.options[ground.at(0)].id):
        return ""
    at_leisure = of.posture.time < 0.5 or of.view.agenda.party(of.view.party).line is Line.CORRIDOR
    if ground.theirs is None and at_leisure:
        return ""
    reach = min((ground.up(place) for place in ground.givable), default=len(ground.points))
    asked = {option for telegram in of.view.telegrams for issue, option in telegram.asks if issue == ground.issue.id}
    for up in range(reach - 1, (0 if ground.theirs is None else ground.height(ground.theirs)) - 1, -1):
        place = ground.at(up)
        option = ground.issue.options[place].id
        if ground.latitudes[place] is Latitude.ASK and option not in asked:
            return option
    return ""


def _price(of: Brief, number: int, option: str) -> float:
    """Own points lost for each the other side would gain by the option: what is rated low here is asked for first."""
    ground = of.grounds[number]
    loss = ground.most - ground.value(option)
    held = ground.height(ground.mine) if ground.mine else len(ground.points) - 1
    gain = of.believed.brings(number, ground.height(option)) - of.believed.brings(number, held)
    return loss / max(gain, 0.5)
