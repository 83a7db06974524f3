"""What a side has said it could not do, as the ledger keeps it, and whether what it now gives contradicts that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from game.engine.ledger import Deed, Entry, Ledger
from game.engine.moves import Accept, Degree, Move, Propose, Reply, Terms
from game.engine.package import Package
from game.engine.scenario import Agenda
from game.engine.state import Offer, Standing
from game.slim import dataclass


class Kind(StrEnum):
    """What was said."""

    REFUSED = "refused"
    """"Cannot accept" an option: neither it nor anything nearer the other side."""
    REFUSED_WHOLE = "refused as a whole"
    """"Cannot accept that as a whole": not all of an offer together."""
    HELD = "held"
    """"We hold to it": nothing nearer the other side than one's own position."""
    NO_ROOM = "no room"
    """"None. My instructions are clear", in answer to a question: nothing nearer than where one stood."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: at which ply (``State.heard``), about which options."""

    ply: int
    kind: Kind
    about: Package

    def contradicted_by(self, agenda: Agenda, party: str, given: Package) -> bool:
        """Whether giving these options, ``party`` being who spoke, is what it said it could not do."""
        if self.kind is Kind.REFUSED_WHOLE:
            return all(_reaches(agenda, party, given.get(issue), (issue, option)) for issue, option in self.about)
        short = 1 if self.kind is Kind.REFUSED else 0
        return any(_reaches(agenda, party, given.get(one[0]), one, short) for one in self.about)


def _reaches(agenda: Agenda, party: str, given: str | None, said: tuple[str, str], short: int = 1) -> bool:
    """Whether an option given lies at the one spoken of or nearer the other side; ``short`` 0: only nearer."""
    if given is None:
        return False
    issue, option = said
    steps = agenda.level(issue, given) - agenda.level(issue, option)
    return (steps if agenda.side(party) == 0 else -steps) > -short


@dataclass(frozen=True, slots=True)
class Heard:
    """What both sides have heard so far: all that statements are read off."""

    agenda: Agenda
    ledger: Ledger
    offers: tuple[Offer, ...]
    table: tuple[Standing, ...]


GIVING = (Deed.OFFERED, Deed.RETREATED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds by which an option is given, outright or on a condition."""


def standing_statements(heard: Heard, party: str, issues: Collection[str] = ()) -> tuple[Statement, ...]:
    """What a party has said and not yet gone back on, in order: on these issues, on all where none are named.

    An offer refused as a whole is listed whatever its issues.
    """
    wanted = issues or {issue.id for issue in heard.agenda.issues}
    own = [entry for entry in heard.ledger if entry.by == party and (entry.issue in wanted or _of_an_offer(entry))]
    given: dict[str, list[Entry]] = {}
    for entry in own:
        if entry.deed in GIVING:
            given.setdefault(entry.issue, []).append(entry)
    made = (statement for entry in own if (statement := _statement(heard, entry)) is not None)
    return tuple(one for one in made if not _spent(heard, party, one, given))


def _of_an_offer(entry: Entry) -> bool:
    return entry.deed is Deed.REJECTED and not entry.option


def _spent(heard: Heard, party: str, said: Statement, given: Mapping[str, list[Entry]]) -> bool:
    """Whether the party has already gone back on it since."""
    if said.kind is Kind.REFUSED_WHOLE:
        return False
    later = (entry for entry in given.get(said.about.issues[0], ()) if entry.ply > said.ply)
    return any(said.contradicted_by(heard.agenda, party, Package.of({one.issue: one.option})) for one in later)


def _statement(heard: Heard, entry: Entry) -> Statement | None:
    if entry.deed is Deed.REJECTED and entry.note.startswith("offer "):
        refused = heard.offers[int(entry.note.removeprefix("offer ")) - 1]
        return Statement(entry.ply, Kind.REFUSED_WHOLE, refused.package)
    if entry.deed is Deed.REJECTED and entry.option:
        return Statement(entry.ply, Kind.REFUSED, Package.of({entry.issue: entry.option}))
    if entry.deed is Deed.HELD and entry.option:
        return Statement(entry.ply, Kind.HELD, Package.of({entry.issue: entry.option}))
    if entry.deed is Deed.ANSWERED and entry.note == Reply.FIRM:
        stood = _stood(heard, entry)
        return Statement(entry.ply, Kind.NO_ROOM, Package.of({entry.issue: stood})) if stood else None
    return None


def _stood(heard: Heard, entry: Entry) -> str | None:
    """Where the speaker stood on the issue when a line was written."""
    for offer in heard.offers:
        later = offer.by == entry.by and offer.ply >= entry.ply and offer.terms is Terms.SEVERABLE
        if later and entry.issue in offer.package.issues:
            return offer.before.get(entry.issue)
    return heard.table[heard.agenda.place(entry.issue)].positions[heard.agenda.side(entry.by)]


def given_by(move: Move) -> Package:
    """The options a move gives, outright or on a condition; none for other moves."""
    if isinstance(move, Accept) and move.degree is Degree.SUBSTANCE:
        return Package()
    return move.package if isinstance(move, Accept | Propose) else Package()


def gone_back_on(heard: Heard, party: str, move: Move) -> tuple[Statement, ...]:
    """The statements of ``party`` that its move contradicts, in order; what was said several times counts as last said.

    What is agreed counts with what is given.
    """
    given = given_by(move)
    if not len(given):
        return ()
    settled = Package.of(
        {
            issue.id: standing.agreement.option
            for issue, standing in zip(heard.agenda.issues, heard.table, strict=True)
            if standing.agreement is not None
        }
    )
    found: dict[tuple[Kind, Package], Statement] = {}
    for one in standing_statements(heard, party, given.issues):
        touched = any(issue in given.issues for issue in one.about.issues)
        whole = settled.merged(given) if one.kind is Kind.REFUSED_WHOLE else given
        if touched and one.contradicted_by(heard.agenda, party, whole):
            found[one.kind, one.about] = one
    return tuple(found.values())
