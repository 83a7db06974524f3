"""Arguments and minutes: what the counterpart puts forward in support of its case."""

from __future__ import annotations

from game.delegates.counterpart.brief import Brief
from game.delegates.delegate import Decision
from game.delegates.ground import Ground, objection
from game.delegates.reasons import argues, cites
from game.delegates.recall import Said, followed
from game.engine.evidence import Claim, Strength
from game.engine.ledger import Deed, Entry
from game.engine.moves import Argue, CiteMinutes
from game.engine.party import Latitude
from game.engine.state import OfferStatus
from game.engine.view import View

OPEN = OfferStatus.OPEN


def support(of: Brief) -> Decision | None:
    """Hold the other side to what it said, or make an argument; in some speeches only."""
    view = of.view
    if view.supported or not _has_the_word(of):
        return None
    return _cite(of) or _argue(of)


def _has_the_word(of: Brief) -> bool:
    """Whether this is a speech for arguing in: one out of ``talk``, and each of the last few."""
    mine = of.view.speeches // 2
    return mine % of.temper.talk == of.temper.talk - 1 or of.posture.to_come <= 3


def _argue(of: Brief) -> Decision | None:
    """The unused strong passage for the claim that bears on most of what is in dispute."""
    view = of.view
    best: tuple[int, str, str] | None = None
    for claim in view.claims:
        passage = _unused(view, claim)
        stake = sum(_stake(of.grounds[view.agenda.place(issue)]) for issue in claim.issues if view.agenda.has(issue))
        weighs_more = passage and stake > (best[0] if best else 0)
        if weighs_more and not any(_rests_on_easing(of, issue) for issue in claim.issues):
            best = (stake, claim.id, passage)
    if best is None:
        return None
    stake, claim_id, passage = best
    issue = next(claim.issues[0] for claim in view.claims if claim.id == claim_id)
    return Decision(Argue(view.party, claim_id, passage), (argues(issue, stake),))


def _rests_on_easing(of: Brief, issue: str) -> bool:
    """Whether on this issue it has given, or may still have to give, what its dated instructions did not allow.

    An argument that answers the other side's undoes what that had eased: it must not take the ground from under what
    has been given meanwhile, nor shut the only way in which the two sides can still meet.
    """
    view = of.view
    if not view.agenda.has(issue):
        return False
    ground = of.grounds[view.agenda.place(issue)]
    entries = [one for one in view.stakes.instructions if one.issue == issue and one.since <= view.sitting.date]
    latest = max(entries, key=lambda one: one.since, default=None)
    if latest is None:
        return False
    eased = {place for place, one in enumerate(latest.latitudes) if one.rank >= Latitude.ASK.rank}
    given = [offer.package.get(issue) for offer in view.offers if offer.by == view.party and offer.status is OPEN]
    given.append(ground.agreed if ground.agreed is not None and not ground.inherited else ground.mine)
    return any(ground.place(one) in eased for one in given if one is not None) or _needs(ground, eased)


def _needs(ground: Ground, eased: set[int]) -> bool:
    """Whether only what has been eased reaches towards what the other side holds on an open issue."""
    if ground.agreed is not None or ground.theirs is None or not eased & set(ground.givable):
        return False
    without = min((ground.up(place) for place in ground.givable if place not in eased), default=len(ground.points))
    return ground.height(ground.theirs) < without


def _unused(view: View, claim: Claim) -> str:
    """A strong passage for the claim, the claim itself not having been made with any yet; empty when there is none."""
    if any(used.startswith(f"{view.party}:{claim.id}:") for used in view.used):
        return ""
    return next((passage.id for passage in claim.passages if passage.strength is Strength.STRONG), "")


def _stake(ground: Ground) -> int:
    """The points between both positions on an issue in dispute; 0 for one that is settled or that nobody presses."""
    if ground.agreed is not None or ground.theirs is None:
        return 0
    mine = ground.value(ground.mine) if ground.mine else ground.most
    return max(0, mine - ground.value(ground.theirs))


def _cite(of: Brief) -> Decision | None:
    """A minute, or a line of this game, in which the other side offered more than it holds now."""
    view = of.view
    for issue, option, minute, ply in _sayings(view):
        ground = of.grounds[view.agenda.place(issue)]
        if ground.agreed is not None or ground.theirs is None:
            continue
        if ground.value(option) > ground.value(ground.theirs):
            move = CiteMinutes(view.party, issue, minute, ply)
            if objection(view, move) is None:
                return Decision(move, (cites(ground.issue, option),))
    return None


def _sayings(view: View) -> list[tuple[str, str, str, int]]:
    """What the other side has said: (issue, option, minute id or "", ply or 0), earlier meetings first."""
    said = [(minute.issue, minute.option, minute.id, 0) for minute in view.minutes]
    return said + [(line.issue, line.option, "", line.ply) for line in _stood(view)]


NOWHERE: tuple[Entry, ...] = ()


@followed(NOWHERE)
def _stood(known: tuple[Entry, ...], said: Said) -> tuple[Entry, ...]:
    """The lines of this game by which the other side came to stand at an option."""
    deeds = (Deed.OFFERED, Deed.RETREATED, Deed.ACCEPTED)
    return known + tuple([line for line in said.lines if line.by != said.party and line.deed in deeds])
