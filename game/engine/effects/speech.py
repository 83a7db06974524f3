"""What holding, reserving, asking, answering, arguing and citing do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.engine.effects.table import Change, answered, changed, instruct, noted, with_position
from game.engine.evidence import Strength
from game.engine.ledger import Deed, Entry
from game.engine.moves import (
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    Hold,
    Recourse,
    Reserve,
    Yield,
)
from game.engine.party import Latitude
from game.engine.rules.speech import cited_option
from game.engine.state import Standing, State, amended


def hold(state: State, move: Hold) -> State:
    """Reaffirm positions; that is an answer."""
    table, places = state.table, state.scenario.agenda.places
    side = state.scenario.agenda.side(move.by)
    stood = [(issue, table[places[issue]]) for issue in move.issues]
    lines = [Entry(state.heard, move.by, Deed.HELD, issue, one.positions[side] or "") for issue, one in stood]
    answers = [Change(issue, answered(state, move.by, one)) for issue, one in stood if not one.answered]
    return noted(changed(state, answers) if answers else state, *lines)


def reserve(state: State, move: Reserve) -> State:
    """Put issues off: to thought, to instructions, to experts, or merely noted."""
    stood = []
    for issue, option in move.standing:
        standing = state.standing(issue)
        stood.append(Change(issue, replace(standing, positions=with_position(state, move.by, standing, option))))
    state = changed(state, stood) if stood else state
    line = partial(Entry, state.heard, move.by, Deed.RESERVED, note=move.to.value)
    return changed(state, [Change(issue, _put_off(state, move, issue), (line(issue),)) for issue in move.issues])


def _put_off(state: State, move: Reserve, issue: str) -> Standing:
    standing = state.standing(issue)
    if move.to is Recourse.EXPERTS:
        return replace(standing, deferred=True, answered=True)
    return standing if move.to is Recourse.NOTED else answered(state, move.by, standing)


def ask(state: State, move: Ask) -> State:
    """Put the question on the ledger; the floor passes with it."""
    return noted(state, Entry(state.heard, move.by, Deed.ASKED, move.issue))


def answer(state: State, move: Answer) -> State:
    """Put the reply on the ledger; the question is closed."""
    line = Entry(state.heard, move.by, Deed.ANSWERED, state.asked, note=move.reply.value)
    return amended(noted(state, line), asked="")


def yield_floor(state: State, move: Yield) -> State:
    """Nothing but the passing of the floor."""
    return state


def argue(state: State, move: Argue) -> State:
    """A strong passage eases the other side's instructions and undoes what it rebuts; a weak one does nothing."""
    claim = state.scenario.claim(move.claim)
    assert claim is not None
    passage = claim.passage(move.passage)
    assert passage is not None
    strong = passage.strength is Strength.STRONG
    used = (*state.used, f"{move.by}:{claim.id}:{passage.id}")
    state = amended(state, used=used, supported=(*state.supported, "argue"))
    deed = Deed.ARGUED if strong else Deed.ARGUED_WEAKLY
    state = noted(state, Entry(state.heard, move.by, deed, claim.issues[0], claim.id, passage.id))
    if not strong:
        return state
    for rebutted in claim.rebuts:
        state = _tighten(state, move.by, rebutted, claim.issues)
    other = state.scenario.agenda.other(move.by)
    for issue, option in claim.eases:
        if state.scenario.agenda.has(issue):
            state = _ease(state, other, issue, option, claim.id)
    return state


def cite(state: State, move: CiteMinutes) -> State:
    """Ease what the other side once said by one step of its instructions."""
    option = cited_option(state, move)
    assert option is not None
    used = (*state.used, f"{move.by}:cite:{move.issue}:{option}")
    state = amended(state, used=used, supported=(*state.supported, "cite"))
    note = move.minute or f"ply {move.ply}"
    state = noted(state, Entry(state.heard, move.by, Deed.CITED, move.issue, option, note))
    return _ease(state, state.scenario.agenda.other(move.by), move.issue, option, "minutes")


def _ease(state: State, party: str, issue: str, option: str, cause: str) -> State:
    """Make an option one step easier for a party, at most once for each option in a game."""
    if any(one[:3] == (party, issue, option) for one in state.eased):
        return state
    latitude = state.latitude(party, issue, option)
    if latitude is Latitude.FREE:
        return state
    state = instruct(state, party, issue, option, latitude.eased())
    return amended(state, eased=(*state.eased, (party, issue, option, cause)))


def _tighten(state: State, party: str, claim: str, issues: tuple[str, ...]) -> State:
    """Undo what a claim of the other side eased in ``party``'s own instructions, on the issues the answer bears on."""
    for one in state.eased:
        if one[0] == party and one[3] == claim and one[1] in issues:
            tighter = state.latitude(party, one[1], one[2]).tightened()
            state = instruct(state, party, one[1], one[2], tighter)
    return state
