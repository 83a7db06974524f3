"""What the command line asks of the interface."""

from __future__ import annotations

from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """A game to open; with nothing filled in, the home screen.

    ``scenario`` opens a new game (or, where no scenario has that name, the saved game of it), ``save`` goes on with a
    kept one (its id, or the path of a record). ``party`` and ``against`` name the chair and the counterpart; empty
    means the scenario's first party and the usual counterpart. ``seed`` None draws one; ``exchanges`` (speeches a
    side in a meeting) None keeps the meeting's own. ``study`` lets the player go back and try other courses.
    ``turn`` is what is done with a saved game once it is open: ``debrief``, ``rewind`` or ``what-if``.
    """

    scenario: str = ""
    party: str = ""
    against: str = ""
    seed: int | None = None
    exchanges: int | None = None
    save: str = ""
    record: str = ""
    study: bool = False
    turn: str = ""
    mouse: bool = True
    theme: str = ""
