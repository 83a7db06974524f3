"""What could be settled within instructions, with asking home and arguing, and each side's fair share of it."""

from __future__ import annotations

from functools import cache

from game.bargaining.frontier import Frontier, frontier
from game.bargaining.solutions import solve, zone_of
from game.bargaining.space import permitted, whole
from game.engine.engine import begin
from game.engine.evidence import Strength
from game.engine.party import Latitude, Line
from game.engine.scenario import Scenario
from game.engine.state import Instructions
from game.engine.worth import advantage
from tests.benchmarks.bars.rows import table


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
        _argued(scenario, party.id, rows)
        if party.line is Line.CORRIDOR or len(scenario.agenda.meetings) > 1:
            _granted(scenario, party.id, rows)
        found.append(tuple(map(tuple, rows)))
    return found[0], found[1]


def _argued(scenario: Scenario, party: str, rows: list[list[Latitude]]) -> None:
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


def _granted(scenario: Scenario, party: str, rows: list[list[Latitude]]) -> None:
    for ruling in scenario.stake(party).rulings:
        if ruling.granted and scenario.agenda.has(ruling.issue):
            row = rows[scenario.agenda.place(ruling.issue)]
            level = scenario.agenda.level(ruling.issue, ruling.option) - 1
            row[level] = min(row[level], Latitude.REPORT, key=lambda one: one.rank)


def within_reach(scenario: Scenario) -> Frontier | None:
    """The frontier of what both could sign; None where a required issue has no option both may ever give.

    A matter of procedure on which they have nothing in common may stay open, and is left out.
    """
    space = whole(scenario).settling(begin(scenario).settled)
    space = permitted(space, scenario.agenda, attainable(scenario), Latitude.REPORT)
    if any(scenario.agenda.issue(issue).required for issue in space.blocked):
        return None
    return frontier(space.only(issue.id for issue in scenario.agenda.issues if issue.id not in space.blocked))


@cache
def fair(name: str) -> tuple[float, float] | None:
    """Each side's advantage at the Nash point of what is within reach, for a table by name; None without a zone."""
    scenario = table(name)
    edge = within_reach(scenario)
    if edge is None or not zone_of(edge):
        return None
    chosen = solve(edge).nash
    assert chosen is not None
    first, second = chosen.points[0]
    return advantage(scenario.stakes[0], first), advantage(scenario.stakes[1], second)
