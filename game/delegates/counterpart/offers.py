"""What the counterpart puts forward: concessions, exchanges of a few issues, a question, or its old stand."""

from __future__ import annotations

import math
from collections.abc import Mapping

from game.delegates.counterpart.amends import amends
from game.delegates.counterpart.brief import Brief
from game.delegates.counterpart.trades import Trade, gets, gives, package_of
from game.delegates.delegate import Decision
from game.delegates.ground import contradicts
from game.delegates.reasons import asks, awaits, cheapest, exchanges, no_longer_allowed
from game.delegates.recall import Said, followed
from game.engine.ledger import Deed, Entry
from game.engine.moves import Ask, Hold, Propose, Terms, Yield
from game.engine.package import Package

LAST_SPEECHES = 3
"""In its last speeches it puts all that is still open on the table at once."""
AHEAD = 40.0
"""Points by which an exchange may run ahead of the clock: what is given in it is given for something."""
MOST_IN_AN_EXCHANGE = 5
"""Issues in one all-or-nothing offer: what a person can follow."""
PROFIT = 1.15
"""How many times the other side's supposed loss by an exchange its gain must be for it to be worth proposing."""
HELD_AT_ONCE = 2
"""How many positions it reaffirms in one speech."""
STEPS = (Deed.OFFERED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds by which a side moves."""


def propose(of: Brief) -> Decision:
    """The last move of a speech."""
    steps = gives(of, of.plan)
    ahead = gives(of, of.at(of.posture.aspiration - AHEAD))
    return (
        _go_back(of, steps)
        or amends(of, bool(steps))
        or _concede(of, steps)
        or _exchange(of, ahead)
        or _question(of)
        or _stand(of)
        or _open_up(of, steps)
    )


def _go_back(of: Brief, steps: list[Trade]) -> Decision | None:
    """Leave a position that instructions do not allow, or no longer: what is held may be accepted at any moment."""
    beyond = [step for step in steps if step.ground.mine is not None and not step.ground.stands]
    if not beyond:
        return None
    reasons = tuple(no_longer_allowed(step.ground.issue, step.ground.mine or "") for step in beyond)
    return Decision(Propose(of.view.party, Package.of(package_of(beyond))), reasons)


def _concede(of: Brief, steps: list[Trade]) -> Decision | None:
    """Table the best steps: a few at a time, and never twice running to a side that has not moved, but for the end."""
    to_come = of.posture.to_come
    if not steps or (to_come > LAST_SPEECHES and _awaiting(of)):
        return None
    size = len(steps)
    if to_come > LAST_SPEECHES:
        size = max(of.temper.breadth, math.ceil(len(steps) / (to_come - LAST_SPEECHES + 1)))
    tabled = steps[:size]
    reasons = tuple(cheapest(step.ground.issue, -step.mine, step.theirs) for step in tabled)
    return Decision(Propose(of.view.party, Package.of(package_of(tabled))), reasons)


def _awaiting(of: Brief) -> bool:
    """Whether the last step was this side's."""
    for entry in reversed(of.view.ledger):
        if entry.by != of.view.party and entry.deed in STEPS:
            return False
        if entry.by == of.view.party and entry.deed is Deed.OFFERED:
            return True
    return False


def _exchange(of: Brief, steps: list[Trade]) -> Decision | None:
    """An all-or-nothing offer of a few issues by which both sides gain, as far as one can tell."""
    for get in gets(of):
        if _asked_before(of, get):
            continue
        given = _paying(get, steps)
        profit = get.mine + sum(give.mine for give in given)
        brings = get.theirs + sum(give.theirs for give in given)
        offer = Package.of(package_of([get, *given]))
        pays = given and profit > 0 and brings >= (PROFIT - 1) * -get.theirs
        if pays and not contradicts(of.view, offer):
            return Decision(Propose(of.view.party, offer, Terms.WHOLE), (exchanges(offer, profit, brings),))
    return None


def _paying(get: Trade, steps: list[Trade]) -> list[Trade]:
    """The steps that pay the other side for what is asked of it."""
    given: list[Trade] = []
    gain = 0.0
    for step in (step for step in steps if step.theirs > 0):
        if gain >= PROFIT * -get.theirs or len(given) == MOST_IN_AN_EXCHANGE - 1:
            break
        given.append(step)
        gain += step.theirs
    return given


def _asked_before(of: Brief, get: Trade) -> bool:
    """Whether an exchange has already been offered for this."""
    own = (offer for offer in of.view.offers if offer.by == of.view.party and offer.terms is Terms.WHOLE)
    return any(offer.package.get(get.ground.issue.id) == get.option for offer in own)


def _question(of: Brief) -> Decision | None:
    """Ask, in every other speech, whether there is room where most lies between the sides, once for each issue.

    Nothing is asked in the last speech of a sitting: there would be nobody left to answer.
    """
    view = of.view
    if view.my_speeches_left == 1 and view.opener != view.party:
        return None
    asked = _asked(view)
    stakes = [
        (ground.value(ground.mine) - ground.value(ground.theirs), -number, ground.issue.id)
        for number, ground in enumerate(of.grounds)
        if ground.agreed is None and ground.theirs and ground.mine and ground.issue.id not in asked
    ]
    if not stakes or view.speeches // 2 % 2 == 0:
        return None
    stake, _, issue = max(stakes)
    return Decision(Ask(view.party, issue), (asks(issue, stake),)) if stake > 0 else None


def _stand(of: Brief) -> Decision | None:
    """Reaffirm what weighs most with it, each position once until something new is said to it."""
    view = of.view
    disputed = [g for g in of.grounds if g.agreed is None and g.stands and g.mine != g.theirs]
    disputed.sort(key=lambda ground: ground.value(ground.theirs) - ground.value(ground.mine))
    last = _last_said(view)
    echoed = {issue for issue, entry in last.items() if entry.by == view.party and entry.deed is Deed.HELD}
    held = tuple(ground.issue.id for ground in disputed if ground.issue.id not in echoed)[:HELD_AT_ONCE]
    return Decision(Hold(view.party, held), (awaits(held, of.posture.received),)) if held else None


NO_ISSUES: frozenset[str] = frozenset()


@followed(NO_ISSUES)
def _asked(known: frozenset[str], said: Said) -> frozenset[str]:
    """The issues this side has asked about."""
    return known.union(line.issue for line in said.lines if line.by == said.party and line.deed is Deed.ASKED)


NO_LINES: Mapping[str, Entry] = {}


@followed(NO_LINES)
def _last_said(known: Mapping[str, Entry], said: Said) -> Mapping[str, Entry]:
    """The last line on each issue; that the other side holds to something says nothing new."""
    return {**known, **{line.issue: line for line in said.lines if line.by == said.party or line.deed is not Deed.HELD}}


def _open_up(of: Brief, steps: list[Trade]) -> Decision:
    """Speak to what it has not spoken to, sooner than say the same again; where nothing is left, leave the floor."""
    first = [step for step in steps if step.ground.mine is None][: of.temper.breadth]
    if not first:
        return Decision(Yield(of.view.party), (awaits((), of.posture.received),))
    reasons = tuple(cheapest(step.ground.issue, -step.mine, step.theirs) for step in first)
    return Decision(Propose(of.view.party, Package.of(package_of(first))), reasons)
