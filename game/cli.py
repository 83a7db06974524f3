"""The command line: read the arguments, import the one command that is needed, run it.

Exit codes: 0 good; 1 the thing checked has problems; 2 usage; 3 not found or unreadable; 130 interrupted.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

GOOD, PROBLEMS, USAGE, NOT_FOUND, INTERRUPTED = 0, 1, 2, 3, 130

COMMANDS = {
    "play": "take a chair and play",
    "list": "list the scenarios and chairs, and the games you can go on with",
    "where": "show the folders in use",
    "check": "find every mistake in scenarios and sources, and what to do about it",
    "show": "read a document",
    "replay": "show how each issue stood after a day of history, or at the end of a game",
    "debrief": "lay a game beside the record",
    "minutes": "write a game down as the record of a meeting",
    "analyze": "work out what could be settled, where the record lies in it, and whether it was stable",
    "graph": "draw games as lines beside history, in words or for graph programs",
    "export": "write a scenario for other negotiation programs",
    "simulate": "let delegates play many games, and count",
    "new": "start a scenario of your own",
    "preview": "see a scenario on the table while you write it: it is read again at every save",
    "playtest": "try a scenario out in a thousand games: what is wrong with it as a game, and where",
    "serve": "open the table in a browser",
    "handout": "print a role sheet with its sources, or the teacher's key",
}
"""Every command, with what it does; each is a module of ``game.commands`` with ``arguments`` and ``run``."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
"""A disk that is full, a share that is used up, a terminal that has gone: a file's own would name the file."""
_MODULES = {"list": "listing"}


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence and a way out."""

    def error(self, message: str) -> NoReturn:
        from game.authoring.diagnostics import printable

        self.exit(USAGE, f"{self.prog}: {printable(message)}\ntry: {self.prog} --help\n")


class _Version(argparse.Action):
    """Tells which version this is. It is looked up only then: that takes as long as a tenth of a first frame."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print(f"plenipo {_version()}")
        parser.exit(GOOD)


def main(argv: Sequence[str]) -> int:
    """Run the command that ``argv`` (without the program's name) asks for; the exit code."""
    words = list(argv)
    named = _named(words)
    if named and named not in COMMANDS:
        return _unknown(named)
    try:
        arguments = _parser(words).parse_args(words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    try:
        code: int = _command(named or "play").run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    return code


def entry() -> NoReturn:
    """Run from a shell: what the terminal can't show is replaced, and our own failures are told in a sentence."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = main(sys.argv[1:])
    except OSError as error:
        code = _unwritten(error) if error.errno in FULL and error.filename is None else _failed()
    except Exception:
        code = _failed()
    sys.exit(code)


def _open_what_is_closed() -> None:
    """Where a stream was closed before we came, read nothing from it and write to nowhere."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _unwritten(error: OSError) -> int:
    """Say that what was to be printed could not be, and leave the rest of it."""
    print(f"plenipo: the output can't be written: {error.strerror}. What was saved is safe.", file=sys.stderr)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PROBLEMS


def _unknown(word: str) -> int:
    from game.authoring.diagnostics import printable, suggestion

    print(f"plenipo: there is no command “{printable(word)}”; {suggestion(word, COMMANDS)}", file=sys.stderr)
    return USAGE


def _named(words: Sequence[str]) -> str:
    """The command that is asked for; empty where options come first, or nothing at all."""
    return words[0] if words and not words[0].startswith("-") else ""


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of a command line. Where a command is named it knows no other: to set up all takes a while."""
    parser = _Parser(prog="plenipo", description="A negotiation game played from primary sources: Moscow, July 1945.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    named = _named(words)
    if not named:
        _command("play").home_arguments(parser)
    if words:
        commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog="plenipo", parser_class=_Parser)
        for name in [named] if named else COMMANDS:
            what = COMMANDS[name]
            sub = commands.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.")
            if named:
                _command(name).arguments(sub)
    return parser


def _command(name: str) -> ModuleType:
    return import_module(f"game.commands.{_MODULES.get(name, name)}")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("plenipo")
    except PackageNotFoundError:
        return "(not installed)"


def _failed() -> int:
    """Write down our own failure and say where; a developer sees it whole with PLENIPO_DEBUG set."""
    if os.environ.get("PLENIPO_DEBUG"):
        raise
    from datetime import datetime
    from traceback import format_exc

    from game.paths import crash_folder

    print("plenipo: something went wrong that should not have. Your saved games are untouched.", file=sys.stderr)
    try:
        report = crash_folder() / f"crash-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
        report.write_text(format_exc(), "utf-8")
        print(f"A report is in {report}", file=sys.stderr)
    except OSError:
        pass
    return PROBLEMS
