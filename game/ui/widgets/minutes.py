"""The minutes as they grow: speeches grouped under their speaker, new lines marked until they are seen."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content

from game.play.clean import clean_line
from game.slim import dataclass
from game.ui.signs import COMPOSED, GIVEN, NEW, PRIVATE, VERBATIM, Sign
from game.ui.widgets.lines import Block, Lines

EXPLAINED = (VERBATIM, COMPOSED, GIVEN, PRIVATE)
"""Signs named in the title once there is a remark that has them."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence of the minutes. ``speech`` groups what one side says before the floor passes; 0 is nobody's.

    ``sign`` tells the record's own words from composed ones and from what only this side hears. ``why`` are the
    reasons the other side gives.
    """

    speech: int
    speaker: str
    style: str
    text: str
    sign: Sign
    why: tuple[str, ...] = ()


class Minutes(Lines):
    """The readable transcript of the sitting."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._remarks: list[Remark] = []
        self._seen = 0
        self._first_new = 0

    @property
    def unseen(self) -> int:
        """How many remarks have come since the reader last looked."""
        return len(self._remarks) - self._seen

    def record(self, remarks: list[Remark]) -> None:
        """Add remarks, marked as new, and bring the first new one into sight."""
        if not self.unseen:
            self._first_new = len(self.blocks)
        self._add(remarks, NEW.glyph)
        self._retitle()

    def take_down(self, remarks: list[Remark]) -> None:
        """Add what the reader has just said himself: it is brought into sight, and nothing of it is new."""
        self.see()
        self._first_new = len(self.blocks)
        self._add(remarks, " ")
        self._seen = len(self._remarks)
        self._retitle()

    def _add(self, remarks: list[Remark], mark: str) -> None:
        for remark in remarks:
            before = self._remarks[-1] if self._remarks else None
            self._remarks.append(remark)
            self.extend(list(_blocks(remark, before, new=mark)))
        self.call_after_refresh(self._show_news)

    def forget(self) -> None:
        """Put an empty sheet in: somebody else sits down, who heard other things."""
        self._remarks, self._seen, self._first_new = [], 0, 0
        self.show([])

    def see(self) -> None:
        """Take everything as read."""
        if self.unseen:
            self.show([*self.blocks[: self._first_new], *self._unmarked()])
            self._seen = len(self._remarks)
            self._first_new = len(self.blocks)
        self._retitle()

    def _unmarked(self) -> Iterator[Block]:
        """What was new, without its mark; the rest stands as it is."""
        for place in range(self._seen, len(self._remarks)):
            before = self._remarks[place - 1] if place else None
            yield from _blocks(self._remarks[place], before, new=" ")

    def _retitle(self) -> None:
        used = {remark.sign for remark in self._remarks}
        legend = "  ".join(f"{sign.glyph} {sign.word}" for sign in EXPLAINED if sign in used)
        new = f" {NEW.glyph} {self.unseen} new " if self.unseen else ""
        explained = f" {legend} " if legend else ""
        self.border_title = Content.assemble(" Minutes ", (new, NEW.style), (explained, "not bold $faint"))

    def _show_news(self) -> None:
        """Stay at the end; but when the news are longer than the pane, begin at their first line."""
        top = self.row_of_block(self._first_new)
        bottom = max(0, self.virtual_size.height - self.scrollable_content_region.height)
        self.scroll_to(y=min(top, bottom), animate=False)

    def on_mount(self) -> None:
        """Name the pane from the start."""
        self._retitle()

    def _stay(self) -> None:
        """Keep the news in sight when the composer grows, unless somebody is reading."""
        super()._stay()
        if not self.has_focus:
            self._show_news()

    def on_focus(self) -> None:
        """Who goes to the minutes has seen them."""
        self.see()

    def on_click(self, event: events.Click) -> None:
        """Who clicks them, too."""
        self.see()


def _blocks(remark: Remark, before: Remark | None, *, new: str) -> Iterator[Block]:
    mark = Content.styled(f"{new} ", NEW.style)
    if remark.speaker and (before is None or before.speech != remark.speech or before.speaker != remark.speaker):
        yield Block(Content.styled(clean_line(remark.speaker), f"bold {remark.style}"), lead=mark)
    sign = Content.styled(f"{remark.sign.glyph} ", f"bold {remark.sign.style}")
    text = clean_line(remark.text)
    words = f"{text}”" if remark.sign is VERBATIM else text
    yield Block(Content.styled(words, remark.sign.style), lead=Content.assemble(mark, sign), hang=Content("    "))
    for number, why in enumerate(remark.why):
        lead = Content.assemble(mark, ("  why  " if number == 0 else "       ", "$faint"))
        yield Block(Content.styled(clean_line(why), "$faint italic"), lead=lead, hang=Content("       "))
