"""What the home screen and ``plenipo list`` say of a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.slim import dataclass

if TYPE_CHECKING:
    from game.authoring.case import Case


@dataclass(frozen=True, slots=True)
class Summary:
    """A scenario in a few words. ``chairs`` are (party, delegate); ``date`` is that of its first meeting."""

    id: str
    title: str
    subtitle: str
    summary: str
    date: str
    chairs: tuple[tuple[str, str], ...]
    issues: int
    meetings: int


def summed_up(case: Case) -> Summary:
    """The summary of a canonical form."""
    return Summary(
        id=case["id"],
        title=case["title"],
        subtitle=case["subtitle"],
        summary=case["summary"],
        date=min(meeting["date"] for meeting in case["meetings"]),
        chairs=tuple((party["id"], party["seat"]["name"]) for party in case["parties"]),
        issues=len(case["issues"]),
        meetings=len(case["meetings"]),
    )


def plain(summary: Summary) -> dict[str, Any]:
    """The summary as a mapping of plain values.

    >>> here = Summary("a", "A", "of a", "", "1945-07-10", (("china", "Soong"),), 3, 1)
    >>> from_plain(plain(here)) == here
    True
    """
    values: dict[str, Any] = {name: getattr(summary, name) for name in Summary.__slots__}
    return {**values, "chairs": dict(summary.chairs)}


def from_plain(values: dict[str, Any]) -> Summary:
    """The summary a mapping describes, as ``plain`` writes it."""
    return Summary(**{**values, "chairs": tuple(values["chairs"].items())})
