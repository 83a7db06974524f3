"""Questions several verbs ask: is it named rightly, is it still open, is it within instructions."""

from __future__ import annotations

from game.engine.moves import (
    Degree,
    Responsibility,
)
from game.engine.package import Package
from game.engine.party import Latitude, Line
from game.engine.state import (
    Refusal,
    State,
)

BEYOND = (Latitude.ASK, Latitude.FORBIDDEN)
"""What a delegate may not give of itself."""


def named(state: State, issues: tuple[str, ...]) -> Refusal | None:
    """Why these issues are not named rightly: none at all, or one that is not on the agenda."""
    if not issues:
        return Refusal("nothing-named", "No issue is named.", "Name at least one issue.")
    known = state.scenario.agenda.places
    for issue in issues:
        if issue not in known:
            return Refusal(
                "unknown-issue",
                f"There is no issue “{issue}” here.",
                "Choose an issue from the agenda.",
                issue,
            )
    return None


def known_options(state: State, package: Package) -> Refusal | None:
    """Why a package is not named rightly: an unknown issue, or an option the issue does not have."""
    refused = named(state, package.issues)
    if refused:
        return refused
    agenda = state.scenario.agenda
    for issue, option in package:
        if not agenda.has_option(issue, option):
            known = ", ".join(one.id for one in agenda.issue(issue).options)
            return Refusal("unknown-option", f"“{option}” is no option on {issue}.", f"Choose one of: {known}.", issue)
    return None


def unsettled(state: State, issues: tuple[str, ...]) -> Refusal | None:
    """Why one of these issues can't be opened again: it is settled."""
    for issue in issues:
        agreement = state.standing(issue).agreement
        if agreement is not None and agreement.degree is Degree.FINAL:
            heading = state.scenario.agenda.issue(issue).heading
            return Refusal(
                "settled", f"{heading} is settled; it can't be opened again.", "Take up another issue.", issue
            )
    return None


def beyond(state: State, party: str, package: Package) -> tuple[tuple[str, str, Latitude], ...]:
    """What in ``package`` goes beyond a party's instructions: (issue, option, ask or forbidden), in package order."""
    agenda = state.scenario.agenda
    mine, places, level = state.instructions[agenda.side(party)], agenda.places, agenda.level
    found = [(issue, option, mine[places[issue]][level(issue, option) - 1]) for issue, option in package.items]
    return tuple(
        [
            (issue, option, latitude)
            for issue, option, latitude in found
            if latitude in BEYOND and state.position(party, issue) != option
        ]
    )


def instructed(state: State, party: str, package: Package, responsibility: Responsibility) -> Refusal | None:
    """Why a package is beyond a party's instructions, unless it is said on the delegate's own responsibility."""
    exceeded = beyond(state, party, package)
    if not exceeded or responsibility is Responsibility.OWN:
        return None
    issue, option, latitude = exceeded[0]
    agenda = state.scenario.agenda
    label = next(one.label for one in agenda.issue(issue).options if one.id == option)
    principal = agenda.party(party).principal
    how = "is a red line" if latitude is Latitude.FORBIDDEN else f"needs new instructions from {principal}"
    own = "say it on your own responsibility and risk being repudiated"
    ask = f"Ask {principal}, or {own}." if _answer_in_time(state, party) else f"Propose less, or {own}."
    return Refusal("beyond-instructions", f"{agenda.issue(issue).heading}: “{label}” {how}.", ask, issue)


def _answer_in_time(state: State, party: str) -> bool:
    """Whether asking home is a remedy at all: an answer by telegram comes between two sittings, never in the last."""
    agenda = state.scenario.agenda
    return agenda.party(party).line is Line.CORRIDOR or state.meeting + 1 < len(agenda.meetings)
