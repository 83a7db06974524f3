"""Delegates that concede by the clock alone: Boulware, linear, conceder.

They table their concessions issue by issue, take what is at least as good as they would now offer themselves, and
close when everything on the table is worth their target. (Faratin, Sierra & Jennings 1998, time-dependent tactics.)
"""

from __future__ import annotations

import math
from collections.abc import Callable

from game.delegates.acceptance import take_all, take_some, take_whole
from game.delegates.concession import Plan, even_ladder, plan
from game.delegates.delegate import Decision
from game.delegates.ground import Ground, contradicts, gone, overview, survey, truth
from game.delegates.reasons import conceded, good_enough, held, truthful
from game.engine.moves import Answer, Hold, Move, Propose, Yield
from game.engine.package import Package
from game.engine.view import View
from game.slim import dataclass

Target = Callable[[View, int], float]
"""The worth to insist on now, in own points, given the view and the worth of the best one may ask for."""


def by_clock(exponent: float) -> Target:
    """From the best one may ask to the reservation value, as time to the power of ``exponent`` (1.0 is linear)."""

    def target(view: View, best: int) -> float:
        floor = min(best, view.stakes.reservation + 1)
        return floor + (best - floor) * (1.0 - math.pow(gone(view), exponent))

    return target


@dataclass(frozen=True)
class Conceding:
    """A delegate that follows a target down its own ladder."""

    name: str
    target: Target

    def choose(self, view: View) -> Decision:
        """Answer, take what is good enough, else move to the plan for the present target."""
        if view.asked:
            return Decision(Answer(view.party, truth(view)), (truthful(view.asked),))
        grounds = survey(view)
        target = self.target(view, overview(grounds).most)
        mine = plan(view, grounds, even_ladder(grounds), target)
        accept = take_whole(view, mine, target) or take_all(view, grounds, target) or take_some(view, grounds, mine)
        if accept is not None:
            return Decision(accept, (good_enough(accept, target),))
        return move_to(view, grounds, mine) or stand(view, grounds)


def boulware() -> Conceding:
    """Concedes late: a quarter of the way only when 70 per cent of the time is gone."""
    return Conceding("boulware", by_clock(4.0))


def linear() -> Conceding:
    """Concedes evenly."""
    return Conceding("linear", by_clock(1.0))


def conceder() -> Conceding:
    """Concedes early: half the way when a sixteenth of the time is gone."""
    return Conceding("conceder", by_clock(0.25))


def move_to(view: View, grounds: tuple[Ground, ...], mine: Plan) -> Decision | None:
    """Table the plan's options where they are nearer the other side than the position held, or none is held."""
    seen = overview(grounds)
    rest = {issue: option for issue, option in mine.options.items() if seen.holds.get(issue) != option}
    changed = {}
    for ground in seen.still_open if rest else ():
        planned = rest.get(ground.issue.id)
        if planned is not None and is_a_step(ground, planned):
            changed[ground.issue.id] = planned
    if not changed:
        return None
    package = Package.of(changed)
    if contradicts(view, package):
        return None
    return Decision(Propose(view.party, package), (conceded(package),))


def is_a_step(ground: Ground, planned: str) -> bool:
    """Whether tabling the option would be something new that does not go back on a position rightly held."""
    return not ground.stands or ground.height(planned) < ground.height(ground.mine or planned)


def stand(view: View, grounds: tuple[Ground, ...]) -> Decision:
    """Hold to what is in dispute, or leave the floor."""
    disputed = overview(grounds).disputed
    move: Move = Hold(view.party, disputed) if disputed else Yield(view.party)
    return Decision(move, (held(disputed),))
