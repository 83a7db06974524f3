"""``plenipo where``: the folders in use."""

from __future__ import annotations

import argparse

from game.commands.telling import tell


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(chosen: argparse.Namespace) -> int:
    """Print the folders of scenarios, sources and saves, in the order they are looked through, and other places."""
    from game import paths

    for folder in paths.scenarios_folders():
        tell(f"scenarios  {folder}")
    for folder in paths.sources_folders():
        tell(f"sources    {folder}")
    try:
        tell(f"saves      {paths.saves_folder()}")
    except OSError as failure:
        tell(f"saves      can't be made: {failure.strerror}: {failure.filename}")
    tell(f"settings   {paths.settings_file()}")
    tell(f"cache      {paths.cache_folder()}")
    return 0
