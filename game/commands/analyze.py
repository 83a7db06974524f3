"""``plenipo analyze``: what could be settled, where the record lies in it, and whether the deadlock was stable."""

from __future__ import annotations

import argparse
from textwrap import fill
from typing import TYPE_CHECKING

from game.commands.lines import Course, NotFound, recorded
from game.commands.telling import complain, progress, tell, tell_json

if TYPE_CHECKING:
    from game.engine.package import Package

WIDTH = 100
DRAWS = 100
"""Weightings tried: enough for an interval of ten points either way at worst."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """A scenario; ``--json``."""
    parser.add_argument("scenario", metavar="ID", help="a scenario")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print the page of a scenario, at the table its record had reached, or at its opening where none is coded."""
    from game.bargaining.page import page
    from game.bargaining.report import Inquiry, analysis
    from game.bargaining.sensitivity import Trials
    from game.graph.report import night, night_text

    try:
        course = recorded(chosen.scenario)
    except NotFound as failure:
        complain(str(failure))
        return 3
    trials = Trials(DRAWS, progress=progress(DRAWS, "weightings judged"))
    found = analysis(Inquiry(course.final, _packages(course), trials))
    stability = night(course.final)
    if chosen.json:
        tell_json({**found, "stability": stability})
        return 0
    tell(page(course.scenario.agenda, found).rstrip("\n"))
    tell("\n" + "\n\n".join(fill(part, WIDTH, break_on_hyphens=False) for part in night_text(stability).split("\n\n")))
    return 0


def _packages(course: Course) -> dict[str, Package]:
    from game.bargaining.placing import benchmark
    from game.record.names import day

    later = benchmark(course.scenario)
    if not len(later):
        return {}
    settlement = course.scenario.settlement
    return {f"the settlement of {day(settlement.date)}" if settlement else "the settlement that followed": later}
