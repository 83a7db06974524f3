"""The last offer: where the other side gave too much early to sign now, some of it is given back for the rest."""

from __future__ import annotations

from game.delegates.counterpart.brief import Brief
from game.delegates.counterpart.posture import THEIR_RESERVATION
from game.delegates.counterpart.trades import givebacks
from game.delegates.delegate import Decision
from game.delegates.ground import Ground, contradicts, said_before
from game.delegates.reasons import compensates
from game.engine.ledger import Deed
from game.engine.moves import Propose, Terms
from game.engine.package import Package

TRIES = 3
"""In how many of its last speeches it makes such offers."""
STEPS = (Deed.OFFERED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds by which a side moves."""
MOST_LEFT = 6
"""Open issues above which it is too early to speak of the last points."""
DUE_SHARE = 0.12
"""The share of its room that the other side should seem to gain by a settlement for it to be worth its signature."""
MADE_GOOD = 0.4
"""The share of the other side's supposed loss on the last points that each of these offers makes good, added up."""
OWN_SHARE = 0.5
"""The share of one's own room that may be given back."""


def amends(of: Brief, has_steps: bool) -> Decision | None:
    """An all-or-nothing offer of all that is left, with something back.

    In its last speeches that can be answered, where it has no step left to take, more is given back each time; where it
    has, it does so only in the last, and only for what the other side seems to fall short of.
    """
    view = of.view
    tries = _tries(of)
    left = [ground for ground in of.grounds if ground.agreed is None and ground.issue.required]
    planned = {ground.issue.id: option for ground in left if (option := of.plan.get(ground.issue.id)) is not None}
    if not left or len(planned) < len(left) or len(left) > MOST_LEFT or tries <= (TRIES - 1 if has_steps else 0):
        return None
    given = _given_back(
        of,
        max(
            _short(of),
            0.0 if has_steps else tries * MADE_GOOD * _asked_for(of, left),
        ),
    )
    offer = Package.of({**planned, **given})
    if not given or contradicts(view, offer):
        return None
    return Decision(Propose(view.party, offer, Terms.WHOLE), (compensates(offer),))


def _tries(of: Brief) -> int:
    """Which of its last offers this would be, ``TRIES`` being the last that can be answered; 0 for none of them.

    While the other side still moves of itself, nothing is given back before the last.
    """
    after = of.posture.to_come - (0 if of.view.opener == of.view.party else 1)
    number = max(0, TRIES + 1 - after) if after > 0 else 0
    still_moving = any(entry.deed in STEPS for entry in said_before(of.view))
    return 0 if still_moving and number < TRIES else number


def _given_back(of: Brief, due: float) -> dict[str, str]:
    """Options of what has been agreed that would bring the other side what is due, within one's own room."""
    reservation = of.view.stakes.reservation
    room = min(OWN_SHARE * (of.plan.worth - reservation), of.plan.worth - of.posture.by_return)
    given: dict[str, str] = {}
    for back in givebacks(of):
        if due > 0 and -back.mine <= room and back.ground.issue.id not in given:
            given[back.ground.issue.id] = back.option
            room, due = room + back.mine, due - back.theirs
    return given


def _short(of: Brief) -> float:
    """How many points, on its supposed scale, the other side falls short of a gain worth signing for."""
    total = 0.0
    for number, ground in enumerate(of.grounds):
        option = ground.agreed or of.plan.get(ground.issue.id)
        total += of.believed.brings(number, ground.height(option)) if option else 0.0
    return THEIR_RESERVATION + DUE_SHARE * (1000 - THEIR_RESERVATION) - total


def _asked_for(of: Brief, left: list[Ground]) -> float:
    """What the other side would lose, on its supposed scale, by taking the plan on the last points."""
    total = 0.0
    for ground in left:
        number = of.view.agenda.place(ground.issue.id)
        planned = of.plan.get(ground.issue.id)
        if ground.theirs is not None and planned is not None:
            held, got = ground.height(ground.theirs), ground.height(planned)
            total += of.believed.brings(number, held) - of.believed.brings(number, got)
    return total
