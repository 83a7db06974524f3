"""The other side's file, open now: what it could believe of you, what it was holding back, what bound it."""

from __future__ import annotations

from game.debrief.beliefs import Belief
from game.debrief.deeds import issue_name, option_label, side, the_side
from game.debrief.findings import Findings
from game.debrief.held_back import Kept, Turn
from game.debrief.page import Block, Entry, Grid, Items, Passage, Say, Section
from game.debrief.reasons import Bound
from game.debrief.sections.principal import LATITUDES
from game.debrief.sections.voice import capital_letter, counted, heading, joined
from game.delegates.statements import Kind
from game.engine.moves import Reply
from game.engine.party import Latitude

SHOWN = 5
"""Misjudged issues told of."""
HEAVIEST = 10
MOST_KEPT = 6
"""Issues told of on which it had something left in hand."""
MOST_TURNS = 6
"""Changes of mind told of, the first ones."""
REPLIES = {
    Reply.ROOM: "there was room, on the spot",
    Reply.REPORT: "there was room, ad referendum",
    Reply.FIRM: "there was none without new instructions",
    Reply.GUARDED: "it had none to give",
}


BEFORE = {
    Kind.REFUSED: "It gave what it had refused before",
    Kind.REFUSED_WHOLE: "It gave all of an offer that it had refused as a whole",
    Kind.HELD: "It went beyond what it had said it held to",
    Kind.NO_ROOM: "It gave where it had said there was no room",
}


def section(found: Findings) -> Section:
    """What the other side believed, what it was holding back, and what bound it."""
    texts = [_bound_gist(found), _believed_gist(found)]
    blocks: list[Block] = [Say(text) for text in texts]
    blocks.append(_grid(found))
    blocks += _kept(found)
    blocks += _unsaid(found)
    blocks += _turns(found)
    blocks += [_entry(found, one) for one in found.bound]
    blocks += [Say(f"The file of ply {ply} can't be opened: {why}.") for ply, why in found.sealed]
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


def _kept(found: Findings) -> list[Block]:
    """What it had still in hand."""
    agenda = found.state.scenario.agenda
    if not found.kept:
        return [Say("It was holding nothing back: on no issue could it have given you more than it gave.")]
    texts = tuple(f"{issue_name(agenda, one.issue)}: {_in_hand(found, one)}" for one in found.kept[:MOST_KEPT])
    more = len(found.kept) - MOST_KEPT
    left = f" (the dearest to you of {len(found.kept)} issues)" if more > 0 else ""
    return [Items(f"What it was holding back{left}:", texts)]


def _in_hand(found: Findings, one: Kept) -> str:
    """What it had left on one issue, and by whose leave."""
    agenda = found.state.scenario.agenda
    ended, option = (f"“{option_label(agenda, one.issue, name)}”" for name in (one.ended, one.option))
    stood = f"{'you settled for' if one.agreed else 'it stood on'} {ended}"
    could = "had it asked, it would have been allowed" if one.on_asking else "it was free to give"
    if one.latitude is Latitude.REPORT:
        could = "ad referendum it could have given"
    return f"{stood}; {could} {option} ({one.gain:+d} of your points)."


def _unsaid(found: Findings) -> list[Block]:
    """What it would not say."""
    agenda = found.state.scenario.agenda
    texts = [
        f"At ply {one.ply} you asked about {heading(agenda, one.issue)} and got no clear answer: {REPLIES[one.truth]}."
        for one in found.unsaid
    ]
    return [Items("What it would not say:", tuple(texts))] if texts else []


def _turns(found: Findings) -> list[Block]:
    """What it said and went back on; it never bluffs, so what changed is told as its own file has it."""
    agenda = found.state.scenario.agenda
    texts = [f"Ply {one.ply}, {issue_name(agenda, one.issue)}. {_turned(one)}" for one in found.turns[:MOST_TURNS]]
    more = len(found.turns) - MOST_TURNS
    left = f", the first {MOST_TURNS} of {len(found.turns)}" if more > 0 else ""
    return (
        [Items(f"Where it gave what it had said it could not, as its own file has it{left}:", tuple(texts))]
        if texts
        else []
    )


def _turned(one: Turn) -> str:
    return one.because or f"{BEFORE[one.said.kind]}; what changed is not on file."


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
