"""Your instructions read out: in short, by issue, and what they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.evidence import Basis, known_on
from game.engine.issues import Issue
from game.engine.party import Latitude
from game.engine.view import View
from game.plain.chair import Chair
from game.plain.help import exemplified
from game.plain.papers import BASIS, LATITUDE, passage


def instructions(chair: Chair) -> list[str]:
    """Your instructions in short: the brief, the red lines, and how to read the rest."""
    view = chair.view
    principal = view.agenda.party(view.party).principal
    forbidden = [
        f"{issue.code} {option.label}"
        for issue in view.agenda.issues
        for option in issue.options
        if view.latitude(issue.id, option.id) is Latitude.FORBIDDEN
    ]
    lines = [view.stakes.brief] if view.stakes.brief else []
    lines.append(
        f"Red lines of {principal}: {'; '.join(forbidden)}." if forbidden else f"{principal} sets no red line."
    )
    lines.append(f"Without an agreement: {view.stakes.alternative} That is worth {view.stakes.reservation} of 1000.")
    lines.append(f"The risk that {principal} repudiates what is agreed so far: {view.risk} per cent.")
    further = "“i” and a head or an issue reads more: “i IV”, “i D8”; “i all” reads everything."
    return [*lines, exemplified(further, view.agenda)]


def instructions_on(chair: Chair, issues: Sequence[Issue]) -> list[str]:
    """Your instructions on some issues, a line each, option by option with its points; on one, what they rest on."""
    view = chair.view
    lines = [f"{issue.code} {issue.heading}. {_latitudes(view, issue)}." for issue in issues]
    return [*lines, *_rests_on(chair, issues[0])] if len(issues) == 1 else lines


def _rests_on(chair: Chair, issue: Issue) -> list[str]:
    """The passages, known by the day, that the latest instruction on an issue rests on, or whose judgement it is."""
    date = chair.view.sitting.date
    entries = [one for one in chair.view.stakes.instructions if one.issue == issue.id and one.since <= date]
    latest = max(entries, key=lambda one: one.since, default=None)
    if latest is None:
        return []
    known = [passage(chair, one) for one in known_on(latest.attribution.citations, date)]
    judged = latest.attribution.basis in (Basis.INFERRED, Basis.INVENTED)
    return known or ([f"These instructions are {BASIS[latest.attribution.basis]}."] if judged else [])


def _latitudes(view: View, issue: Issue) -> str:
    parts = []
    for latitude, word in LATITUDE.items():
        labels = [
            f"{option.label} ({view.points(issue.id, option.id)})"
            for option in issue.options
            if view.latitude(issue.id, option.id) is latitude
        ]
        if labels:
            parts.append(f"{word[:1].upper()}{word[1:]}: {', '.join(labels)}")
    return ". ".join(parts)
