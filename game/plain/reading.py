"""Handing over papers: whatever a player asks to read, at a question or between moves."""

from __future__ import annotations

from pathlib import Path

from game.debrief.columns import paragraphs
from game.engine.issues import Issue
from game.plain import papers
from game.plain.chair import Chair
from game.plain.desk import Desk
from game.plain.hearing import speeches, told
from game.plain.help import helped
from game.plain.house import CannotOpen, Document, House
from game.plain.language import Order
from game.plain.names import NotUnderstood, find_head, issue_named, nearest, option_named
from game.play.clean import clean
from game.play.reading import legible
from game.record.wording import day

LINES_AT_ONCE = 14
"""Lines of a document, as wrapped here, that are read out at once; one of its own lines is never cut."""


class Quit(Exception):
    """The player leaves."""


class Reader:
    """Reads papers out at one desk to one chair."""

    def __init__(self, desk: Desk, house: House, chair: Chair) -> None:
        self.desk = desk
        self.house = house
        self.chair = chair

    def __call__(self, order: Order) -> None:
        """Read out what an order asks for. Quit when it asks to leave; NotUnderstood when it means nothing."""
        match order.verb:
            case "quit":
                raise Quit
            case "write":
                self.desk.say(self._write(order.typed))
            case "back":
                self.desk.say("There is nothing to drop.")
            case _:
                self.desk.say(*self._paper(order))

    def _paper(self, order: Order) -> list[str]:
        word = order.rest[0] if order.rest else ""
        match order.verb:
            case "help":
                return helped(word)
            case "status":
                return self._status(" ".join(order.rest))
            case "instructions":
                return self._instructions(" ".join(order.rest))
            case "offers":
                return papers.offers(self.chair)
            case "messages":
                return papers.messages(self.chair)
            case "minutes":
                return papers.minutes(self.chair, self.house, 0 if word == "all" else papers.MINUTES_AT_ONCE)
            case "why":
                return self._why()
            case "issue":
                return self._issue(order.rest)
            case "quote":
                return self._quote(order.rest)
            case "show":
                return self._show(order.rest)
            case _:
                raise NotUnderstood("The debrief is read when the negotiation is over.")

    def _status(self, words: str) -> list[str]:
        if not words:
            return papers.status(self.chair)
        head = find_head(self.chair.agenda, words)
        if head is not None:
            return papers.status_of(self.chair, head)
        return papers.issue_in_hand(self.chair, issue_named(self.chair.agenda, words))

    def _instructions(self, words: str) -> list[str]:
        agenda = self.chair.agenda
        if not words:
            return papers.instructions(self.chair)
        if words == "all":
            return papers.instructions_on(self.chair, agenda.issues)
        head = find_head(agenda, words)
        issues: tuple[Issue, ...] = agenda.under(head.id) if head else (issue_named(agenda, words),)
        return papers.instructions_on(self.chair, issues)

    def _why(self) -> list[str]:
        last = speeches(self.chair.session.steps, self.chair)
        lines = [line for step in last for line in told(self.chair, self.house, step).lines]
        return lines or ["The other side has not spoken since you did."]

    def _issue(self, words: tuple[str, ...]) -> list[str]:
        if not words:
            raise NotUnderstood("Which issue? Give its code, as in “issue D8”.")
        issue = issue_named(self.chair.agenda, words[0])
        if len(words) > 1:
            return papers.quotations(self.chair, issue, option_named(issue, words[1]))
        return papers.issue_in_hand(self.chair, issue)

    def _quote(self, words: tuple[str, ...]) -> list[str]:
        if not words:
            raise NotUnderstood("Behind which option? As in “quote D8 2”.")
        left, _, right = words[0].partition("=")
        issue = issue_named(self.chair.agenda, left)
        named = right or (words[1] if len(words) > 1 else "")
        options = (option_named(issue, named),) if named else issue.options
        return [line for option in options for line in papers.quotations(self.chair, issue, option)]

    def _show(self, words: tuple[str, ...]) -> list[str]:
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

    def _write(self, name: str) -> str:
        """Write the minutes to a new file; the sentence that says what came of it."""
        if not name:
            return "To which file? As in “w minutes.txt”."
        text = clean(self.house.minutes(self.chair.session, self.chair.party))
        try:
            path = Path(name).expanduser()
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            return f"There is a file {name} already. Choose another name."
        except (OSError, RuntimeError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            return f"The minutes can't be written to {name}: {why}. Choose another name."
        return f"The minutes are written to {path}."


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
