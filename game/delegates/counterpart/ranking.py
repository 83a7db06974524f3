"""The replies it could make to the other side on one issue, the likeliest first: the first is what its plan says.

It speaks to many issues in a speech and leaves some for later; this is what it would say of one if it had to.
"""

from __future__ import annotations

from enum import StrEnum

from game.delegates.acceptance import good_enough
from game.delegates.counterpart.brief import Brief
from game.delegates.ground import Ground
from game.delegates.time_dependent import is_a_step
from game.engine.party import Latitude
from game.slim import dataclass


class Kind(StrEnum):
    """A reply, at the grain at which replies are compared."""

    ACCEPT = "accept"
    """What the other side holds, in whatever degree."""
    CONCEDE = "concede"
    """A step from one's own position towards the other side."""
    COUNTER = "counter"
    """A first position of one's own, or one further from the other side than before."""
    STAND = "stand"
    """Hold to one's own position, or refuse the other's."""
    PUT_OFF = "put off"
    """Reserve: think it over, ask for instructions, leave it to experts."""
    PRESS = "press"
    """Argue, hold to earlier words, or ask, and no more."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: its kind and, for what gives or asks for an option, which."""

    kind: Kind
    option: str = ""


def ranked(of: Brief, issue: str) -> tuple[Reply, ...]:
    """The replies on an issue, the likeliest first, each kind once; all that make sense, so seldom fewer than three."""
    ground = of.grounds[of.view.agenda.place(issue)]
    found: dict[Kind, Reply] = {}
    for one in (_planned(of, ground), *_others(of, ground)):
        found.setdefault(one.kind, one)
    return tuple(found.values())


def _planned(of: Brief, ground: Ground) -> Reply:
    """What the plan says: take what is good enough, go where it goes, else stand."""
    theirs, planned = ground.theirs, of.plan.get(ground.issue.id)
    if theirs is not None and (theirs == ground.mine or good_enough(ground, of.plan)):
        return Reply(Kind.ACCEPT, theirs)
    if planned is not None and is_a_step(ground, planned):
        return Reply(Kind.CONCEDE if ground.mine is not None else Kind.COUNTER, planned)
    return Reply(Kind.STAND) if ground.mine is not None else Reply(Kind.PUT_OFF)


def _others(of: Brief, ground: Ground) -> tuple[Reply, ...]:
    """What it would sooner do if not that: what less would have to change for comes first."""
    lowest = of.at(0.0)
    theirs, last = ground.theirs, lowest.get(ground.issue.id)
    found: list[Reply] = []
    if theirs is not None and ground.latitudes[ground.place(theirs)] is Latitude.ASK:
        found.append(Reply(Kind.PUT_OFF))
    if ground.mine is not None:
        found.append(Reply(Kind.STAND))
    if last is not None and is_a_step(ground, last):
        found.append(Reply(Kind.CONCEDE if ground.mine is not None else Kind.COUNTER, last))
    if theirs is not None and ground.may_give(theirs):
        found.append(Reply(Kind.ACCEPT, theirs))
    return (*found, Reply(Kind.PUT_OFF), Reply(Kind.STAND), Reply(Kind.PRESS))
