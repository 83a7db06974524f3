"""Rising from the table: the adjournment with a formula, when nothing acceptable is left."""

from __future__ import annotations

from game.delegates.counterpart.brief import Brief
from game.delegates.delegate import Decision
from game.delegates.ground import Ground
from game.delegates.reasons import nothing_left
from game.engine.moves import Adjourn

HOPELESS = 0.2
"""Under this chance that the other side is free to meet it, an issue counts as blocked."""


def close(of: Brief) -> Decision | None:
    """Adjourn in its last speech, when an issue a settlement needs can't be closed any more; or when asked to."""
    view = of.view
    later = view.meeting + 1 < len(view.agenda.meetings)
    blocked = tuple(ground.issue.id for n, ground in enumerate(of.grounds) if _blocked(of, n, ground))
    asked = bool(view.rising) and view.rising != view.party
    last = of.posture.to_come == 1 and not later
    cant_be_answered = last and view.opener != view.party
    if (asked and of.posture.to_come <= 2) or cant_be_answered or (last and blocked):
        return Decision(Adjourn(view.party), (nothing_left(blocked),))
    return None


def _blocked(of: Brief, number: int, ground: Ground) -> bool:
    """Whether nothing this side may give on a required issue is at all likely to be within the other's instructions."""
    if ground.agreed is not None or not ground.issue.required:
        return False
    nearest = min((ground.up(place) for place in ground.givable), default=None)
    return nearest is None or of.believed.likely(number, ground.issue.id, nearest) < HOPELESS
