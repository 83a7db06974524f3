"""The ladders the counterpart walks down: by what it believes of the other side, and by what that side may give."""

from __future__ import annotations

from game.delegates.concession import Ladder, as_free, ladder
from game.delegates.counterpart.beliefs import Beliefs
from game.delegates.ground import Ground
from game.delegates.recall import recalled


def alike(one: object, other: object) -> bool:
    """Whether two arguments make no difference to what is left to give. Beliefs that are equal are the same object."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return as_free(one, other)
    return one == other if isinstance(one, float | int) else one is other


@recalled(6, alike)
def frank(believed: Beliefs, grounds: tuple[Ground, ...]) -> Ladder:
    """By what each step seems to bring the other side."""
    return ladder(grounds, lambda number, ground: ground.by_place(believed.worths[number]))


@recalled(6, alike)
def guarded(believed: Beliefs, shyness: float, grounds: tuple[Ground, ...]) -> Ladder:
    """By that, less where the other side may not be free to give what it would have to.

    ``shyness``: points, on its supposed scale, taken off for each power of e by which it is less likely to be.
    """

    def gain(number: int, ground: Ground) -> tuple[float, ...]:
        pairs = zip(believed.worths[number], believed.odds(number, ground.issue.id), strict=True)
        return ground.by_place(tuple([brings + shyness * odds for brings, odds in pairs]))

    return ladder(grounds, gain)
