"""What offers, acceptances, refusals and withdrawals do to the table."""

from __future__ import annotations

from dataclasses import replace

from game.engine.effects.table import Change, answered, changed, noted, retreats, with_position
from game.engine.moves import (
    Accept,
    Degree,
    Propose,
    Reject,
    Responsibility,
    Terms,
    Withdraw,
)
from game.engine.package import Package
from game.engine.state import (
    Agreement,
    Deed,
    Entry,
    Offer,
    OfferStatus,
    Standing,
    State,
    amended,
)


def propose(state: State, move: Propose) -> State:
    """Number the offer; a severable one moves the party's positions at once."""
    before = Package.of({i: held for i in move.package.issues if (held := state.position(move.by, i))})
    own = move.responsibility is Responsibility.OWN
    offer = Offer(len(state.offers) + 1, move.by, move.package, move.terms, OfferStatus.OPEN, state.heard, before, own)
    step = _put_condition if move.terms is Terms.WHOLE else _take_position
    changes = [change for issue, option in move.package if (change := step(state, offer, issue, option))]
    return amended(changed(state, changes), offers=(*_superseded(state, offer), offer))


def _superseded(state: State, new: Offer) -> tuple[Offer, ...]:
    """The offers so far, those of the same party and kind that touch the same issues having lapsed."""
    issues = set(new.package.issues)
    return tuple(
        [
            replace(old, status=OfferStatus.LAPSED)
            if old.status is OfferStatus.OPEN
            and old.by == new.by
            and old.terms is new.terms
            and not issues.isdisjoint(old.package.issues)
            else old
            for old in state.offers
        ]
    )


def _put_condition(state: State, offer: Offer, issue: str, option: str) -> Change:
    line = Entry(state.heard, offer.by, Deed.CONDITIONED, issue, option, f"offer {offer.number}")
    return Change(issue, answered(state, offer.by, state.standing(issue)), (line,))


def _take_position(state: State, offer: Offer, issue: str, option: str) -> Change | None:
    """The change by which the party comes to stand at the option; None where it stands there already."""
    by, standing = offer.by, state.standing(issue)
    if state.position(by, issue) == option:
        return None
    deed = Deed.RETREATED if retreats(state, by, issue, option) else Deed.OFFERED
    lines: tuple[Entry, ...] = (Entry(state.heard, by, deed, issue, option),)
    if standing.agreement is not None and standing.agreement.option != option:
        lines = (Entry(state.heard, by, Deed.REOPENED, issue, standing.agreement.option), *lines)
    other_spoke = state.position(state.scenario.agenda.other(by), issue) is not None
    taken = Standing(
        positions=with_position(state, by, standing, option),
        agreement=None,
        in_principle=standing.in_principle,
        answered=standing.answered or other_spoke,
    )
    return Change(issue, taken, lines)


def accept(state: State, move: Accept) -> State:
    """Agree the options, firmly or in substance, and close the offers this fulfils or contradicts."""
    if move.degree is Degree.SUBSTANCE:
        return _accept_in_substance(state, move)
    changes = []
    for issue, option in move.package:
        already = state.standing(issue).agreement
        if already is None or already.option != option:
            agreement = Agreement(option, move.degree, state.heard, move.by)
            line = Entry(state.heard, move.by, Deed.ACCEPTED, issue, option, move.degree.value)
            changes.append(Change(issue, Standing((option, option), agreement, answered=True), (line,)))
    return _close_offers(changed(state, changes), move)


def _accept_in_substance(state: State, move: Accept) -> State:
    changes = []
    for issue, option in move.package:
        standing = replace(state.standing(issue), deferred=False, in_principle=True, answered=True)
        line = Entry(state.heard, move.by, Deed.AGREED_IN_SUBSTANCE, issue, option)
        changes.append(Change(issue, standing, (line,)))
    return changed(state, changes)


def _close_offers(state: State, move: Accept) -> State:
    """Offers fulfilled by what is now agreed are accepted; those it leaves nothing of lapse.

    A whole offer lapses with the first issue agreed otherwise, a severable one with the last.
    """
    agreed = dict(state.settled.items)
    touched = set(move.package.issues)
    offers = []
    for offer in state.offers:
        if offer.status is OfferStatus.OPEN and touched & set(offer.package.issues):
            if all(agreed.get(issue) == option for issue, option in offer.package):
                offer = replace(offer, status=OfferStatus.ACCEPTED)
            elif _overtaken(offer, agreed):
                offer = replace(offer, status=OfferStatus.LAPSED)
        offers.append(offer)
    return amended(state, offers=tuple(offers))


def _overtaken(offer: Offer, agreed: dict[str, str]) -> bool:
    if offer.terms is Terms.WHOLE:
        return any(agreed.get(issue, option) != option for issue, option in offer.package)
    return all(issue in agreed for issue in offer.package.issues)


def reject(state: State, move: Reject) -> State:
    """Refuse positions or a whole offer; an agreement in substance ends with it."""
    if move.offer:
        offers = tuple(
            replace(offer, status=OfferStatus.REJECTED) if offer.number == move.offer else offer
            for offer in state.offers
        )
        issue = state.offers[move.offer - 1].package.issues[0]
        line = Entry(state.heard, move.by, Deed.REJECTED, issue, note=f"offer {move.offer}")
        return noted(amended(state, offers=offers), line)
    other = state.scenario.agenda.other(move.by)
    changes = []
    for issue in move.issues:
        standing = replace(state.standing(issue), in_principle=False, answered=True)
        line = Entry(state.heard, move.by, Deed.REJECTED, issue, state.position(other, issue) or "")
        changes.append(Change(issue, standing, (line,)))
    return changed(state, changes)


def withdraw(state: State, move: Withdraw) -> State:
    """Take an offer back: positions still standing at it return to what they were."""
    offer = state.offers[move.offer - 1]
    offers = (
        *state.offers[: move.offer - 1],
        replace(offer, status=OfferStatus.WITHDRAWN),
        *state.offers[move.offer :],
    )
    state = amended(state, offers=offers)
    note = f"offer {offer.number}"
    if offer.terms is Terms.WHOLE:
        return noted(state, Entry(state.heard, move.by, Deed.WITHDREW, offer.package.issues[0], note=note))
    changes = []
    for issue, option in offer.package:
        standing = state.standing(issue)
        if standing.agreement is None and state.position(move.by, issue) == option:
            back = with_position(state, move.by, standing, offer.before.get(issue))
            line = Entry(state.heard, move.by, Deed.WITHDREW, issue, option, note)
            changes.append(Change(issue, replace(standing, positions=back), (line,)))
    return changed(state, changes)
