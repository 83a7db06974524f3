"""How the other side moves, read off the ledger: whether it stands still, comes of itself, or waits for a step."""

from __future__ import annotations

from collections.abc import Iterator

from game.delegates.recall import Said, followed
from game.engine.ledger import Deed
from game.engine.view import View

STEPS = (Deed.OFFERED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds by which a side moves."""
GONE_BACK = (Deed.RETREATED, Deed.REOPENED, Deed.WITHDREW)
"""The deeds of the other side that cost it credit."""


def standing_still(view: View) -> int:
    """In how many speeches, up to its last, the other side has not moved. Those that leave no trace do not count."""
    still, theirs = 0, False
    for entry in reversed(view.ledger):
        if entry.by == view.party:
            theirs = False
            continue
        if entry.deed in STEPS:
            return still - 1 if theirs else still
        still += not theirs
        theirs = True
    return still


def comes_of_itself(view: View) -> bool | None:
    """Whether the other side moved when this side last had not; None where that has not been tried."""
    theirs: bool | None = None
    for by, moved in _speeches_backwards(view):
        if by != view.party:
            theirs = moved
        elif theirs is not None and not moved:
            return theirs
    return None


def _speeches_backwards(view: View) -> Iterator[tuple[str, bool]]:
    """Who spoke, and whether with a step, from the last before this speech back. What left no trace is left out."""
    begun, by, moved = view.ply - view.spoken, "", False
    for entry in reversed(view.ledger):
        if entry.ply > begun:
            continue
        if by and entry.by != by:
            yield by, moved
            moved = False
        by, moved = entry.by, moved or entry.deed in STEPS
    if by:
        yield by, moved


def times_gone_back(view: View) -> int:
    """In how many moves it has taken back, reopened or withdrawn something."""
    return len(_gone_back(view))


NEVER: frozenset[int] = frozenset()


@followed(NEVER)
def _gone_back(known: frozenset[int], said: Said) -> frozenset[int]:
    """The plies at which the other side went back."""
    return known.union(line.ply for line in said.lines if line.by != said.party and line.deed in GONE_BACK)
