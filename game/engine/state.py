"""The state of a negotiation: the table, the offers, the ledger, the telegrams, the floor."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from game.engine.issues import Meeting
from game.engine.ledger import Ledger
from game.engine.moves import Degree, Terms
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.scenario import Agenda, Scenario
from game.slim import dataclass


class Status(StrEnum):
    """How an issue stands."""

    AGREED = "agreed"
    """An option is accepted, ad referendum or finally."""
    PRINCIPLE = "principle"
    """Agreed in substance; wording or form is still open."""
    TABLED = "tabled"
    """One side has spoken; the other has not answered."""
    DEFERRED = "deferred"
    """Left to experts."""
    OPEN = "open"
    SILENT = "silent"
    """Nobody has spoken to it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed on one issue, how firmly, and when (``State.heard``; 0: before the scenario opens)."""

    option: str
    degree: Degree
    ply: int
    accepted_by: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One issue at the table: both positions by side (None where none is voiced), and what became of them."""

    positions: tuple[str | None, str | None] = (None, None)
    agreement: Agreement | None = None
    in_principle: bool = False
    deferred: bool = False
    answered: bool = False

    @property
    def status(self) -> Status:
        """Agreed, principle, deferred, open, tabled or silent: the first that applies, in that order."""
        if self.agreement is not None:
            return Status.AGREED
        if self.deferred:
            return Status.DEFERRED
        if self.in_principle:
            return Status.PRINCIPLE
        if self.positions == (None, None):
            return Status.SILENT
        return Status.OPEN if self.answered else Status.TABLED


class OfferStatus(StrEnum):
    """What became of an offer."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package tabled by one side, at ply ``State.heard``. ``before`` is where it stood, for a withdrawal."""

    number: int
    by: str
    package: Package
    terms: Terms
    status: OfferStatus
    ply: int
    before: Package
    own_responsibility: bool = False

    def now(self, status: OfferStatus) -> Offer:
        """The same offer, with what has become of it."""
        return Offer(
            self.number, self.by, self.package, self.terms, status, self.ply, self.before, self.own_responsibility
        )


@dataclass(frozen=True, slots=True)
class Telegram:
    """A message to the principal and what came of it. ``granted`` and ``refused`` are filled by the answer. Private.

    ``number`` counts its own party's messages from 1, so that it does not tell how many the other side has sent.
    """

    number: int
    party: str
    meeting: int
    ply: int
    asks: Package
    report: str
    answered: bool = False
    granted: Package = Package()
    refused: Package = Package()


class EndingKind(StrEnum):
    """How a negotiation ends."""

    AGREEMENT = "agreement"
    ADJOURNED = "adjourned"
    BREAKDOWN = "breakdown"
    REPUDIATED = "repudiated"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end, and who or what brought it about (``by`` is empty for the clock)."""

    kind: EndingKind
    by: str = ""
    communique: str = ""


Instructions = tuple[tuple[Latitude, ...], ...]
"""For each issue in agenda order, a latitude for each option in option order."""


@dataclass(frozen=True)
class State:
    """A negotiation at one moment. Built by ``engine.begin`` and changed only by ``engine.apply``.

    ``ply`` counts every move; ``heard`` only what was said at the table. What both sides may see is numbered by
    ``heard``, so that a gap in the numbers never betrays a telegram. ``speeches`` counts those completed in this
    meeting by both sides; ``spoken`` the moves made in the present one.
    ``floor`` is the party that may speak; empty between meetings, when a verdict is due, and after the end.
    ``length`` is a game's own number of exchanges for every meeting, None for each meeting's.
    ``instructions`` are by side. ``verdicts`` are the principals' answers to a full agreement, by side.
    """

    scenario: Scenario
    table: tuple[Standing, ...]
    instructions: tuple[Instructions, Instructions]
    floor: str
    opener: str
    exchanges: int
    length: int | None = None
    meeting: int = 0
    ply: int = 0
    heard: int = 0
    speeches: int = 0
    spoken: int = 0
    supported: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    ledger: Ledger = Ledger()
    telegrams: tuple[Telegram, ...] = ()
    asked: str = ""
    rising: str = ""
    used: tuple[str, ...] = ()
    eased: tuple[tuple[str, str, str, str], ...] = ()
    happened: tuple[str, ...] = ()
    verdicts: tuple[bool | None, bool | None] = (None, None)
    signed: bool = False
    between: bool = False
    ending: Ending | None = None

    @property
    def sitting(self) -> Meeting:
        """The meeting in progress, or the one just over."""
        return self.scenario.agenda.meetings[self.meeting]

    @property
    def speeches_left(self) -> int:
        """Speeches still to be made in this meeting, both sides together."""
        return max(0, 2 * self.exchanges - self.speeches)

    def standing(self, issue: str) -> Standing:
        """How an issue stands; KeyError when it is not on the agenda."""
        return self.table[self.scenario.agenda.place(issue)]

    def position(self, party: str, issue: str) -> str | None:
        """The option a party holds on an issue, or None."""
        return self.standing(issue).positions[self.scenario.agenda.side(party)]

    def latitude(self, party: str, issue: str, option: str) -> Latitude:
        """What a party's instructions say now of an option; KeyError when there is none such."""
        agenda = self.scenario.agenda
        return self.instructions[agenda.side(party)][agenda.place(issue)][agenda.level(issue, option) - 1]

    def offer(self, number: int) -> Offer | None:
        """The offer with that number, or None."""
        return self.offers[number - 1] if 0 < number <= len(self.offers) else None

    def open_offers(self, party: str) -> tuple[Offer, ...]:
        """A party's open offers, oldest first."""
        numbers = {number for (by, _), of_them in self.open_on.items() if by == party for number in of_them}
        return tuple([self.offers[number - 1] for number in sorted(numbers)])

    @cached_property
    def open_on(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """The numbers of the open offers by party and issue, oldest first.

        At most one of each kind (see ``Terms``): an offer makes those of the same party and kind on its issues lapse.
        """
        found: dict[tuple[str, str], tuple[int, ...]] = {}
        for offer in self.offers:
            if offer.status is OfferStatus.OPEN:
                for issue in offer.package.issues:
                    found[offer.by, issue] = (*found.get((offer.by, issue), ()), offer.number)
        return found

    @cached_property
    def open_wholes(self) -> tuple[int, ...]:
        """The numbers of the open all-or-nothing offers of both sides, oldest first."""
        wholes = [offer for offer in self.offers if offer.terms is Terms.WHOLE]
        return tuple([offer.number for offer in wholes if offer.status is OfferStatus.OPEN])

    @cached_property
    def settled(self) -> Package:
        """The options agreed so far."""
        return agreed_options(self.scenario.agenda, self.table)


def agreed_options(agenda: Agenda, table: tuple[Standing, ...]) -> Package:
    """The options agreed at a table (in agenda order)."""
    agreed = [(issue, table[place].agreement) for issue, place in agenda.in_order_of_id]
    return Package(tuple([(issue, one.option) for issue, one in agreed if one is not None]))


def amended(state: State, **changes: object) -> State:
    """The state with some fields replaced: what ``dataclasses.replace`` does, many times faster.

    Every move makes several; this is what the engine's speed hangs on, and why ``State`` has no slots. What has been
    worked out from the table and from the offers is taken over with them; where these change it is forgotten, unless
    the caller gives it, having worked it out from what it was.
    """
    held = state.__dict__.copy()
    if "table" in changes:
        held.pop("settled", None)
    if "offers" in changes:
        held.pop("open_on", None)
        held.pop("open_wholes", None)
    held.update(changes)
    copy = object.__new__(State)
    object.__setattr__(copy, "__dict__", held)
    return copy


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is not legal: a code, a sentence, the issue it concerns and what to do instead."""

    code: str
    message: str
    remedy: str
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A move and the states on either side of it."""

    before: State
    move: object
    after: State
