"""Which lines of a document may be read at a sitting. No hindsight, and no papers that this side did not have."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.evidence import Citation, known_by
from game.engine.view import View

AROUND = 2
"""Lines shown on either side of a passage quoted from the sitting's own record."""
NOT_YOURS = "not your paper: your side knew what it tells"
"""The remark beside a passage of a paper that neither side had."""
KEPT_BACK = "On record only in papers that your side did not have. They open in the debrief."
"""Where that is all that stands behind an option by the day."""


def legible(view: View, source: str, talk: str) -> frozenset[int] | None:
    """The lines of ``source``, which speaks for ``talk`` (ISO), that this side may read at its sitting.

    None is all of them: the minutes of an earlier talk. In the day's own record only the passages quoted behind the
    options, and the lines about them; of a paper that neither side had, the lines that tell what this side knew; in a
    later document none.
    """
    date, unread = view.sitting.date, source in view.agenda.unread
    if talk < date and not unread:
        return None
    if talk > date:
        return frozenset()
    lines = {one.line for one in _known(view, source)}
    return frozenset(lines if unread else {each for line in lines for each in range(line - AROUND, line + AROUND + 1)})


def as_known(view: View, source: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a source as this side knew them: of a paper that neither side had, only the words it knew."""
    if view.ending or source not in view.agenda.unread:
        return lines
    words: dict[int, list[str]] = {}
    for one in sorted(set(_known(view, source)), key=lambda one: (one.line, _place(lines, one))):
        words.setdefault(one.line, []).append(one.quote)
    return tuple(_joined(words.get(number, [])) for number in range(1, len(lines) + 1))


def _place(lines: tuple[str, ...], one: Citation) -> int:
    return lines[one.line - 1].find(one.quote) if 0 < one.line <= len(lines) else 0


def _joined(words: list[str]) -> str:
    """Quotations of one line with a mark between them; one that is part of another only there."""
    whole = [one for one in dict.fromkeys(words) if not any(one != other and one in other for other in words)]
    return " … ".join(whole)


def _known(view: View, source: str) -> Iterator[Citation]:
    found = known_by(_quoted(view), view.party, view.sitting.date)
    return (one for one in found if one.source == source)


def _quoted(view: View) -> Iterator[Citation]:
    """What stands behind the options; before the day, also behind this side's arguments and the minutes it may cite."""
    for issue in view.agenda.issues:
        for option in issue.options:
            yield from option.attribution.citations
    for claim in view.claims:
        for passage in claim.passages:
            yield from passage.attribution.citations
    yield from (minute.citation for minute in view.minutes)
