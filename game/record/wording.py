"""A move put into words, short and dry, as the minute-takers of July 1945 put them. Composed here, never quoted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from game.engine.evidence import Basis
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Happening,
    Hold,
    Move,
    Occur,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.package import Package
from game.engine.rules import cited_option
from game.engine.scenario import Agenda
from game.engine.state import State
from game.record.names import day, heading, label, surname

IN_PERSON = {Reply.REPORT: "there is room.", Reply.FIRM: "none. Our mind is made up."}
"""How a principal who is at the table himself answers what a delegate would answer by his instructions."""


def composed(agenda: Agenda, before: State, move: Move) -> str:
    """A sentence or two for any legal move, from the labels and wording of the agenda. Never empty but for a Yield."""
    match move:
        case Propose():
            return _propose(agenda, before, move) + _own(move.responsibility)
        case Accept():
            return _accept(agenda, before, move) + _own(move.responsibility)
        case Reject():
            return _reject(agenda, before, move)
        case Hold():
            return f"Re {_held(agenda, before, move.by, move.issues)}. We hold to it."
        case Argue():
            return _argue(before, move)
        case CiteMinutes():
            return _cite(agenda, before, move)
        case Ask():
            return f"Re {heading(agenda, move.issue)}: what would you like to have? Is there room?"
        case Answer():
            return f"Re {heading(agenda, before.asked)}: {_reply(agenda, before, move)}"
        case Reserve():
            return _reserve(agenda, before, move)
        case Withdraw():
            return f"We take back our offer re {_clauses(agenda, before.offers[move.offer - 1].package)}."
        case ConsultCapital():
            return _consult(agenda, before, move)
        case Yield():
            return ""
        case Adjourn():
            return _adjourn(agenda, before, move)
        case WalkOut():
            return "There is nothing more to discuss. (Breaks off the talks.)"
        case Occur():
            return occurrence(agenda, before, move)
        case _:
            assert_never(move)


def _named(agenda: Agenda, issue: str, option: str | None) -> str:
    found = agenda.issue(issue).option(option) if option else None
    return found.label if found else "nothing"


def occurrence(agenda: Agenda, before: State, move: Occur) -> str:
    """What chance brought, as a note between speeches."""
    if move.what is Happening.MEETING:
        opens = next((one for one in agenda.meetings if one.id == move.reference), None)
        return f"The meeting of {day(opens.date)} opens." if opens else "The next meeting opens."
    if move.what is Happening.EVENT:
        return next((one.text for one in before.scenario.events if one.id == move.reference), "Something happens.")
    principal = agenda.party(move.party).principal
    if move.what is Happening.RATIFIES:
        return f"{principal} ratifies what was agreed."
    if move.what is Happening.REPUDIATES:
        return f"{principal} repudiates what was agreed."
    return _answer_from_home(agenda, before, move)


def _clauses(agenda: Agenda, package: Package) -> str:
    """The package's options in the order of the agenda."""
    return "; ".join(label(agenda, issue, package.get(issue)) for issue in sorted(package.issues, key=agenda.place))


def _headings(agenda: Agenda, issues: Iterable[str]) -> str:
    return "; ".join(heading(agenda, issue) for issue in issues)


def _held(agenda: Agenda, state: State, party: str, issues: Iterable[str]) -> str:
    return "; ".join(label(agenda, issue, state.position(party, issue)) for issue in issues)


def _own(responsibility: Responsibility) -> str:
    return " I say so on my own responsibility." if responsibility is Responsibility.OWN else ""


def _propose(agenda: Agenda, before: State, move: Propose) -> str:
    if move.terms is Terms.WHOLE:
        return _bargain(agenda, before, move)
    if len(move.package) > 1:
        return f"Propose re {_clauses(agenda, move.package)}. Each may be taken by itself."
    issue, option = move.package.items[0]
    found = agenda.issue(issue).option(option)
    wording = found.wording if found else ""
    return f"Re {heading(agenda, issue)}, {_direction(agenda, before, move)}. {wording}".rstrip()


def _direction(agenda: Agenda, before: State, move: Propose) -> str:
    """Whether the offer is a first word, a step towards the other side, or a step back."""
    issue, option = move.package.items[0]
    held = before.position(move.by, issue)
    named = _named(agenda, issue, option)
    if held is None:
        return f"propose: {named}"
    step = agenda.level(issue, option) - agenda.level(issue, held)
    towards = step > 0 if agenda.side(move.by) == 0 else step < 0
    return f"we can go as far as: {named}" if towards else f"we go back to: {named}"


def _bargain(agenda: Agenda, before: State, move: Propose) -> str:
    other = agenda.other(move.by)
    given = tuple(issue for issue, option in move.package if before.position(other, issue) == option)
    asked = tuple(issue for issue in move.package.issues if issue not in given)
    if not given or not asked:
        return f"Re {_clauses(agenda, move.package)}. All of it or nothing."
    gives, asks = _clauses(agenda, move.package.only(given)), _clauses(agenda, move.package.only(asked))
    return f"Re {gives}. We accept, if you accept re {asks}."


def _in_person(agenda: Agenda, before: State, party: str) -> bool:
    """Whether a side's principal speaks for it himself at this sitting."""
    return before.sitting.chair(party) == agenda.party(party).principal


def _accept(agenda: Agenda, before: State, move: Accept) -> str:
    what = _clauses(agenda, move.package)
    if move.degree is Degree.SUBSTANCE:
        return f"Re {what}. Agree in substance; the wording to be drafted."
    if move.degree is Degree.FINAL:
        return f"Re {what}. Agree."
    if _in_person(agenda, before, move.by):
        return f"Re {what}. Accept."
    party = agenda.party(move.by)
    return f"Re {what}. Accept. Will report to {surname(party, party.principal)}."


def _reject(agenda: Agenda, before: State, move: Reject) -> str:
    if move.offer:
        return f"Re {_clauses(agenda, before.offers[move.offer - 1].package)}. Cannot accept that as a whole."
    return f"Re {_held(agenda, before, agenda.other(move.by), move.issues)}. Cannot accept."


def _argue(before: State, move: Argue) -> str:
    claim = before.scenario.claim(move.claim)
    passage = claim.passage(move.passage) if claim else None
    if claim is None or passage is None:
        return "Explains."
    if passage.attribution.basis is not Basis.ATTESTED:
        return f"{claim.text} {passage.text}"
    return f"{claim.text} Noted on {_day_seen_from(before, passage.since)}: {_closed(passage.text)}"


def _cite(agenda: Agenda, before: State, move: CiteMinutes) -> str:
    about = heading(agenda, move.issue)
    what = _named(agenda, move.issue, cited_option(before, move))
    minute = before.scenario.minute(move.minute) if move.minute else None
    if minute is None:
        return f"Re {about}: in this very talk you said {what}."
    said = f": {_closed(minute.citation.quote)}" if minute.citation.verbatim else "."
    return f"Re {about}, read minutes of {_day_seen_from(before, minute.date)}{said} That is: {what}."


def _closed(quote: str) -> str:
    """A quotation at the end of a sentence: with one full stop, its own or one after it."""
    return f"“{quote}”" if quote.endswith((".", "?", "!")) else f"“{quote}”."


def _day_seen_from(before: State, iso: str) -> str:
    """A day as one names it at this sitting: its year only where it is another one."""
    return day(iso).rsplit(" ", 1)[0] if iso[:4] == before.sitting.date[:4] else day(iso)


def _reply(agenda: Agenda, before: State, move: Answer) -> str:
    party = agenda.party(move.by)
    if _in_person(agenda, before, move.by) and move.reply in IN_PERSON:
        return IN_PERSON[move.reply]
    principal = surname(party, party.principal)
    replies = {
        Reply.ROOM: "there is room.",
        Reply.REPORT: f"there is room, but I must report to {principal}.",
        Reply.FIRM: "none. My instructions are clear.",
        Reply.GUARDED: "we will come back to that.",
    }
    return replies[move.reply]


def _reserve(agenda: Agenda, before: State, move: Reserve) -> str:
    party = agenda.party(move.by)
    asks = f"I must ask {surname(party, party.principal)} for instructions."
    puts_off = {
        Recourse.THOUGHT: "Must reserve. We will think it over.",
        Recourse.INSTRUCTIONS: "We must consider it." if _in_person(agenda, before, move.by) else asks,
        Recourse.EXPERTS: "To be considered by our representatives.",
        Recourse.NOTED: "Let us see it.",
    }
    meanwhile = f" Until then we stand on {_clauses(agenda, move.standing)}." if len(move.standing) else ""
    return f"Re {_headings(agenda, move.issues)}. {puts_off[move.to]}{meanwhile}"


def _consult(agenda: Agenda, before: State, move: ConsultCapital) -> str:
    party = agenda.party(move.by)
    if _in_person(agenda, before, move.by):
        weighs = f" Could it be {_clauses(agenda, move.asks)}?" if len(move.asks) else ""
        return f"Takes counsel with advisers.{weighs}"
    asks = f" Asks leave for {_clauses(agenda, move.asks)}." if len(move.asks) else ""
    report = f" {move.report.strip()}" if move.report.strip() else ""
    return f"{party.wire[:1].upper()}{party.wire[1:]} to {party.principal}.{report}{asks}"


def _adjourn(agenda: Agenda, before: State, move: Adjourn) -> str:
    rises = "Agree to adjourn." if before.rising == agenda.other(move.by) else "Propose that we adjourn."
    return f"{rises} Communiqué: {move.communique}" if move.communique else rises


def _answer_from_home(agenda: Agenda, before: State, move: Occur) -> str:
    """The principal's answer, option by option, in the words laid down for it where there are any."""
    party = agenda.party(move.party)
    sent = next(one for one in before.telegrams if (one.party, one.number) == (move.party, move.number))
    stakes = before.scenario.stake(move.party)
    answers = []
    for issue, option in sent.asks:
        ruling = stakes.ruling(issue, option)
        answer = "may be given, ad referendum" if ruling and ruling.granted else "no"
        words = f" {ruling.words}" if ruling and ruling.words else ""
        answers.append(f"{label(agenda, issue, option)}: {answer}.{words}")
    return f"Answer from {party.principal}. {' '.join(answers) or 'Report received.'}"
