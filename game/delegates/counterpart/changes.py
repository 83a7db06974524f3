"""Changes of mind: where it gives what it had said it could not, it says so to itself, and what has changed since."""

from __future__ import annotations

from dataclasses import replace

from game.delegates.counterpart.brief import Brief
from game.delegates.delegate import Decision, Reason
from game.delegates.reasons import Since, thinks_again
from game.delegates.statements import Heard, Statement, given_by, gone_back_on
from game.engine.ledger import Deed
from game.engine.package import Package
from game.engine.party import Latitude

STEPS = (Deed.OFFERED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds by which the other side moves."""
PRESSING = (Deed.ARGUED, Deed.CITED)
"""The deeds by which it eases one's instructions."""


def owned_up(of: Brief, decision: Decision) -> Decision:
    """The decision, with a reason for each thing said before that it contradicts."""
    view = of.view
    heard = Heard(view.agenda, view.ledger, view.offers, view.table)
    gone_back = gone_back_on(heard, view.party, decision.move)
    if not gone_back:
        return decision
    given = given_by(decision.move)
    return replace(decision, reasons=(*decision.reasons, *(_changed(of, one, given) for one in gone_back)))


def _changed(of: Brief, said: Statement, given: Package) -> Reason:
    """What has changed since it was said: instructions before the other side's steps, and these before the hour."""
    issue = next(issue for issue in said.about.issues if issue in given.issues)
    ground = of.grounds[of.view.agenda.place(issue)]
    steps = sum(1 for one in of.view.ledger.since(said.ply) if one.by != of.view.party and one.deed in STEPS)
    if _allowed_since(of, issue, given.get(issue) or "", said.ply):
        since = Since.INSTRUCTIONS
    else:
        since = Since.STEPS if steps else Since.HOUR
    return thinks_again(ground.issue, said, since, steps)


def _allowed_since(of: Brief, issue: str, option: str, ply: int) -> bool:
    """Whether the option became allowed after that ply: by leave from home, or by an argument of the other side."""
    view = of.view
    laid_down = [one for one in view.stakes.instructions if one.issue == issue and one.since <= view.sitting.date]
    latest = max(laid_down, key=lambda one: one.since, default=None)
    if latest is None or latest.latitudes[view.agenda.level(issue, option) - 1].rank < Latitude.ASK.rank:
        return False
    granted = any(sent.granted.get(issue) == option and sent.ply >= ply for sent in view.telegrams)
    theirs = (one for one in view.ledger.since(ply) if one.by != view.party and one.issue == issue)
    return granted or any(one.deed in PRESSING for one in theirs)
