"""Never concedes until its last speech."""

from __future__ import annotations

from game.delegates.ground import speeches_to_come
from game.delegates.time_dependent import Conceding
from game.engine.view import View


def stonewaller() -> Conceding:
    """Holds to its best package, takes nothing less, and gives way only when it speaks for the last time."""
    return Conceding("stonewaller", until_the_last)


def until_the_last(view: View, best: int) -> float:
    """The best it may ask for; in its last speech anything better than no agreement."""
    return min(best, view.stakes.reservation + 1) if speeches_to_come(view) <= 1 else best
