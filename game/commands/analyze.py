"""``plenipo analyze``: what could be settled, where the record lies in it, and whether the deadlock was stable."""

from __future__ import annotations

import argparse
from textwrap import fill
from typing import TYPE_CHECKING, Any

from game.commands.lines import Course, NotFound, recorded
from game.commands.telling import complain, tell, tell_json

if TYPE_CHECKING:
    from game.engine.package import Package

WIDTH = 100


def arguments(parser: argparse.ArgumentParser) -> None:
    """A scenario; ``--json``."""
    parser.add_argument("scenario", metavar="ID", help="a scenario")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print the page of a scenario, at the table its record had reached, or at its opening where none is coded."""
    from game.bargaining.page import page
    from game.bargaining.report import Inquiry, analysis
    from game.graph.report import night

    try:
        course = recorded(chosen.scenario)
    except NotFound as failure:
        complain(str(failure))
        return 3
    found = analysis(Inquiry(course.final, _packages(course)))
    stability = night(course.final)
    if chosen.json:
        tell_json({**found, "stability": stability})
        return 0
    tell(page(course.scenario.agenda, found).rstrip("\n"))
    tell("\n" + _stability(stability))
    return 0


def _packages(course: Course) -> dict[str, Package]:
    from game.bargaining.placing import benchmark

    later = benchmark(course.scenario)
    return {"the settlement of 14 August 1945": later} if len(later) else {}


def _stability(found: dict[str, Any]) -> str:
    """Whether what stood apart would hold, in sentences."""
    parts = [
        ("Was it stable, given the instructions of that day?", found["closing"]["sentences"]),
        ("Would it have been, had all that may be asked for been granted?", found["closing_if_granted"]["sentences"]),
        ("Would it have paid to harden?", [one for held in found["holding"].values() for one in held["sentences"]]),
    ]
    return "\n\n".join(text for head, told in parts for text in (head, *(fill(one, WIDTH) for one in told)))
