"""The debrief in words, page by page. Each module turns one part of the findings into one section."""

from __future__ import annotations

from collections.abc import Callable

from game.debrief.findings import Findings
from game.debrief.page import Section
from game.debrief.sections import durability, history, issues, joint, principal, summary

PAGES: dict[str, Callable[[Findings], Section]] = {
    "summary": summary.section,
    "principal": principal.section,
    "joint": joint.section,
    "durability": durability.section,
    "history": history.section,
    "issues": issues.section,
}
"""Every section by its name, in the order of reading."""


def pages(found: Findings) -> tuple[Section, ...]:
    """Every section, in the order of reading."""
    return tuple(page(found) for page in PAGES.values())
