"""From the canonical form of a scenario to the engine's objects. Pure: no file is read here.

Levels come from the order of the options. Points are rescaled (see ``points``); instructions become a latitude for each
option; the passages of a claim are its quotations (p1, p2, …) and its grounds (by their ids). What carries no date of
its own is dated by the talk its source speaks for.
"""

from __future__ import annotations

from game.authoring.build.agenda import agenda, benchmark, settled, settlement
from game.authoring.build.evidence import claim, disputes, events, minute
from game.authoring.build.papers import Entry, papers
from game.authoring.build.stakes import stakes
from game.engine.scenario import Opening, Scenario


def build(case: Entry, digest: str) -> Scenario:
    """The scenario a canonical form describes. KeyError, TypeError or ValueError when it does not hold together."""
    public = agenda(case)
    first, second = case["parties"]
    behind = papers(case)
    return Scenario(
        agenda=public,
        stakes=(stakes(case, public, first), stakes(case, public, second)),
        claims=tuple(claim(entry, behind) for entry in case["claims"]),
        minutes=tuple(minute(entry, behind) for entry in case["minutes"]),
        events=events(case),
        disputes=disputes(case),
        benchmarks=tuple((e["id"], benchmark(found)) for e in case["issues"] if (found := settled(e))),
        opening=tuple(Opening((e["positions"][0], e["positions"][1]), e["status"]) for e in case.get("opening", ())),
        settlement=settlement(case.get("settlement"), behind),
        digest=digest,
    )
