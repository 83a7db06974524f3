"""Handing over papers: whatever a player asks to read, at a question or between moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.engine.issues import Issue
from game.plain import dossier, mandate, papers
from game.plain.chair import Chair
from game.plain.choosing import settings_ordered
from game.plain.course import course, course_of
from game.plain.debriefing import figure_read_out
from game.plain.desk import Desk
from game.plain.hearing import speeches, told
from game.plain.help import exemplified, helped, verbs_read_out
from game.plain.house import House
from game.plain.language import Order
from game.plain.library import Library
from game.plain.names import NotUnderstood, find_head, find_issue, issue_named, option_named
from game.plain.questions import Quit
from game.play.clean import clean
from game.play.settings import kept_settings


class Leave(Exception):
    """The player leaves this game for another that shares its first ``ply`` moves."""

    def __init__(self, ply: int) -> None:
        super().__init__(ply)
        self.ply = ply


class Reader:
    """Reads papers out at one desk to one chair."""

    def __init__(self, desk: Desk, house: House, chair: Chair) -> None:
        self.desk = desk
        self.house = house
        self.chair = chair
        self._library = Library(house, chair)

    def __call__(self, order: Order) -> None:
        """Read out what an order asks for. Quit or Leave when it asks to go; NotUnderstood when it means nothing."""
        match order.verb:
            case "quit":
                raise Quit
            case "rewind" | "what-if":
                raise Leave(self._leaving(order))
            case "back":
                self.desk.say("There is nothing to drop.")
            case verb if verb in _PAPERS:
                self.desk.say(*_PAPERS[verb](self, order))
            case "help":
                topic = order.rest[0] if order.rest else ""
                self.desk.say(*(exemplified(line, self.chair.agenda) for line in helped(topic)))
            case "try":
                raise NotUnderstood("A move can be tried while it is your floor.")
            case _:
                raise NotUnderstood("The debrief is read when the negotiation is over.")

    def _leaving(self, order: Order) -> int:
        """After which move the game is left: before one's own last one, or after the one named."""
        session = self.chair.session
        fixed = session.fixed()
        if fixed is not None:
            raise NotUnderstood(f"{fixed.message} {fixed.remedy}")
        word = order.rest[0] if order.rest else ""
        if order.verb == "rewind" and not word:
            ply = session.last_choice(self.chair.party)
            if ply < 0:
                raise NotUnderstood("You have made no move that could be taken back.")
            return ply
        if not (word.isascii() and word.isdecimal() and int(word[:6]) <= len(session.steps)):
            raise NotUnderstood(f"After which move? A number from 0 to {len(session.steps)}; “course” reads them.")
        return int(word)

    def _named(self, order: Order) -> Issue:
        return issue_named(self.chair.agenda, order.rest[0])

    def _what(self, words: tuple[str, ...]) -> list[str]:
        """How things stand, and what can be done now; of an issue that is named, what “D8” reads."""
        view = self.chair.view
        named = next((issue for word in words if (issue := find_issue(view.agenda, word))), None)
        if named is not None:
            return papers.issue_in_hand(self.chair, named)
        verbs = "The negotiation is over." if self.chair.session.over else verbs_read_out(self.chair.open.verbs)
        return [*papers.clock(view), *papers.standing_now(view), verbs]

    def _issues(self, words: str) -> list[str]:
        """Every issue in full, or those of one head."""
        agenda = self.chair.agenda
        head = find_head(agenda, words) if words else None
        named = agenda.under(head.id) if head else (issue_named(agenda, words),) if words else agenda.issues
        return papers.issues_in_full(self.chair, named)

    def _plots(self) -> list[str]:
        figures = self.house.figures(self.chair)
        lines = [line for figure in figures for line in figure_read_out(figure)]
        return lines or ["There is nothing to draw yet: nothing has been asked for on which both have spoken."]

    def _settings(self, order: Order) -> list[str]:
        """Read or change a setting; what is about this desk holds at once."""
        lines = settings_ordered(order.rest)
        self.desk.unbroken = kept_settings().unbroken
        return lines

    def _course(self, order: Order) -> list[str]:
        walk = self.house.walk(self.chair)
        return course_of(self.chair, walk, self._named(order)) if order.rest else course(self.chair, walk)

    def _map(self, order: Order) -> list[str]:
        return dossier.places_of(self.chair, self._named(order)) if order.rest else dossier.places(self.chair)

    def _minutes(self, order: Order) -> list[str]:
        entries = 0 if order.rest[:1] == ("all",) else papers.MINUTES_AT_ONCE
        return papers.minutes(self.chair, self.house, entries)

    def _transcript(self, order: Order) -> list[str]:
        """Write all that was said at this desk, and what will be, to a new file."""
        if not order.typed:
            return ["To which file? As in “transcript game.txt”."]
        try:
            path = Path(order.typed).expanduser()
            self.desk.keep(path.open("x", encoding="utf-8"))
        except (OSError, RuntimeError, ValueError) as error:
            return [_not_written("The transcript", order.typed, error)]
        return [f"All that is said at this desk, from its beginning, is written to {path}."]

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
            return mandate.instructions(self.chair)
        if words == "all":
            return mandate.instructions_on(self.chair, agenda.issues)
        head = find_head(agenda, words)
        issues: tuple[Issue, ...] = agenda.under(head.id) if head else (issue_named(agenda, words),)
        return mandate.instructions_on(self.chair, issues)

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

    def _write(self, name: str) -> str:
        """Write the minutes to a new file; the sentence that says what came of it."""
        if not name:
            return "To which file? As in “w minutes.txt”."
        text = clean(self.house.minutes(self.chair.session, self.chair.party))
        try:
            path = Path(name).expanduser()
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except (OSError, RuntimeError, ValueError) as error:
            return _not_written("The minutes", name, error)
        return f"The minutes are written to {path}."


def _not_written(what: str, name: str, error: Exception) -> str:
    """Why a file can't be written."""
    if isinstance(error, FileExistsError):
        return f"There is a file {name} already. Choose another name."
    why = getattr(error, "strerror", None) or str(error)
    return f"{what} can't be written to {name}: {why}. Choose another name."


_PAPERS: dict[str, Callable[[Reader, Order], list[str]]] = {
    "status": lambda reader, order: reader._status(" ".join(order.rest)),
    "instructions": lambda reader, order: reader._instructions(" ".join(order.rest)),
    "offers": lambda reader, order: papers.offers(reader.chair),
    "messages": lambda reader, order: papers.messages(reader.chair),
    "minutes": Reader._minutes,
    "why": lambda reader, order: reader._why(),
    "issue": lambda reader, order: reader._issue(order.rest),
    "quote": lambda reader, order: reader._quote(order.rest),
    "show": lambda reader, order: reader._library.shown(order.rest),
    "find": lambda reader, order: reader._library.found(order.typed),
    "citation": lambda reader, order: reader._library.cited(order),
    "note": lambda reader, order: reader._library.noted(order),
    "what": lambda reader, order: reader._what(order.rest),
    "issues": lambda reader, order: reader._issues(" ".join(order.rest)),
    "plots": lambda reader, order: reader._plots(),
    "settings": Reader._settings,
    "dossier": lambda reader, order: dossier.situation(reader.chair),
    "people": lambda reader, order: dossier.people(reader.chair),
    "map": Reader._map,
    "disputes": lambda reader, order: dossier.disputes(reader.chair),
    "course": Reader._course,
    "write": lambda reader, order: [reader._write(order.typed)],
    "transcript": Reader._transcript,
}
"""What can be read out, by the word of ``language.READINGS`` for it."""
