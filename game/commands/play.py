"""``plenipo`` and ``plenipo play``: the home screen, or a game, in the terminal or line by line."""

from __future__ import annotations

import argparse
import os
import sys

from game.commands.telling import complain


def arguments(parser: argparse.ArgumentParser) -> None:
    """The scenario or saved game, the chair, the counterpart, and how to show it."""
    parser.add_argument(
        "name", metavar="ID|SAVE", nargs="?", default="", help="a scenario, or a saved game to go on with"
    )
    parser.add_argument("--as", dest="party", metavar="PARTY", default="", help="the chair you take")
    parser.add_argument("--against", metavar="DELEGATE", default="", help="who sits opposite")
    parser.add_argument("--seed", type=int, metavar="N", help="the seed of what chance does; drawn when left out")
    parser.add_argument("--exchanges", type=int, metavar="N", help="speeches a side may make in a meeting")
    parser.add_argument("--record", metavar="FILE", default="", help="where the game is recorded")
    home_arguments(parser)


def home_arguments(parser: argparse.ArgumentParser) -> None:
    """How to show the game; all that ``plenipo`` without a command takes."""
    parser.add_argument("--plain", action="store_true", help="line by line: for screen readers, scripts, old terminals")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--theme", metavar="NAME", default="", help="colours of the table")


def run(chosen: argparse.Namespace) -> int:
    """Open the home screen, or the game that is asked for."""
    asked = _asked(chosen)
    for name in ("exchanges", "seed"):
        if asked.get(name) is not None and int(str(asked[name])) < (1 if name == "exchanges" else 0):
            complain(f"--{name} must be a number from {1 if name == 'exchanges' else 0} on")
            return 2
    return _plain(asked) if chosen.plain or not _a_terminal() else _table(asked, chosen)


def _asked(chosen: argparse.Namespace) -> dict[str, object]:
    """What a front end is asked for: everything it may know but how to look."""
    name: str = getattr(chosen, "name", "")
    saved = bool(name) and _is_saved(name)
    return {
        "scenario": "" if saved else name,
        "save": name if saved else "",
        "party": getattr(chosen, "party", ""),
        "against": getattr(chosen, "against", ""),
        "seed": getattr(chosen, "seed", None),
        "exchanges": getattr(chosen, "exchanges", None),
        "record": getattr(chosen, "record", ""),
    }


def _is_saved(name: str) -> bool:
    from game.authoring import loader
    from game.play.saves import UnknownSave, save_path
    from game.record.errors import SaveError

    if name in loader.scenario_ids():
        return False
    try:
        save_path(name)
    except (UnknownSave, SaveError):
        return False
    return True


def _a_terminal() -> bool:
    """Whether there is a terminal the table can be drawn on, and nobody has asked for the plain form."""
    if os.environ.get("ACCESSIBLE", "") not in ("", "0") or os.environ.get("TERM", "") in ("", "dumb"):
        return False
    drawn_on = sys.__stderr__
    return sys.stdin.isatty() and sys.stdout.isatty() and drawn_on is not None and drawn_on.isatty()


def _plain(asked: dict[str, object]) -> int:
    from game.plain.request import Request
    from game.plain.run import run as play

    return play(Request(**asked), sys.stdin, sys.stdout)  # type: ignore[arg-type]


def _table(asked: dict[str, object], chosen: argparse.Namespace) -> int:
    from game.ui.app import Request
    from game.ui.app import run as play

    return play(Request(**asked, mouse=not chosen.no_mouse, theme=chosen.theme))  # type: ignore[arg-type]
