"""What the counterpart says to what it has heard: answers, acceptances, refusals, reservations."""

from __future__ import annotations

from game.delegates.acceptance import good_enough, take_all, take_some, take_whole
from game.delegates.concession import Plan
from game.delegates.counterpart.brief import Brief
from game.delegates.counterpart.capital import CABLES, leave_for
from game.delegates.counterpart.causes import against_offer, against_position
from game.delegates.counterpart.ties import untrapped
from game.delegates.delegate import Decision, Reason
from game.delegates.ground import Ground, said_before, said_now, truth
from game.delegates.reasons import Cause, guarded, truthful
from game.delegates.reasons import good_enough as because_good_enough
from game.engine.ledger import Deed
from game.engine.moves import Answer, Recourse, Reject, Reply, Reserve
from game.engine.party import Line
from game.engine.state import Offer

REFUSED_AT_ONCE = 3
"""How many positions it refuses in one speech: those that weigh most with it."""
OPEN_ANSWERS = 2
"""How many answers a sitting it gives before it turns guarded: questions are not a way to read its instructions."""
LAST_MOVE_TO_REPLY = 4
"""After so many moves of a speech it comes to its own proposal: the floor passes after the sixth."""
CAN_NOT = (Cause.INSTRUCTIONS, Cause.PRINCIPAL, Cause.LINKAGE)
"""Causes for which an offer is refused outright; for the others it is thought over, and stays on the table."""


def answer(of: Brief) -> Decision | None:
    """Answer the question just asked: truly, or guardedly when there have been many."""
    view = of.view
    if not view.asked:
        return None
    reply = truth(view)
    answered = [entry for entry in view.ledger if entry.by == view.party and entry.deed is Deed.ANSWERED]
    if reply is not Reply.FIRM and len(answered) >= OPEN_ANSWERS * (view.meeting + 1):
        return Decision(Answer(view.party, Reply.GUARDED), (guarded(view.asked, len(answered)),))
    return Decision(Answer(view.party, reply), (truthful(view.asked),))


def take(of: Brief) -> Decision | None:
    """Accept a whole offer, everything on the table, or the positions that are good enough."""
    view, target = untrapped(of.view, of.grounds), of.wanted
    if view.spoken >= LAST_MOVE_TO_REPLY:
        return None
    accept = (
        take_whole(view, of.plan, target) or take_all(view, of.grounds, target) or take_some(view, of.grounds, of.plan)
    )
    return Decision(accept, (because_good_enough(accept, target),)) if accept else None


def refuse(of: Brief) -> Decision | None:
    """Refuse, or think over, what has been newly asked and is not accepted."""
    if of.view.spoken >= LAST_MOVE_TO_REPLY:
        return None
    for offer in of.view.wholes_to_me:
        decision = _to_offer(of, offer)
        if decision is not None:
            return decision
    return _to_positions(of)


def _to_offer(of: Brief, offer: Offer) -> Decision | None:
    """Refuse an all-or-nothing offer that can't be given; put off, once, one that wants leave, or only more time.

    An offer that wants nothing but leave stays on the table where an answer can still come before the end.
    """
    view = of.view
    since = [entry for entry in view.ledger.since(offer.ply) if entry.by == view.party]
    thought_over = any(entry.deed is Deed.RESERVED and entry.issue in offer.package.issues for entry in since)
    reasons = () if thought_over else against_offer(of, offer)
    if not reasons:
        return None
    still = tuple(issue for issue in offer.package.issues if view.settled.get(issue) is None)
    if still and _will_ask_home(of, offer):
        return Decision(Reserve(view.party, still, Recourse.INSTRUCTIONS), reasons)
    if any(reason.code in CAN_NOT for reason in reasons):
        return Decision(Reject(view.party, offer.package.issues, offer.number), reasons)
    return Decision(Reserve(view.party, still, Recourse.THOUGHT), reasons) if still else None


def _will_ask_home(of: Brief, offer: Offer) -> bool:
    """Whether leave would be of use, and a telegram of this sitting can still bring it before the end."""
    view = of.view
    by_wire = view.agenda.party(view.party).line is Line.TELEGRAM and view.meeting + 1 < len(view.agenda.meetings)
    sent = sum(1 for telegram in view.telegrams if telegram.meeting == view.meeting)
    return by_wire and sent < min(of.temper.messages, CABLES) and bool(leave_for(of, offer))


def _to_positions(of: Brief) -> Decision | None:
    view = of.view
    if any(entry.deed is Deed.REJECTED and entry.option for entry in said_now(view)):
        return None
    new = {e.issue for e in said_before(view) if e.deed in (Deed.OFFERED, Deed.RETREATED)}
    disputed = [g for g in of.grounds if g.issue.id in new and _refusable(g, of.plan)]
    disputed.sort(key=lambda ground: ground.value(ground.theirs) - ground.most)
    reasons: list[Reason] = []
    issues: list[str] = []
    for ground in disputed[:REFUSED_AT_ONCE]:
        against = against_position(of, ground)
        if against:
            issues.append(ground.issue.id)
            reasons.extend(against)
    return Decision(Reject(view.party, tuple(issues)), tuple(reasons)) if issues else None


def _refusable(ground: Ground, mine: Plan) -> bool:
    return ground.agreed is None and ground.theirs is not None and not good_enough(ground, mine)
