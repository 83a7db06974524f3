"""When one may consult the capital, and what may occur."""

from __future__ import annotations

from game.engine.chance import chances
from game.engine.moves import (
    ConsultCapital,
    Occur,
)
from game.engine.party import Latitude
from game.engine.rules.common import known_options
from game.engine.state import (
    Refusal,
    State,
)

TELEGRAMS_IN_A_MEETING = 3
"""Messages a delegate may send home during one sitting: "time is pressing" (minutes of 10 July, line 425)."""


def consult(state: State, move: ConsultCapital) -> Refusal | None:
    """Why this message can't be sent, or None."""
    if not len(move.asks) and not move.report.strip():
        return Refusal("empty-telegram", "There is nothing to send.", "Report something, or ask for latitude.")
    refused = known_options(state, move.asks) if len(move.asks) else None
    if refused:
        return refused
    for issue, option in move.asks:
        if state.latitude(move.by, issue, option).rank < Latitude.ASK.rank:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal(
                "already-allowed",
                f"{heading}: you may give that as it is.",
                "Propose it at the table.",
                issue,
            )
        if any(t.party == move.by and t.asks.get(issue) == option for t in state.telegrams):
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal("already-asked", f"{heading}: you have asked for that.", "Wait for the answer.", issue)
    sent = sum(1 for t in state.telegrams if t.party == move.by and t.meeting == state.meeting)
    if sent >= TELEGRAMS_IN_A_MEETING:
        return Refusal("line-busy", f"You have sent {sent} messages during this meeting.", "Wait until it is over.")
    return None


def occur(state: State, move: Occur) -> Refusal | None:
    """Why this does not happen now, or None."""
    if any(chance.occur == move for chance in chances(state)):
        return None
    return Refusal("not-due", f"“{move.what}” is not due.", "Play on; it happens when it is due.")
