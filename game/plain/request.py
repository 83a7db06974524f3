"""What the command line asks of the line-by-line table."""

from __future__ import annotations

from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """A game to open; with nothing filled in, the questions of the home desk.

    ``scenario`` opens a new game, ``save`` goes on with a kept one (its id, or the path of a record). ``party`` and
    ``against`` name the chair and the counterpart; empty means the scenario's first party and the usual
    counterpart. ``seed`` None draws one; ``exchanges`` (speeches a side in a meeting) None keeps the meeting's own.
    ``record`` is the path the new game is recorded at; empty means among the saved games. ``study`` lets the player go
    back and try other courses. ``turn`` is ``rewind`` or ``what-if`` for a variation of the saved game.
    ``strict`` stops at the first line that can't be obeyed.
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
    strict: bool = False
