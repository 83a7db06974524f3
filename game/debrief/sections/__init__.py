"""The debrief in words, page by page. Each module turns one part of the findings into one section."""

from __future__ import annotations

from importlib import import_module

from game.debrief.findings import Findings
from game.debrief.page import Section

PAGES = (
    "summary",
    "principal",
    "joint",
    "durability",
    "history",
    "issues",
    "paths",
    "evidence",
    "counterpart",
    "questions",
    "invented",
)
"""Every section by its name, in the order of reading; each is a module of this folder with a function ``section``."""


def page(found: Findings, name: str) -> Section:
    """The section of that name; KeyError for none. Only its own module is imported: some need the heavier rooms."""
    if name not in PAGES:
        raise KeyError(name)
    made: Section = import_module(f"game.debrief.sections.{name}").section(found)
    return made


def pages(found: Findings) -> tuple[Section, ...]:
    """Every section, in the order of reading."""
    return tuple(page(found, name) for name in PAGES)
