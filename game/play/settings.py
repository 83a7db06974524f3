"""What a person has chosen for every game to come, kept in one file that both front ends read.

Hints were kept in a file of their own beside the saved games once; what stands there is taken over.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path

from game.paths import saves_folder, settings_file
from game.slim import dataclass

LARGEST = 4096
"""Bytes of the file that are read at most."""
FORMER = "preferences.json"
"""The file beside the saved games in which hints were kept before."""
GUIDED, REMINDED = 1, 3
"""Games, the present one counted, in which one is led step by step, and in which one is reminded of what to press."""

THEMES_TOLD = {
    "plenipo": ("Plenipo", "lamplight on dark blue"),
    "plenipo-contrast": ("High contrast", "bright on black, lines and keys too"),
    "plenipo-safe": ("Colour-blind safe", "told apart in every kind of colour blindness"),
    "plenipo-paper": ("Paper", "dark ink on a light ground"),
    "ansi-dark": ("Terminal, dark", "your terminal's 16 colours, dark ground"),
    "ansi-light": ("Terminal, light", "your terminal's 16 colours, light ground"),
}
"""Each theme's name for a reader, and a word about it; the table line by line knows of them no more than that."""


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
class Settings:
    """``theme`` is a theme's name, empty for the usual one; ``still`` keeps everything from moving and blinking;
    ``plain`` opens the table line by line; ``unbroken`` leaves the lines of that table as long as they are.
    """

    theme: str = ""
    still: bool = False
    plain: bool = False
    unbroken: bool = False
    hints: Hints = Hints.FADING

    def guidance(self, games: int) -> Guidance:
        """How much is told in the game that is the ``games``-th one begun (from 1).

        >>> [Settings().guidance(game).value for game in (1, 2, 3, 4)]
        ['steps', 'reminders', 'reminders', 'none']
        """
        if self.hints is Hints.ALWAYS:
            return Guidance.STEPS
        if self.hints is Hints.NEVER or games > REMINDED:
            return Guidance.NONE
        return Guidance.STEPS if games <= GUIDED else Guidance.REMINDERS


def guidance_now() -> Guidance:
    """How much is told in the game just begun or opened, by the games there are."""
    from game.play.saves import SUFFIX

    try:
        games = sum(1 for _ in saves_folder().glob(f"*{SUFFIX}"))
    except OSError:
        return Guidance.REMINDERS
    return kept_settings().guidance(games)


def following(hints: Hints) -> Hints:
    """The next choice of hints, in the order fading, always, never."""
    every = list(Hints)
    return every[(every.index(hints) + 1) % len(every)]


def kept_settings() -> Settings:
    """What was chosen last; the usual settings where nothing was, or where the file can't be read or understood."""
    return settings_and_trouble()[0]


def settings_and_trouble() -> tuple[Settings, str]:
    """What was chosen last, and a sentence when the file is there and can't be understood; else an empty one."""
    path = settings_file()
    found, trouble = {}, ""
    try:
        found = _object_in(path)
    except FileNotFoundError:
        pass
    except (OSError, ValueError, RecursionError):
        trouble = f"The settings in {path} can't be read; the usual ones are used until you choose again."
    if "hints" not in found:
        with suppress(OSError, ValueError, RecursionError):
            found = {**found, "hints": _object_in(saves_folder() / FORMER).get("hints")}
    return _understood(found), trouble


def keep_settings(settings: Settings) -> str:
    """Keep what was chosen, and whatever a later program keeps in the file; a sentence when it can't be kept.

    A file that can't be understood is put aside under a name that ends in ``.bad``.
    """
    path = settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        others = _others_in(path)
        part = path.with_name(f"{path.name}.part")
        part.write_text(json.dumps({**others, **asdict(settings)}) + "\n", "utf-8")
        part.replace(path)
    except OSError as error:
        return f"The choice can't be kept in {path}: {error.strerror or error}."
    with suppress(OSError):
        (saves_folder() / FORMER).unlink(missing_ok=True)
    return ""


def _others_in(path: Path) -> dict[str, object]:
    try:
        return _object_in(path)
    except FileNotFoundError:
        pass
    except (ValueError, RecursionError):
        path.replace(path.with_name(f"{path.name}.bad"))
    return {}


def _object_in(path: Path) -> dict[str, object]:
    """The object in a file. OSError, ValueError or RecursionError when there is none."""
    with path.open("rb") as file:
        found = json.loads(file.read(LARGEST))
    if not isinstance(found, dict):
        raise ValueError
    return found


def _understood(found: dict[str, object]) -> Settings:
    """The settings whose values are of the right kind; the others are the usual ones."""
    usual = asdict(Settings())
    kept = {one.name: found[one.name] for one in fields(Settings) if type(found.get(one.name)) is type(usual[one.name])}
    hints = found.get("hints")
    known = isinstance(hints, str) and hints in tuple(Hints)
    return Settings(**{**kept, "hints": Hints(str(hints)) if known else Hints.FADING})  # type: ignore[arg-type]
