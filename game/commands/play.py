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
    opposite = "who sits opposite: apprentice, counterpart, master or a baseline"
    parser.add_argument("--against", metavar="DELEGATE", default="", help=opposite)
    parser.add_argument("--seed", type=int, metavar="N", help="the seed of what chance does; drawn when left out")
    parser.add_argument("--exchanges", type=int, metavar="N", help="speeches a side may make in a meeting")
    parser.add_argument("--study", action="store_true", help="one may go back, or try other courses; the record tells")
    parser.add_argument(
        "--strict", action="store_true", help="line by line: stop with 1 at the first line that can't be obeyed"
    )
    parser.add_argument("--record", metavar="FILE", default="", help="where the game is recorded")
    home_arguments(parser)


def home_arguments(parser: argparse.ArgumentParser) -> None:
    """How to show the game; all that ``plenipo`` without a command takes."""
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="line by line: for screen readers, scripts, old terminals; or on the screen, whatever the settings say",
    )
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--theme", metavar="NAME", default="", help="colours of the table")


def run(chosen: argparse.Namespace) -> int:
    """Open the home screen, or the game that is asked for."""
    asked = _asked(chosen)
    for option, least in (("exchanges", 1), ("seed", 0)):
        if asked.get(option) is not None and int(str(asked[option])) < least:
            complain(f"--{option} must be a number from {least} on")
            return 2
    name: str = getattr(chosen, "name", "")
    if _line_by_line(chosen.plain):
        return _plain(name, {**asked, "strict": getattr(chosen, "strict", False)})
    return _table(name, asked, chosen)


def _asked(chosen: argparse.Namespace) -> dict[str, object]:
    """What a front end is asked for: everything it may know but the name and how to look."""
    return {
        "party": getattr(chosen, "party", ""),
        "against": getattr(chosen, "against", ""),
        "seed": getattr(chosen, "seed", None),
        "exchanges": getattr(chosen, "exchanges", None),
        "record": getattr(chosen, "record", ""),
        "study": getattr(chosen, "study", False),
    }


def _line_by_line(asked: bool | None) -> bool:
    """Whether the table is opened line by line: because it was asked for, here, in the environment or for good.

    Where there is no terminal to draw on, it always is.
    """
    if asked or not _a_terminal():
        return True
    if asked is not None:
        return False
    if os.environ.get("ACCESSIBLE", "") not in ("", "0"):
        return True
    from game.play.settings import kept_settings

    return kept_settings().plain


def _a_terminal() -> bool:
    """Whether there is a terminal the table can be drawn on."""
    if os.environ.get("TERM", "") in ("", "dumb"):
        return False
    drawn_on = sys.__stderr__
    return sys.stdin.isatty() and sys.stdout.isatty() and drawn_on is not None and drawn_on.isatty()


def _plain(name: str, asked: dict[str, object]) -> int:
    from game.plain.request import Request
    from game.plain.run import run as play
    from game.play.saves import is_save

    named = {"save" if is_save(name) else "scenario": name}
    return play(Request(**named, **asked), sys.stdin, sys.stdout)  # type: ignore[arg-type]


def _table(name: str, asked: dict[str, object], chosen: argparse.Namespace) -> int:
    import gc

    gc.disable()  # until the first screen stands: nothing is thrown away while rooms are entered
    from game.ui.app import Request
    from game.ui.app import run as play

    return play(Request(name, **asked, mouse=not chosen.no_mouse, theme=chosen.theme))  # type: ignore[arg-type]
