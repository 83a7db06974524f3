"""When an offer may be made, accepted, refused or withdrawn."""

from __future__ import annotations

from game.engine.moves import (
    Accept,
    Degree,
    Propose,
    Reject,
    Terms,
    Withdraw,
)
from game.engine.party import Latitude
from game.engine.rules.common import instructed, known_options, named, unsettled
from game.engine.scenario import contradictions
from game.engine.state import (
    OfferStatus,
    Refusal,
    State,
)


def propose(state: State, move: Propose) -> Refusal | None:
    """Why this offer may not be tabled, or None."""
    refused = known_options(state, move.package) or unsettled(state, move.package.issues)
    if refused:
        return refused
    if move.terms is Terms.SEVERABLE:
        if all(state.position(move.by, issue) == option for issue, option in move.package.items):
            issue = move.package.issues[0]
            return Refusal(
                "already-yours",
                "That is your position already.",
                "Hold to it, or propose something else.",
                issue,
            )
    else:
        agreed = state.settled
        if all(agreed.get(issue) == option for issue, option in move.package):
            return Refusal(
                "already-agreed",
                "All of that is agreed.",
                "Propose what is still open.",
                move.package.issues[0],
            )
    broken = contradictions(state.scenario.agenda, move.package)
    if broken:
        return Refusal(
            "linkage",
            f"That can't stand together: {broken[0].text}",
            "Change one of the two.",
            broken[0].issue,
        )
    return instructed(state, move.by, move.package, move.responsibility)


def accept(state: State, move: Accept) -> Refusal | None:
    """Why this may not be accepted, or None."""
    refused = known_options(state, move.package) or _on_the_table(state, move)
    if refused:
        return refused
    if move.degree is Degree.SUBSTANCE:
        return None
    before = contradictions(state.scenario.agenda, state.settled)
    for linkage in contradictions(state.scenario.agenda, state.settled.merged(move.package)):
        if linkage not in before:
            return Refusal(
                "linkage",
                f"That can't stand with what is agreed: {linkage.text}",
                "Settle the other issue first.",
                linkage.issue,
            )
    return _firmly(state, move) or instructed(state, move.by, move.package, move.responsibility)


def _firmly(state: State, move: Accept) -> Refusal | None:
    if move.degree is not Degree.FINAL:
        return None
    for issue, option in move.package:
        if state.latitude(move.by, issue, option) is not Latitude.FREE:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal(
                "must-refer",
                f"{heading}: you may not settle this finally.",
                "Accept it ad referendum.",
                issue,
            )
    return None


def _on_the_table(state: State, move: Accept) -> Refusal | None:
    other = state.scenario.agenda.other(move.by)
    if move.offer:
        offer = state.offer(move.offer)
        if offer is None or offer.by != other or offer.status is not OfferStatus.OPEN:
            return Refusal(
                "no-such-offer",
                f"The other side has no open offer number {move.offer}.",
                "Look at the open offers.",
            )
        if offer.terms is Terms.WHOLE and move.package != offer.package:
            return Refusal(
                "all-or-nothing",
                f"Offer {move.offer} must be taken whole.",
                "Take all of it, or propose your own package.",
            )
        if offer.terms is Terms.WHOLE:
            return unsettled(state, tuple(i for i, o in move.package if state.settled.get(i) != o))
    for issue, option in move.package:
        standing = state.standing(issue)
        heading = state.scenario.agenda.issue(issue).heading
        if standing.agreement is not None and standing.agreement.option == option:
            return Refusal("already-agreed", f"“{heading}” is agreed already.", "Take up another issue.", issue)
        if state.position(other, issue) != option:
            return Refusal(
                "not-offered",
                f"{heading}: the other side does not hold that.",
                "Accept what it holds, or propose your own.",
                issue,
            )
    return None


def reject(state: State, move: Reject) -> Refusal | None:
    """Why this can't be refused, or None."""
    other = state.scenario.agenda.other(move.by)
    if move.offer:
        offer = state.offer(move.offer)
        if offer is None or offer.by != other or offer.status is not OfferStatus.OPEN:
            return Refusal(
                "no-such-offer",
                f"The other side has no open offer number {move.offer}.",
                "Look at the open offers.",
            )
        return None
    refused = named(state, move.issues)
    if refused:
        return refused
    for issue in move.issues:
        if state.position(other, issue) is None:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal(
                "nothing-to-refuse",
                f"{heading}: the other side holds no position.",
                "Ask for one, or propose.",
                issue,
            )
        if state.standing(issue).agreement is not None:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal("already-agreed", f"{heading} is agreed.", "To reopen it, propose something else.", issue)
    return None


def withdraw(state: State, move: Withdraw) -> Refusal | None:
    """Why this offer can't be taken back, or None."""
    offer = state.offer(move.offer)
    if offer is None or offer.by != move.by or offer.status is not OfferStatus.OPEN:
        return Refusal("no-such-offer", f"You have no open offer number {move.offer}.", "Look at your open offers.")
    return None
