"""A party: its public face, and what only its own side knows."""

from __future__ import annotations

from enum import StrEnum

from game.engine.evidence import Attribution
from game.slim import dataclass


class Latitude(StrEnum):
    """What a delegate's instructions say of one option."""

    FREE = "free"
    """May be given on the spot."""
    REPORT = "report"
    """May be given *ad referendum*, and is reported home."""
    ASK = "ask"
    """New instructions first."""
    FORBIDDEN = "forbidden"
    """A red line."""

    @property
    def rank(self) -> int:
        """0 (free) to 3 (forbidden)."""
        return _ORDER.index(self)

    def eased(self) -> Latitude:
        """One step easier; free stays free.

        >>> Latitude.FORBIDDEN.eased(), Latitude.FREE.eased()
        (<Latitude.ASK: 'ask'>, <Latitude.FREE: 'free'>)
        """
        return _ORDER[max(0, self.rank - 1)]

    def tightened(self) -> Latitude:
        """One step stricter; forbidden stays forbidden."""
        return _ORDER[min(3, self.rank + 1)]


_ORDER = (Latitude.FREE, Latitude.REPORT, Latitude.ASK, Latitude.FORBIDDEN)


class Line(StrEnum):
    """How a delegate reaches the principal."""

    TELEGRAM = "telegram"
    """Answered after the meeting."""
    CORRIDOR = "corridor"
    """Answered at once."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member of a delegation, as the sources spell the name and as it is written natively."""

    name: str
    role: str
    spelled: tuple[str, ...] = ()
    native: str = ""
    present: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verbatim turn of speech of one side, and what it is used for.

    ``said`` is the day of the talk it was said in, as an ISO date; empty where that is not known.
    """

    text: str
    use: str
    source: str
    line: int
    said: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """The public face of one side: who it is and who speaks for it."""

    id: str
    name: str
    adjective: str
    seat: str
    seat_title: str
    principal: str
    line: Line
    people: tuple[Person, ...] = ()
    voice: tuple[Phrase, ...] = ()
    principal_note: str = ""
    message: str = ""

    @property
    def wire(self) -> str:
        """What a message to the principal is called: the scenario's word, else ``telegram``, or ``word`` next door."""
        return self.message or ("telegram" if self.line is Line.TELEGRAM else "word")

    @property
    def side(self) -> str:
        """The party in the middle of a sentence: "the Chinese side"."""
        return f"the {self.adjective} side"


@dataclass(frozen=True, slots=True)
class Instruction:
    """What the principal lays down on one issue from a date on: a latitude for each option, in option order."""

    since: str
    issue: str
    latitudes: tuple[Latitude, ...]
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the principal answers when asked for an option the instructions do not allow."""

    issue: str
    option: str
    granted: bool
    words: str
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Sweetener:
    """Points a party gains when a linkage holds in a package (its own scale)."""

    linkage: str
    points: int


@dataclass(frozen=True, slots=True)
class Stakes:
    """What only one side knows: preferences, reservation value, instructions, the principal's mind.

    ``points`` holds, for each issue in agenda order, the points of each option in option order; the best package
    is worth 1000. ``reservation`` is the worth, on the same scale, of no agreement. Scales are a party's own:
    never compared with, or added to, the other's.
    """

    party: str
    points: tuple[tuple[int, ...], ...]
    points_attribution: tuple[Attribution, ...]
    reservation: int
    reservation_attribution: Attribution
    alternative: str
    alternative_attribution: Attribution
    instructions: tuple[Instruction, ...]
    rulings: tuple[Ruling, ...] = ()
    sweeteners: tuple[Sweetener, ...] = ()
    brief: str = ""

    def ruling(self, issue: str, option: str) -> Ruling | None:
        """What the principal would say to this option, or None where nothing is laid down (then: no)."""
        return next((r for r in self.rulings if r.issue == issue and r.option == option), None)
