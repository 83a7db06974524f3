"""A scenario: the public agenda, each side's private stakes, and the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from game.engine.evidence import Attribution, Claim, Dispute, Minute, known_by, known_on
from game.engine.issues import Benchmark, Head, Issue, Linkage, LinkageKind, Meeting, Settlement
from game.engine.package import Package
from game.engine.party import Instruction, Latitude, Party, Stakes
from game.slim import dataclass


@dataclass(frozen=True)
class Agenda:
    """What both sides know of a negotiation before it starts. ``parties`` are two, the first one's end is level 1.

    ``sources`` are the documents that belong to it; ``unread`` those that neither side had at the time.
    """

    id: str
    title: str
    subtitle: str
    summary: str
    parties: tuple[Party, Party]
    heads: tuple[Head, ...]
    issues: tuple[Issue, ...]
    meetings: tuple[Meeting, ...]
    linkages: tuple[Linkage, ...] = ()
    sources: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of every issue in ``issues``, by id."""
        return {issue.id: place for place, issue in enumerate(self.issues)}

    @cached_property
    def _levels(self) -> dict[tuple[str, str], int]:
        return {(issue.id, option.id): option.level for issue in self.issues for option in issue.options}

    @cached_property
    def in_order_of_id(self) -> tuple[tuple[str, int], ...]:
        """The issues' ids with their places, sorted as a package's are."""
        return tuple(sorted(self.places.items()))

    @cached_property
    def required(self) -> tuple[int, ...]:
        """The places of the issues that a settlement must cover."""
        return tuple(place for place, issue in enumerate(self.issues) if issue.required)

    @cached_property
    def binding(self) -> tuple[Linkage, ...]:
        """The linkages that a package can contradict, in order."""
        return tuple(one for one in self.linkages if one.kind in (LinkageKind.REQUIRES, LinkageKind.EXCLUDES))

    @cached_property
    def bound(self) -> frozenset[str]:
        """The issues that such a linkage ties to another."""
        return frozenset(issue for one in self.binding for issue in (one.issue, one.other))

    @cached_property
    def bound_places(self) -> tuple[int, ...]:
        """Their places, in order."""
        return tuple(sorted(map(self.place, self.bound)))

    def place(self, issue: str) -> int:
        """The place of an issue in ``issues``; KeyError when it is not on the agenda."""
        return self.places[issue]

    def has(self, issue: str) -> bool:
        """Whether the issue is on the agenda."""
        return issue in self.places

    def issue(self, issue: str) -> Issue:
        """The issue with that id; KeyError when it is not on the agenda."""
        return self.issues[self.places[issue]]

    def level(self, issue: str, option: str) -> int:
        """The level (from 1) of an option; KeyError when there is none such."""
        return self._levels[issue, option]

    def has_option(self, issue: str, option: str) -> bool:
        """Whether the issue has that option."""
        return (issue, option) in self._levels

    @cached_property
    def _sides(self) -> dict[str, int]:
        return {party.id: side for side, party in enumerate(self.parties)}

    def side(self, party: str) -> int:
        """0 for the first party, 1 for the second; KeyError for anyone else."""
        return self._sides[party]

    def other(self, party: str) -> str:
        """The id of the other party."""
        return self.parties[1 - self.side(party)].id

    def party(self, party: str) -> Party:
        """The public face of a party."""
        return self.parties[self.side(party)]

    @cached_property
    def _voiced(self) -> dict[tuple[str, str], tuple[frozenset[int], ...]]:
        return {}

    def voiced(self, party: str, date: str) -> tuple[frozenset[int], ...]:
        """For each issue, the levels of the options that ``party`` is on record for by ``date`` (ISO)."""
        if (party, date) not in self._voiced:
            self._voiced[party, date] = tuple(_levels_voiced(issue, party, date) for issue in self.issues)
        return self._voiced[party, date]

    @cached_property
    def _linkages(self) -> dict[str, Linkage]:
        return {linkage.id: linkage for linkage in self.linkages}

    def linkage(self, linkage: str) -> Linkage | None:
        """The linkage with that id, or None."""
        return self._linkages.get(linkage)

    def head(self, head: str) -> Head:
        """The head with that id; KeyError otherwise."""
        return next(one for one in self.heads if one.id == head)

    def under(self, head: str) -> tuple[Issue, ...]:
        """The issues of a head, in agenda order."""
        return tuple(issue for issue in self.issues if issue.head == head)


def _levels_voiced(issue: Issue, party: str, date: str) -> frozenset[int]:
    return frozenset(
        option.level
        for option in issue.options
        if any(one.by == party for one in known_on(option.attribution.citations, date))
    )


@dataclass(frozen=True)
class Event:
    """Something dated that happened outside the room, and who knew of it."""

    id: str
    date: str
    text: str
    known_to: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """The evidence one side may know on a date: its own arguments, what the other side said, events, disputes."""

    claims: tuple[Claim, ...]
    minutes: tuple[Minute, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True)
class Opening:
    """How an issue stands when the scenario opens: each side's position, and the status (see ``state.Status``)."""

    positions: tuple[str | None, str | None] = (None, None)
    status: str = "silent"


@dataclass(frozen=True)
class Scenario:
    """Everything authored: public agenda, private stakes by party, evidence, and how the table stands at the start.

    ``opening`` is in agenda order. ``digest`` is the hash of the authored form, so that a record can name it.
    """

    agenda: Agenda
    stakes: tuple[Stakes, Stakes]
    claims: tuple[Claim, ...] = ()
    minutes: tuple[Minute, ...] = ()
    events: tuple[Event, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    benchmarks: tuple[tuple[str, Benchmark], ...] = ()
    opening: tuple[Opening, ...] = ()
    settlement: Settlement | None = None
    digest: str = ""

    @property
    def id(self) -> str:
        """The scenario's id."""
        return self.agenda.id

    def stake(self, party: str) -> Stakes:
        """The private stakes of a party."""
        return self.stakes[self.agenda.side(party)]

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _minutes(self) -> dict[str, Minute]:
        return {minute.id: minute for minute in self.minutes}

    def claim(self, claim: str) -> Claim | None:
        """The claim with that id, or None."""
        return self._claims.get(claim)

    def minute(self, minute: str) -> Minute | None:
        """The earlier minute with that id, or None."""
        return self._minutes.get(minute)

    def benchmark(self, issue: str) -> Benchmark | None:
        """What became of an issue in the end, or None where the scenario does not say."""
        return dict(self.benchmarks).get(issue)

    @cached_property
    def _entrusted(self) -> dict[tuple[str, str], Stakes]:
        return {}

    def entrusted(self, party: str, date: str) -> Stakes:
        """A side's stakes as its delegate knows them on ``date``: not the principal's mind, nor later instructions.

        Reasons are left out, since an author may rest them on what was said later; so are passages of later talks.
        """
        if (party, date) not in self._entrusted:
            self._entrusted[party, date] = _as_known(self.stake(party), date)
        return self._entrusted[party, date]

    @cached_property
    def _papers(self) -> dict[tuple[str, str], Papers]:
        return {}

    def papers(self, party: str, date: str) -> Papers:
        """What ``party`` may know of the evidence on ``date`` (ISO). No hindsight, and nothing the other side keeps."""
        if (party, date) not in self._papers:
            self._papers[party, date] = _known_papers(self, party, date)
        return self._papers[party, date]

    def instructions_on(self, party: str, date: str) -> tuple[tuple[Latitude, ...], ...]:
        """A party's instructions on ``date``: for each issue in agenda order, a latitude for each option.

        The latest entry not after the date holds; where there is none the option is free.
        """
        latest: dict[str, tuple[str, tuple[Latitude, ...]]] = {}
        for entry in self.stake(party).instructions:
            if entry.since <= date and entry.since >= latest.get(entry.issue, ("",))[0]:
                latest[entry.issue] = (entry.since, entry.latitudes)
        return tuple(
            latest[issue.id][1] if issue.id in latest else (Latitude.FREE,) * len(issue.options)
            for issue in self.agenda.issues
        )


def contradictions(agenda: Agenda, package: Package) -> tuple[Linkage, ...]:
    """The linkages a package contradicts, in agenda order; empty when it can stand."""
    return broken(agenda, dict(package.items)) if agenda.binding else ()


def broken(agenda: Agenda, options: Mapping[str, str]) -> tuple[Linkage, ...]:
    """``contradictions`` of options by issue."""
    get = options.get
    return tuple([one for one in agenda.binding if one.broken_by(get(one.issue), get(one.other))])


def _known_papers(scenario: Scenario, party: str, date: str) -> Papers:
    has, other = scenario.agenda.has, scenario.agenda.other(party)
    bearing = [claim for claim in scenario.claims if any(map(has, claim.issues)) and claim.usable(party, date)]
    return Papers(
        claims=tuple(claim.as_known(party, date) for claim in bearing),
        minutes=tuple(one for one in scenario.minutes if one.by == other and one.date < date and has(one.issue)),
        events=tuple(event for event in scenario.events if party in event.known_to and event.date <= date),
        disputes=tuple(dispute for dispute in scenario.disputes if dispute.known(party, date)),
    )


def _as_known(stakes: Stakes, date: str) -> Stakes:
    return Stakes(
        party=stakes.party,
        points=stakes.points,
        points_attribution=tuple(_known(one, stakes.party, date) for one in stakes.points_attribution),
        reservation=stakes.reservation,
        reservation_attribution=_known(stakes.reservation_attribution, stakes.party, date),
        alternative=stakes.alternative,
        alternative_attribution=_known(stakes.alternative_attribution, stakes.party, date),
        instructions=tuple(
            Instruction(one.since, one.issue, one.latitudes, _known(one.attribution, stakes.party, date))
            for one in stakes.instructions
            if one.since <= date
        ),
        sweeteners=stakes.sweeteners,
        brief=stakes.brief,
    )


def _known(attribution: Attribution, party: str, date: str) -> Attribution:
    return Attribution(attribution.basis, citations=known_by(attribution.citations, party, date))
