"""What a side asked for and what it was offered, move by move, by its own points: a picture that betrays nothing.

It needs the side's own points and the positions voiced at the table, so it may be looked at while the game goes on.
"""

from __future__ import annotations

from game.debrief.page import Curve, Figure
from game.engine.view import View
from game.play.walk import Walk


def demands(view: View, walk: Walk) -> Figure | None:
    """What both sides' positions were worth to this side, after each move that changed the table.

    Counted are the issues on which both hold a position by now, so that the two lines can be laid beside each other; an
    issue a side had not spoken to yet counts nothing for it. None where there is no such issue or no move.
    """
    issues = [issue for issue in view.agenda.issues if view.mine(issue.id) and view.theirs(issue.id)]
    if not issues or not walk.stops:
        return None
    side = view.agenda.side(view.party)
    worths = {
        (issue.id, option.level): view.points(issue.id, option.id) for issue in issues for option in issue.options
    }
    places = [(issue.id, view.agenda.place(issue.id)) for issue in issues]
    pairs = [
        tuple(
            sum(worths.get((issue, stop.levels[place][whose]), 0) for issue, place in places)
            for whose in (side, 1 - side)
        )
        for stop in walk.stops
    ]
    plies = [float(stop.ply) for stop in walk.stops]
    highest = max(10, *(max(pair) for pair in pairs))
    mine, theirs = (tuple(zip(plies, (float(pair[whose]) for pair in pairs), strict=True)) for whose in (0, 1))
    both = "the one issue" if len(issues) == 1 else f"the {len(issues)} issues"
    told = f"Now {pairs[-1][0]} asked for and {pairs[-1][1]} offered, on {both} both have spoken to."
    return Figure(
        title="What you ask for and what you are offered, by your own points",
        told=told,
        across="moves",
        up="worth to you",
        curves=(Curve(mine, "what you ask for", "game", True), Curve(theirs, "what they offer", "history", True)),
        bounds=(0.0, 0.0, max(1.0, plies[-1]), float(-(-highest // 10) * 10)),
    )
