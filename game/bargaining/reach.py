"""What two sides could come to sign: within their instructions, with leave from home and with arguments."""

from __future__ import annotations

from collections.abc import Collection

from game.bargaining.frontier import Frontier, frontier
from game.bargaining.space import Space, permitted, whole
from game.engine.engine import begin
from game.engine.evidence import Strength
from game.engine.party import Latitude, Line
from game.engine.scenario import Scenario
from game.engine.state import Instructions


def attainable(scenario: Scenario) -> tuple[Instructions, Instructions]:
    """The easiest instructions each side can come to have.

    Those of any sitting, eased by every strong argument the other side may make, and by every grant of the principal
    that can arrive while there is still a sitting to use it in.
    """
    found = []
    for party in scenario.agenda.parties:
        rows = [list(row) for row in scenario.instructions_on(party.id, scenario.agenda.meetings[0].date)]
        for meeting in scenario.agenda.meetings[1:]:
            for row, later in zip(rows, scenario.instructions_on(party.id, meeting.date), strict=True):
                row[:] = [min(pair, key=lambda one: one.rank) for pair in zip(row, later, strict=True)]
        _argue(scenario, party.id, rows)
        if party.line is Line.CORRIDOR or len(scenario.agenda.meetings) > 1:
            _grant(scenario, party.id, rows)
        found.append(tuple(map(tuple, rows)))
    return found[0], found[1]


def _argue(scenario: Scenario, party: str, rows: list[list[Latitude]]) -> None:
    """Ease in ``rows`` what every strong argument of the other side eases."""
    other, last = scenario.agenda.other(party), scenario.agenda.meetings[-1].date
    eased = {
        pair
        for claim in scenario.claims
        if any(passage.strength is Strength.STRONG for passage in claim.usable(other, last))
        for pair in claim.eases
        if scenario.agenda.has(pair[0])
    }
    for issue, option in eased:
        row = rows[scenario.agenda.place(issue)]
        level = scenario.agenda.level(issue, option) - 1
        row[level] = row[level].eased()


def _grant(scenario: Scenario, party: str, rows: list[list[Latitude]]) -> None:
    """Grant in ``rows`` what the principal would grant."""
    for ruling in scenario.stake(party).rulings:
        if ruling.granted and scenario.agenda.has(ruling.issue):
            row = rows[scenario.agenda.place(ruling.issue)]
            level = scenario.agenda.level(ruling.issue, ruling.option) - 1
            row[level] = min(row[level], Latitude.REPORT, key=lambda one: one.rank)


def reachable(scenario: Scenario) -> Space:
    """The settlements within ``attainable`` that keep to what is agreed when the scenario opens.

    An issue on which the sides have nothing in common keeps no option: see ``Space.blocked``.
    """
    space = whole(scenario).settling(begin(scenario).settled)
    return permitted(space, scenario.agenda, attainable(scenario), Latitude.REPORT)


def required(scenario: Scenario, issues: Collection[str]) -> tuple[str, ...]:
    """Those of some issues, in agenda order, without which nothing is signed; matters of procedure may stay open."""
    return tuple(issue.id for issue in scenario.agenda.issues if issue.id in issues and issue.required)


def within_reach(scenario: Scenario) -> Frontier | None:
    """The frontier of what both could sign; None where a required issue has no option both may ever give.

    A matter of procedure on which they have nothing in common may stay open, and is left out.
    """
    space = reachable(scenario)
    if required(scenario, space.blocked):
        return None
    return frontier(space.only(issue.id for issue in scenario.agenda.issues if issue.id not in space.blocked))
