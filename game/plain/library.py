"""The sources: which there are, reading one, searching them, citing a passage. No hindsight before the game is over."""

from __future__ import annotations

from game.debrief.columns import paragraphs
from game.engine.evidence import Citation, known_by
from game.engine.issues import Issue, Option
from game.plain.chair import Chair
from game.plain.house import CannotOpen, Document, House
from game.plain.language import Order
from game.plain.names import NotUnderstood, issue_named, nearest, option_named
from game.play.citing import cited, passage_in
from game.play.reading import as_known, legible
from game.record.names import day

LINES_AT_ONCE = 14
"""Lines of a document, as wrapped here, that are read out at once; one of its own lines is never cut."""
FINDS_AT_ONCE = 12
QUOTES = "\"“”' "
"""What one may put around words to look for."""
FILLERS = ("me", "the", "document", "documents", "source", "sources", "line")
"""Words one may say before a document's name."""
NOTHING_BEHIND = "No passage known at this date is behind it."


class Library:
    """The documents of a scenario, as one chair may read them on the day."""

    def __init__(self, house: House, chair: Chair) -> None:
        self.house = house
        self.chair = chair

    def shown(self, words: tuple[str, ...]) -> list[str]:
        """The list of documents; or some lines of one, from a line or from where it begins."""
        known = self.chair.agenda.sources
        words = tuple(word for word in words if word.lower() not in FILLERS)
        if not words:
            ids = [self._listed(self._document(one)) for one in known]
            return [*ids, "“show SOURCE LINE” reads one."] if ids else ["No document belongs to this scenario."]
        if words[0] not in known:
            listed = "; ".join(known) or "none"
            raise NotUnderstood(
                f"There is no document “{words[0]}” here.{nearest(words[0], known)} There are: {listed}."
            )
        document = self._document(words[0])
        readable = self._readable(document)
        if readable is not None and not readable:
            return [f"{document.title}: {self._why_closed(document)} and is closed until this negotiation is over."]
        return _pages(document, self._lines(document), words[1] if len(words) > 1 else "")

    def found(self, words: str) -> list[str]:
        """The lines that hold the words, whatever the case; in one document when the first word names it."""
        first, _, rest = words.partition(" ")
        known = self.chair.agenda.sources
        within, wanted = ((first,), rest.strip(QUOTES)) if first in known else (known, words.strip(QUOTES))
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
        return [
            f"{source} {number}: {line.strip()}"
            for number, line in self._lines(document)
            if wanted.casefold() in line.casefold()
        ]

    def _lines(self, document: Document) -> list[tuple[int, str]]:
        """The lines this side may read, as far as it may, with their numbers."""
        readable = self._readable(document)
        lines = as_known(self.chair.view, document.id, document.lines)
        return [(number, line) for number, line in enumerate(lines, 1) if readable is None or number in readable]

    def citations(self, issue: Issue, option: Option) -> list[str]:
        """The passages behind an option, each with all that a footnote needs."""
        date = self.chair.view.sitting.date
        known = (
            option.attribution.citations
            if self.chair.session.over
            else known_by(option.attribution.citations, self.chair.party, date)
        )
        lines = [cited(self.chair.agenda, one, self._source_of(one)) for one in known]
        return lines or [NOTHING_BEHIND]

    def cited(self, order: Order) -> list[str]:
        """What an order asks the citation of: the passages behind an option, or one line of a document."""
        if order.rest[:1] and order.rest[0] in self.chair.agenda.sources:
            return [self._line(order.rest)]
        if len(order.rest) < 2:
            raise NotUnderstood(f"The citation of what? As in “{order.verb} D8 2”, or “{order.verb} SOURCE LINE”.")
        issue = issue_named(self.chair.agenda, order.rest[0])
        return self.citations(issue, option_named(issue, order.rest[1]))

    def _line(self, words: tuple[str, ...]) -> str:
        document = self._document(words[0])
        number = _line_of(document, words[1] if len(words) > 1 else "")
        readable = dict(self._lines(document))
        if number not in readable:
            raise NotUnderstood(f"Line {number} of {document.id} opens when the negotiation is over.")
        return f"“{readable[number].strip()}”. {passage_in(document, number)}"

    def noted(self, order: Order) -> list[str]:
        """Add a citation to the file of citations; where it is."""
        lines = self.cited(order)
        if lines == [NOTHING_BEHIND]:
            return lines
        try:
            path = self.house.note("\n".join(lines))
        except CannotOpen as error:
            raise NotUnderstood(error.sentence) from None
        return [*lines, f"Added to {path}."]

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
        return legible(self.chair.view, document.id, document.talk)

    def _listed(self, document: Document) -> str:
        """A document by its id, title, date and length, and whether it may be read."""
        dated = f", {day(document.date)}" if document.date else ""
        return f"{document.id}: {document.title}{dated}, {len(document.lines)} lines{self._how_open(document)}."

    def _how_open(self, document: Document) -> str:
        readable = self._readable(document)
        if readable is None:
            return ""
        if not readable:
            return " (closed until the end)"
        unread = self._unread(document)
        what = "not your paper: only what your side knew of it" if unread else "this day's record: only what is quoted"
        return f" ({what}, until the end)"

    def _why_closed(self, document: Document) -> str:
        if self._unread(document) and document.talk <= self.chair.view.sitting.date:
            return "it is a paper that your side did not have"
        return f"it records the talk of {day(document.talk)}"

    def _unread(self, document: Document) -> bool:
        return document.id in self.chair.agenda.unread


def _line_of(document: Document, line: str) -> int:
    """A line's number, from 1. NotUnderstood when the document has none such."""
    last = len(document.lines)
    if not (line.isascii() and line.isdecimal() and 1 <= int(line[:9]) <= last):
        raise NotUnderstood(f"{document.id} has lines 1 to {last}, not “{line}”.")
    return int(line)


def _pages(document: Document, lines: list[tuple[int, str]], line: str) -> list[str]:
    """Some of the readable lines of a document with their numbers, from ``line`` or from where it begins."""
    start = _line_of(document, line) if line else document.first_line
    if line and start not in dict(lines):
        raise NotUnderstood(f"Line {start} of {document.id} opens when the negotiation is over.")
    numbered = [(number, text) for number, text in lines if number >= start and text.strip()]
    texts = [document.title]
    for number, text in numbered:
        if len(texts) > 1 and paragraphs([*texts, text]).count("\n") > LINES_AT_ONCE:
            return [*texts, f"“show {document.id} {number}” reads on."]
        texts.append(f"{number} {text}")
    return texts
