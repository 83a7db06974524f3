"""What people, days, issues and options are called in a sentence."""

from __future__ import annotations

from datetime import date

from game.engine.party import Party
from game.engine.scenario import Agenda

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def surname(party: Party, name: str) -> str:
    """How the minutes call a person: as the sources spell the name, else its family part.

    >>> from tests.builders import CHINA
    >>> surname(CHINA, "T. V. Soong"), surname(CHINA, "Chiang Kai-shek")
    ('Soong', 'Chiang')
    """
    for person in party.people:
        if person.name == name and person.spelled:
            return person.spelled[0]
    parts = [part for part in name.split() if not part.endswith(".")] or [name]
    return parts[0] if "-" in parts[-1] else parts[-1]


def day(iso: str) -> str:
    """A date as the minutes write it; text that is no date stays as it is.

    >>> day("1945-07-10")
    '10 July 1945'
    """
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def label(agenda: Agenda, issue: str, option: str | None) -> str:
    """An issue's heading and an option's label, as one clause: the only colon in it stands between the two."""
    found = agenda.issue(issue).option(option) if option else None
    return f"{heading(agenda, issue)}: {found.label}" if found else heading(agenda, issue)


def in_quotes(label: str) -> str:
    """An option's label in quotation marks; one that is in straight ones already changes them.

    >>> in_quotes("Parity"), in_quotes('"Liberation"')
    ('“Parity”', '“Liberation”')
    """
    return f"“{label.strip(chr(34)).replace(chr(34), chr(39))}”"


def heading(agenda: Agenda, issue: str) -> str:
    """An issue's heading as it stands in a sentence: a colon in it gives way to a comma."""
    return agenda.issue(issue).heading.replace(": ", ", ")
