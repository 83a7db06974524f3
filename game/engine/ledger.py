"""The ledger: what was done at the table, line by line. Every moment shares the lines of those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain, islice, takewhile
from operator import eq
from typing import NamedTuple, Self, overload


class Deed(StrEnum):
    """What a ledger line records."""

    OFFERED = "offered"
    CONDITIONED = "conditioned"
    RETREATED = "retreated"
    ACCEPTED = "accepted"
    AGREED_IN_SUBSTANCE = "agreed in substance"
    REOPENED = "reopened"
    REJECTED = "rejected"
    HELD = "held"
    RESERVED = "reserved"
    ARGUED = "argued"
    ARGUED_WEAKLY = "argued weakly"
    CITED = "cited"
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDREW = "withdrew"


class Entry(NamedTuple):
    """One line of the ledger: who did what on which issue, at which ply (``State.heard``). Public.

    One move may leave thirty, so it is of the kind that is made fastest.
    """

    ply: int
    by: str
    deed: Deed
    issue: str = ""
    option: str = ""
    note: str = ""


class Ledger(Sequence[Entry]):
    """The lines up to some moment, oldest first: a sequence that never changes, and is cheap to go on from.

    It holds the lines that the last move left, and the ledger before them. So a game costs its lines once, though it
    keeps every state; a variation shares them up to where it leaves; and nobody can write into another's, in whatever
    thread. It is read soonest from the end: a slice up to a moment is found by going back, and copies nothing.

    >>> opened = Ledger([Entry(1, "china", Deed.OFFERED, "dairen", "free-port")])
    >>> refused = opened.with_lines([Entry(2, "ussr", Deed.REJECTED, "dairen")])
    >>> len(opened), len(refused), refused[-1].by
    (1, 2, 'ussr')
    >>> refused[: len(opened)] is opened
    True
    """

    __slots__ = ("_before", "_length", "_lines")

    def __init__(self, lines: Iterable[Entry] = ()) -> None:
        self._before: Self | None = None
        self._lines = tuple(lines)
        self._length = len(self._lines)

    def with_lines(self, lines: Iterable[Entry]) -> Ledger:
        """The ledger with these lines at its end; itself where there are none."""
        longer = Ledger(lines)
        if not longer._lines:
            return self
        if self._lines:
            longer._before = self
            longer._length += self._length
        return longer

    def since(self, ply: int) -> tuple[Entry, ...]:
        """The lines of the moves after that ply, in order. No others are gone through."""
        back = [*takewhile(lambda line: line.ply > ply, reversed(self))]
        return tuple(reversed(back))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Entry]:
        return chain.from_iterable(reversed([*self._moves_back()]))

    def __reversed__(self) -> Iterator[Entry]:
        return chain.from_iterable(map(reversed, self._moves_back()))

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Ledger: ...
    def __getitem__(self, place: int | slice) -> Entry | Ledger:
        """A line, or the ledger of some lines. IndexError where there is no such line."""
        if isinstance(place, int):
            number = range(self._length)[place]
            return self._up_to(number + 1)._lines[-1]
        begin, end, stride = place.indices(self._length)
        if stride != 1:
            return Ledger(tuple(self)[place])
        return self._up_to(max(begin, end))._from(begin)

    def __eq__(self, other: object) -> bool:
        """Whether the other is a ledger of the same lines. Two talks differ soonest at their ends."""
        if not isinstance(other, Ledger):
            return NotImplemented
        same_length = self._length == other._length
        return self is other or (same_length and all(map(eq, reversed(self), reversed(other))))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Ledger({[*self]!r})"

    def __reduce__(self) -> tuple[type[Ledger], tuple[tuple[Entry, ...]]]:
        """Pickled as its lines: a chain of thousands of moves would go too deep."""
        return Ledger, (tuple(self),)

    def _moves_back(self) -> Iterator[tuple[Entry, ...]]:
        """The lines of each move, the last move first."""
        here: Ledger | None = self
        while here is not None:
            yield here._lines
            here = here._before

    def _up_to(self, length: int) -> Ledger:
        """The first so many lines: the very ledger of that moment, where a move ended there."""
        here = self
        while here._before is not None and here._before._length >= length:
            here = here._before
        if here._length == length:
            return here
        return (here._before or Ledger()).with_lines(here._lines[: length - here._length])

    def _from(self, begin: int) -> Ledger:
        """The lines after the first so many."""
        if not begin:
            return self
        back = [*islice(reversed(self), self._length - begin)]
        return Ledger(reversed(back))
