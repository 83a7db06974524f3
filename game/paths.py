"""Where scenarios, sources, saves and crash reports are. Nothing here reads them."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

NAME = "plenipo"
PACKAGE = Path(__file__).resolve().parent


def shipped_root() -> Path:
    """The folder that holds the shipped ``scenarios/`` and ``sources/``.

    The environment's PLENIPO_DATA when set; else inside an installed wheel; else the checkout.
    """
    named = os.environ.get("PLENIPO_DATA")
    if named:
        return Path(named)
    packed = PACKAGE / "_data"
    return packed if packed.is_dir() else PACKAGE.parent


def scenarios_folders() -> tuple[Path, ...]:
    """The folders scenarios are looked for in, the user's own first (PLENIPO_SCENARIOS, or the user's data folder)."""
    return (*_own("PLENIPO_SCENARIOS", "scenarios"), shipped_root() / "scenarios")


def own_scenarios_folder() -> Path:
    """The folder for scenarios of the user's own (PLENIPO_SCENARIOS, or the user's data folder). It may be missing."""
    return _named("PLENIPO_SCENARIOS", "scenarios")


def sources_folders() -> tuple[Path, ...]:
    """The folders sources are looked for in, the user's own first (PLENIPO_SOURCES, or the user's data folder)."""
    return (*_own("PLENIPO_SOURCES", "sources"), shipped_root() / "sources")


def saves_folder() -> Path:
    """The folder games are saved in (PLENIPO_SAVES, or the user's state folder). Made when it is missing; OSError."""
    named = os.environ.get("PLENIPO_SAVES")
    folder = Path(named) if named else platformdirs.user_state_path(NAME, appauthor=False) / "saves"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def cache_folder() -> Path:
    """The folder for what can be worked out again (PLENIPO_CACHE, or the user's cache folder). It may be missing."""
    named = os.environ.get("PLENIPO_CACHE")
    return Path(named) if named else platformdirs.user_cache_path(NAME, appauthor=False)


def settings_file() -> Path:
    """The file of what a person has chosen (PLENIPO_SETTINGS, or in the user's configuration folder)."""
    named = os.environ.get("PLENIPO_SETTINGS")
    return Path(named) if named else platformdirs.user_config_path(NAME, appauthor=False) / "settings.json"


def crash_folder() -> Path:
    """The folder, inside that of the saves, for reports of our own failures. Made when it is missing; OSError."""
    folder = saves_folder() / "crashes"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _own(variable: str, name: str) -> tuple[Path, ...]:
    folder = _named(variable, name)
    return (folder,) if folder.is_dir() else ()


def _named(variable: str, name: str) -> Path:
    named = os.environ.get(variable)
    return Path(named) if named else platformdirs.user_data_path(NAME, appauthor=False) / name
