"""Choosing what to put forward: a claim and a passage behind it, or something the other side said.

Nothing here says which passage is strong: that is for the player to judge from the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.engine.evidence import Citation, Claim, Minute, Passage
from game.engine.ledger import Deed, Entry
from game.engine.view import View
from game.play.clean import clean_line
from game.play.reading import NOT_YOURS
from game.ui.draft import Draft
from game.ui.screens.base import Sheet
from game.ui.signs import BASIS, VERBATIM
from game.ui.widgets.lines import CURSOR, NOTHING, Block, Lines
from game.ui.words import counted, long_date

LEAD = Content("  ")
SAID = (Deed.OFFERED, Deed.RETREATED, Deed.ACCEPTED)
"""Deeds of the ledger one can be held to."""


class Pick(Sheet[Draft | None]):
    """A sheet with a list; Enter or a second click takes what is under the cursor, Esc goes back."""

    CSS_PATH = "evidence.tcss"
    TITLE_WORDS: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", show=False)]

    def __init__(self, view: View, issue: str) -> None:
        super().__init__()
        self.view = view
        self.issue = issue

    def compose(self) -> ComposeResult:
        """The sheet and its list."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self.TITLE_WORDS)
            sheet.border_subtitle = Content(f"{CURSOR} Enter takes it · Esc goes back")
            yield Lines(id="choices")

    def on_mount(self) -> None:
        """Show the list."""
        self.query_one(Lines).show(self.blocks() or [_plain(self.EMPTY)])
        self.query_one(Lines).focus()

    def blocks(self) -> list[Block]:
        """What can be chosen."""
        raise NotImplementedError

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


class ClaimScreen(Pick):
    """A claim first, those on the issue in hand before the others; then a passage behind it."""

    TITLE_WORDS = "Evidence: what do you claim?"
    EMPTY = "Your side has no argument it could make on this day."

    def __init__(self, view: View, issue: str) -> None:
        super().__init__(view, issue)
        self._claim: Claim | None = None

    def blocks(self) -> list[Block]:
        """The claims."""
        here = [claim for claim in self.view.claims if self.issue in claim.issues]
        rest = [claim for claim in self.view.claims if self.issue not in claim.issues]
        heading = clean_line(self.view.agenda.issue(self.issue).heading)
        return [
            *_group(f"On {heading}", map(self._claim_block, here)),
            *_group("On other issues", map(self._claim_block, rest)),
        ]

    def _claim_block(self, claim: Claim) -> Block:
        used = all(self._used(claim, passage) for passage in claim.passages)
        tail = "said" if used else counted(len(claim.passages), "passage")
        return Block(Content(clean_line(claim.text)), LEAD, LEAD, Content.styled(tail, "$faint"), most=3, key=claim.id)

    def _used(self, claim: Claim, passage: Passage) -> bool:
        return f"{self.view.party}:{claim.id}:{passage.id}" in self.view.used

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """A claim opens its passages; a passage is taken."""
        if self._claim is None:
            self._open(next(claim for claim in self.view.claims if claim.id == message.key))
        else:
            self.dismiss(Draft("argue", claim=self._claim.id, passage=message.key, issues=self._claim.issues[:1]))

    def _open(self, claim: Claim) -> None:
        self._claim = claim
        self.query_one(Vertical).border_title = Content("Evidence: what do you put behind it?")
        head = Block(Content.styled(clean_line(claim.text), "bold"))
        passages = [block for one in claim.passages for block in self._passage_blocks(claim, one)]
        self.query_one(Lines).show([head, Block(NOTHING), *passages], claim.passages[0].id)

    def _passage_blocks(self, claim: Claim, passage: Passage) -> Iterator[Block]:
        sign = BASIS[passage.attribution.basis]
        tail = Content.styled("said", "$faint") if self._used(claim, passage) else NOTHING
        yield Block(Content(clean_line(passage.text)), LEAD, LEAD, tail, key=passage.id)
        for citation in passage.attribution.citations[:1]:
            if citation.verbatim and clean_line(citation.quote) not in clean_line(passage.text):
                quoted = Content.styled(f"{VERBATIM.glyph}{clean_line(citation.quote)}”", VERBATIM.style)
                yield Block(quoted, Content("    "), Content("    "), most=3)
        place = next(map(_place, passage.attribution.citations), "")
        yield Block(Content.styled(f"{sign.glyph} {sign.word}{place}", "$faint"), Content("    "), Content("    "))

    def action_back(self) -> None:
        """From the passages to the claims, from the claims to the table."""
        if self._claim is None:
            self.dismiss(None)
            return
        claim, self._claim = self._claim, None
        self.query_one(Vertical).border_title = Content(self.TITLE_WORDS)
        self.query_one(Lines).show(self.blocks(), claim.id)


class SaidScreen(Pick):
    """What the other side said at earlier meetings, and at this table."""

    TITLE_WORDS = "Cite the minutes: what did they say?"
    EMPTY = "There is nothing on record that you could hold them to."

    def blocks(self) -> list[Block]:
        """Earlier minutes and lines of the ledger, those on the issue in hand first."""
        entries = [
            e
            for e in self.view.ledger
            if e.by == self.view.other and e.deed in SAID and not self._held(e.issue, e.option)
        ]
        minutes = [m for m in self.view.minutes if not self._held(m.issue, m.option)]
        blocks = [(m.issue, self._minute(m)) for m in minutes] + [(e.issue, self._entry(e)) for e in entries]
        here = [block for issue, block in blocks if issue == self.issue]
        rest = [block for issue, block in blocks if issue != self.issue]
        heading = clean_line(self.view.agenda.issue(self.issue).heading)
        return [*_group(f"On {heading}", here), *_group("On other issues", rest)]

    def _held(self, issue: str, option: str) -> bool:
        return f"{self.view.party}:cite:{issue}:{option}" in self.view.used

    def _minute(self, minute: Minute) -> Block:
        quoted = Content.styled(f"{VERBATIM.glyph}{clean_line(minute.citation.text)}”", VERBATIM.style)
        body = Content.assemble(self._named(minute.issue, minute.option), " ", quoted)
        return Block(
            body, LEAD, LEAD, Content.styled(long_date(minute.date), "$faint"), most=4, key=f"minute {minute.id}"
        )

    def _entry(self, entry: Entry) -> Block:
        body = self._named(entry.issue, entry.option)
        tail = Content.styled(f"{entry.deed}, today", "$faint")
        return Block(body, LEAD, LEAD, tail, most=2, key=f"ply {entry.ply} {entry.issue}")

    def _named(self, issue: str, option: str) -> Content:
        found = self.view.agenda.issue(issue)
        label = found.option(option)
        return Content.assemble(
            f"{clean_line(found.heading)}: ", (clean_line(label.label) if label else option, "bold")
        )

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """Take the line."""
        kind, _, rest = message.key.partition(" ")
        if kind == "minute":
            minute = next(one for one in self.view.minutes if one.id == rest)
            self.dismiss(Draft("cite", issues=(minute.issue,), minute=minute.id))
        else:
            ply, issue = rest.split(" ", 1)
            self.dismiss(Draft("cite", issues=(issue,), ply=int(ply)))


def _place(citation: Citation) -> str:
    """Where a passage stands: in a kept document, or in the outside work that tells it."""
    if not citation.source:
        return f" · {clean_line(citation.title)}" if citation.title else ""
    return f" · {citation.source}, line {citation.line}" + (f" · {NOT_YOURS}" if citation.unread else "")


def _group(title: str, blocks: Iterable[Block]) -> list[Block]:
    found = list(blocks)
    return [Block(Content.styled(title, "bold $primary")), *found] if found else []


def _plain(text: str) -> Block:
    return Block(Content.styled(text, "$faint"), LEAD, LEAD)
