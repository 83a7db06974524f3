"""What a canonical form tells of the documents it cites: the day each speaks for, and which side could have read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from game.slim import dataclass

Entry = dict[str, Any]
"""A mapping of plain values, in the shape the schema gives it."""
Told = tuple[str, int, str]
"""A source, a line and the words quoted there."""


@dataclass(frozen=True)
class Papers:
    """The documents behind a scenario.

    ``talks`` has the day each source speaks for. ``unread`` are the sources that neither side had: what a third person
    wrote of the talks. Of these a side knows what the scenario's evidence says it knew (``known_to``), and no more.
    """

    talks: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    evidence: tuple[tuple[Told, tuple[str, ...]], ...] = ()

    def known_to(self, entry: Entry) -> tuple[str, ...] | None:
        """The sides that could know a cited passage; None for both. Sides that the author names are those."""
        source = entry.get("source", "")
        if source and source not in self.unread:
            return None
        if not source or entry.get("known_to"):
            return tuple(entry["known_to"]) if entry.get("known_to") else None
        knew = self._at.get((source, entry["line"]), ())
        sides = {side for words, known in knew if _shared(words, entry["quote"]) for side in known}
        return tuple(sorted(sides))

    @cached_property
    def _at(self) -> Mapping[tuple[str, int], list[tuple[str, tuple[str, ...]]]]:
        """What the evidence quotes of a line, and which sides knew it."""
        found: dict[tuple[str, int], list[tuple[str, tuple[str, ...]]]] = {}
        for (source, line, words), known in self.evidence:
            found.setdefault((source, line), []).append((words, known))
        return found


def papers(case: Entry) -> Papers:
    """The documents of a canonical form."""
    return Papers(case.get("talks", {}), frozenset(case.get("unread", ())), tuple(_evidence(case)))


def _evidence(case: Entry) -> Iterator[tuple[Told, tuple[str, ...]]]:
    """The passages that the evidence gives to one side or both, and what either may be held to, which both heard."""
    both = tuple(party["id"] for party in case["parties"])
    for claim in case["claims"]:
        for one in claim.get("passages", ()):
            yield (one["source"], one["line"], one["quote"]), tuple(one["known_to"])
    for one in case["minutes"]:
        if one.get("source"):
            yield (one["source"], one["line"], one["quote"]), both


def _shared(one: str, other: str) -> bool:
    return one in other or other in one
