"""Evidence: what was put forward, with its passage; what was not, though it would have told, and where it lay."""

from __future__ import annotations

from game.debrief.deeds import issue_name
from game.debrief.findings import Findings
from game.debrief.page import Block, Entry, Passage, Say, Section
from game.debrief.reasons import Argument
from game.debrief.sections.voice import counted


def section(found: Findings) -> Section:
    """Evidence used and missed."""
    blocks: list[Block] = [Say(gist(found))]
    blocks += [_entry(found, one, "Used" if one.strong else "Used, but weak") for one in found.used]
    blocks += [_entry(found, one, "Missed") for one in found.unused]
    return Section("evidence", "Evidence used and missed", gist(found), tuple(blocks))


def gist(found: Findings) -> str:
    """How much of what could be said was said."""
    if not found.used and not found.unused:
        return "You put forward no argument, and had none left that would have told."
    strong = sum(1 for one in found.used if one.strong)
    used = f"You put forward {counted(len(found.used), 'passage')}" if found.used else "You put forward no passage"
    weight = f", {strong} of them strong" if found.used and strong < len(found.used) else ""
    missed = f"; {len(found.unused) or 'none'} that you did not use would have told"
    return f"{used}{weight}{missed}."


def _entry(found: Findings, one: Argument, label: str) -> Entry:
    lines: list[tuple[str, str | Passage]] = [("What it says", one.text)]
    if one.passage:
        lines.append(("Passage", Passage(one.passage, one.lies, one.verbatim)))
    elif one.lies:
        lines.append(("Where it lay", one.lies))
    if one.until:
        lines.append(("In time", f"It would have told until the issue was agreed at ply {one.until}."))
    return Entry(f"{label}: {issue_name(found.state.scenario.agenda, one.issue)}", tuple(lines))
