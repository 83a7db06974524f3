"""What in a scenario rests on what: how many values of each kind are attested, reported, inferred or invented."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.evidence import Attribution, Basis
from game.engine.scenario import Scenario
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """One authored value: its kind in words, what it is of, and what it rests on."""

    kind: str
    of: str
    attribution: Attribution


KINDS = (
    "options",
    "points",
    "instructions",
    "answers of the principals",
    "linkages",
    "worths of no agreement",
    "evidence",
)


def values(scenario: Scenario) -> tuple[Value, ...]:
    """Every value of a scenario that says what it rests on, by kind."""
    return (*_public(scenario), *_private(scenario))


def _public(scenario: Scenario) -> Iterator[Value]:
    for issue in scenario.agenda.issues:
        for option in issue.options:
            yield Value("options", f"{issue.code} {issue.heading}, “{option.label}”", option.attribution)
    for linkage in scenario.agenda.linkages:
        yield Value("linkages", linkage.text, linkage.attribution)
    for claim in scenario.claims:
        for passage in claim.passages:
            yield Value("evidence", claim.text, passage.attribution)


def _private(scenario: Scenario) -> Iterator[Value]:
    agenda = scenario.agenda
    for stakes in scenario.stakes:
        side = f"the {agenda.party(stakes.party).adjective} side"
        for issue, attribution in zip(agenda.issues, stakes.points_attribution, strict=True):
            yield Value("points", f"{issue.code} {issue.heading}, {side}", attribution)
        yield Value("worths of no agreement", f"{side}, {stakes.reservation} of 1000", stakes.reservation_attribution)
        for one in stakes.instructions:
            yield Value("instructions", f"{_named(scenario, one.issue)}, {side}, from {one.since}", one.attribution)
        for ruling in stakes.rulings:
            yield Value("answers of the principals", f"{_named(scenario, ruling.issue)}, {side}", ruling.attribution)


def _named(scenario: Scenario, issue: str) -> str:
    found = scenario.agenda.issue(issue) if scenario.agenda.has(issue) else None
    return f"{found.code} {found.heading}" if found else issue


def tally(found: tuple[Value, ...]) -> dict[str, dict[Basis, int]]:
    """How many values of each kind rest on what; kinds without a value are left out."""
    counts: dict[str, dict[Basis, int]] = {}
    for kind in KINDS:
        bases = [one.attribution.basis for one in found if one.kind == kind]
        if bases:
            counts[kind] = {basis: bases.count(basis) for basis in Basis}
    return counts
