"""A package: one option for each of some issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from game.slim import dataclass


@dataclass(frozen=True)
class Package:
    """Options for some issues, as (issue, option) pairs sorted by issue id. Never every combination: one of them.

    >>> Package.of({"railway-board": "parity"}).get("railway-board")
    'parity'
    """

    items: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Package:
        """A package from a mapping of issue id to option id."""
        return cls(tuple(sorted(options.items())))

    def get(self, issue: str) -> str | None:
        """The option it names for ``issue``, or None."""
        return self._options.get(issue)

    @cached_property
    def _options(self) -> Mapping[str, str]:
        return dict(self.items)

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """The issues it settles, sorted by id."""
        return tuple(issue for issue, _ in self.items)

    def merged(self, other: Package) -> Package:
        """This package with ``other`` laid over it.

        >>> Package.of({"a": "x"}).merged(Package.of({"a": "y", "b": "z"})).items
        (('a', 'y'), ('b', 'z'))
        """
        return Package.of({**dict(self.items), **dict(other.items)})

    def only(self, issues: tuple[str, ...]) -> Package:
        """The part of it on ``issues``."""
        return Package(tuple(item for item in self.items if item[0] in issues))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
