"""What offers, acceptances, refusals and withdrawals do to the table."""

from __future__ import annotations

from dataclasses import replace

from game.engine.effects.table import answered, noted, placed, retreats, with_position
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
    state = amended(state, offers=(*_superseded(state, offer), offer))
    for issue, option in move.package:
        if move.terms is Terms.WHOLE:
            state = noted(state, Deed.CONDITIONED, move.by, issue, option, f"offer {offer.number}")
            state = answered(state, move.by, issue)
        else:
            state = _take_position(state, move.by, issue, option)
    return state


def _superseded(state: State, new: Offer) -> tuple[Offer, ...]:
    """The offers so far, those of the same party and kind that touch the same issues having lapsed."""
    return tuple(
        replace(old, status=OfferStatus.LAPSED)
        if old.by == new.by
        and old.status is OfferStatus.OPEN
        and old.terms is new.terms
        and set(old.package.issues) & set(new.package.issues)
        else old
        for old in state.offers
    )


def _take_position(state: State, by: str, issue: str, option: str) -> State:
    standing = state.standing(issue)
    if state.position(by, issue) == option:
        return state
    if standing.agreement is not None and standing.agreement.option != option:
        state = noted(state, Deed.REOPENED, by, issue, standing.agreement.option)
    deed = Deed.RETREATED if retreats(state, by, issue, option) else Deed.OFFERED
    state = noted(state, deed, by, issue, option)
    other_spoke = state.position(state.scenario.agenda.other(by), issue) is not None
    return placed(
        state,
        issue,
        Standing(
            positions=with_position(state, by, standing, option),
            agreement=None,
            in_principle=standing.in_principle,
            answered=standing.answered or other_spoke,
        ),
    )


def accept(state: State, move: Accept) -> State:
    """Agree the options, firmly or in substance, and close the offers this fulfils or contradicts."""
    if move.degree is Degree.SUBSTANCE:
        return _accept_in_substance(state, move)
    for issue, option in move.package:
        already = state.standing(issue).agreement
        if already is not None and already.option == option:
            continue
        state = noted(state, Deed.ACCEPTED, move.by, issue, option, move.degree.value)
        agreement = Agreement(option, move.degree, state.heard, move.by)
        state = placed(state, issue, Standing((option, option), agreement, answered=True))
    return _close_offers(state, move)


def _accept_in_substance(state: State, move: Accept) -> State:
    for issue, option in move.package:
        standing = state.standing(issue)
        state = noted(state, Deed.AGREED_IN_SUBSTANCE, move.by, issue, option)
        state = placed(state, issue, replace(standing, deferred=False, in_principle=True, answered=True))
    return state


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
        issues = state.offers[move.offer - 1].package.issues
        state = noted(amended(state, offers=offers), Deed.REJECTED, move.by, issues[0], note=f"offer {move.offer}")
        return state
    for issue in move.issues:
        other = state.scenario.agenda.other(move.by)
        state = noted(state, Deed.REJECTED, move.by, issue, state.position(other, issue) or "")
        state = placed(state, issue, replace(state.standing(issue), in_principle=False, answered=True))
    return state


def withdraw(state: State, move: Withdraw) -> State:
    """Take an offer back: positions still standing at it return to what they were."""
    offer = state.offers[move.offer - 1]
    offers = (
        *state.offers[: move.offer - 1],
        replace(offer, status=OfferStatus.WITHDRAWN),
        *state.offers[move.offer :],
    )
    state = amended(state, offers=offers)
    if offer.terms is Terms.WHOLE:
        return noted(state, Deed.WITHDREW, move.by, offer.package.issues[0], note=f"offer {offer.number}")
    for issue, option in offer.package:
        standing = state.standing(issue)
        if standing.agreement is None and state.position(move.by, issue) == option:
            state = noted(state, Deed.WITHDREW, move.by, issue, option, f"offer {offer.number}")
            back = with_position(state, move.by, standing, offer.before.get(issue))
            state = placed(state, issue, replace(standing, positions=back))
    return state
