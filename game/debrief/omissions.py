"""Questions about what the player did not do: say, swap, draw out of the other side, ask at home."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.debrief.beginnings import Question, behind, instruction, label, made, ply_of, titled
from game.debrief.deeds import side
from game.engine.evidence import Citation
from game.engine.moves import ConsultCapital
from game.engine.party import Latitude
from game.record.names import day

if TYPE_CHECKING:
    from game.debrief.findings import Findings
    from game.debrief.reasons import Argument


def missed(found: Findings) -> Iterator[Question]:
    """Evidence that was not used, or only weakly, and would have told."""
    for one in found.unused:
        if not one.passage or not found.state.scenario.agenda.has(one.issue):
            continue
        ended = next(each for each in found.issues if each.issue.id == one.issue)
        how = f"agreed at {label(found, one.issue, ended.here.agreed)}" if ended.here.agreed else "left open"
        text = (
            f"{_unsaid(found, one)} and {titled(found, one.issue)} was {how}. Would it have moved "
            f"{side(found.state.scenario.agenda, found.other)}, or only helped to explain a concession at home?"
        )
        yield from made(
            ("evidence", one.issue), text, 0, one.citation or Citation(url=one.lies, paraphrase=one.passage)
        )


def _unsaid(found: Findings, one: Argument) -> str:
    if one.said_on:
        other = side(found.state.scenario.agenda, found.other)
        return f"You never held {other} to the words below, its own of {day(one.said_on)},"
    chair = found.state.sitting.chair(found.other)
    if any(each.text == one.text for each in found.used):
        return f"You put it to {chair}: “{one.text}” But not with the passage below, which bears it out,"
    return f"You never put it to {chair}: “{one.text}” The passage below bears it out,"


def swaps(found: Findings) -> Iterator[Question]:
    """Exchanges of two clauses or more that would have been better for both."""
    for one in found.joint.exchanges:
        changes = one.swap.changes
        if len(changes) < 2:
            continue
        named = " and ".join(
            f"{label(found, change.issue, change.after)} on {titled(found, change.issue)}" for change in changes
        )
        text = (
            f"By the author's points both sides would have been better off with {named}. Was that exchange ever within "
            "sight at your table, and what in the documents speaks for it or against it?"
        )
        yield from made(("swap", changes[0].issue), text, 0, behind(found, changes[0].issue, changes[0].after))


def held_back(found: Findings) -> Iterator[Question]:
    """What the other side could have given to the end, and was never brought to."""
    for one in found.kept:
        other = side(found.state.scenario.agenda, found.other)
        ended = "settled for" if one.agreed else f"left {other} standing on"
        could = "would have been allowed, had it asked home, to give" if one.on_asking else "could still have given"
        given = label(found, one.issue, one.option)
        text = (
            f"On {titled(found, one.issue)} you {ended} {label(found, one.issue, one.ended)}. The file of {other}, "
            f"open now, says that it {could} {given}. What question, argument or offer of yours might have brought it "
            "out?"
        )
        ply = ply_of(found, one.issue)
        yield from made(("held back", one.issue), text, ply, behind(found, one.issue, one.option))


def home(found: Findings) -> Iterator[Question]:
    """Leave that was never asked for."""
    sent = sum(1 for step in found.steps if isinstance(step.move, ConsultCapital) and step.move.by == found.party)
    if sent or not found.steps:
        return
    for one in found.issues:
        barred = [
            option.id
            for option in one.issue.options
            if found.state.latitude(found.party, one.issue.id, option.id) is Latitude.ASK
        ]
        if one.here.agreed or not barred:
            continue
        text = (
            f"You sent {found.capital.principal} no message. On {titled(found, one.issue.id)}, for one, your "
            f"instructions let you give {label(found, one.issue.id, barred[0])} only if you asked. Would the question "
            "have been worth the time it took?"
        )
        yield from made(("telegrams", one.issue.id), text, 0, instruction(found, one.issue.id))
