"""Text hygiene at every edge: what a player types or an author writes reaches a terminal only through here.

A terminal obeys escape sequences wherever they come from: a name can set the window's title or write the
clipboard. What is left after cleaning is text that takes the cells it seems to take.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MARKS_ON_A_LETTER = 3
"""Combining marks kept after one letter: enough for Vietnamese and pinyin, too few to climb into the next line."""

LONGEST_KEPT = 400
"""Characters of a text that is kept as cleaned: what is on a screen is cleaned again at every key."""

_LINE_ENDS = str.maketrans({"\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n"})
_DROPPED = {"Cc", "Cf", "Cs"}


def clean(text: str) -> str:
    r"""The text in NFC, without control characters, bidirectional controls, zero-width characters or surrogates.

    Newlines stay, a tab becomes a space, and at most three combining marks stay on a letter.

    >>> clean("Dairen\x1b]0;owned\x07 \u202e大連")
    'Dairen]0;owned 大連'
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS).replace("\t", " ")
    kept = "".join(character for character in lines if character == "\n" or not _dropped(character))
    return _few_marks(unicodedata.normalize("NFC", kept))


def clean_line(text: str) -> str:
    r"""The same on one line: every run of white space is one space, none at either end.

    >>> clean_line("  We\n cannot\taccept. ")
    'We cannot accept.'
    """
    return _on_one_line(text) if len(text) <= LONGEST_KEPT else " ".join(clean(text).split())


@lru_cache(maxsize=4096)
def _on_one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _dropped(character: str) -> bool:
    if character < "\x7f":
        return character < " "
    return unicodedata.category(character) in _DROPPED or _is_variation_selector(character)


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _few_marks(text: str) -> str:
    if text.isascii():
        return text
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MARKS_ON_A_LETTER:
            kept.append(character)
    return "".join(kept)
