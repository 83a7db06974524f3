"""Asking the principal: what instructions do not allow, and a settlement seems to need."""

from __future__ import annotations

from game.delegates.counterpart.brief import Brief
from game.delegates.delegate import Decision
from game.delegates.ground import Ground
from game.delegates.reasons import asks_home
from game.engine.moves import ConsultCapital
from game.engine.package import Package
from game.engine.party import Latitude, Line
from game.engine.rules import TELEGRAMS_IN_A_MEETING

CORRIDOR_FROM = (0.2, 0.5, 0.8)
"""The shares of a sitting gone after which a delegate whose principal is next door asks a first, second, third time."""
CABLES = 2
"""Telegrams in a sitting, in its last speeches: the second asks for what lies behind what the first asked for."""
MOST_IN_A_MESSAGE = {Line.CORRIDOR: 5, Line.TELEGRAM: 15}
"""Options asked for in one message: what a principal can rule on between two speeches, or overnight."""


def consult(of: Brief) -> Decision | None:
    """Ask for the options that would unblock issues: at once where the line is short, else before the sitting ends."""
    view = of.view
    if not _time_to_ask(of):
        return None
    wanted = [(number, option) for number, ground in enumerate(of.grounds) if (option := _needed(of, ground))]
    if not wanted:
        return None
    wanted.sort(key=lambda one: (_price(of, *one), one[0]))
    me = view.agenda.party(view.party)
    most = MOST_IN_A_MESSAGE[me.line]
    package = Package.of({of.grounds[number].issue.id: option for number, option in wanted[:most]})
    return Decision(ConsultCapital(view.party, package), (asks_home(package, me.principal),))


def _time_to_ask(of: Brief) -> bool:
    view = of.view
    sent = sum(1 for telegram in view.telegrams if telegram.meeting == view.meeting)
    if sent >= min(of.temper.messages, TELEGRAMS_IN_A_MEETING):
        return False
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
