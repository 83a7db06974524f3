"""The settlement space of a scenario, or of a game's table, as plain values: what ``page`` tells, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from game.bargaining.counting import Count, count
from game.bargaining.elimination import plan
from game.bargaining.frontier import Frontier, frontier
from game.bargaining.placing import Placed, case, place, stands_of
from game.bargaining.sensitivity import Case, Share, Trials, judge_all, refused, zone_exists
from game.bargaining.solutions import Solutions, ideal_of, shares_of, solve, zone_of
from game.bargaining.space import Space, permitted, still_open, whole
from game.bargaining.swaps import Swap, citations, in_words
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.scenario import Agenda
from game.engine.state import State
from game.slim import dataclass

MANDATES = (
    (Latitude.REPORT, "what either delegate may give at that meeting"),
    (Latitude.ASK, "what could be given if the principals granted all that may be asked of them"),
    (Latitude.FORBIDDEN, "red lines left aside"),
)
"""How far instructions are taken to reach, and how a page says so."""
TABLE = ""
"""The case of the table as it stands, beside those of the packages by name."""
Robust = Mapping[str, Mapping[str, Share]]


@dataclass(frozen=True)
class Inquiry:
    """What is to be analysed: the table as it stands, packages to be placed by name, and how many weightings to try.

    What each side holds at the table is always placed too.
    """

    state: State
    packages: Mapping[str, Package] = field(default_factory=dict)
    trials: Trials = Trials(draws=100)


def analysis(inquiry: Inquiry) -> dict[str, Any]:
    """Zone, frontier, named solutions, placed packages and exchanges, as plain values ready for JSON.

    What is agreed at the table is taken as settled for the frontier and the zone; packages are placed in the whole.
    """
    state = inquiry.state
    agenda = state.scenario.agenda
    everything, space = whole(state.scenario), still_open(state)
    edge = frontier(space)
    robust = judge_all(everything, _cases(inquiry, everything), inquiry.trials)
    return {
        "version": 1,
        "scenario": agenda.id,
        "date": state.sitting.date,
        "parties": list(space.parties),
        "reservations": list(space.reservations),
        "space": _space(space, len(state.settled)),
        "packages": _count(count(space)),
        "frontier": _frontier(edge, solve(edge)),
        "robust": _shares(robust[TABLE]),
        "mandates": [_mandate(state, space, within, said) for within, said in MANDATES],
        "placed": _all_placed(inquiry, everything, robust),
        "weightings": {"draws": inquiry.trials.draws, "seed": inquiry.trials.seed},
    }


def _cases(inquiry: Inquiry, everything: Space) -> dict[str, Case]:
    """What is to be judged under many weightings: whether there is a zone, and the packages asked about."""
    state = inquiry.state
    settled, agenda = state.settled, state.scenario.agenda
    placed = {name: case(agenda, everything, package) for name, package in inquiry.packages.items()}
    held = {
        name: Case(lambda drawn: drawn, {"refused": refused(package, 1 - side)})
        for side, (name, package) in enumerate(_held(state).items())
    }
    return {TABLE: Case(lambda drawn: drawn.settling(settled), {"zone": zone_exists}), **held, **placed}


def _held(state: State) -> dict[str, Package]:
    """What each side holds at the table, the first party's first."""
    parties = zip(state.scenario.agenda.parties, stands_of(state), strict=True)
    return {f"What {party.side} held": package for party, package in parties}


def _all_placed(inquiry: Inquiry, everything: Space, robust: Robust) -> dict[str, Any]:
    """Both sides' stands, as far as they hold anything, then the packages asked about."""
    state = inquiry.state
    packages = {name: held for name, held in _held(state).items() if len(held)} | dict(inquiry.packages)
    return {
        name: _placed(state, place(state.scenario.agenda, everything, package), robust.get(name, {}))
        for name, package in packages.items()
    }


def _space(space: Space, agreed: int) -> dict[str, Any]:
    found = plan(space)
    return {
        "issues": len(space.clauses),
        "agreed": agreed,
        "options": sum(len(clause.options) for clause in space.clauses),
        "linked_pairs": len(space.ties),
        "width": found.width,
    }


def _count(found: Count) -> dict[str, int | None]:
    first, second = found.acceptable_to
    return {
        "all": found.packages,
        "acceptable": found.acceptable,
        "acceptable_to_first": first,
        "acceptable_to_second": second,
    }


def _frontier(edge: Frontier, solved: Solutions) -> dict[str, Any]:
    """The frontier and what the rules choose on it."""
    return {
        "exact": edge.exact,
        "slack": edge.slack,
        "points": [list(point) for point in edge.points],
        "zone": len(solved.zone),
        "ideal": list(solved.ideal) if solved.ideal else None,
        "rules": [
            {
                "rule": one.rule,
                "points": [list(point) for point in one.points],
                "shares": _per_cent(edge, solved, one.points[0]),
                "package": dict(one.packages[0].items),
            }
            for one in solved.rules
        ],
    }


def _per_cent(edge: Frontier, solved: Solutions, point: tuple[int, int]) -> list[int] | None:
    if solved.ideal is None:
        return None
    return [round(100 * share) for share in shares_of(point, edge.space.reservations, solved.ideal)]


def _mandate(state: State, space: Space, within: Latitude, said: str) -> dict[str, Any]:
    """What is left of the space within both sides' instructions."""
    part = permitted(space, state.scenario.agenda, state.instructions, within)
    edge = frontier(part)
    zone = zone_of(edge)
    return {
        "within": within.value,
        "meaning": said,
        "blocked": list(part.blocked),
        "points": len(edge.points),
        "zone": len(zone),
        "ideal": list(ideal_of(zone) or ()) or None,
    }


def _placed(state: State, found: Placed, robust: Mapping[str, Share]) -> dict[str, Any]:
    agenda, date, better = state.scenario.agenda, state.sitting.date, found.better
    return {
        "settles": found.settled,
        "complete": found.complete,
        "worth_least": list(found.least),
        "worth_most": list(found.most),
        "stands": found.stands,
        "acceptable": found.acceptable,
        "shares": list(found.shares) if found.shares else None,
        "efficient": better.efficient if better else None,
        "robust": _shares(robust),
        "swaps": [_swap(agenda, swap, date) for swap in better.small[:3]] if better else [],
        "to_frontier": _swap(agenda, better.full, date) if better and better.full else None,
    }


def _swap(agenda: Agenda, swap: Swap, date: str) -> dict[str, Any]:
    return {
        "changes": [
            {"issue": one.issue, "from": one.before, "to": one.after, "adds": list(one.adds)} for one in swap.changes
        ],
        "gains": list(swap.gains),
        "in_words": in_words(agenda, swap),
        "citations": [
            {"source": one.source, "line": one.line, "text": one.text, "url": one.url, "date": one.date}
            for one in citations(agenda, swap, date)
        ],
    }


def _shares(found: Mapping[str, Share]) -> dict[str, Any]:
    return {name: _share(share) for name, share in found.items()}


def _share(share: Share) -> dict[str, Any]:
    return {
        "held": share.held,
        "draws": share.draws,
        "share": round(share.share, 4),
        "low": round(share.low, 4),
        "high": round(share.high, 4),
    }
