"""``plenipo preview``: a scenario on the table while it is written, read again whenever a file changes."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.desk import in_use, library, one_folder
from game.commands.telling import complain
from game.commands.watching import hour, stamps_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.ui.preview import Sight


def arguments(parser: argparse.ArgumentParser) -> None:
    """The scenario, and the chair to begin in; how to show it."""
    parser.add_argument("scenario", metavar="ID|PATH", help="a scenario, with or without mistakes")
    parser.add_argument("--as", dest="party", metavar="PARTY", default="", help="the chair you begin in; c turns it")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--theme", metavar="NAME", default="", help="colours of the table")


def run(chosen: argparse.Namespace) -> int:
    """Lay the table and watch the files until it is left: 0; 3 when there is no such scenario; 130 on Ctrl-C."""
    folder = one_folder(library([chosen.scenario]), chosen.scenario)
    if folder is None:
        return 3
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM", "dumb") == "dumb":
        complain("a preview is drawn on a terminal; “plenipo check --watch” prints line by line")
        return 2
    from game.ui.preview import run as show
    from game.ui.request import Request

    request = Request(folder.name, chosen.party, mouse=not chosen.no_mouse, theme=chosen.theme)
    return show(request, FilesOf(chosen.scenario, folder))


class FilesOf:
    """The files of one scenario and whatever they may rest on, read anew each time."""

    def __init__(self, named: str, folder: Path) -> None:
        self.name = folder.name
        self._named = named
        self._folder = folder

    def stamps(self) -> Mapping[str, tuple[int, int]]:
        """Sizes and times of every file of all scenarios and sources."""
        return stamps_of(in_use(library([self._named])))

    def look(self) -> Sight:
        """The scenario when it has no mistake, else its mistakes."""
        from game.authoring.diagnostics import render
        from game.ui.preview import Sight

        now = library([self._named])
        draft = now.draft(self._folder)
        found = tuple(render(one) for one in (now.problems(self._folder) or draft.in_the_way))
        return Sight(hour(), draft.built.scenario if draft.built and not found else None, found)
