"""Everything the counterpart weighs at one moment, worked out once from its view."""

from __future__ import annotations

from dataclasses import replace

from game.delegates.concession import Ladder, Plan, plan
from game.delegates.counterpart.beliefs import Beliefs, beliefs
from game.delegates.counterpart.last_word import last_word
from game.delegates.counterpart.posture import Posture, at_the_last, posture
from game.delegates.counterpart.reciprocity import comes_of_itself
from game.delegates.counterpart.rungs import frank, guarded
from game.delegates.counterpart.temper import Temper
from game.delegates.counterpart.ties import untied
from game.delegates.ground import Ground, survey
from game.engine.view import View
from game.slim import dataclass

SHYNESS = 40.0
"""Points, on the other side's supposed scale, taken at the end of the clock off an option for each power of e by
which it is less likely to be within that side's instructions."""

MOVED = 0.05
"""The share of its way above which the other side counts as having moved at all."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The view, and what the counterpart makes of it. ``rungs`` is the ladder the plan was got from."""

    view: View
    temper: Temper
    grounds: tuple[Ground, ...]
    believed: Beliefs
    posture: Posture
    rungs: Ladder
    plan: Plan

    @property
    def wanted(self) -> float:
        """What the whole must be worth for something to be accepted: no more than the plan itself can bring."""
        return min(self.posture.aspiration, float(self.plan.worth))

    def at(self, aspiration: float) -> Plan:
        """The plan there would be if the whole had only to be worth this much."""
        return plan(self.view, self.grounds, self.rungs, max(aspiration, self.view.stakes.reservation + 1.0))


def brief(view: View, temper: Temper) -> Brief:
    """What to make of a view."""
    grounds = untied(view, survey(view))
    believed = beliefs(view, grounds, temper)
    stance = posture(view, grounds, believed, frank(believed, grounds), temper)
    rungs = guarded(believed, SHYNESS * stance.time**2, grounds)
    if says_last_word(view, stance):
        return Brief(view, temper, grounds, believed, stance, rungs, last_word(view, grounds, believed, stance))
    if view.meeting + 1 == len(view.agenda.meetings) and view.my_speeches_left == 1:
        stance = replace(stance, aspiration=min(stance.aspiration, at_the_last(stance, view.stakes.reservation)))
    return Brief(view, temper, grounds, believed, stance, rungs, plan(view, grounds, rungs, stance.aspiration))


def says_last_word(view: View, stance: Posture) -> bool:
    """Whether what is offered now is its last word: no later offer of its own can be answered.

    Where it speaks last of all, it waits for that with a side that comes of itself, or has not moved at all.
    """
    if view.meeting + 1 != len(view.agenda.meetings):
        return False
    if view.opener == view.party:
        return view.my_speeches_left == 1
    return view.my_speeches_left == 2 and stance.share > MOVED and not comes_of_itself(view)
