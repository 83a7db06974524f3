"""What offers, acceptances, refusals and withdrawals do to the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.engine.effects.table import Change, answered, changed, noted, retreats, with_position
from game.engine.ledger import Deed, Entry
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
    Offer,
    OfferStatus,
    Standing,
    State,
    amended,
)


def propose(state: State, move: Propose) -> State:
    """Number the offer; a severable one moves the party's positions at once."""
    side, places = state.scenario.agenda.side(move.by), state.scenario.agenda.places
    held = [(issue, state.table[places[issue]].positions[side]) for issue in move.package.issues]
    before = Package(tuple([(issue, option) for issue, option in held if option]))
    own = move.responsibility is Responsibility.OWN
    offer = Offer(len(state.offers) + 1, move.by, move.package, move.terms, OfferStatus.OPEN, state.heard, before, own)
    step = _put_condition if move.terms is Terms.WHOLE else _take_position
    changes = [change for issue, option in move.package if (change := step(state, offer, issue, option))]
    return _restated(changed(state, changes), [*_superseded(state, offer), offer])


def _superseded(state: State, new: Offer) -> list[Offer]:
    """The open offers of the same party and kind that touch the same issues, as lapsed."""
    numbers = {number for issue in new.package.issues for number in state.open_on.get((new.by, issue), ())}
    touched = [state.offers[number - 1] for number in sorted(numbers)]
    return [offer.now(OfferStatus.LAPSED) for offer in touched if offer.terms is new.terms]


def _restated(state: State, offers: Iterable[Offer]) -> State:
    """With offers as they have become in the place of those of the same numbers, or at the end where they are new."""
    restated, open_on = list(state.offers), dict(state.open_on)
    for offer in offers:
        restated[offer.number - 1 : offer.number] = [offer]
        for issue in offer.package.issues:
            numbers = tuple([number for number in open_on.pop((offer.by, issue), ()) if number != offer.number])
            numbers += (offer.number,) if offer.status is OfferStatus.OPEN else ()
            if numbers:
                open_on[offer.by, issue] = numbers
    tabled = (*state.open_wholes, *range(len(state.offers) + 1, len(restated) + 1))
    now = [restated[number - 1] for number in tabled]
    wholes = [offer.number for offer in now if offer.terms is Terms.WHOLE and offer.status is OfferStatus.OPEN]
    return amended(state, offers=tuple(restated), open_on=open_on, open_wholes=tuple(wholes))


def _put_condition(state: State, offer: Offer, issue: str, option: str) -> Change:
    line = Entry(state.heard, offer.by, Deed.CONDITIONED, issue, option, f"offer {offer.number}")
    return Change(issue, answered(state, offer.by, state.standing(issue)), (line,))


def _take_position(state: State, offer: Offer, issue: str, option: str) -> Change | None:
    """The change by which the party comes to stand at the option; None where it stands there already."""
    by, agenda = offer.by, state.scenario.agenda
    side, standing = agenda.side(by), state.standing(issue)
    held, other = standing.positions[side], standing.positions[1 - side]
    if held == option:
        return None
    deed = Deed.RETREATED if retreats(agenda, side, issue, (held, option)) else Deed.OFFERED
    lines: tuple[Entry, ...] = (Entry(state.heard, by, deed, issue, option),)
    if standing.agreement is not None and standing.agreement.option != option:
        lines = (Entry(state.heard, by, Deed.REOPENED, issue, standing.agreement.option), *lines)
    taken = Standing(
        positions=(option, other) if side == 0 else (other, option),
        in_principle=standing.in_principle,
        answered=standing.answered or other is not None,
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
    parties = state.scenario.agenda.parties
    sides = [(party.id, issue) for issue in move.package.issues for party in parties]
    closed = []
    for number in sorted({number for side in sides for number in state.open_on.get(side, ())}):
        offer = state.offers[number - 1]
        if all(agreed.get(issue) == option for issue, option in offer.package):
            closed.append(offer.now(OfferStatus.ACCEPTED))
        elif _overtaken(offer, agreed):
            closed.append(offer.now(OfferStatus.LAPSED))
    return _restated(state, closed) if closed else state


def _overtaken(offer: Offer, agreed: dict[str, str]) -> bool:
    if offer.terms is Terms.WHOLE:
        return any(agreed.get(issue, option) != option for issue, option in offer.package)
    return all(issue in agreed for issue in offer.package.issues)


def reject(state: State, move: Reject) -> State:
    """Refuse positions or a whole offer; an agreement in substance ends with it."""
    if move.offer:
        refused = state.offers[move.offer - 1]
        line = Entry(state.heard, move.by, Deed.REJECTED, refused.package.issues[0], note=f"offer {move.offer}")
        return noted(_restated(state, [refused.now(OfferStatus.REJECTED)]), line)
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
    state = _restated(state, [offer.now(OfferStatus.WITHDRAWN)])
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
