"""What a browser says over the websocket, read with suspicion: whatever is not understood is None."""

from __future__ import annotations

import json

from game.slim import dataclass

WIDEST, HIGHEST = 500, 200
"""Cells beyond which a terminal is not believed: a size costs memory before anything is drawn."""
LONGEST = 64 * 1024
"""Characters of one message; a page of pasted text is far below it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys, and what the mouse did, as a terminal sends them."""

    keys: bytes


@dataclass(frozen=True, slots=True)
class Resized:
    """The terminal in the page has another size, in cells."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Looked:
    """The page has or lost the focus."""

    here: bool


@dataclass(frozen=True, slots=True)
class Pinged:
    """The page asks for its word back."""

    word: str


Word = Typed | Resized | Looked | Pinged


def heard(message: str) -> Word | None:
    """One message, ``["kind", content]``."""
    try:
        envelope = json.loads(message)
    except (ValueError, RecursionError):
        return None
    match envelope:
        case ["stdin", str(keys)]:
            return Typed(keys.encode("utf-8", "ignore"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            return size(width, height)
        case ["ping", str(word)]:
            return Pinged(word[:100].encode("utf-8", "ignore").decode())
        case ["focus" | "blur" as kind, *_]:
            return Looked(kind == "focus")
    return None


def size(width: int, height: int) -> Resized:
    """A size a terminal can have."""
    return Resized(min(max(width, 1), WIDEST), min(max(height, 1), HIGHEST))


def asked_size(width: str, height: str) -> Resized:
    """The size a page asks for when it opens, as text; 80 by 24 where that is no number."""
    digits = [text if text.isascii() and text.isdigit() and len(text) < 5 else "" for text in (width, height)]
    return size(int(digits[0] or 80), int(digits[1] or 24))
