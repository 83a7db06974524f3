"""Whether a move is legal. Every refusal says why and what to do instead; nothing here changes anything."""

from __future__ import annotations

from typing import assert_never

from game.engine.chance import chances
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Hold,
    Move,
    Occur,
    Propose,
    Reject,
    Reserve,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.rules.capital import TELEGRAMS_IN_A_MEETING, consult, occur
from game.engine.rules.common import beyond
from game.engine.rules.offers import accept, propose, reject, withdraw
from game.engine.rules.speech import answer, argue, ask, cite, cited_option, hold, reserve, true_reply
from game.engine.state import (
    Refusal,
    State,
)

__all__ = ["TELEGRAMS_IN_A_MEETING", "beyond", "check", "cited_option", "true_reply"]


def check(state: State, move: Move) -> Refusal | None:
    """Why ``move`` is not legal in ``state``, or None when it is. Explains one move; never lists packages."""
    return _turn(state, move) or _verb(state, move)


def _turn(state: State, move: Move) -> Refusal | None:
    if state.ending is not None:
        return Refusal("ended", f"The negotiation is over: {state.ending.kind}.", "Look at the debrief.")
    if isinstance(move, Occur):
        return None
    due = chances(state)
    if due:
        return Refusal("waiting", f"Something must happen first: {due[0].occur.what}.", "Let it arrive, then go on.")
    if move.by != state.floor:
        who = state.scenario.agenda.party(state.floor).name
        return Refusal("not-your-floor", f"{who} has the floor.", "Wait for the other side to finish its speech.")
    return None


def _verb(state: State, move: Move) -> Refusal | None:
    match move:
        case Propose():
            return propose(state, move)
        case Accept():
            return accept(state, move)
        case Reject():
            return reject(state, move)
        case Hold():
            return hold(state, move)
        case Argue():
            return argue(state, move)
        case CiteMinutes():
            return cite(state, move)
        case Ask():
            return ask(state, move)
        case Answer():
            return answer(state, move)
        case Reserve():
            return reserve(state, move)
        case Withdraw():
            return withdraw(state, move)
        case ConsultCapital():
            return consult(state, move)
        case Yield() | WalkOut() | Adjourn():
            return None
        case Occur():
            return occur(state, move)
        case _:
            assert_never(move)
