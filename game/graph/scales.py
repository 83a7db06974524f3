"""What a stand, the options one side would sign tonight, is worth to either party, and what one change adds.

A stand names an option for every issue of the agenda, as option places in agenda order. Where a party has voiced
nothing it is taken to stand at its own end (the first option for the first party, the last for the second), as the
engine does when it answers for a delegate.
"""

from __future__ import annotations

from functools import cached_property

from game.engine.party import Stakes
from game.engine.scenario import Agenda
from game.engine.state import Standing
from game.slim import dataclass

Stand = tuple[int, ...]
"""The place of an option for each issue, in agenda order."""


@dataclass(frozen=True, slots=True)
class Bonus:
    """Points gained when two issues are both settled among certain options."""

    left: int
    left_options: frozenset[int]
    right: int
    right_options: frozenset[int]
    points: int


@dataclass(frozen=True)
class Scale:
    """One party's points for every option, and for its sweeteners."""

    points: tuple[tuple[int, ...], ...]
    bonuses: tuple[Bonus, ...]

    @cached_property
    def bonuses_at(self) -> tuple[tuple[Bonus, ...], ...]:
        """The bonuses that each issue has a part in."""
        return tuple(
            tuple(bonus for bonus in self.bonuses if place in (bonus.left, bonus.right))
            for place in range(len(self.points))
        )

    def worth(self, stand: Stand) -> int:
        """The points of a stand as a settlement."""
        total = sum(points[option] for points, option in zip(self.points, stand, strict=True))
        return total + sum(_gain(bonus, stand) for bonus in self.bonuses)

    def adds(self, stand: Stand, place: int, option: int) -> int:
        """What changing one issue of a stand adds to its worth."""
        points = self.points[place]
        added = points[option] - points[stand[place]]
        bonuses = self.bonuses_at[place]
        if bonuses:
            then = (*stand[:place], option, *stand[place + 1 :])
            added += sum(_gain(bonus, then) - _gain(bonus, stand) for bonus in bonuses)
        return added


def _gain(bonus: Bonus, stand: Stand) -> int:
    held = stand[bonus.left] in bonus.left_options and stand[bonus.right] in bonus.right_options
    return bonus.points if held else 0


def scale(agenda: Agenda, stakes: Stakes) -> Scale:
    """The scale of a party with these stakes."""
    gains = {sweetener.linkage: sweetener.points for sweetener in stakes.sweeteners}
    bonuses = []
    for linkage in agenda.linkages:
        if linkage.id in gains and agenda.has(linkage.issue) and agenda.has(linkage.other):
            left, right = agenda.place(linkage.issue), agenda.place(linkage.other)
            mine = frozenset(agenda.level(linkage.issue, option) - 1 for option in linkage.options)
            theirs = frozenset(agenda.level(linkage.other, option) - 1 for option in linkage.other_options)
            bonuses.append(Bonus(left, mine, right, theirs, gains[linkage.id]))
    return Scale(stakes.points, tuple(bonuses))


def stand(agenda: Agenda, table: tuple[Standing, ...], side: int) -> Stand:
    """Where a side (0 or 1) stands at a table: what is agreed, else what it holds, else its own end."""
    return tuple(held(agenda, place, standing, side) for place, standing in enumerate(table))


def held(agenda: Agenda, place: int, standing: Standing, side: int) -> int:
    """The option, by place, at which a side stands on the issue at ``place``: agreed, held, or its own end."""
    option = standing.agreement.option if standing.agreement else standing.positions[side]
    if option is not None:
        return agenda.level(agenda.issues[place].id, option) - 1
    return 0 if side == 0 else len(agenda.issues[place].options) - 1
