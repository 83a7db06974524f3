"""The single tricks that the trivial scripts are put together from: each, from a view, one move or None.

A tactic may answer with a move the rules refuse; the script passes over it. None of them ever exceeds instructions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.delegates.acceptance import take_all, take_whole
from game.delegates.concession import evenly, ladder, planned
from game.delegates.ground import Ground, said_before, said_now, speeches_to_come, survey
from game.engine.ledger import Deed
from game.engine.moves import (
    Accept,
    Adjourn,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Hold,
    Move,
    Propose,
    Recourse,
    Reject,
    Reserve,
    Terms,
    Withdraw,
)
from game.engine.package import Package
from game.engine.state import OfferStatus
from game.engine.view import View

Tactic = Callable[[View], Move | None]
MOVED = (Deed.OFFERED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds by which a side comes nearer."""
SAID = (Deed.OFFERED, Deed.RETREATED, Deed.ACCEPTED)
"""The deeds a side can be held to."""


def at_best(view: View) -> Move | None:
    """Table its best option wherever it holds none that it may give."""
    top = ladder(survey(view), evenly).top
    grounds = survey(view)
    return _propose(view, {number: place for number, place in top.items() if not grounds[number].stands})


def at_its_limits(view: View) -> Move | None:
    """Table, on every open issue, the option nearest the other side that it may give."""
    return _propose(view, {n: min(g.givable, key=g.up) for n, g in enumerate(survey(view)) if _open(g) and g.givable})


def hold_all(view: View) -> Move | None:
    """Reaffirm every position in dispute."""
    return _if_any(disputed(view), lambda issues: Hold(view.party, issues))


def reject_all(view: View) -> Move | None:
    """Refuse every position of the other side in dispute, once a speech."""
    if any(entry.deed is Deed.REJECTED for entry in said_now(view)):
        return None
    return _if_any(disputed(view), lambda issues: Reject(view.party, issues))


def reserve_all(view: View) -> Move | None:
    """Put everything off that is in dispute, once a speech."""
    if any(entry.deed is Deed.RESERVED for entry in said_now(view)):
        return None
    return _if_any(disputed(view), lambda issues: Reserve(view.party, issues, Recourse.THOUGHT))


def take_what_is_held(view: View) -> Move | None:
    """Accept whatever the other side holds and instructions allow."""
    return _accept(view, [ground for ground in survey(view) if _takeable(ground)])


def take_the_cheapest(view: View) -> Move | None:
    """Accept one position of the other side: the one that costs least against its own best."""
    takeable = [ground for ground in survey(view) if _takeable(ground)]
    takeable.sort(key=lambda ground: ground.most - ground.value(ground.theirs))
    return _accept(view, takeable[:1])


def take_what_is_met(view: View) -> Move | None:
    """Accept what the other side holds where it is at least as good as its own position."""
    return _accept(
        view, [g for g in survey(view) if _takeable(g) and g.stands and g.value(g.theirs) >= g.value(g.mine)]
    )


def take_at_the_last(view: View) -> Move | None:
    """In its last speech, accept all that lies on the table if that is better than no agreement."""
    if speeches_to_come(view) > 1:
        return None
    grounds = survey(view)
    floor = view.stakes.reservation + 1
    mine = planned(view, grounds, ladder(grounds, evenly).top)
    return take_whole(view, mine, floor) or take_all(view, grounds, floor)


def limits_at_the_last(view: View) -> Move | None:
    """In the last speech but one, table its limits."""
    return at_its_limits(view) if speeches_to_come(view) == 2 else None


def split(view: View) -> Move | None:
    """Propose the middle, rounded its own way, of every issue on which the two differ by more than a step."""
    return _propose(view, {n: place for n, g in enumerate(survey(view)) if (place := _middle(g)) is not None})


def mirror_steps(view: View) -> Move | None:
    """Take a step on as many issues as the other side has just moved on."""
    moved = {entry.issue for entry in said_before(view) if entry.deed in MOVED}
    return _propose(view, dict(_steps(survey(view))[: len(moved)]))


def one_step_in_turn(view: View) -> Move | None:
    """Take one step, on another issue each time."""
    steps = _steps(survey(view))
    return _propose(view, dict([steps[view.speeches // 2 % len(steps)]])) if steps else None


def take_back(view: View) -> Move | None:
    """Withdraw the last offer that is still open."""
    mine = [offer for offer in view.offers if offer.by == view.party and offer.status is OfferStatus.OPEN]
    moved = [offer for offer in mine if len(offer.before)]
    return Withdraw(view.party, moved[-1].number) if moved and not said_now(view) else None


def reopen(view: View) -> Move | None:
    """Ask for more on what has just been agreed: its best option once more."""
    agreed = {n: ground for n, ground in enumerate(survey(view)) if ground.agreed is not None and not ground.inherited}
    return _propose(view, {n: _best(ground) for n, ground in agreed.items() if ground.givable})


def link_everything(view: View) -> Move | None:
    """Offer one issue as the other side has it, if it takes another as this one does: another pair each time."""
    grounds = [g for g in survey(view) if _open(g) and g.theirs is not None and g.stands and g.mine != g.theirs]
    given = [ground for ground in grounds if ground.may_give(ground.theirs or "")]
    pairs = [(one, other) for one in given for other in grounds if one is not other]
    if not pairs:
        return None
    one, other = pairs[view.speeches // 2 % len(pairs)]
    package = Package.of({one.issue.id: one.theirs or "", other.issue.id: other.mine or ""})
    return Propose(view.party, package, Terms.WHOLE)


def argue(view: View) -> Move | None:
    """Make any argument, with any passage, that has not been made."""
    for claim in view.claims:
        for passage in claim.passages:
            if f"{view.party}:{claim.id}:{passage.id}" not in view.used:
                return Argue(view.party, claim.id, passage.id)
    return None


def cite(view: View) -> Move | None:
    """Hold the other side to anything it has said."""
    said = [CiteMinutes(view.party, one.issue, minute=one.id) for one in view.minutes]
    said += [CiteMinutes(view.party, e.issue, ply=e.ply) for e in view.ledger if e.by == view.other and e.deed in SAID]
    options = [minute.option for minute in view.minutes]
    options += [entry.option for entry in view.ledger if entry.by == view.other and entry.deed in SAID]
    for move, option in zip(said, options, strict=True):
        if f"{view.party}:cite:{move.issue}:{option}" not in view.used:
            return move
    return None


def ask_in_turn(view: View) -> Move | None:
    """Ask whether there is room, on another issue each time."""
    issues = [ground.issue.id for ground in survey(view) if _open(ground)]
    return Ask(view.party, issues[view.speeches // 2 % len(issues)]) if issues else None


def telegraph(view: View) -> Move | None:
    """Once in each sitting, ask the capital for everything the other side holds that instructions do not allow."""
    if any(telegram.meeting == view.meeting for telegram in view.telegrams):
        return None
    asked = {pair for telegram in view.telegrams for pair in telegram.asks}
    wanted = {g.issue.id: g.theirs for g in survey(view) if _open(g) and g.theirs and not g.may_give(g.theirs)}
    asks = {issue: option for issue, option in wanted.items() if (issue, option) not in asked}
    return ConsultCapital(view.party, Package.of(asks)) if asks else None


def threaten_to_rise(view: View) -> Move | None:
    """Propose to adjourn, in every speech but the last."""
    return Adjourn(view.party) if speeches_to_come(view) > 1 else None


def refuse_offers(view: View) -> Move | None:
    """Refuse the other side's oldest all-or-nothing offer."""
    offers = view.wholes_to_me
    return Reject(view.party, offer=offers[0].number) if offers else None


def disputed(view: View) -> tuple[str, ...]:
    """The open issues on which both sides hold positions that differ, in agenda order."""
    return tuple(g.issue.id for g in survey(view) if _open(g) and g.mine and g.theirs and g.mine != g.theirs)


def _open(ground: Ground) -> bool:
    return ground.agreed is None


def _takeable(ground: Ground) -> bool:
    return _open(ground) and ground.theirs is not None and ground.may_give(ground.theirs)


def _best(ground: Ground) -> int:
    return max(ground.givable, key=lambda place: ground.points[place])


def _accept(view: View, chosen: list[Ground]) -> Move | None:
    taken = {ground.issue.id: ground.theirs for ground in chosen if ground.theirs is not None}
    return Accept(view.party, Package.of(taken)) if taken else None


def _propose(view: View, places: Mapping[int, int]) -> Move | None:
    """An offer of these places (by number of the issue), mended where they contradict a linkage, but what it holds."""
    options = planned(view, survey(view), places).options
    changed = {issue: option for issue, option in options.items() if view.mine(issue) != option}
    return Propose(view.party, Package.of(changed)) if changed else None


def _middle(ground: Ground) -> int | None:
    """The place half-way between both positions that may be given; None where they are a step apart, or agreed."""
    if not _open(ground) or ground.mine is None or ground.theirs is None:
        return None
    mine, theirs = ground.height(ground.mine), ground.height(ground.theirs)
    place = ground.at((mine + theirs + 1) // 2)
    return place if mine - theirs > 1 and place in ground.givable else None


def _steps(grounds: tuple[Ground, ...]) -> list[tuple[int, int]]:
    """The next step on every open issue on which it stands and may still give: (number of the issue, place)."""
    found = []
    for number, ground in enumerate(grounds):
        if _open(ground) and ground.stands and ground.mine is not None:
            held = ground.height(ground.mine)
            nearer = [place for place in ground.askable if ground.up(place) < held]
            if nearer:
                found.append((number, max(nearer, key=ground.up)))
    return found


def _if_any(issues: tuple[str, ...], move: Callable[[tuple[str, ...]], Move]) -> Move | None:
    return move(issues) if issues else None
