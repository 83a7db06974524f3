"""The last offer that can still be answered: what the other side should be both free and willing to sign."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from game.delegates.concession import Gain, Plan, Stride, ladder, planned
from game.delegates.counterpart.beliefs import Beliefs
from game.delegates.counterpart.posture import HALF_WAY, THEIR_RESERVATION, Posture, at_the_last
from game.delegates.counterpart.rungs import frank
from game.delegates.ground import Ground, contradicts
from game.engine.moves import Reply
from game.engine.package import Package
from game.engine.view import View
from game.engine.worth import worth
from game.slim import dataclass

LEAST_SHARE = 0.12
"""The share of its room the other side should gain for it to be worth its signature, though it gave nothing."""

LOWEST = 0.4
"""The share of the gain of a fair settlement below which even the last word does not go."""
SURE = 0.9
"""The share of what it hopes for, over no agreement, for which it would sooner take what it can sign at once."""


@dataclass(frozen=True)
class _Word:
    """A plan on its way down: places by number of the issue, its worth here, and what it seems to bring the other."""

    view: View
    grounds: tuple[Ground, ...]
    believed: Beliefs
    places: dict[int, int]
    worth: int
    theirs: float

    @property
    def room(self) -> float:
        """What it is worth over no agreement."""
        return self.worth - self.view.stakes.reservation

    def after(self, stride: Stride) -> _Word:
        """With one stride more."""
        ground, here = self.grounds[stride.issue], self.places[stride.issue]
        brings = self.believed.brings(stride.issue, ground.up(stride.place))
        theirs = self.theirs + brings - self.believed.brings(stride.issue, ground.up(here))
        return replace(
            self, places={**self.places, stride.issue: stride.place}, worth=self.worth - stride.cost, theirs=theirs
        )

    def strides(self, gain: Gain) -> tuple[Stride, ...]:
        """The strides on from here, by what they gain for their cost."""
        here = (
            replace(ground, askable=tuple(p for p in ground.askable if ground.up(p) <= ground.up(self.places[number])))
            if number in self.places
            else ground
            for number, ground in enumerate(self.grounds)
        )
        return ladder(tuple(here), gain).strides


def last_word(view: View, grounds: tuple[Ground, ...], believed: Beliefs, stance: Posture) -> Plan:
    """The plan to end with, an adjournment being worth nothing.

    First the steps that make an answer within the other side's instructions more likely by more than they make the
    settlement worth less, then those that bring it what it should ask, as long as both gains multiplied grow. None
    gives it more than that or leaves less than is fair, but where it has said that it is bound. What it holds already
    is sure, and preferred to a little more.
    """
    reservation = view.stakes.reservation
    least = at_the_last(stance, reservation)
    lowest = min(least, reservation + max(1.0, LOWEST * (stance.fair - reservation)))
    enough = _enough(view, grounds, believed, stance)

    def makes_likelier(now: _Word, stride: Stride, then: _Word) -> bool:
        told = believed.replies.get(grounds[stride.issue].issue.id) is Reply.FIRM
        bound = told and then.worth >= lowest
        modest = then.theirs <= enough or stance.share >= HALF_WAY
        affordable = bound or (modest and then.worth >= least)
        return affordable and stride.gain >= math.log(now.room / then.room)

    def makes_willing(now: _Word, _: Stride, then: _Word) -> bool:
        gained, wanted = now.theirs - THEIR_RESERVATION, then.theirs - THEIR_RESERVATION
        return now.theirs < enough and then.worth >= least and then.room * wanted > now.room * gained

    word = _at_first(view, grounds, believed)
    chances = word.strides(lambda number, ground: ground.by_place(believed.odds(number, ground.issue.id)))
    word = _walked(word, chances, makes_likelier)
    gains = word.strides(lambda number, ground: ground.by_place(believed.worths[number]))
    word = _walked(word, gains, makes_willing)
    held = _held(view, grounds)
    if held is not None and held.worth - view.stakes.reservation >= SURE * word.room:
        return held
    return planned(view, grounds, word.places)


def _held(view: View, grounds: tuple[Ground, ...]) -> Plan | None:
    """What the other side holds on every open issue, where it may be given; None where that settles not all."""
    still_open = [ground for ground in grounds if ground.agreed is None]
    held = {g.issue.id: g.theirs for g in still_open if g.theirs is not None and g.may_give(g.theirs)}
    if any(ground.issue.required and ground.issue.id not in held for ground in still_open):
        return None
    package = view.settled.merged(Package.of(held))
    return Plan(held, worth(view.agenda, view.stakes, package)) if not contradicts(view, package) else None


def _walked(word: _Word, strides: Iterable[Stride], worth_it: Callable[[_Word, Stride, _Word], bool]) -> _Word:
    """The plan after those of the strides that are worth it; an issue stops at the first that is not."""
    stopped: set[int] = set()
    for stride in strides:
        then = word.after(stride)
        if stride.issue in stopped or not worth_it(word, stride, then):
            stopped.add(stride.issue)
        else:
            word = then
    return word


def _at_first(view: View, grounds: tuple[Ground, ...], believed: Beliefs) -> _Word:
    rungs = frank(believed, grounds)
    theirs = 0.0
    for number, ground in enumerate(grounds):
        place = rungs.top.get(number) if ground.agreed is None else ground.place(ground.agreed)
        theirs += believed.brings(number, ground.up(place)) if place is not None else 0.0
    return _Word(view, grounds, believed, dict(rungs.top), rungs.worth, theirs)


def _enough(view: View, grounds: tuple[Ground, ...], believed: Beliefs, stance: Posture) -> float:
    """What the other side should ask, on its supposed scale: more the further it has come, never more than it asks."""
    reservation = view.stakes.reservation
    fair_share = (stance.fair - reservation) / (1000 - reservation)
    due = min(1.0, LEAST_SHARE + stance.share * fair_share)
    asked = 0.0
    for number, ground in enumerate(grounds):
        held = ground.agreed or ground.theirs
        asked += believed.brings(number, ground.height(held) if held else 0)
    return min(asked, THEIR_RESERVATION + due * (1000 - THEIR_RESERVATION))
