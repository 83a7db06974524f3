"""What a line of a record must look like, key by key. Every failure names the key, what was found and the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from game.record.errors import RecordError
from game.slim import dataclass

SLUG = re.compile(r"[a-z0-9-]{1,64}")
"""Ids of scenarios, parties and records, and digests."""

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Shape:
    """The object on one line, asked for its values. ``line`` is 1-based, for the messages."""

    found: Mapping[str, Any]
    line: int

    def need(self, key: str) -> object:
        """The value of a key that must be there."""
        if key not in self.found:
            raise self.wrong(f"it has no “{key}”")
        return self.found[key]

    def slug(self, key: str) -> str:
        """An id in lower-case letters, digits and hyphens."""
        value = self.need(key)
        if not isinstance(value, str) or not SLUG.fullmatch(value):
            raise self.wrong(f"“{key}” must be an id in lower-case letters, digits and hyphens, not {shown(value)}")
        return value

    def slug_or_nothing(self, key: str) -> str:
        """An id, or empty text, also when the key is not there."""
        return self.slug(key) if self.found.get(key, "") != "" else ""

    def name(self, key: str) -> str:
        """A name: some text, not long."""
        value = self.need(key)
        if not isinstance(value, str) or not 0 < len(value) <= LONGEST_NAME:
            raise self.wrong(f"“{key[:40]}” must be a name of 1 to {LONGEST_NAME} characters, not {shown(value)}")
        return value

    def text(self, key: str) -> str:
        """Text, empty when the key is not there."""
        value = self.found.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(f"“{key}” must be text, not {shown(value)}")
        return value

    def yes(self, key: str) -> bool:
        """Whether a key says true; false when it is not there."""
        value = self.found.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"“{key}” must be true or false, not {shown(value)}")
        return value

    def whole(self, key: str, lowest: int | None = None) -> int:
        """A whole number, not below ``lowest``."""
        value = self.need(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(f"“{key}” must be a whole number, not {shown(value)}")
        if lowest is not None and value < lowest:
            raise self.wrong(f"“{key}” must be {lowest} or more, not {value}")
        return value

    def mapping(self, key: str) -> Mapping[str, Any]:
        """An object in braces."""
        value = self.need(key)
        if not isinstance(value, dict):
            raise self.wrong(f"“{key}” must be an object in braces, not {shown(value)}")
        return value

    def rest(self, known: frozenset[str]) -> dict[str, Any]:
        """The keys this program does not know, kept so that rewriting loses nothing."""
        return {key: value for key, value in self.found.items() if key not in known}

    def wrong(self, message: str) -> RecordError:
        """The error to raise for this line."""
        return RecordError(message, self.line)


def shown(value: object) -> str:
    """A value as a message can show it: never long."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
