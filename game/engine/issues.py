"""Issues, their options, the agenda's heads and the linkages between issues."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from game.engine.evidence import Attribution, Citation
from game.slim import dataclass


class Tier(StrEnum):
    """How much hangs on an issue."""

    CORE = "core"
    SUPPORT = "support"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible settlement of an issue: something that could be signed, not a speech.

    ``level`` runs from 1 (the first party's end) upwards. ``positions`` are the numbers, in the dossier, of the
    voiced positions that amount to this option. ``next`` names the options one step away where the order
    branches; empty means the neighbours by level.
    """

    id: str
    level: int
    label: str
    wording: str
    positions: tuple[int, ...]
    attribution: Attribution
    next: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What became of an issue in the settlement that followed: shown only in the debrief.

    ``seen`` is whether somebody whom the scenario cites has seen the clause itself; where not, ``text`` says what is
    known of it instead, and ``option`` is what a summary makes it.
    """

    text: str
    option: str | None
    nearer: str
    instrument: str
    seen: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The settlement that followed in the end, whose clauses are the benchmarks: shown only in the debrief.

    ``signed`` are those who signed, as (party, name, role); ``text`` what is to be said of how and when.
    """

    date: str
    name: str
    signed: tuple[tuple[str, str, str], ...]
    text: str
    attribution: Attribution


@dataclass(frozen=True)
class Issue:
    """A question between the parties, with its options in order of level."""

    code: str
    id: str
    head: str
    heading: str
    question: str
    tier: Tier
    options: tuple[Option, ...]

    @cached_property
    def required(self) -> bool:
        """Whether a settlement must cover it. Matters of procedure may stay open."""
        return self.tier is not Tier.PROCEDURE

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """The level of each option, by id."""
        return {option.id: option.level for option in self.options}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the options, in order of level."""
        return tuple(option.id for option in self.options)

    def option(self, option_id: str) -> Option | None:
        """The option with that id, or None."""
        return next((option for option in self.options if option.id == option_id), None)

    def level(self, option_id: str) -> int:
        """The level of an option that exists; ValueError otherwise."""
        level = self.levels.get(option_id)
        if level is None:
            raise ValueError(f"no option {option_id} on {self.id}")
        return level

    def steps(self, option_id: str) -> tuple[str, ...]:
        """The options one step from this one: its ``next``, or its neighbours by level."""
        place = self.level(option_id) - 1
        here = self.options[place]
        if here.next:
            return here.next
        return tuple(self.options[near].id for near in (place - 1, place + 1) if 0 <= near < len(self.options))


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of the agenda, numbered as in the minutes where it has a number."""

    id: str
    number: str
    title: str
    note: str = ""


class LinkageKind(StrEnum):
    """What one settlement means for another."""

    REQUIRES = "requires"
    EXCLUDES = "excludes"
    SWEETENS = "sweetens"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Linkage:
    """A tie between two issues.

    ``requires``: when ``issue`` is settled at one of ``options``, ``other`` must be settled at one of
    ``other_options``. ``excludes``: must not be. ``sweetens``: ``party`` gains points when both hold (the points
    are private and live in its stakes). ``statement``: said at the table; it has no effect on the rules.
    """

    id: str
    code: str
    kind: LinkageKind
    issue: str
    options: tuple[str, ...]
    other: str
    other_options: tuple[str, ...]
    party: str
    text: str
    attribution: Attribution

    def broken_by(self, first: str | None, second: str | None) -> bool:
        """Whether settling ``issue`` at ``first`` and ``other`` at ``second`` contradicts it. None is unsettled."""
        if first not in self.options or second is None:
            return False
        if self.kind is LinkageKind.REQUIRES:
            return second not in self.other_options
        return self.kind is LinkageKind.EXCLUDES and second in self.other_options

    def holds(self, first: str | None, second: str | None) -> bool:
        """Whether both ends are settled as it names them."""
        return first in self.options and second in self.other_options


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting: when, where, who, and how much can be said.

    ``exchanges`` is the number of speeches each side may make. ``opens`` is the party that speaks first.
    ``grain`` says how the record of it was kept: ``minutes`` (turn by turn), ``cable`` (what a cable reports) or
    ``account`` (told later).
    """

    id: str
    date: str
    title: str
    begins: str
    ends: str
    place: str
    exchanges: int
    opens: str
    chairs: tuple[tuple[str, str], ...]
    present: tuple[tuple[str, tuple[str, ...]], ...]
    source: str = ""
    grain: str = "minutes"
    note: str = ""
    citations: tuple[Citation, ...] = ()

    def chair(self, party: str) -> str:
        """Who speaks for ``party`` here."""
        return dict(self.chairs)[party]
