"""The arithmetic of giving way: from one's best package down to a target, by the steps that buy most.

Every delegate that concedes uses this. A step moves one issue one option towards the other side; steps are taken
in the order of what they are thought to bring the other side for a point of one's own, and only while the whole
stays worth the target. It is the greedy solution of a knapsack on the upper hull of each issue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from game.delegates.ground import Ground
from game.delegates.recall import recalled
from game.engine.scenario import broken
from game.engine.view import View
from game.engine.worth import sweetness
from game.slim import dataclass

Gain = Callable[[int, Ground], tuple[float, ...]]
"""What each option of an issue, by its number and ground, is thought to bring the other side, on any scale of its own;
in option order."""


FREE_OF_COST = 1e9
"""The steepness of a step that costs nothing: before all others, whatever they bring."""


class Stride(NamedTuple):
    """One step of one issue: to which option (by place), its cost in own points, what it brings the other side.

    ``steepness`` is what it brings for a point of one's own.
    """

    issue: int
    place: int
    cost: int
    gain: float
    steepness: float


@dataclass(frozen=True, slots=True)
class Ladder:
    """The best one may ask on every open issue (places by number of the issue), and the strides from there down.

    ``named`` are the same best options, by issue id.
    """

    top: Mapping[int, int]
    named: Mapping[str, str]
    strides: tuple[Stride, ...]
    worth: int


def ladder(grounds: tuple[Ground, ...], gain: Gain) -> Ladder:
    """The ladder over all issues that are not agreed, from the positions held.

    ``worth`` includes what is agreed. Open matters of procedure count nothing in it, for a settlement may leave them
    out; what is given there counts all the same. So a plan is never worth less than it says.
    """
    top: dict[int, int] = {}
    strides: list[Stride] = []
    total = 0
    for number, ground in enumerate(grounds):
        if ground.agreed is not None:
            total += ground.value(ground.agreed)
        elif ground.askable:
            place = ground.askable[0]
            if len(ground.askable) > 1:
                place, down = _hull(number, ground.points, ground.askable, gain(number, ground))
                strides += down
            top[number] = place
            total += ground.points[place] if ground.issue.required else 0
    strides.sort(key=_steepness, reverse=True)
    named = {grounds[number].issue.id: grounds[number].issue.ids[place] for number, place in top.items()}
    return Ladder(top, named, tuple(strides), total)


@lru_cache(maxsize=4096)
def _hull(
    number: int, points: tuple[int, ...], places: tuple[int, ...], gains: tuple[float, ...]
) -> tuple[int, tuple[Stride, ...]]:
    """The best of these places, and the strides from it down the upper hull of own points and gains, steepest first.

    Where three lie on one line rounding could make the second stride the steeper: it is taken as no steeper.
    """
    left = [(points[place], gains[place], place) for place in places]
    here = max(left)
    top = here[2]
    strides: list[Stride] = []
    while True:
        best, steepest = None, 0.0
        for there in left:
            gain = there[1] - here[1]
            if gain > 0 and there[0] <= here[0]:
                steepness = gain / (here[0] - there[0]) if there[0] < here[0] else FREE_OF_COST + gain
                if steepness > steepest:
                    best, steepest = there, steepness
        if best is None:
            return top, tuple(strides)
        steepest = min(steepest, strides[-1].steepness) if strides else steepest
        strides.append(Stride(number, best[2], here[0] - best[0], best[1] - here[1], steepest))
        here = best


_steepness = itemgetter(Stride._fields.index("steepness"))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a delegate would settle for on each open issue (option ids by issue id), and what the whole is worth."""

    options: Mapping[str, str]
    worth: int

    def get(self, issue: str) -> str | None:
        """The option planned for an issue, or None."""
        return self.options.get(issue)


def plan(view: View, grounds: tuple[Ground, ...], rungs: Ladder, target: float) -> Plan:
    """The package got by walking down the ladder as far as the target allows (points of one's own)."""
    options, worth = dict(rungs.named), rungs.worth
    left = worth
    stopped: set[int] = set()
    for number, place, cost, _, _ in rungs.strides:
        if left - cost < target:
            stopped.add(number)
        elif number not in stopped:
            issue = grounds[number].issue
            options[issue.id] = issue.ids[place]
            left -= cost
            worth -= cost if issue.required else 0
    return _mended(view, grounds, options, worth)


def planned(view: View, grounds: tuple[Ground, ...], places: Mapping[int, int]) -> Plan:
    """The plan of these places (by number of the issue)."""
    options = {grounds[number].issue.id: grounds[number].issue.ids[place] for number, place in places.items()}
    agreed = sum([ground.value(ground.agreed) for ground in grounds if ground.agreed is not None])
    needed = [(grounds[number], place) for number, place in places.items() if grounds[number].issue.required]
    return _mended(view, grounds, options, agreed + sum([ground.points[place] for ground, place in needed]))


def _mended(view: View, grounds: tuple[Ground, ...], draft: dict[str, str], worth: int) -> Plan:
    """The plan of these options, with what contradicts a linkage changed at the least cost.

    Its worth is that of what is agreed and of the plan for the issues a settlement needs: the one given, which leaves
    linkages aside, less what had to be changed, and the sweeteners.
    """
    options, agenda = draft, view.agenda
    if agenda.binding:
        options, cost = _consistent(view, grounds, draft)
        worth -= cost
    if view.stakes.sweeteners:
        sure = {issue: option for issue, option in options.items() if agenda.issue(issue).required}
        worth += sweetness(agenda, view.stakes, {**sure, **dict(view.settled.items)})
    return Plan(options, worth)


def _consistent(view: View, grounds: tuple[Ground, ...], draft: dict[str, str]) -> tuple[dict[str, str], int]:
    """The options with those changed that contradict a linkage, and what that costs on issues a settlement needs."""
    options, agreed, paid = dict(draft), dict(view.settled.items), 0
    for _ in range(len(view.agenda.linkages)):
        wrong = broken(view.agenda, {**options, **agreed})
        repairs = _repairs(view, grounds, options, (wrong[0].issue, wrong[0].other)) if wrong else []
        if not repairs:
            break
        cost, issue, option = min(repairs)
        options[issue] = option
        paid += cost if view.agenda.issue(issue).required else 0
    return options, paid


def _repairs(
    view: View, grounds: tuple[Ground, ...], options: Mapping[str, str], ends: tuple[str, str]
) -> list[tuple[int, str, str]]:
    """The changes of one end of a linkage that leave fewer contradictions: (cost, issue, option)."""
    agreed = dict(view.settled.items)
    now = len(broken(view.agenda, {**agreed, **options}))
    found = []
    for issue in ends:
        if issue not in options:
            continue
        ground = grounds[view.agenda.place(issue)]
        for place in ground.givable:
            option = ground.issue.ids[place]
            if len(broken(view.agenda, {**agreed, **options, issue: option})) < now:
                found.append((ground.value(options[issue]) - ground.points[place], issue, option))
    return found


def as_free(one: tuple[Ground, ...], other: tuple[Ground, ...]) -> bool:
    """Whether a side has the same left to give in both: what the other side holds does not change that."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(
        a is b or (a.points is b.points and a.issue is b.issue and a.agreed == b.agreed and a.askable == b.askable)
        for a, b in pairs
    )


@recalled(4, as_free)
def even_ladder(grounds: tuple[Ground, ...]) -> Ladder:
    """The ladder of a delegate that knows nothing of the other side's weights (see ``evenly``)."""
    return ladder(grounds, evenly)


def evenly(_: int, ground: Ground) -> tuple[float, ...]:
    """The gain a delegate assumes who knows nothing of the other side's weights: every issue the same, step by step."""
    return ground.by_place(_shares(len(ground.points)))


@cache
def _shares(options: int) -> tuple[float, ...]:
    """From the other side's best of so many options, 1.0, evenly down to 0.0."""
    return tuple(1.0 - up / (options - 1) for up in range(options))
