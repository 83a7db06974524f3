"""Text for an output that has not every letter: signs become words or plain letters before anything becomes a “?”."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping

SIGNS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "·": ",",
        "→": "->",
        "×": "x",
        "½": " 1/2",
        "°": " degrees",
        "§": "section ",
        "£": "pounds ",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "\xa0": " ",
    }
)
"""What is written for a sign where it can't be."""
COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself sets LC_CTYPE to where LANG is C (PEP 538), so that it says nothing of what was wished for."""
_FOREIGN = re.compile(r" ?\([^()]*\)")


def asks_for_ascii(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the locale is set to C or POSIX in so many words, which promises no letter beyond ASCII.

    >>> asks_for_ascii({"LANG": "C"}), asks_for_ascii({"LANG": "C", "LC_ALL": "de_DE.UTF-8"}), asks_for_ascii({})
    (True, False, False)
    """
    named = [environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)]
    if len(named) > 1 and not environment.get("LC_ALL") and named[0] in COERCED:
        named = named[1:]
    return bool(named) and named[0] in ("C", "POSIX")


def fit(text: str, encoding: str) -> str:
    """The text in the letters an encoding has; a name in brackets in another script, beside the Latin one, goes.

    >>> fit("T. V. Soong (宋子文): “If ownership is 50-50 …”", "ascii")
    'T. V. Soong: "If ownership is 50-50 ..."'
    """
    if _has(text, encoding):
        return text
    text = _FOREIGN.sub(lambda found: found[0] if _any_letter_of(found[0], encoding) else "", text)
    return "".join(one if _has(one, encoding) else _nearest(one, encoding) for one in text)


def _has(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _any_letter_of(bracket: str, encoding: str) -> bool:
    letters = [one for one in bracket if one.isalnum()]
    return not letters or any(_nearest(one, encoding) != "?" for one in letters)


def _nearest(sign: str, encoding: str) -> str:
    """What is written for one sign: a word or plain letters, the letter without its accent, or a question mark."""
    if _has(sign, encoding):
        return sign
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign.translate(SIGNS)) if _has(one, encoding))
    return bare or "?"
