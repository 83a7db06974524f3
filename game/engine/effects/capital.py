"""Telegrams, adjournment, breaking off, and what chance brings."""

from __future__ import annotations

from dataclasses import replace

from game.engine.effects.table import instruct, rise
from game.engine.moves import (
    Adjourn,
    ConsultCapital,
    Happening,
    Occur,
    WalkOut,
)
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.state import (
    Ending,
    EndingKind,
    Instructions,
    State,
    Telegram,
    amended,
)


def consult(state: State, move: ConsultCapital) -> State:
    """Send the message; the answer is chance's move."""
    number = 1 + sum(1 for one in state.telegrams if one.party == move.by)
    telegram = Telegram(number, move.by, state.meeting, state.heard, move.asks, move.report)
    return amended(state, telegrams=(*state.telegrams, telegram))


def adjourn(state: State, move: Adjourn) -> State:
    """Rise, when the other side has proposed it; else the proposal stands for one speech."""
    if state.rising == state.scenario.agenda.other(move.by):
        return rise(state, Ending(EndingKind.ADJOURNED, move.by, move.communique))
    return state


def walk_out(state: State, move: WalkOut) -> State:
    """Break off: the end."""
    return amended(state, ending=Ending(EndingKind.BREAKDOWN, move.by))


def occur(state: State, move: Occur) -> State:
    """Let the answer, the event, the sitting or the verdict come."""
    if move.what is Happening.ANSWER:
        return _telegram_arrives(state, move)
    if move.what is Happening.EVENT:
        return amended(state, happened=(*state.happened, move.reference))
    if move.what is Happening.MEETING:
        return _open_next(state)
    return _verdict(state, move)


def _telegram_arrives(state: State, move: Occur) -> State:
    sent = [(one.party, one.number) for one in state.telegrams]
    place = sent.index((move.party, move.number))
    telegram = state.telegrams[place]
    stakes = state.scenario.stake(telegram.party)
    granted, refused = {}, {}
    for issue, option in telegram.asks:
        ruling = stakes.ruling(issue, option)
        if ruling is not None and ruling.granted:
            granted[issue] = option
            state = instruct(state, telegram.party, issue, option, Latitude.REPORT)
        else:
            refused[issue] = option
    answered = replace(telegram, answered=True, granted=Package.of(granted), refused=Package.of(refused))
    return amended(state, telegrams=(*state.telegrams[:place], answered, *state.telegrams[place + 1 :]))


def _open_next(state: State) -> State:
    scenario = state.scenario
    sitting = scenario.agenda.meetings[state.meeting + 1]
    dated = tuple(scenario.instructions_on(party.id, sitting.date) for party in scenario.agenda.parties)
    merged = tuple(_easier(new, old) for new, old in zip(dated, state.instructions, strict=True))
    opener = sitting.opens
    return amended(
        state,
        meeting=state.meeting + 1,
        instructions=(merged[0], merged[1]),
        floor=opener,
        opener=opener,
        exchanges=state.length or sitting.exchanges,
        speeches=0,
        spoken=0,
        between=False,
    )


def _easier(new: Instructions, old: Instructions) -> Instructions:
    """Instructions of a later date, keeping what has been granted or argued for meanwhile."""
    return tuple(
        tuple(min(pair, key=lambda one: one.rank) for pair in zip(mine, before, strict=True))
        for mine, before in zip(new, old, strict=True)
    )


def _verdict(state: State, move: Occur) -> State:
    ratified = move.what is Happening.RATIFIES
    side = state.scenario.agenda.side(move.party)
    verdicts = (ratified, state.verdicts[1]) if side == 0 else (state.verdicts[0], ratified)
    state = amended(state, verdicts=verdicts)
    if not ratified:
        return amended(state, ending=Ending(EndingKind.REPUDIATED, move.party))
    if all(verdicts):
        return amended(state, ending=Ending(EndingKind.AGREEMENT))
    return state
