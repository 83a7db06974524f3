"""Which lines of a document may be read at a sitting. No hindsight: what the day had not yet brought stays closed."""

from __future__ import annotations

from game.engine.evidence import known_on
from game.engine.scenario import Agenda

AROUND = 2
"""Lines shown on either side of a passage quoted from the sitting's own record."""


def legible(agenda: Agenda, source: str, talk: str, date: str) -> frozenset[int] | None:
    """The lines of ``source``, which speaks for ``talk`` (ISO), that may be read at a sitting on ``date``.

    None is all of them: the document is of an earlier talk. In the day's own record only the passages quoted behind the
    options, and the lines about them; in a later one none.
    """
    if talk < date:
        return None
    if talk > date:
        return frozenset()
    options = (option for issue in agenda.issues for option in issue.options)
    cited = (one for option in options for one in known_on(option.attribution.citations, date))
    lines = [one.line for one in cited if one.source == source]
    return frozenset(near for line in lines for near in range(line - AROUND, line + AROUND + 1))
