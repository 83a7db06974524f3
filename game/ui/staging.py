"""From a pressed verb to a draft in hand. Pure: what is in hand, where the cursor is, and the verb go in."""

from __future__ import annotations

from dataclasses import replace

from game.engine.state import Refusal
from game.slim import dataclass
from game.ui import draft as drafting
from game.ui.chair import Chair
from game.ui.draft import Draft

REFUSED_AT_ONCE = ("hold", "ask", "reserve", "reject")
"""Verbs that are not taken in hand when they can't be said: the refusal is shown instead."""
ALONE = ("yield", "adjourn")
"""Verbs about no issue."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the cursor is: the issue in hand and the highlighted option."""

    issue: str
    option: str


def staged(chair: Chair, held: Draft | None, verb: str, spot: Spot) -> Draft | Refusal | None:
    """The draft after ``verb`` is pressed, None when it is taken apart, or why there is nothing to take in hand."""
    draft = _draft(chair, held, verb, spot)
    if draft is None:
        return nothing_to(chair, verb, spot)
    if verb in REFUSED_AT_ONCE and chair.has_floor and (held is None or held.verb != verb):
        refusal = chair.refusal(draft)
        if refusal is not None:
            return refusal
    return draft if draft.named or verb in ALONE else None


def _draft(chair: Chair, held: Draft | None, verb: str, spot: Spot) -> Draft | None:
    same = held if held is not None and held.verb == verb else drafting.begun(verb)
    if verb in ALONE:
        return same
    if verb == "propose":
        return drafting.with_option(same, spot.issue, spot.option)
    if verb == "accept":
        return drafting.accepting(chair.view, held, spot.issue)
    if verb == "reject":
        return drafting.rejecting(chair.view, held, spot.issue)
    if verb == "withdraw":
        return drafting.withdrawing(chair.view, held)
    if verb == "ask":
        return drafting.with_issue(drafting.begun("ask"), spot.issue)
    return drafting.with_issue(same, spot.issue)


def answering(chair: Chair) -> Draft:
    """The answer to the question that stands: the true one first."""
    return replace(drafting.begun("answer"), issues=(chair.view.asked,), manner=chair.replies()[0])


def nothing_to(chair: Chair, verb: str, spot: Spot) -> Refusal:
    """Why a verb has no object here."""
    heading = chair.view.agenda.issue(spot.issue).heading
    if verb == "withdraw":
        return Refusal("no-such-offer", "You have no open offer to take back.", "p proposes something.")
    what = "nothing to accept" if verb == "accept" else "nothing to refuse"
    return Refusal(
        "nothing-there",
        f"{heading}: there is {what}; the other side holds no position.",
        "Ask (k), or propose (p).",
        spot.issue,
    )
