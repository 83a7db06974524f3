"""How far a package would go beyond a side's instructions, and what that could cost: told before it is said."""

from __future__ import annotations

from game.engine.outcome import ASKED_IN_VAIN, RED_LINE
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.view import View

MOST = 95
"""Per cent that a risk of repudiation is at most."""
Beyond = tuple[tuple[str, str, Latitude], ...]
"""Issues and options by id, each with the latitude it exceeds: ask or forbidden."""


def beyond(view: View, package: Package) -> Beyond:
    """What in a package goes beyond this side's instructions; what it stands on already does not count again."""
    found = ((issue, option, view.latitude(issue, option)) for issue, option in package)
    return tuple(
        (issue, option, latitude)
        for issue, option, latitude in found
        if latitude.rank >= Latitude.ASK.rank and view.mine(issue) != option
    )


def added_risk(view: View, found: Beyond) -> int:
    """The most this could add, in per cent, to the risk of being repudiated, if it is agreed and not allowed."""
    sizes = (RED_LINE if latitude is Latitude.FORBIDDEN else ASKED_IN_VAIN for _, _, latitude in found)
    return min(sum(sizes), MOST - view.risk) if view.risk < MOST else 0
