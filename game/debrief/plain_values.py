"""The debrief as plain values, ready for JSON: the outcome issue by issue, and every page as it is shown."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from game.debrief.findings import Findings
from game.debrief.page import Block, Section
from game.debrief.rows import rows
from game.debrief.sections import pages


def values(found: Findings) -> dict[str, Any]:
    """Scenario, chair, ending, a row for each issue, and the pages by name."""
    state = found.state
    ending = state.ending
    return {
        "scenario": state.scenario.id,
        "party": found.party,
        "date": state.sitting.date,
        "ending": {"kind": ending.kind.value, "by": ending.by, "communique": ending.communique} if ending else None,
        "issues": [asdict(row) for row in rows(found)],
        "robustness": {
            name: {"held": one.held, "draws": one.draws, "low": round(one.low, 4), "high": round(one.high, 4)}
            for name, one in found.robustness.items()
        },
        "sections": {page.name: _section(page) for page in pages(found)},
    }


def _section(page: Section) -> dict[str, Any]:
    return {"title": page.title, "gist": page.gist, "blocks": [_block(one) for one in page.blocks]}


def _block(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__.lower(), **asdict(block)}
