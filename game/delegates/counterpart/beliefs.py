"""What the counterpart believes of the other side: what each step would cost it, and what it may be free to give.

Read off the table and the ledger alone. The costs start from the tiers of the issues, which both sides know. A step
the other side took early is thought cheap for it, for a delegate gives first what costs it least; what it refused,
argued, asked about or went back on is thought dear.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from game.delegates.counterpart.temper import Temper
from game.delegates.ground import Ground, gone
from game.engine.issues import Tier
from game.engine.moves import Reply
from game.engine.state import Deed, Entry
from game.engine.view import View

TIER_WEIGHT = {Tier.CORE: 5.0, Tier.SUPPORT: 2.0, Tier.PROCEDURE: 1.0}
"""What an issue weighs against another before anything is known of the other side (invented, after the tiers)."""
CHEAP = 0.8
"""How cheap a step taken at the very start is thought: its cost falls by e to this power, less for a later one."""
INTEREST = {Deed.REJECTED: 0.2, Deed.ARGUED: 0.4, Deed.ASKED: 0.1, Deed.RETREATED: 0.5, Deed.HELD: 0.2}
"""What a sign of interest adds to the logarithm of an issue's weight; what is said of several issues is shared out."""
MOST_INTEREST = 1.2
"""The most that repeated signs can add: a loud voice is not taken for a great need."""
FREE_TO_STEP = {Reply.ROOM: 0.9, Reply.REPORT: 0.85, Reply.FIRM: 0.1}
"""How likely the next step is allowed to the other side, after what it answered."""
UNKNOWN = 0.6
"""The same, when nothing has been asked."""
GIVEN = (Deed.OFFERED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds that show an option to be within what the other side may give."""


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
    """What can be believed now."""
    theirs = [entry for entry in view.ledger if entry.by != view.party]
    seen = _seen(view, grounds, theirs)
    interest = _interest(theirs)
    costs = []
    for number, ground in enumerate(grounds):
        issue = ground.issue
        weight = TIER_WEIGHT[issue.tier] * temper.leaning(number) * math.exp(interest.get(issue.id, 0.0))
        last = len(ground.points) - 1
        costs.append([weight / last * seen.cheapness(issue.id, up) for up in range(1, last + 1)])
    scale = 1000 / (sum(map(sum, costs)) or 1.0)
    names = [ground.issue.id for ground in grounds]
    return Beliefs(
        worths=tuple(_worths(steps, scale) for steps in costs),
        first=tuple(seen.first.get(name) for name in names),
        furthest=tuple(seen.furthest.get(name) for name in names),
        replies={entry.issue: Reply(entry.note) for entry in theirs if entry.deed is Deed.ANSWERED},
    )


def _worths(steps: list[float], scale: float) -> tuple[float, ...]:
    """From the cost of each step away from the other side's end to the worth of each height."""
    worths = [0.0]
    for cost in reversed(steps):
        worths.append(worths[-1] + cost * scale)
    return tuple(reversed(worths))


@dataclass(frozen=True, slots=True)
class _Seen:
    """The first and the most yielding option shown, by issue; when each height was reached (share of the time)."""

    first: dict[str, int]
    furthest: dict[str, int]
    when: dict[tuple[str, int], float]

    def show(self, issue: str, up: int, at: float) -> None:
        """Take note that the other side has shown the option at a height."""
        before = self.furthest.get(issue, self.first.setdefault(issue, up))
        for step in range(before + 1, up + 1):
            self.when[issue, step] = at
        self.furthest[issue] = max(before, up)

    def cheapness(self, issue: str, up: int) -> float:
        """What the time at which a step was taken says of its cost: under 1.0 when it was taken early."""
        at = self.when.get((issue, up))
        return 1.0 if at is None else math.exp(-CHEAP * (1.0 - at))


def _seen(view: View, grounds: tuple[Ground, ...], theirs: Iterable[Entry]) -> _Seen:
    by_issue = {ground.issue.id: ground for ground in grounds}
    seen = _Seen({}, {}, {})
    for offer in view.offers:
        if offer.by != view.party:
            for issue, option in offer.before:
                seen.show(issue, by_issue[issue].height(option), 0.0)
            for issue in offer.package.issues:
                seen.first.setdefault(issue, 0)  # silent until then: taken to have stood at its own end
    spent = gone(view) / max(1, view.ply)
    for entry in theirs:
        if entry.deed in GIVEN and entry.option:
            if entry.deed is Deed.ACCEPTED:
                seen.first.setdefault(entry.issue, 0)
            seen.show(entry.issue, by_issue[entry.issue].height(entry.option), entry.ply * spent)
    for ground in grounds:
        if ground.theirs is not None and ground.agreed is None:
            seen.show(ground.issue.id, ground.height(ground.theirs), 0.0)
    return seen


def _interest(theirs: list[Entry]) -> dict[str, float]:
    """How much the other side has shown that it cares, by issue, as an addition to the logarithm of the weight."""
    together: dict[tuple[int, Deed], list[str]] = {}
    for entry in theirs:
        if entry.deed in INTEREST:
            together.setdefault((entry.ply, entry.deed), []).append(entry.issue)
    interest: dict[str, float] = {}
    for (_, deed), issues in together.items():
        for issue in issues:
            interest[issue] = min(MOST_INTEREST, interest.get(issue, 0.0) + INTEREST[deed] / len(issues))
    return interest
