"""What a move does, as one plain sentence in the present tense: "The Soviet side proposes D8 Board: Parity."."""

from __future__ import annotations

from typing import assert_never
from urllib.parse import unquote

from game.engine.evidence import Citation
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
from game.engine.scenario import Agenda

DEGREES = {
    Degree.SUBSTANCE: "in substance",
    Degree.AD_REFERENDUM: "ad referendum",
    Degree.FINAL: "finally",
}
REPLIES = {
    Reply.ROOM: "there is room, on the spot",
    Reply.REPORT: "there is room, ad referendum",
    Reply.FIRM: "there is none without new instructions",
    Reply.GUARDED: "no clear answer",
}
_RECOURSES = {
    Recourse.THOUGHT: "will think over",
    Recourse.INSTRUCTIONS: "must ask for instructions on",
    Recourse.EXPERTS: "leaves to experts",
    Recourse.NOTED: "takes note of",
}


def side(agenda: Agenda, party: str) -> str:
    """A party in the middle of a sentence: "the Chinese side"."""
    return agenda.party(party).side


def the_side(agenda: Agenda, party: str) -> str:
    """A party at the beginning of a sentence: "The Chinese side"."""
    return f"The {agenda.party(party).adjective} side"


def issue_name(agenda: Agenda, issue: str) -> str:
    """An issue by code and heading: "D8 Board of directors"; the bare id when it is not on the agenda."""
    if not agenda.has(issue):
        return issue
    found = agenda.issue(issue)
    return f"{found.code} {found.heading}"


def option_label(agenda: Agenda, issue: str, option: str | None) -> str:
    """An option's label; "nothing voiced" for None."""
    if option is None:
        return "nothing voiced"
    found = agenda.issue(issue).option(option) if agenda.has(issue) else None
    return found.label if found else option


def option_place(agenda: Agenda, issue: str, option: str) -> str:
    """An option by its place: "option 2 of 4, Parity"."""
    options = agenda.issue(issue).options
    return f"option {agenda.level(issue, option)} of {len(options)}, {option_label(agenda, issue, option)}"


def where(citation: Citation) -> str:
    """Where a passage lies: "soong-molotov-1945-07-10, line 275", or an outside work with its address."""
    if citation.source:
        return f"{citation.source}, line {citation.line}" if citation.line else citation.source
    return ", ".join(filter(None, (citation.title, address(citation.url))))


def address(url: str) -> str:
    """An address as a browser shows it: names in other scripts as they are written, where that is safe to print.

    >>> address("https://ja.wikipedia.org/wiki/%E7%89%B9")
    'https://ja.wikipedia.org/wiki/特'
    """
    try:
        shown = unquote(url, errors="strict")
    except UnicodeDecodeError:
        return url
    return shown if shown.isprintable() and " " not in shown else url


def package_words(agenda: Agenda, package: Package) -> str:
    """A package issue by issue, in agenda order: "D8 Board: option 2 of 4, Parity; E1 …"."""
    known = sorted((issue for issue, _ in package if agenda.has(issue)), key=agenda.place)
    chosen = dict(package.items)
    return "; ".join(f"{issue_name(agenda, one)}: {option_place(agenda, one, chosen[one])}" for one in known)


def deed(agenda: Agenda, move: Move) -> str:
    """One sentence: who does what on which issue. It says nothing of why, and quotes no words."""
    if isinstance(move, Occur):
        return _happening(agenda, move)
    return f"{the_side(agenda, move.by)} {_act(agenda, move)}."


def _act(agenda: Agenda, move: Move) -> str:
    match move:
        case Propose():
            return f"proposes{_terms(move)} {package_words(agenda, move.package)}"
        case Accept():
            taken = f"offer {move.offer}, " if move.offer else ""
            own = _own(move.responsibility)
            return f"accepts {taken}{DEGREES[move.degree]}: {package_words(agenda, move.package)}{own}"
        case Reject():
            return f"refuses offer {move.offer}" if move.offer else f"refuses {_names(agenda, move.issues)}"
        case Hold():
            return f"holds to its position on {_names(agenda, move.issues)}"
        case Argue():
            return f"makes an argument ({move.claim})"
        case CiteMinutes():
            return f"holds the other side to what it said on {issue_name(agenda, move.issue)}"
        case Ask():
            return f"asks whether there is room on {issue_name(agenda, move.issue)}"
        case Answer():
            return f"answers: {REPLIES[move.reply]}"
        case Reserve():
            return f"{_RECOURSES[move.to]} {_names(agenda, move.issues)}"
        case Withdraw():
            return f"takes back offer {move.offer}"
        case ConsultCapital():
            return "sends a message home"
        case Yield():
            return "leaves the floor to the other side"
        case Adjourn():
            formula = f", with the formula “{move.communique.rstrip('.')}”" if move.communique else ""
            return f"is for rising{formula}"
        case WalkOut():
            return "breaks off the negotiation"
        case Occur():
            return ""
        case _:
            assert_never(move)


def _terms(move: Propose) -> str:
    """How it is meant, told before what is proposed, lest it seem part of the last point; else empty."""
    whole = ", all or nothing" if move.terms is Terms.WHOLE else ""
    terms = f"{whole}{_own(move.responsibility)}"
    return f"{terms}:" if terms else ""


def _own(responsibility: Responsibility) -> str:
    return ", on its own responsibility" if responsibility is Responsibility.OWN else ""


def _names(agenda: Agenda, issues: tuple[str, ...]) -> str:
    return ", ".join(issue_name(agenda, one) for one in issues)


def _happening(agenda: Agenda, move: Occur) -> str:
    if move.what is Happening.MEETING:
        title = next((one.title for one in agenda.meetings if one.id == move.reference), move.reference)
        return f"The next meeting opens: {title}."
    if move.what is Happening.EVENT:
        return f"Something happens outside the room: {move.reference}."
    principal = agenda.party(move.party).principal
    if move.what is Happening.ANSWER:
        return f"{principal} answers message {move.number}."
    verdict = "ratifies" if move.what is Happening.RATIFIES else "repudiates"
    return f"{principal} {verdict} what was agreed."
