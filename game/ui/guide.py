"""Hints that fade: the first game is led step by step, the next ones only reminded, the rest left alone."""

from __future__ import annotations

from itertools import islice

from game.play.settings import Guidance
from game.ui.chair import Chair
from game.ui.phrasing import hint

STEPS = (
    "Step 1: ↑ ↓ choose an issue, → goes to its options, ↑ ↓ choose one; p puts it into a proposal, Enter says it. "
    "d has your instructions.",
    "Step 2: their answer stands in the minutes (z reads them in full). a accepts where they stand; p again comes "
    "nearer; h holds.",
    "Step 3: k asks whether there is room; e puts a passage behind a claim; t asks your principal for leave, and "
    "reports.",
    "Step 4: p on several issues makes a package, and w makes it all or nothing; v puts an issue off; x takes an "
    "offer back.",
    "Step 5: y leaves the floor, j proposes to rise. When it is over, b opens the debrief: what was left, and what "
    "really happened.",
)
"""What to try, by how many moves one has made in the game."""


def guiding(chair: Chair, listening: bool) -> str:
    """What to do when nothing is in hand, as fully as this game's guidance asks."""
    plain = hint(chair, listening)
    view = chair.view
    pressing = chair.session.over or not chair.has_floor or listening or view.asked or view.rising == view.other
    if pressing or chair.game.guidance == Guidance.REMINDERS:
        return plain
    if chair.game.guidance == Guidance.NONE:
        return "Your floor." if not view.spoken else plain
    mine = (step for step in chair.session.steps if getattr(step.move, "by", "") == chair.party)
    made = sum(1 for _ in islice(mine, len(STEPS)))
    return STEPS[made] if made < len(STEPS) else plain
