"""What one party may know, built up field by field. Nothing of the other side's is ever put in and then removed."""

from __future__ import annotations

from functools import cached_property

from game.engine.evidence import Claim, Dispute, Minute
from game.engine.issues import Meeting
from game.engine.ledger import Ledger
from game.engine.moves import Terms
from game.engine.outcome import exceeded, risk_of, shortfall
from game.engine.package import Package
from game.engine.party import Latitude, Stakes
from game.engine.scenario import Agenda, Event
from game.engine.state import (
    Ending,
    Instructions,
    Offer,
    OfferStatus,
    Standing,
    State,
    Telegram,
    agreed_options,
)
from game.slim import dataclass


@dataclass(frozen=True)
class View:
    """A negotiation as one party sees it. The other side's stakes, instructions and telegrams are not in it.

    ``claims`` are the party's own arguments, with only the passages it can know at this date; ``minutes`` are what
    the other side said at earlier meetings. ``ply`` counts what was said at the table.
    """

    party: str
    agenda: Agenda
    stakes: Stakes
    instructions: Instructions
    sitting: Meeting
    meeting: int
    floor: str
    opener: str
    exchanges: int
    ply: int
    speeches: int
    spoken: int
    supported: tuple[str, ...]
    table: tuple[Standing, ...]
    offers: tuple[Offer, ...]
    ledger: Ledger
    telegrams: tuple[Telegram, ...]
    asked: str
    rising: str
    claims: tuple[Claim, ...]
    minutes: tuple[Minute, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]
    used: tuple[str, ...]
    signed: bool
    ending: Ending | None

    @property
    def other(self) -> str:
        """The id of the other party."""
        return self.agenda.other(self.party)

    @property
    def speeches_left(self) -> int:
        """Speeches still to be made in this meeting, both sides together."""
        return max(0, 2 * self.exchanges - self.speeches)

    @property
    def my_speeches_left(self) -> int:
        """Speeches this party can still make in this meeting, the present one included."""
        left = self.speeches_left
        return (left + 1) // 2 if self.floor == self.party else left // 2

    def standing(self, issue: str) -> Standing:
        """How an issue stands; KeyError when it is not on the agenda."""
        return self.table[self.agenda.place(issue)]

    def mine(self, issue: str) -> str | None:
        """The option this party holds on an issue, or None."""
        return self.standing(issue).positions[self.agenda.side(self.party)]

    def theirs(self, issue: str) -> str | None:
        """The option the other party holds on an issue, or None."""
        return self.standing(issue).positions[1 - self.agenda.side(self.party)]

    def latitude(self, issue: str, option: str) -> Latitude:
        """What this party's instructions say now of an option."""
        return self.instructions[self.agenda.place(issue)][self.agenda.level(issue, option) - 1]

    def points(self, issue: str, option: str) -> int:
        """What an option is worth to this party."""
        return self.stakes.points[self.agenda.place(issue)][self.agenda.level(issue, option) - 1]

    def offers_to_me(self) -> tuple[Offer, ...]:
        """The other side's open offers, oldest first."""
        return tuple(o for o in self.offers if o.by != self.party and o.status is OfferStatus.OPEN)

    @cached_property
    def wholes_to_me(self) -> tuple[Offer, ...]:
        """Those of them that are all or nothing."""
        return tuple(o for o in self.offers_to_me() if o.terms is Terms.WHOLE)

    @cached_property
    def settled(self) -> Package:
        """The options agreed so far."""
        return agreed_options(self.agenda, self.table)

    @cached_property
    def risk(self) -> int:
        """The risk, in per cent from 0 to 95, that its own principal repudiates what is agreed so far.

        Reckoned without knowing the principal's mind, every excess counting as unwelcome: so it is never below
        ``outcome.repudiation_risk``.
        """
        unwelcome = [latitude for _, _, latitude in exceeded(self.agenda, self.table, self.instructions)]
        return risk_of(unwelcome, shortfall(self.agenda, self.stakes, self.settled) if self.signed else 0)


def view(state: State, party: str) -> View:
    """What ``party`` may know of ``state``. KeyError when it is not a party.

    What the state has worked out already, the view need not work out again.
    """
    scenario = state.scenario
    side = scenario.agenda.side(party)
    date = state.sitting.date
    papers = scenario.papers(party, date)
    own = f"{party}:"
    wholes = [state.offers[number - 1] for number in state.open_wholes]
    seen = object.__new__(View)
    seen.__dict__.update(  # as ``state.amended`` does: a view is made for every move
        party=party,
        agenda=scenario.agenda,
        stakes=scenario.entrusted(party, date),
        instructions=state.instructions[side],
        sitting=state.sitting,
        meeting=state.meeting,
        floor=state.floor,
        opener=state.opener,
        exchanges=state.exchanges,
        ply=state.heard,
        speeches=state.speeches,
        spoken=state.spoken,
        supported=state.supported,
        table=state.table,
        offers=state.offers,
        ledger=state.ledger,
        telegrams=tuple([telegram for telegram in state.telegrams if telegram.party == party]),
        asked=state.asked,
        rising=state.rising,
        claims=papers.claims,
        minutes=papers.minutes,
        events=papers.events,
        disputes=papers.disputes,
        used=tuple([line for line in state.used if line.startswith(own)]),
        signed=state.signed,
        ending=state.ending,
        settled=state.settled,
        wholes_to_me=tuple([offer for offer in wholes if offer.by != party]),
    )
    return seen
