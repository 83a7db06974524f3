"""Plausible moves for whoever has the floor, and legal play made of them. Imports no test library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from game.engine.chance import chances
from game.engine.engine import apply
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Hold,
    Move,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.package import Package
from game.engine.rules import check
from game.engine.state import OfferStatus, State, Step

WORDS = ("", "Agree.", "“We” think — 中東鐵路 — it \\ over.\n")


def plausible(state: State) -> tuple[Move, ...]:
    """Moves the party with the floor might try, legal or not, always the same in the same state.

    Walking out comes last and rising second to last, so that a game that picks evenly is not over at once.
    """
    by = state.floor
    return (
        *_offers(state, by),
        *_acceptances(state, by),
        *_talk(state, by),
        *_messages(state, by),
        Yield(by),
        Adjourn(by, words=WORDS[1]),
        WalkOut(by),
    )


def legal(state: State) -> tuple[Move, ...]:
    """What may come next: chance's moves when something is due, else the plausible moves that pass the check."""
    due = chances(state)
    if due:
        return tuple(chance.occur for chance in due)
    if state.ending is not None:
        return ()
    return tuple(move for move in plausible(state) if check(state, move) is None)


def played(state: State, picks: Iterable[int]) -> list[Step]:
    """The steps of a game in which each pick (0 or more) chooses among the legal moves; ends with the game."""
    steps = []
    for pick in picks:
        moves = legal(state)
        if not moves:
            break
        step = apply(state, moves[pick % len(moves)])
        steps.append(step)
        state = step.after
    return steps


def _offers(state: State, by: str) -> Iterator[Move]:
    issues = state.scenario.agenda.issues
    for issue in issues:
        for option in issue.options:
            one = Package.of({issue.id: option.id})
            yield Propose(by, one)
            yield Propose(by, one, Terms.WHOLE, words=WORDS[2])
            yield Propose(by, one, responsibility=Responsibility.OWN)
    for left, right in combinations(issues, 2):
        for a, b in ((0, 0), (-1, -1), (1, 0)):
            yield Propose(by, Package.of({left.id: left.options[a].id, right.id: right.options[b].id}), Terms.WHOLE)
    for number in range(1, len(state.offers) + 2):
        yield Withdraw(by, number)


def _acceptances(state: State, by: str) -> Iterator[Move]:
    agenda = state.scenario.agenda
    other = agenda.other(by)
    for issue in agenda.issues:
        held = state.position(other, issue.id)
        one = Package.of({issue.id: held or issue.options[0].id})
        for degree in Degree:
            yield Accept(by, one, degree=degree)
            yield Accept(by, one, degree=degree, responsibility=Responsibility.OWN, words=WORDS[1])
        yield Reject(by, (issue.id,))
    for offer in state.offers:
        if offer.status is OfferStatus.OPEN:
            yield Accept(by, offer.package, offer.number, responsibility=Responsibility.OWN)
            yield Reject(by, (), offer.number)


def _talk(state: State, by: str) -> Iterator[Move]:
    for issue in state.scenario.agenda.issues:
        yield Hold(by, (issue.id,))
        yield Ask(by, issue.id)
        yield from (Reserve(by, (issue.id,), to) for to in Recourse)
        yield Reserve(by, (issue.id,), standing=Package.of({issue.id: issue.options[0].id}))
    yield from (Answer(by, reply) for reply in Reply)
    for claim in state.scenario.claims:
        yield from (Argue(by, claim.id, passage.id) for passage in claim.passages)
    for minute in state.scenario.minutes:
        yield CiteMinutes(by, minute.issue, minute.id)
    for entry in state.ledger:
        yield CiteMinutes(by, entry.issue or "railway-board", ply=entry.ply)


def _messages(state: State, by: str) -> Iterator[Move]:
    for issue in state.scenario.agenda.issues:
        for option in issue.options:
            yield ConsultCapital(by, Package.of({issue.id: option.id}), "We report.")
