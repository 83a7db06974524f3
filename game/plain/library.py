"""The sources: which there are, reading one, searching them, citing a passage. No hindsight before the game is over."""

from __future__ import annotations

from game.debrief.columns import paragraphs
from game.engine.evidence import Citation, known_on
from game.engine.issues import Issue, Option
from game.plain.chair import Chair
from game.plain.house import CannotOpen, Document, House
from game.plain.names import NotUnderstood, nearest
from game.play.citing import cited
from game.play.reading import legible
from game.record.wording import day

LINES_AT_ONCE = 14
"""Lines of a document, as wrapped here, that are read out at once; one of its own lines is never cut."""
FINDS_AT_ONCE = 12


class Library:
    """The documents of a scenario, as one chair may read them on the day."""

    def __init__(self, house: House, chair: Chair) -> None:
        self.house = house
        self.chair = chair

    def shown(self, words: tuple[str, ...]) -> list[str]:
        """The list of documents; or some lines of one, from a line or from where it begins."""
        known = self.chair.agenda.sources
        if not words:
            ids = [f"{one}{self._how_open(self._document(one))}" for one in known]
            return [*ids, "“show SOURCE LINE” reads one."] if ids else ["No document belongs to this scenario."]
        if words[0] not in known:
            listed = "; ".join(known) or "none"
            raise NotUnderstood(
                f"There is no document “{words[0]}” here.{nearest(words[0], known)} There are: {listed}."
            )
        document = self._document(words[0])
        readable = self._readable(document)
        if readable is not None and not readable:
            talk = day(document.talk)
            return [f"{document.title}: it records the talk of {talk} and is closed until this negotiation is over."]
        return _pages(document, words[1] if len(words) > 1 else "", readable)

    def found(self, words: str) -> list[str]:
        """The lines that hold the words, whatever the case; in one document when the first word names it."""
        first, _, rest = words.partition(" ")
        known = self.chair.agenda.sources
        within, wanted = ((first,), rest.strip()) if first in known else (known, words.strip())
        if not wanted:
            raise NotUnderstood("Find what? As in “find parity”, or “find SOURCE parity”.")
        hits = [hit for source in within for hit in self._hits(source, wanted)]
        if not hits:
            return [f"“{wanted}” stands in nothing that may be read by this day."]
        more = len(hits) - FINDS_AT_ONCE
        rest_of = [f"There are {more} more; “find SOURCE {wanted}” looks in one document."] if more > 0 else []
        return [*hits[:FINDS_AT_ONCE], *rest_of, "“show SOURCE LINE” reads from there."]

    def _hits(self, source: str, wanted: str) -> list[str]:
        document = self._document(source)
        readable = self._readable(document)
        return [
            f"{source} {number}: {line.strip()}"
            for number, line in enumerate(document.lines, 1)
            if wanted.casefold() in line.casefold() and (readable is None or number in readable)
        ]

    def citations(self, issue: Issue, option: Option) -> list[str]:
        """The passages behind an option, each with all that a footnote needs."""
        date = self.chair.view.sitting.date
        known = (
            option.attribution.citations if self.chair.session.over else known_on(option.attribution.citations, date)
        )
        lines = [cited(self.chair.agenda, one, self._source_of(one)) for one in known]
        return lines or ["No passage known at this date is behind it."]

    def _source_of(self, citation: Citation) -> Document | None:
        return self._document(citation.source) if citation.source else None

    def _document(self, source: str) -> Document:
        try:
            return self.house.document(source)
        except CannotOpen as error:
            raise NotUnderstood(error.sentence) from None

    def _readable(self, document: Document) -> frozenset[int] | None:
        session = self.chair.session
        if session.over:
            return None
        return legible(self.chair.agenda, document.id, document.talk, session.state.sitting.date)

    def _how_open(self, document: Document) -> str:
        readable = self._readable(document)
        if readable is None:
            return ""
        return " (this day's record: only what is quoted, until the end)" if readable else " (closed until the end)"


def _pages(document: Document, line: str, readable: frozenset[int] | None) -> list[str]:
    """Some lines of a document with their numbers, from ``line`` or from where it begins; only the readable ones."""
    last = len(document.lines)
    if line and not (line.isascii() and line.isdecimal() and 1 <= int(line[:9]) <= last):
        raise NotUnderstood(f"{document.id} has lines 1 to {last}, not “{line}”.")
    start = int(line) if line else document.first_line
    if line and readable is not None and start not in readable:
        raise NotUnderstood(f"Line {start} of this day's record opens when the negotiation is over.")
    numbered = [
        (number, text)
        for number, text in enumerate(document.lines, 1)
        if number >= start and text.strip() and (readable is None or number in readable)
    ]
    texts = [document.title]
    for number, text in numbered:
        if len(texts) > 1 and paragraphs([*texts, text]).count("\n") > LINES_AT_ONCE:
            return [*texts, f"“show {document.id} {number}” reads on."]
        texts.append(f"{number} {text}")
    return texts
