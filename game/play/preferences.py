"""What a person has chosen for every game, kept beside the saved games. A file that can't be read counts as none."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

NAME = "preferences.json"
GUIDED, REMINDED = 1, 3
"""Games, the present one counted, in which one is led step by step, and in which one is reminded of what to press."""


class Hints(StrEnum):
    """Whether the table tells what to press: less with every game, always, or never."""

    FADING = "fading"
    ALWAYS = "always"
    NEVER = "never"


class Guidance(StrEnum):
    """How much the table tells in one game: step by step, a reminder, or only what has happened."""

    STEPS = "steps"
    REMINDERS = "reminders"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What has been chosen; the defaults where nothing has."""

    hints: Hints = Hints.FADING

    def guidance(self, games: int) -> Guidance:
        """How much is told in the game that is the ``games``-th one begun (from 1).

        >>> [Preferences().guidance(game).value for game in (1, 2, 3, 4)]
        ['steps', 'reminders', 'reminders', 'none']
        """
        if self.hints is Hints.ALWAYS:
            return Guidance.STEPS
        if self.hints is Hints.NEVER or games > REMINDED:
            return Guidance.NONE
        return Guidance.STEPS if games <= GUIDED else Guidance.REMINDERS


def preferences(folder: Path) -> Preferences:
    """What is kept in a folder; the defaults where nothing is, or nothing that can be read."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        found = json.loads((folder / NAME).read_text("utf-8"))
        return Preferences(Hints(found["hints"])) if "hints" in found else Preferences()
    return Preferences()


def keep(folder: Path, chosen: Preferences) -> None:
    """Keep what was chosen. OSError when it can't be written."""
    part = folder / f"{NAME}.part"
    part.write_text(json.dumps(asdict(chosen)) + "\n", encoding="utf-8")
    part.replace(folder / NAME)


def with_next_hints(chosen: Preferences) -> Preferences:
    """The next choice of hints, in the order fading, always, never."""
    every = list(Hints)
    return replace(chosen, hints=every[(every.index(chosen.hints) + 1) % len(every)])
