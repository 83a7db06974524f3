"""How the debrief speaks to one side: "you", "the other side", issues and options by their names, shares in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from game.debrief.deeds import issue_name, option_label, side
from game.debrief.findings import Findings
from game.engine.evidence import Attribution, Basis
from game.engine.scenario import Agenda

if TYPE_CHECKING:
    from game.bargaining.sensitivity import Share

MOST_NAMED = 6


def whose(found: Findings, party: str) -> str:
    """ "you", or the other side by its adjective: "the Chinese side"."""
    return "you" if party == found.party else side(found.state.scenario.agenda, party)


def capital_letter(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def option_named(agenda: Agenda, issue: str, option: str | None) -> str:
    """An issue with an option of it: “Parity” on the board of directors (D8)."""
    return f"“{option_label(agenda, issue, option)}” on {heading(agenda, issue)}"


def heading(agenda: Agenda, issue: str) -> str:
    """An issue within a sentence: Board of directors (D8)."""
    found = agenda.issue(issue)
    return f"{found.heading} ({found.code})"


def listed(agenda: Agenda, issues: Sequence[str], most: int = MOST_NAMED) -> str:
    """Issues by code and heading, the first few of them, in agenda order."""
    order = sorted(issues, key=agenda.place)
    named = "; ".join(issue_name(agenda, one) for one in order[:most])
    more = len(order) - most
    return f"{named}; and {more} more" if more > 0 else named


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "issue"), counted(3, "issue"), counted(2, "party", "parties")
    ('1 issue', '3 issues', '2 parties')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def joined(words: Sequence[str]) -> str:
    """Words in a row with "and" before the last.

    >>> joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def in_weightings(share: Share) -> str:
    """A share of weightings with its interval: in 81 of 100 weightings (95 per cent interval: 72 to 87 per cent)."""
    low, high = round(100 * share.low), round(100 * share.high)
    return f"in {share.held or 'none'} of {share.draws} weightings (95 per cent interval: {low} to {high} per cent)"


def bases(attributions: Iterable[Attribution]) -> str:
    """How many of these values rest on what: "3 attested, 10 inferred"; empty for none."""
    kinds = [one.basis for one in attributions]
    return joined([f"{kinds.count(basis)} {basis.value}" for basis in Basis if basis in kinds])
