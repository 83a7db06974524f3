"""Three questions to talk about, each with the passage that starts it."""

from __future__ import annotations

from game.debrief.beginnings import Question
from game.debrief.findings import Findings
from game.debrief.page import Block, Entry, Say, Section, quote


def section(found: Findings) -> Section:
    """The questions."""
    gist = (
        "Questions made from your own moves. None has one right answer; each begins with a passage. A ply is one move, "
        "counted from the opening as in the record."
    )
    blocks: list[Block] = [Say(gist)]
    blocks += [_entry(number, one) for number, one in enumerate(found.questions, 1)]
    if not found.questions:
        blocks.append(Say("There is no passage in this scenario from which to ask one."))
    return Section("questions", "Questions", gist, tuple(blocks))


def _entry(number: int, one: Question) -> Entry:
    return Entry(f"Question {number}", (("", one.text), ("Passage", quote(one.passage))))
