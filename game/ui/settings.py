"""What a person has chosen for every game to come: colours, and whether anything moves. Kept in a file of its own."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields

from game.paths import settings_file

LARGEST = 4096
"""Bytes of the file that are read at most."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``theme`` is a theme's name, empty for the usual one; ``still`` keeps everything from moving and blinking."""

    theme: str = ""
    still: bool = False


def kept_settings() -> Settings:
    """What was chosen last; the usual settings where nothing was, or where the file can't be read or understood."""
    try:
        with settings_file().open("rb") as file:
            found = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    usual = asdict(Settings())
    return Settings(**{one.name: found[one.name] for one in fields(Settings) if _fits(found, one.name, usual)})


def keep_settings(settings: Settings) -> None:
    """Keep what was chosen. That it can't be done, on a full disk for instance, is no mistake."""
    with suppress(OSError):
        path = settings_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(settings)) + "\n", "utf-8")


def _fits(found: dict[str, object], name: str, usual: dict[str, object]) -> bool:
    return type(found.get(name)) is type(usual[name])
