"""Two games of one scenario side by side: from either chair, or the same one twice."""

from __future__ import annotations

from game.debrief.deeds import option_label, side
from game.debrief.findings import Findings
from game.debrief.page import Block, Entry, Passage, Say, Section
from game.debrief.sections import durability, history, joint, principal, summary
from game.debrief.sections.voice import counted
from game.engine.state import State, Status

Named = tuple[str, Findings]
"""A game with the name of its record."""


def side_by_side(first: Named, second: Named) -> Section:
    """The four panels of two games, then the issues that ended differently."""
    here, there = first[1].state, second[1].state
    issues = [one.id for one in here.scenario.agenda.issues if there.scenario.agenda.has(one.id)]
    differing = [issue for issue in issues if _ended(here, issue) != _ended(there, issue)]
    same = len(issues) - len(differing)
    gist = (
        f"Of {counted(len(issues), 'issue')} {same or 'none'} ended alike in the two games and "
        f"{len(differing) or 'none'} differently."
    )
    blocks: list[Block] = [Say(gist), _panels(first), _panels(second)]
    blocks += [_issue(issue, first, second) for issue in differing]
    return Section("chairs", "Two games side by side", gist, tuple(blocks))


def _ended(state: State, issue: str) -> tuple[object, ...]:
    """How an issue ended, whoever looks: the option agreed, or the two positions apart."""
    standing = state.standing(issue)
    return (standing.agreement.option,) if standing.agreement else (standing.positions, standing.status)


def _panels(game: Named) -> Entry:
    """One game's four panels."""
    name, found = game
    lines: tuple[tuple[str, str | Passage], ...] = (
        ("Chair", summary.seat(found)),
        ("Ending", summary.ended(found)),
        ("Principal", principal.verdict(found)),
        ("Joint value", joint.gist(found) if len(found.state.settled) else "Nothing was agreed."),
        ("Durability", durability.gist(found)),
        ("History", history.gist(found) if found.record else history.NO_RECORD),
    )
    return Entry(name, lines)


def _issue(issue: str, first: Named, second: Named) -> Entry:
    agenda = first[1].state.scenario.agenda
    one = agenda.issue(issue)
    lines = tuple((name, _stood(found.state, issue)) for name, found in (first, second))
    return Entry(f"{one.code} {one.heading}", lines)


def _stood(state: State, issue: str) -> str:
    """How an issue ended, named by side and not by chair."""
    agenda, standing = state.scenario.agenda, state.standing(issue)
    if standing.agreement:
        return f"Agreed: {option_label(agenda, issue, standing.agreement.option)}."
    if standing.status is Status.SILENT:
        return "Nobody spoke to it."
    held = "; ".join(
        f"{side(agenda, party.id)}: {option_label(agenda, issue, position)}"
        for party, position in zip(agenda.parties, standing.positions, strict=True)
    )
    return f"{standing.status.value.capitalize()}; {held}."
