"""How much the counterpart insists on at a moment: by the clock, and by what the other side has given in return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from operator import eq

from game.delegates.concession import Ladder
from game.delegates.counterpart.beliefs import Beliefs
from game.delegates.counterpart.openings import first_positions
from game.delegates.counterpart.reciprocity import comes_of_itself, standing_still, times_gone_back
from game.delegates.counterpart.rungs import alike
from game.delegates.counterpart.temper import Temper
from game.delegates.ground import Ground, gone, said_now, speeches_to_come
from game.delegates.recall import recalled
from game.engine.ledger import Deed
from game.engine.moves import Terms
from game.engine.view import View
from game.slim import dataclass

THEIR_RESERVATION = 350
"""What no agreement is supposed to be worth to the other side, of 1000 for its best package (invented)."""
NUDGE = 4.0
"""How many times an even pace a step is that it takes of itself, to set a standstill in motion."""
STANDSTILLS = 12
"""Into how many parts it divides its speeches: for so long the other side must have stood still before it steps."""
FIRST_RATE = 0.9
"""The share of its way it goes, while there is time, for a like share of the other's; at the end the temper's rate."""
RELENTING = 3
"""The power of time by which the one turns into the other: only the last speeches relent."""
EARLY = 0.3
"""The power of time by which credit is given: most of it early, for there must be time to see it answered."""
HALF_WAY = 0.5
"""The share of its way from which on the other side has come far enough for the least to be taken from it."""
LEAST = 0.5
"""That least: the share of the gain of a fair settlement for which it then still signs sooner than leave."""


@dataclass(frozen=True, slots=True)
class Posture:
    """The variables that decide. Points are the party's own.

    ``aspiration`` is what the whole must be worth now: the higher of ``by_clock``, what time asks (less where steps of
    the other side are answered sooner, or a standstill is broken), and ``by_return``, what reciprocity asks. ``top`` is
    the worth of the best that could be asked at the start, ``fair`` of a settlement in which both sides would gain the
    same share, as far as one can tell; ``received`` is what the other side has moved, ``share`` that in terms of its
    whole way from where it began to the fair settlement. ``time`` is the share of speaking time gone, ``to_come`` the
    speeches left, this included.
    """

    aspiration: float
    by_clock: float
    by_return: float
    top: float
    fair: float
    received: float
    share: float
    time: float
    to_come: int


def posture(view: View, grounds: tuple[Ground, ...], believed: Beliefs, rungs: Ladder, temper: Temper) -> Posture:
    """What to insist on now."""
    reservation = view.stakes.reservation
    fair = _fair(believed, rungs, reservation, grounds)
    received = _received(grounds, believed)
    begun = Posture(
        aspiration=0.0,
        by_clock=0.0,
        by_return=0.0,
        top=_at_the_opening(view, grounds),
        fair=fair,
        received=received,
        share=min(1.0, received / max(1.0, fair - _their_opening(believed, grounds))),
        time=gone(view),
        to_come=speeches_to_come(view),
    )
    held = rungs.worth + _given_now(view, grounds)
    by_clock = min(_by_waiting(view, begun, temper), max(fair, _by_answering(view, begun, held, temper)))
    by_return = _by_return(view, begun, temper)
    aspiration = max(by_clock, by_return, reservation + 1.0)
    return replace(begun, aspiration=aspiration, by_clock=by_clock, by_return=by_return)


def _at_first(stance: Posture, temper: Temper) -> float:
    """The best that could be asked, less what is given from the first."""
    return stance.top - temper.courtesy * _way(stance)


def _way(stance: Posture) -> float:
    """How far it is from the best that could be asked down to a fair settlement."""
    return max(0.0, stance.top - stance.fair)


def _by_waiting(view: View, stance: Posture, temper: Temper) -> float:
    """What time alone asks: nearly all while there is time, and in the last speech no more than firmness does."""
    reservation = view.stakes.reservation
    floor = reservation + max(1.0, temper.firmness * (stance.fair - reservation))
    waited: float = stance.time**temper.patience
    return floor + (_at_first(stance, temper) - floor) * (1.0 - waited)


def _by_answering(view: View, stance: Posture, held: float, temper: Temper) -> float:
    """What is left to ask after a small return for what was received, and a step of its own at a standstill.

    ``held`` is the worth of where it stood when this speech began. While the other side comes of itself nothing is to
    be gained by meeting it; one that has been seen to wait for a step is answered without a pause.
    """
    answered = _at_first(stance, temper) - temper.response * stance.received
    speeches = speeches_in_all(view)
    still = standing_still(view) >= max(1, round(speeches / STANDSTILLS))
    if not still and comes_of_itself(view) is not False:
        return answered
    return min(answered, held - NUDGE * _way(stance) / speeches)


def _by_return(view: View, stance: Posture, temper: Temper) -> float:
    """What reciprocity asks: no further along one's own way than the other side is on its own, but for some credit."""
    credit: float = temper.credit * stance.time**EARLY * 0.5 ** times_gone_back(view)
    rate = FIRST_RATE + (temper.return_rate - FIRST_RATE) * stance.time**RELENTING
    return _at_first(stance, temper) - _way(stance) * (credit + rate * stance.share)


def at_the_last(stance: Posture, reservation: int) -> float:
    """The least to sign for when nothing can be said after: the fair claim from a side that has not moved.

    From one that has come, less; from half its way on, ``LEAST`` of the gain. It is better than nothing, and no
    trick to be had for nothing.
    """
    come = min(1.0, stance.share / HALF_WAY)
    return max(reservation + 1.0, reservation + (stance.fair - reservation) * (1.0 - (1.0 - LEAST) * come))


def _given_now(view: View, grounds: tuple[Ground, ...]) -> int:
    """What this side has given in this speech by accepting, in its own points: what it held less what it took.

    Where nothing tells what it had held on an issue, it is taken to have been the best it could ask for.
    """
    total = 0
    for entry in said_now(view):
        if entry.deed is Deed.ACCEPTED:
            ground = grounds[view.agenda.place(entry.issue)]
            held = _last_tabled(view, entry.issue)
            total += max(0, (ground.value(held) if held else ground.most) - ground.value(entry.option))
    return total


def _last_tabled(view: View, issue: str) -> str | None:
    """The last option this side has put forward on an issue by itself; None for none."""
    own = (one for one in reversed(view.offers) if one.by == view.party and one.terms is Terms.SEVERABLE)
    return next((option for one in own if (option := one.package.get(issue)) is not None), None)


def speeches_in_all(view: View) -> int:
    """How many speeches this party has in all sittings, those before and after this at their own lengths."""
    return view.exchanges + sum(one.exchanges for n, one in enumerate(view.agenda.meetings) if n != view.meeting)


@recalled(6, alike)
def _their_opening(believed: Beliefs, grounds: tuple[Ground, ...]) -> float:
    """The worth to this side of what the other held when it first spoke; its own end where it has not spoken."""
    total = 0
    for number, ground in enumerate(grounds):
        if ground.inherited:
            total += ground.value(ground.agreed)
        elif ground.issue.required or ground.agreed is not None:
            total += ground.points[ground.at(believed.first[number] or 0)]
    return float(total)


def _at_the_opening(view: View, grounds: tuple[Ground, ...]) -> float:
    """The worth of all that could be asked when the scenario opened, from the positions then held.

    Open matters of procedure are left out, as they are of a plan's worth. Where this party accepted an option without
    ever having tabled or reaffirmed one of its own, nothing tells what it had held; it is taken to have stood as far
    from its best as on the other issues.
    """
    return _opened(first_positions(view), grounds)


@recalled(6, eq)
def _opened(first: Mapping[str, str | None], grounds: tuple[Ground, ...]) -> float:
    known = [(g, _opened_at(g, first)) for g in grounds if g.issue.required or g.agreed is not None]
    stood = sum(value for _, value in known if value is not None)
    best = sum(ground.most for ground, value in known if value is not None)
    share = stood / best if best else 1.0
    unknown = sum(max(ground.value(ground.agreed), ground.most * share) for ground, value in known if value is None)
    return float(stood + unknown)


def _opened_at(ground: Ground, first: Mapping[str, str | None]) -> int | None:
    """The points of the best that could be asked on an issue when the scenario opened; None when that is not known."""
    issue = ground.issue.id
    if ground.inherited:
        return ground.value(ground.agreed)
    if issue in first:
        began = first[issue]
        return ground.most if began is None else ground.value(began)
    if ground.agreed is None:
        return ground.most if ground.mine is None else ground.value(ground.mine)
    return None if ground.taken else ground.value(ground.agreed)


@recalled(6, alike)
def _fair(believed: Beliefs, rungs: Ladder, reservation: int, grounds: tuple[Ground, ...]) -> float:
    """One's own worth at the first rung on which the other side would gain as great a share over no agreement."""
    mine = float(rungs.worth)
    worths = believed.worths
    theirs = 0.0
    for number, ground in enumerate(grounds):
        place = rungs.top.get(number) if ground.agreed is None else ground.place(ground.agreed)
        theirs += worths[number][ground.up(place)] if place is not None else 0.0
    for stride in rungs.strides:
        if (theirs - THEIR_RESERVATION) / (1000 - THEIR_RESERVATION) >= (mine - reservation) / (1000 - reservation):
            break
        mine -= stride.cost
        theirs += stride.gain
    return mine


def _received(grounds: tuple[Ground, ...], believed: Beliefs) -> float:
    """What the other side has moved towards this one since it first spoke, in this one's own points."""
    total = 0
    for ground, first in zip(grounds, believed.first, strict=True):
        now = ground.agreed or ground.theirs
        if now is not None and first is not None and not ground.inherited:
            total += ground.value(now) - ground.points[ground.at(first)]
    return float(max(0, total))
