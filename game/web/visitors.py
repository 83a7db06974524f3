"""Who is who: each browser is one visitor, known by a cookie, with a folder of games that no other visitor sees."""

from __future__ import annotations

import re
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from secrets import token_hex

COOKIE = "plenipo-visitor"
A_YEAR = 365 * 24 * 3600
_VISITOR = re.compile(r"[0-9a-f]{24}")


def known(header: str) -> str:
    """The visitor a ``Cookie`` header names; empty when it names none, or something that is no visitor."""
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None and _VISITOR.fullmatch(found.value) else ""


def new_visitor() -> str:
    """A visitor nobody can guess: 24 hexadecimal digits."""
    return token_hex(12)


def cookie(visitor: str, scheme: str) -> str:
    """The ``Set-Cookie`` header that makes a browser this visitor; over https it is sent over https only."""
    only = "; Secure" if scheme == "https" else ""
    return f"{COOKIE}={visitor}; Path=/; Max-Age={A_YEAR}; HttpOnly; SameSite=Strict{only}"


def folder_of(visitor: str, games: Path) -> Path:
    """Where a visitor's games are kept. It may be missing."""
    return games / "visitors" / visitor
