"""Hints that fade, line by line: the first game is led step by step, the next ones reminded, the rest left alone."""

from __future__ import annotations

from game.plain.chair import Chair
from game.play.settings import Guidance

STEPS = (
    "Step 1: “i” reads your instructions and “s” the agenda; an issue's code, as in “{code}”, reads that issue. "
    "“propose {code}=2” proposes its option 2.",
    "Step 2: “why” reads all of their answer. “accept {code}” accepts where they stand; “propose” again comes nearer; "
    "“hold {code}” holds.",
    "Step 3: “ask {code}” asks whether there is room; “argue” puts a passage behind a claim; “telegram” asks your "
    "principal for leave, and reports.",
    "Step 4: several issues make a package, and “whole” makes it all or nothing; “reserve {code}” puts an issue off; "
    "“withdraw” takes an offer back.",
    "Step 5: “yield” leaves the floor, “adjourn” proposes to rise. When it is over the debrief is read: what was "
    "left, and what really happened.",
)
"""What to try, by how many moves one has made in the game."""
REMINDER = "Your floor: “propose {code}=2”, “accept {code}”, “ask {code}”; Enter lists the moves, “?” everything."


def hint(chair: Chair) -> str:
    """What to do now, as fully as this game's guidance asks; empty when a player is left alone."""
    view = chair.view
    pressing = chair.session.over or view.floor != chair.party or view.asked or view.rising == view.other
    if pressing or chair.game.guidance is Guidance.NONE:
        return ""
    made = sum(1 for step in chair.session.steps if getattr(step.move, "by", "") == chair.party)
    if chair.game.guidance is Guidance.REMINDERS:
        return "" if made else _about(chair, REMINDER)
    return _about(chair, STEPS[made]) if made < len(STEPS) else ""


def _about(chair: Chair, words: str) -> str:
    """The words with an issue to try: one the other side has spoken to, else the first of the agenda."""
    view = chair.view
    open_now = [issue for issue in view.agenda.issues if view.standing(issue.id).agreement is None]
    spoken = [issue for issue in open_now if view.theirs(issue.id)]
    issue = next(iter([*spoken, *open_now, *view.agenda.issues]))
    return words.format(code=issue.code)
