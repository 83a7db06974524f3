"""The agenda by the minutes' own heads, each issue with its status in a glyph and a word.

An issue nobody has spoken to has the glyph alone: most of them begin so, and their names need the room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textual.content import Content

from game.engine.issues import Head, Issue
from game.engine.state import Status
from game.engine.view import View
from game.play.answers import status_on
from game.play.clean import clean_line
from game.ui.signs import STATUS, sign_on
from game.ui.widgets.lines import Block, Lines


class Agenda(Lines):
    """Issues under their heads. The cursor is the issue in hand."""

    BORDER_TITLE = " Agenda "

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self._staged: tuple[str, ...] = ()
        self._plain: list[Block] = []

    def tell(self, view: View, staged: tuple[str, ...] = ()) -> None:
        """Show how every issue stands; ``staged`` are those in the draft. The same again costs nothing."""
        if view is not self._view:
            self._plain = list(_blocks(view))
        elif staged == self._staged:
            return
        self._view, self._staged = view, staged
        marked = {issue: _issue(view, view.agenda.issue(issue), True) for issue in staged}
        self.show(marked.get(block.key, block) for block in self._plain)


def _blocks(view: View) -> Iterator[Block]:
    for head in view.agenda.heads:
        issues = view.agenda.under(head.id)
        if issues:
            yield _head(view, head, issues)
            yield from (_issue(view, issue, False) for issue in issues)


def _head(view: View, head: Head, issues: tuple[Issue, ...]) -> Block:
    counts = Counter(status_on(view, issue.id) for issue in issues)
    tally = Content(" ").join(
        Content.styled(f"{counts[status]}{sign.glyph}", sign.style) for status, sign in STATUS.items() if counts[status]
    )
    title = clean_line(f"{head.number} {head.title}" if head.number else head.title)
    return Block(Content.styled(title, "bold $primary"), tail=tally, most=1)


def _issue(view: View, issue: Issue, staged: bool) -> Block:
    sign = sign_on(view, issue.id)
    return Block(
        Content(clean_line(issue.heading)),
        lead=Content.assemble(("+" if staged else " ", "bold $accent"), (f"{sign.glyph} ", sign.style)),
        tail=Content.styled("" if sign is STATUS[Status.SILENT] else sign.word, sign.style),
        most=1,
        key=issue.id,
    )
