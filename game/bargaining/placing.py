"""Where a given package lies: its worth to both, in the zone or not, on the frontier or below it, whom it favours.

A package may leave matters of procedure open, as a settlement may: they count nothing then. Where it leaves more
open, or is known only in part, as the settlement of August 1945 is, what it does settle is judged among the
settlements of those issues alone, without reservations, which belong to the whole; and its worth is given as a range
over everything that the rest might bring.
"""

from __future__ import annotations

from dataclasses import replace

from game.bargaining.frontier import Frontier, frontier
from game.bargaining.sensitivity import Case, efficient, favours
from game.bargaining.sensitivity import acceptable as acceptable_package
from game.bargaining.solutions import ideal_of, shares_of, zone_of
from game.bargaining.space import NOTHING, Space, Worths
from game.bargaining.swaps import Swaps, swaps
from game.engine.package import Package
from game.engine.scenario import Agenda, Scenario
from game.engine.state import State
from game.slim import dataclass


@dataclass(frozen=True)
class Placed:
    """A package in a space.

    ``least`` and ``most`` are what it is worth to both, equal when it settles every issue that a settlement must
    cover. ``complete`` says whether it does; ``acceptable`` is then whether both prefer it to no agreement, None
    otherwise. ``shares`` are the parts of either's ideal gain that it brings, among the settlements of its own
    issues, in per cent; None where there is no zone. ``stands``: no linkage forbids it; where one does, nothing
    below is judged.
    """

    package: Package
    settled: int
    complete: bool
    least: Worths
    most: Worths
    stands: bool
    acceptable: bool | None
    shares: tuple[int, int] | None
    better: Swaps | None


def place(agenda: Agenda, space: Space, package: Package) -> Placed:
    """Where a package lies in a space. Issues the space does not have, and options it does not allow, are left out."""
    known = _allowed(space, package)
    complete = _complete(agenda, space, known)
    judged = _judged(space, known, complete)
    here = judged.settlement(known)
    worths = judged.worth(here)
    least, most = (worths, worths) if complete else _range(space, known)
    if not judged.stands(here) or not judged.clauses:
        return Placed(known, len(known), complete, least, most, False, None, None, None)
    edge = frontier(judged)
    in_zone = worths[0] >= space.reservations[0] and worths[1] >= space.reservations[1]
    better = swaps(judged, known, edge=edge)
    acceptable = in_zone if complete else None
    return Placed(known, len(known), complete, least, most, True, acceptable, _shares(edge, worths), better)


def case(agenda: Agenda, space: Space, package: Package) -> Case:
    """The verdicts on a package that are worth judging under many weightings, on the issues it settles."""
    known = _allowed(space, package)
    complete = _complete(agenda, space, known)
    verdicts = {"efficient": efficient(known), "favours first": favours(known, 0), "favours second": favours(known, 1)}
    if complete:
        verdicts["acceptable"] = acceptable_package(known)
    return Case(lambda drawn: _judged(drawn, known, complete), verdicts)


def _complete(agenda: Agenda, space: Space, known: Package) -> bool:
    """Whether a package settles every issue of a space that a settlement must cover."""
    return not any(agenda.issue(clause.issue).required for clause in space.clauses if known.get(clause.issue) is None)


def _judged(space: Space, known: Package, complete: bool) -> Space:
    """The space of the issues a package settles, without reservations when it leaves others open."""
    part = space.only(known.issues)
    return part if complete else replace(part, reservations=NOTHING)


def _allowed(space: Space, package: Package) -> Package:
    options = {clause.issue: clause.options for clause in space.clauses}
    return Package.of({issue: option for issue, option in package if option in options.get(issue, ())})


def _shares(edge: Frontier, worths: Worths) -> tuple[int, int] | None:
    ideal = ideal_of(zone_of(edge))
    if ideal is None:
        return None
    first, second = shares_of(worths, edge.space.reservations, ideal)
    return round(100 * first), round(100 * second)


def _range(space: Space, known: Package) -> tuple[Worths, Worths]:
    """The least and the most a package can be worth to either party, whatever becomes of the issues it leaves open.

    Linkages of an open issue may bring all they have, or take it.
    """
    rest = space.settling(known)
    lists = [list(clause.points) for clause in rest.clauses]
    lists += [[one for row in tie.effects for one in row if one is not None] or [NOTHING] for tie in rest.ties]
    least, most = (
        tuple(sum(end(points[side] for points in one) for one in lists) for side in (0, 1)) for end in (min, max)
    )
    return (least[0], least[1]), (most[0], most[1])


def stands_of(state: State) -> tuple[Package, Package]:
    """What each side would sign as it stands: what is agreed, else what it holds; nothing where it is silent."""
    found: list[dict[str, str]] = [{}, {}]
    for issue, standing in zip(state.scenario.agenda.issues, state.table, strict=True):
        for side, options in enumerate(found):
            option = standing.agreement.option if standing.agreement else standing.positions[side]
            if option is not None:
                options[issue.id] = option
    return Package.of(found[0]), Package.of(found[1])


def benchmark(scenario: Scenario) -> Package:
    """The settlement that a scenario's benchmarks name, as far as it amounts to options of its issues."""
    return Package.of({issue: one.option for issue, one in scenario.benchmarks if one.option is not None})


def headings(agenda: Agenda, issues: tuple[str, ...]) -> tuple[str, ...]:
    """Issues as "Heading (code)"."""
    return tuple(f"{agenda.issue(issue).heading} ({agenda.issue(issue).code})" for issue in issues)
