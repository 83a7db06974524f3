"""What a delegate is: something that, shown a party's view, decides on a move and says why."""

from __future__ import annotations

from typing import Protocol

from game.engine.moves import Move
from game.engine.view import View
from game.slim import dataclass

Variable = tuple[str, int | str]
"""The name and the value of something that decided: an option's latitude, an aspiration in points, and so on."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a delegate decided as it did: what decided it (``because``) and what would change its mind (``remedy``).

    ``code`` is one of ``reasons.Cause``; ``issue`` is empty where the whole table is meant. ``variables`` are the
    values that decided, so that a test can change them and see the decision change.
    """

    code: str
    issue: str
    because: str
    remedy: str
    variables: tuple[Variable, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A move, and the true reasons for it, weightiest first."""

    move: Move
    reasons: tuple[Reason, ...] = ()


class Delegate(Protocol):
    """Decides for one party from its view alone. The room's README tells how to write one, with an example.

    The same delegate, made with the same seed and shown the same view, decides the same: it keeps nothing between
    calls that it could not work out again from the view, so that a resumed game goes on as it would have.
    """

    @property
    def name(self) -> str:
        """The name it is registered under."""
        ...

    def choose(self, view: View) -> Decision:
        """The move to make now. Called only when the party has the floor, once for each move of a speech."""
        ...
