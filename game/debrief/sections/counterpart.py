"""The other side's file, open now: what bound it on what it refused, and what it could believe of you."""

from __future__ import annotations

from game.debrief.beliefs import Belief
from game.debrief.deeds import issue_name, option_label, side, the_side
from game.debrief.findings import Findings
from game.debrief.page import Block, Entry, Grid, Passage, Say, Section
from game.debrief.reasons import Bound
from game.debrief.sections.principal import LATITUDES
from game.debrief.sections.voice import capital_letter, counted, joined

SHOWN = 5
"""Misjudged issues told of."""
HEAVIEST = 10


def section(found: Findings) -> Section:
    """What bound the other side and what it believed."""
    texts = [_bound_gist(found), _believed_gist(found)]
    blocks: list[Block] = [Say(text) for text in texts]
    blocks.append(_grid(found))
    blocks += [_entry(found, one) for one in found.bound]
    return Section("counterpart", "What the other side believed and was bound by", texts[0], tuple(blocks))


def _bound_gist(found: Findings) -> str:
    other = the_side(found.state.scenario.agenda, found.other)
    if not found.bound:
        return f"{other} left nothing open that it had refused."
    refused = counted(len(found.bound), "issue")
    return f"{other} refused {refused} to the end; its file is open now and says what bound it there."


def _believed_gist(found: Findings) -> str:
    """How well the other side could read this one's priorities."""
    heaviest = min(HEAVIEST, max(1, len(found.believed) // 2))
    own = {one.issue for one in _by(found, "real")[:heaviest]}
    theirs = {one.issue for one in _by(found, "believed")[:heaviest]}
    right = len(own & theirs)
    other = side(found.state.scenario.agenda, found.other)
    told = f"{right or 'none'} of the {heaviest} issues that weigh most with you"
    if heaviest == 1:
        told = f"{'which' if right else 'everything but which'} issue weighs most with you"
    return (
        f"From what you said and did {other} could tell {told}. It is told here as the program's own counterpart reads "
        "a table: an early concession counts as cheap to you, a refusal or an argument as dear."
    )


def _by(found: Findings, field: str) -> list[Belief]:
    return sorted(found.believed, key=lambda one: (-getattr(one, field), one.issue))


def _grid(found: Findings) -> Grid:
    agenda = found.state.scenario.agenda
    wrong = sorted(found.believed, key=lambda one: (-abs(one.error), one.issue))[:SHOWN]
    rows = tuple((issue_name(agenda, one.issue), str(one.believed), str(one.real)) for one in wrong)
    return Grid("Where it was furthest out, in parts of 1000:", ("", "it believed", "it weighed"), rows)


def _entry(found: Findings, one: Bound) -> Entry:
    lines: list[tuple[str, str | Passage]] = [("Its instructions", f"{_mandate(found, one)}.")]
    lines += [("" if place else "Why it refused", said) for place, said in enumerate(one.said)]
    if one.why:
        lines.append(("Why it was so bound", one.why))
    return Entry(issue_name(found.state.scenario.agenda, one.issue), tuple(lines))


def _mandate(found: Findings, one: Bound) -> str:
    agenda = found.state.scenario.agenda
    parts = []
    for latitude, word in LATITUDES.items():
        labels = [f"“{option_label(agenda, one.issue, option)}”" for option, held in one.latitudes if held is latitude]
        if labels:
            parts.append(f"{word}: {joined(labels)}")
    return capital_letter("; ".join(parts))
