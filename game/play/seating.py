"""The delegates of a setup, taking their seats."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from game.delegates.delegate import Decision, Delegate
from game.delegates.registry import UnknownDelegate, make, names, reads_history
from game.engine.history import HistoricMeeting
from game.engine.view import View
from game.play.setup import HUMAN, Setup

History = Callable[[], tuple[HistoricMeeting, ...]]
"""Fetches the coded record; called only for a delegate that reads it."""


class NotSeated(Exception):
    """A delegate can't take its seat: what was found and, in ``remedy``, what there is instead; both are sentences."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".strip())
        self.sentence = sentence
        self.remedy = remedy


class Absent:
    """Sits where nobody can: the game may be looked at, but what was thought in that chair can't be told."""

    def __init__(self, name: str) -> None:
        self.name = name

    def choose(self, view: View) -> Decision:
        """Never a move: raises NotSeated."""
        raise NotSeated(f"“{self.name}” is not here.")


def seated(setup: Setup, history: History) -> dict[str, Delegate]:
    """The delegate of every party no person plays. NotSeated when one is unknown, or its own code fails."""
    return {party: _seat(setup, party, history) for party, seat in setup.seats.items() if seat != HUMAN}


def seated_to_look(setup: Setup, history: History) -> dict[str, Delegate]:
    """The same for a game that is only looked at: an Absent where a delegate can't be had."""
    found: dict[str, Delegate] = {}
    for party, seat in setup.seats.items():
        if seat != HUMAN:
            try:
                found[party] = _seat(setup, party, history)
            except NotSeated:
                found[party] = Absent(seat)
    return found


def _seat(setup: Setup, party: str, history: History) -> Delegate:
    name = setup.seats[party]
    try:
        return make(name, setup.seed, party, history() if reads_history(name) else ())
    except UnknownDelegate:
        near = get_close_matches(name, names(), 1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        raise NotSeated(f"There is no counterpart “{name}”.{hint}", f"There are: {', '.join(names())}.") from None
    except Exception as error:  # the code of another distribution may raise anything
        raise NotSeated(f"The counterpart “{name}” can't be had: {type(error).__name__}: {error}") from None
