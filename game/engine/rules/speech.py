"""When one may hold, argue, cite, ask, answer or reserve."""

from __future__ import annotations

from game.engine.ledger import Deed
from game.engine.moves import (
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    Hold,
    Recourse,
    Reply,
    Reserve,
    Responsibility,
)
from game.engine.party import Latitude
from game.engine.rules.common import instructed, known_options, named
from game.engine.state import Refusal, State


def hold(state: State, move: Hold) -> Refusal | None:
    """Why there is nothing to hold to, or None."""
    refused = named(state, move.issues)
    if refused:
        return refused
    table, places = state.table, state.scenario.agenda.places
    side = state.scenario.agenda.side(move.by)
    for issue in move.issues:
        if table[places[issue]].positions[side] is None:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal("no-position", f"{heading}: you have no position to hold to.", "Propose one.", issue)
    return None


def _once_a_speech(state: State, kind: str) -> Refusal | None:
    if kind in state.supported:
        return Refusal(
            "once-a-speech",
            "One of these in a speech is enough.",
            "Finish the speech; use the other next time.",
        )
    return None


def argue(state: State, move: Argue) -> Refusal | None:
    """Why this argument can't be made with this passage, or None."""
    claim = state.scenario.claim(move.claim)
    if claim is None or move.by not in claim.by:
        return Refusal("unknown-claim", "That is not an argument of your side.", "Choose one of your arguments.")
    passage = claim.passage(move.passage)
    if passage is None:
        return Refusal(
            "off-point",
            "That passage does not bear on this claim.",
            "Choose a passage listed under the claim.",
            claim.issues[0],
        )
    if not passage.known(move.by, state.sitting.date):
        return Refusal(
            "not-yet-known",
            "Your side could not know that passage at this date.",
            "Choose another passage.",
            claim.issues[0],
        )
    if f"{move.by}:{claim.id}:{passage.id}" in state.used:
        return Refusal(
            "already-used",
            "You have said this, with this passage.",
            "Use another argument or another passage.",
            claim.issues[0],
        )
    return _once_a_speech(state, "argue")


def cite(state: State, move: CiteMinutes) -> Refusal | None:
    """Why the other side can't be held to that, or None."""
    refused = named(state, (move.issue,))
    if refused:
        return refused
    said = cited_option(state, move)
    if said is None:
        return Refusal(
            "not-said",
            "The other side did not say that.",
            "Choose a line of the minutes that it did say.",
            move.issue,
        )
    if f"{move.by}:cite:{move.issue}:{said}" in state.used:
        return Refusal("already-used", "You have held them to this already.", "Cite something else.", move.issue)
    return _once_a_speech(state, "cite")


def cited_option(state: State, move: CiteMinutes) -> str | None:
    """The option on ``move.issue`` the other side is held to, or None where it said no such thing."""
    other = state.scenario.agenda.other(move.by)
    if move.minute:
        minute = state.scenario.minute(move.minute)
        if minute and minute.by == other and minute.issue == move.issue and minute.date < state.sitting.date:
            return minute.option
        return None
    said = (Deed.OFFERED, Deed.RETREATED, Deed.ACCEPTED)
    for entry in state.ledger:
        if entry.ply == move.ply and entry.by == other and entry.issue == move.issue and entry.deed in said:
            return entry.option
    return None


def ask(state: State, move: Ask) -> Refusal | None:
    """Why this can't be asked, or None."""
    refused = named(state, (move.issue,))
    if refused:
        return refused
    if state.standing(move.issue).agreement is not None:
        heading = state.scenario.agenda.issue(move.issue).heading
        return Refusal("already-agreed", f"{heading} is agreed.", "Ask about an open issue.", move.issue)
    return None


def true_reply(state: State, party: str, issue: str) -> Reply:
    """What ``party`` would truthfully answer to "is there room on this issue?": room, report or firm.

    Room: an option nearer to the other side than its position may be given on the spot; report: ad referendum.
    With no position voiced, every option short of the party's own end counts as nearer.
    """
    agenda = state.scenario.agenda
    options = agenda.issue(issue).options
    held = state.position(party, issue)
    first = agenda.side(party) == 0
    here = agenda.level(issue, held) if held else (1 if first else len(options))
    nearer = [one.id for one in options if (one.level > here if first else one.level < here)]
    ranks = {state.latitude(party, issue, option) for option in nearer}
    if Latitude.FREE in ranks:
        return Reply.ROOM
    return Reply.REPORT if Latitude.REPORT in ranks else Reply.FIRM


def answer(state: State, move: Answer) -> Refusal | None:
    """Why this is no answer, or not a true one, or None."""
    if not state.asked:
        return Refusal("no-question", "Nothing has been asked.", "Speak to an issue instead.")
    if move.reply is not Reply.GUARDED and move.reply is not true_reply(state, move.by, state.asked):
        return Refusal(
            "untrue",
            "That is not so under your instructions.",
            "Give the true answer, or a guarded one.",
            state.asked,
        )
    return None


def reserve(state: State, move: Reserve) -> Refusal | None:
    """Why this can't be reserved, or None."""
    refused = named(state, move.issues)
    if refused:
        return refused
    for issue in move.issues:
        standing = state.standing(issue)
        if standing.agreement is not None:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal("already-agreed", f"{heading} is agreed.", "To reopen it, propose something else.", issue)
        if move.to is Recourse.EXPERTS and standing.deferred:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal(
                "already-deferred",
                f"{heading} is with the experts.",
                "Propose something, or leave it.",
                issue,
            )
    if not len(move.standing):
        return None
    voiced = tuple(i for i in move.standing.issues if state.scenario.agenda.has(i) and state.position(move.by, i))
    if voiced:
        heading = state.scenario.agenda.issue(voiced[0]).heading
        return Refusal("already-voiced", f"{heading}: you have a position.", "To change it, propose.", voiced[0])
    return known_options(state, move.standing) or instructed(state, move.by, move.standing, Responsibility.INSTRUCTED)
