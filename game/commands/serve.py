"""``plenipo serve``: the table in a browser, for this computer unless something else is asked for."""

from __future__ import annotations

import argparse
import errno
import socket
from typing import TYPE_CHECKING

from game.commands.telling import complain, tell

if TYPE_CHECKING:
    from game.web.doors import Address

PORT = 1945
TABLES = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, what visitors type, and how many may play at once."""
    parser.add_argument("--host", metavar="HOST", default="127.0.0.1", help="where to listen (127.0.0.1: here only)")
    parser.add_argument("--port", metavar="N", type=int, default=PORT, help=f"the port ({PORT}); 0 takes a free one")
    parser.add_argument("--public-url", metavar="URL", default="", help="what visitors type, where it is not the host")
    parser.add_argument("--tables", metavar="N", type=int, default=TABLES, help=f"games at once, at most ({TABLES})")


def run(chosen: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from game.web.doors import Address, complaint

    if not 0 <= chosen.port <= 65535 or chosen.tables < 1:
        complain("--port must be from 0 to 65535, and --tables from 1 on")
        return 2
    asked = Address(chosen.host, chosen.port, chosen.public_url)
    if wrong := complaint(asked):
        complain(wrong)
        return 2
    return _serve(asked, chosen.tables)


def _serve(asked: Address, most: int) -> int:
    from game.paths import saves_folder
    from game.web.doors import Address

    try:
        from game.web.reception import Reception, receive
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("game"):
            raise
        complain("the browser needs what “pip install 'plenipo[web]'” brings; it is not installed")
        return 1
    listening = _listening(asked)
    if listening is None:
        return 1
    address = Address(asked.host, listening.getsockname()[1], asked.public_url)
    games = saves_folder()
    _tell(address, str(games / "visitors"))
    receive(Reception(address, games, most), listening)
    complain("ended; every move is saved")
    return 0


def _listening(asked: Address) -> socket.socket | None:
    """The port, taken; None when it can't be had, which has been told then."""
    try:
        kind, *_, where = socket.getaddrinfo(asked.host or None, asked.port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(where[:2], family=kind)
    except UnicodeError:  # of a host that can't be the name of anything
        complain(f"can't listen at {asked.host}: that is no name of a computer")
    except OSError as failure:
        other = "choose another with --port N (0 takes a free one)"
        if failure.errno == errno.EADDRINUSE:
            complain(f"port {asked.port} is in use already; {other}")
        elif failure.errno == errno.EACCES:
            complain(f"port {asked.port} may not be used; {other}")
        else:
            complain(f"can't listen at {asked.host}: {failure.strerror or failure}")
    return None


def _tell(address: Address, folder: str) -> None:
    tell(f"Plenipo is at {address.url}\nGames are kept in {folder}\nCtrl-C ends it.")
    if not address.only_here:
        complain("anyone who can reach that address can play there, without a password and unencrypted; a visitor sees")
        complain("only games of his own. Use it in a network you trust.")
