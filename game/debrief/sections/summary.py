"""The first page: how it ended, the four panels in a sentence each, and what there is to read. It fits one screen."""

from __future__ import annotations

from game.debrief.deeds import side
from game.debrief.findings import Findings
from game.debrief.page import Items, Say, Section
from game.debrief.sections import durability, history, joint, principal
from game.debrief.sections.voice import counted
from game.engine.state import EndingKind
from game.record.names import day


def section(found: Findings) -> Section:
    """How it ended, and the four panels."""
    panels = (
        f"Your principal: {principal.verdict(found)}",
        f"Joint value: {joint.gist(found) if len(found.state.settled) else 'nothing was agreed.'}",
        f"Durability: {durability.gist(found)}",
        f"History: {history.gist(found) if found.record else history.NO_RECORD}",
    )
    no_total = (
        "The four are never added up, and agreement by itself earns nothing. Points are the author's reading aid, "
        "on a scale of this scenario's own."
    )
    blocks = (Say(seat(found)), Say(ended(found)), Items("The four panels:", panels), Say(no_total))
    return Section("summary", "Summary", ended(found), blocks)


def seat(found: Findings) -> str:
    """Who the player was. At a sitting that the principal leads, the delegate answers to him."""
    agenda = found.state.scenario.agenda
    party = agenda.party(found.party)
    leads = found.state.sitting.chair(found.party)
    text = f"You sat for {side(agenda, found.party)} as {party.seat}"
    return f"{text}, answering to {leads}, who led." if leads == party.principal else f"{text}."


def ended(found: Findings) -> str:
    """How it ended and when, in a sentence; the formula of an adjournment in another."""
    ending = found.ending
    agreed = sum(1 for one in found.issues if one.here.agreed)
    count = f"{agreed} of {counted(len(found.issues), 'issue')} agreed"
    if ending is None:
        return f"The negotiation is not over: {count} so far."
    agenda = found.state.scenario.agenda
    when = f"on {day(found.state.sitting.date)}"
    if ending.kind is EndingKind.AGREEMENT:
        open_ = "; what stayed open is procedure" if agreed < len(found.issues) else ""
        return f"It ended {when} in a full agreement, ratified by both principals, with {count}{open_}."
    if ending.kind is EndingKind.REPUDIATED:
        principal = agenda.party(ending.by).principal
        return f"It ended {when} in failure: {principal} repudiated what was agreed ({count})."
    if ending.kind is EndingKind.BREAKDOWN:
        who = "you" if ending.by == found.party else side(agenda, ending.by)
        return f"It ended {when} in a breakdown: {who} walked out, with {count}."
    how = "both sides agreeing to rise" if ending.by else "the time being up"
    formula = f" The formula agreed: “{ending.communique}”" if ending.communique else ""
    return f"It was adjourned {when}, {how}, with {count}.{formula}"
