"""The moves: what a delegate can do at the table, and what chance does between speeches.

Each verb names the passage of the minutes of 10 or 12 July 1945 in which a delegate did just that. Every move may
carry ``words``, the statement as spoken; the rules never read it.

A speech is the run of moves one side makes before the floor passes. ``Propose``, ``Ask``, ``Hold``, ``Yield``,
``Adjourn`` and ``WalkOut`` pass the floor; the others keep it.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from game.engine.package import Package
from game.slim import dataclass


class Terms(StrEnum):
    """How an offer may be taken."""

    SEVERABLE = "severable"
    """Issue by issue; the party's position moves to it at once."""
    WHOLE = "whole"
    """All or nothing: "X if you accept Y". The position moves only if it is accepted."""


class Degree(StrEnum):
    """How firmly something is accepted."""

    SUBSTANCE = "substance"
    """Agreed in substance: the sides mean the same, the wording is open. Positions stay as they are."""
    AD_REFERENDUM = "ad-referendum"
    """Agreed, subject to the principal's approval."""
    FINAL = "final"
    """Settled."""


class Responsibility(StrEnum):
    """On whose account a delegate speaks."""

    INSTRUCTED = "instructed"
    OWN = "own"
    """Beyond instructions, knowingly, at a stated risk of repudiation."""


class Recourse(StrEnum):
    """What a reservation puts an issue off to."""

    THOUGHT = "thought"
    """"We will think it over." """
    INSTRUCTIONS = "instructions"
    """"I must ask for instructions." """
    EXPERTS = "experts"
    """Left to representatives: the issue is deferred until someone tables a new position."""
    NOTED = "noted"
    """"Let us see it." Takes note; it is not an answer."""


class Reply(StrEnum):
    """An answer to "is there room on this issue?". It may be guarded; it may not be false."""

    ROOM = "room"
    """There is an option nearer to the asker that may be given on the spot."""
    REPORT = "report"
    """There is one that could be given ad referendum."""
    FIRM = "firm"
    """Nothing nearer may be given without new instructions."""
    GUARDED = "guarded"
    """No answer is given."""


class Happening(StrEnum):
    """What chance does, explicit in the record."""

    ANSWER = "answer"
    """The principal's answer to a telegram arrives."""
    EVENT = "event"
    """Something dated happens outside the room."""
    MEETING = "meeting"
    """The next sitting opens."""
    RATIFIES = "ratifies"
    REPUDIATES = "repudiates"


@dataclass(frozen=True, slots=True)
class Propose:
    """Table an offer. "Propose our draft re administration of railway." (Molotov, minutes of 10 July, line 266)."""

    by: str
    package: Package
    terms: Terms = Terms.SEVERABLE
    responsibility: Responsibility = Responsibility.INSTRUCTED
    words: str = ""


@dataclass(frozen=True, slots=True)
class Accept:
    """Accept what the other side holds or has offered. "I think your proposal is fair. I accept." (Soong, line 263).

    ``package`` names what is accepted. ``offer`` is the number of an all-or-nothing offer, which is taken whole; 0
    accepts the other side's standing positions, issue by issue.
    """

    by: str
    package: Package
    offer: int = 0
    degree: Degree = Degree.AD_REFERENDUM
    responsibility: Responsibility = Responsibility.INSTRUCTED
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """Refuse the other side's position on some issues. "Cannot accept." (Soong, line 287).

    ``offer`` is the number of an all-or-nothing offer that is refused, ``issues`` being empty then; 0 refuses
    positions.
    """

    by: str
    issues: tuple[str, ...] = ()
    offer: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """Reaffirm one's own position. "30 years minimum Stalin said." (Molotov, line 326)."""

    by: str
    issues: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Argue:
    """Make a claim and put forward a passage for it. "In 1924 there were 5+5 directors." (Soong, line 275)."""

    by: str
    claim: str
    passage: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CiteMinutes:
    """Hold the other side to what it said. "Read minutes of 2 July." (Soong, line 251).

    Either ``minute`` names an earlier meeting's minute, or ``ply`` the line of this game's ledger with that
    ``Entry.ply`` on ``issue``.
    """

    by: str
    issue: str
    minute: str = ""
    ply: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask whether there is room on an issue. "What would you like to have?" (Molotov, line 410)."""

    by: str
    issue: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer the question just asked. "It's a military port." (Molotov, line 404)."""

    by: str
    reply: Reply
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reserve:
    """Put an issue off without giving way. "Must reserve." (Soong, line 431).

    ``standing`` may name the options the party stands on meanwhile, where it has voiced none before.
    """

    by: str
    issues: tuple[str, ...]
    to: Recourse = Recourse.THOUGHT
    standing: Package = field(default_factory=Package)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back one's own open offer; the positions go back to what they were. It is remembered.

    "Therefore, we cannot accept this drafting." (Molotov, line 202, after promising a list at line 178).
    """

    by: str
    offer: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class ConsultCapital:
    """Report home and ask for latitude. "I must ask for instructions. But time is pressing." (Soong, line 425).

    ``asks`` names the options new instructions are asked for; ``report`` is the text sent. The table does not hear it.
    """

    by: str
    asks: Package = field(default_factory=Package)
    report: str = ""


@dataclass(frozen=True, slots=True)
class Yield:
    """Say no more and leave the floor to the other side."""

    by: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Adjourn:
    """Propose to rise, or agree to it. "The negotiations … have to be postponed." (Stalin, 12 July, line 129)."""

    by: str
    communique: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class WalkOut:
    """Break off. Nobody did in July 1945: "You are anxious avoid impression of break" (Stalin, 12 July, line 67)."""

    by: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Occur:
    """What chance does between speeches: a telegram's answer, an event, the next sitting, a principal's verdict.

    ``party`` is whose telegram or verdict it is; ``number`` the telegram's; ``reference`` the event's or meeting's id.
    """

    what: Happening
    party: str = ""
    number: int = 0
    reference: str = ""


Speech = (
    Propose
    | Accept
    | Reject
    | Hold
    | Argue
    | CiteMinutes
    | Ask
    | Answer
    | Reserve
    | Withdraw
    | Yield
    | Adjourn
    | WalkOut
)
Move = Speech | ConsultCapital | Occur
PASSES_THE_FLOOR = (Propose, Ask, Hold, Yield, Adjourn, WalkOut)
