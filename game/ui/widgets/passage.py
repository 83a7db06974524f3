"""What stands behind the highlighted option: the words of the sources, the treaty wording, what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from textual.content import Content

from game.engine.evidence import Citation, known_by, known_on
from game.engine.issues import Issue, Option
from game.engine.view import View
from game.play.clean import clean_line
from game.play.reading import KEPT_BACK, NOT_YOURS
from game.ui.signs import BASIS, sign_of
from game.ui.widgets.lines import NOTHING, Block, Lines
from game.ui.words import long_date

INDENT = Content("  ")
LATEST = 5
"""Lines of the ledger shown on an issue."""
_OURS = {
    "inferred": "inferred: nobody is on record for this by this day.",
    "invented": "invented by the scenario's author: no document has it.",
}
"""What is told of an option of the author's own, by its basis."""


class Passage(Lines, can_focus=False):
    """The quotation behind an option. Left and right on the ladder go through the quotations, page keys scroll."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.quoted: tuple[Citation, ...] = ()
        self.place = 0
        self._of: tuple[View, Issue, Option] | None = None

    def tell(self, view: View, issue: Issue, option: Option) -> None:
        """Show what stands behind an option, as far as it can be known on the day. The same again costs nothing."""
        if self._of is not None and self._of[0] is view and self._of[1:] == (issue, option):
            return
        self.quoted = quotable(view, option)
        self.place = 0
        self._of = (view, issue, option)
        self._draw()

    def turn(self, by: int) -> None:
        """Show another quotation."""
        if len(self.quoted) > 1:
            self.place = (self.place + by) % len(self.quoted)
            self._draw()

    @property
    def citation(self) -> Citation | None:
        """The quotation shown, or None."""
        return self.quoted[self.place] if self.quoted else None

    def _draw(self) -> None:
        if self._of is not None:
            self.show(_blocks(*self._of, self.place))
            self.scroll_home(animate=False)


def quotable(view: View, option: Option) -> tuple[Citation, ...]:
    """The citations of an option that this side can know at this sitting: no hindsight. Verbatim ones come first.

    When it is over, those in papers that the side did not have are among them.
    """
    told, date = option.attribution.citations, view.sitting.date
    known = known_on(told, date) if view.ending else known_by(told, view.party, date)
    return tuple(sorted(known, key=lambda citation: not citation.verbatim))


def _blocks(view: View, issue: Issue, option: Option, place: int) -> Iterator[Block]:
    quoted = quotable(view, option)
    if quoted:
        yield from cited(view, quoted[place], f"{place + 1} of {len(quoted)}" if len(quoted) > 1 else "")
    else:
        yield from _unquoted(view, option)
    yield Block(Content(clean_line(option.wording)), lead=Content.styled("  text  ", "$faint"), hang=Content(" " * 8))
    yield from _ties(view, issue, option)
    yield from _said(view, issue)


def cited(view: View, citation: Citation, count: str = "") -> Iterator[Block]:
    """A citation: its words, which of several it is, then who said them when and where they stand."""
    sign = sign_of(citation)
    lead = Content.assemble((f"{sign.glyph} ", f"bold {sign.style}"))
    words = f"{clean_line(citation.text)}”" if citation.verbatim else clean_line(citation.text)
    tail = Content.styled(f"‹ {count} ›", "$accent") if count else NOTHING
    yield Block(Content.styled(words, sign.style), lead=lead, hang=INDENT, tail=tail)
    who = view.agenda.party(citation.by).name if citation.by in {p.id for p in view.agenda.parties} else ""
    day = "" if citation.source.endswith(citation.date) else long_date(citation.date)  # a source's name ends in its day
    outside = clean_line(citation.title) or "outside page"
    where = f"{citation.source}, line {citation.line}" if citation.source else outside
    remark = NOT_YOURS if citation.unread and not view.ending else ""
    told = ", ".join(part for part in (who, day, where) if part)
    origin = Content.styled(" · ".join(part for part in (sign.word, told, remark) if part), "$faint")
    yield Block(origin, lead=INDENT, hang=INDENT)


def _unquoted(view: View, option: Option) -> Iterator[Block]:
    """Where this side knows of no passage by this day: the basis. The reason for it may rest on what came later."""
    if known_on(option.attribution.citations, view.sitting.date):
        yield Block(Content.styled(KEPT_BACK, "$faint"), lead=INDENT, hang=INDENT)
        return
    basis = BASIS[option.attribution.basis]
    sign = Content.styled(f"{basis.glyph} " if basis.word in _OURS else "  ", basis.style)
    words = _OURS.get(basis.word, "Not on record by this day.")
    yield Block(Content.styled(words, "$faint"), lead=sign, hang=INDENT)


def _ties(view: View, issue: Issue, option: Option) -> Iterator[Block]:
    for linkage in view.agenda.linkages:
        here = linkage.issue == issue.id and option.id in linkage.options
        there = linkage.other == issue.id and option.id in linkage.other_options
        if (here or there) and linkage.kind.value in ("requires", "excludes"):
            text = Content.assemble((f"{linkage.kind.value}  ", "$caution"), clean_line(linkage.text))
            yield Block(text, lead=INDENT, hang=INDENT)


def _said(view: View, issue: Issue) -> Iterator[Block]:
    """What was done on the issue at this table, the latest first."""
    for entry in islice((one for one in reversed(view.ledger) if one.issue == issue.id), LATEST):
        found = issue.option(entry.option)
        who = clean_line(view.agenda.party(entry.by).name)
        what = f"{who} {entry.deed}" + (f": {clean_line(found.label)}" if found else "")
        yield Block(Content.styled(what, "$faint"), lead=Content.styled("  said  ", "$faint"), hang=Content(" " * 8))
