"""What the counterpart believes of the other side: what each step would cost it, and what it may be free to give.

Read off the table and the ledger alone. The costs start from the tiers of the issues, which both sides know. A step
the other side took early is thought cheap for it, for a delegate gives first what costs it least; what it refused,
argued, asked about or went back on is thought dear.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from operator import eq

from game.delegates.counterpart.listening import File, Trail, account
from game.delegates.counterpart.temper import Temper
from game.delegates.ground import Ground, gone
from game.delegates.recall import recalled
from game.engine.issues import Issue, Tier
from game.engine.moves import Reply
from game.engine.view import View
from game.slim import dataclass

TIER_WEIGHT = {Tier.CORE: 5.0, Tier.SUPPORT: 2.0, Tier.PROCEDURE: 1.0}
"""What an issue weighs against another before anything is known of the other side (invented, after the tiers)."""
CHEAP = 0.8
"""How cheap a step taken at the very start is thought: its cost falls by e to this power, less for a later one."""
FREE_TO_STEP = {Reply.ROOM: 0.9, Reply.REPORT: 0.85, Reply.FIRM: 0.1}
"""How likely the next step is allowed to the other side, after what it answered."""
UNKNOWN = 0.6
"""The same, when nothing has been asked."""


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What is thought of the other side, by number of the issue in the agenda.

    ``worths`` are what each option is thought to bring it, by height (see ``Ground.up``), on a scale on which its best
    package brings 1000. ``first`` and ``furthest`` are the heights of the first and of the most yielding option it
    has shown; None for none. ``replies`` are its answers to questions, by issue id.
    """

    worths: tuple[tuple[float, ...], ...]
    first: tuple[int | None, ...]
    furthest: tuple[int | None, ...]
    replies: Mapping[str, Reply]

    @property
    def weights(self) -> tuple[float, ...]:
        """What each issue is thought to weigh for the other side; they add up to 1000."""
        return tuple(by_height[0] for by_height in self.worths)

    def brings(self, number: int, up: int) -> float:
        """What the option at that height is thought to bring the other side, of 1000 for its best package."""
        return self.worths[number][up]

    def likely(self, number: int, issue: str, up: int) -> float:
        """How likely the other side is free to give the option at that height, above 0.0 and at most 1.0."""
        return _likely(up - (self.furthest[number] or 0), self.replies.get(issue))

    def odds(self, number: int, issue: str) -> tuple[float, ...]:
        """The logarithm of ``likely`` for every height of an issue: 0.0 where it is sure."""
        return _odds(len(self.worths[number]), self.furthest[number] or 0, self.replies.get(issue))


def _likely(beyond: int, reply: Reply | None) -> float:
    """How likely an option is given that lies so many steps beyond the furthest one shown, after that reply."""
    if beyond <= 0:
        return 1.0
    first = UNKNOWN if reply is None else FREE_TO_STEP.get(reply, UNKNOWN)
    return float(first * UNKNOWN ** (beyond - 1))


@cache
def _odds(heights: int, furthest: int, reply: Reply | None) -> tuple[float, ...]:
    return tuple(math.log(_likely(up - furthest, reply)) for up in range(heights))


def beliefs(view: View, grounds: tuple[Ground, ...], temper: Temper) -> Beliefs:
    """What can be believed now. During one's own speech it stays the same: only the other side's words change it."""
    heard = account(view, grounds)
    before = view.ply - view.spoken
    return _believed(temper, gone(view) / max(1, before), heard.trails, heard.files, view.agenda.issues)


@recalled(6, eq)
def _believed(
    temper: Temper,
    spent: float,
    trails: tuple[Trail, ...],
    files: Mapping[str, File],
    issues: tuple[Issue, ...],
) -> Beliefs:
    """What is believed from what was heard. ``spent`` is the share of the time that each ply before the speech took."""
    heed = temper.attention
    cheapness = _cheapness(trails, spent, CHEAP * heed)
    costs = []
    for number, (issue, trail) in enumerate(zip(issues, trails, strict=True)):
        file = files.get(issue.id)
        cares = math.exp(heed * file.interest) if file else 1.0
        weight = TIER_WEIGHT[issue.tier] * temper.leaning(number) * cares
        step = weight / len(trail.plies)
        costs.append([step * cheapness[ply] for ply in trail.plies])
    scale = 1000 / (sum(map(sum, costs)) or 1.0)
    return Beliefs(
        worths=tuple([_worths(steps, scale) for steps in costs]),
        first=tuple([trail.first for trail in trails]),
        furthest=tuple([trail.furthest for trail in trails]),
        replies={issue: file.reply for issue, file in files.items() if file.reply is not None},
    )


def _cheapness(trails: tuple[Trail, ...], spent: float, cheap: float) -> Mapping[int | None, float]:
    """By the ply at which a step was taken, what that says of its cost: under 1.0 when it was early; 1.0 if it was not.

    ``spent`` is the share of the time that each ply took; ``cheap`` is ``CHEAP``, or less for one who reads less in it.
    """
    plies = {ply for trail in trails for ply in trail.plies}
    return {ply: 1.0 if ply is None else math.exp(-cheap * (1.0 - ply * spent)) for ply in plies}


def _worths(steps: list[float], scale: float) -> tuple[float, ...]:
    """From the cost of each step away from the other side's end to the worth of each height."""
    return tuple(accumulate([cost * scale for cost in reversed(steps)], initial=0.0))[::-1]
