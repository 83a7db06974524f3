"""What each legal move does to the state. Called only by ``engine.apply``, after ``rules.check``."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.effects.capital import adjourn, consult, occur, walk_out
from game.engine.effects.offers import accept, propose, reject, withdraw
from game.engine.effects.speech import answer, argue, ask, cite, hold, reserve, yield_floor
from game.engine.effects.table import rise
from game.engine.moves import (
    PASSES_THE_FLOOR,
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
from game.engine.scenario import contradictions
from game.engine.state import (
    Ending,
    EndingKind,
    State,
    amended,
)

MOVES_IN_A_SPEECH = 6
"""Moves one side may make before the floor passes of itself."""


def transition(state: State, move: Move) -> State:
    """The state after a move that ``rules.check`` allows; nothing is checked here."""
    said = 0 if isinstance(move, Occur | ConsultCapital) else 1
    numbered = amended(state, ply=state.ply + 1, heard=state.heard + said)
    effect = _EFFECTS[type(move)]
    after = effect(numbered, move)
    if isinstance(move, Occur | ConsultCapital):
        return after
    return _floor(after, move)


def _floor(state: State, move: Move) -> State:
    if state.ending is not None:
        return amended(state, floor="")
    if state.between:
        return amended(state, floor="", spoken=0, supported=(), asked="", rising="")
    if _all_agreed(state):
        return amended(state, signed=True, floor="", spoken=0, supported=())
    spoken = state.spoken + 1
    if not isinstance(move, PASSES_THE_FLOOR) and spoken < MOVES_IN_A_SPEECH:
        return amended(state, spoken=spoken)
    return _pass_floor(state, move)


def _pass_floor(state: State, move: Move) -> State:
    passed = amended(
        state,
        floor=state.scenario.agenda.other(state.floor),
        speeches=state.speeches + 1,
        spoken=0,
        supported=(),
        asked=move.issue if isinstance(move, Ask) else "",
        rising=state.floor if isinstance(move, Adjourn) else "",
    )
    return passed if passed.speeches_left else rise(passed, Ending(EndingKind.ADJOURNED))


def _all_agreed(state: State) -> bool:
    agenda = state.scenario.agenda
    for place in agenda.required:
        if state.table[place].agreement is None:
            return False
    return not contradictions(agenda, state.settled)


_EFFECTS: dict[type, Callable[..., State]] = {
    Propose: propose,
    Accept: accept,
    Reject: reject,
    Hold: hold,
    Argue: argue,
    CiteMinutes: cite,
    Ask: ask,
    Answer: answer,
    Reserve: reserve,
    Withdraw: withdraw,
    ConsultCapital: consult,
    Yield: yield_floor,
    Adjourn: adjourn,
    WalkOut: walk_out,
    Occur: occur,
}
