"""What a delegate says with a move: short sentences in the manner of the minutes, made from the decision alone.

Every sentence restates the move or one of its reasons, so none can claim what the plan does not intend. A phrase of
the documents is used only where it fits any occasion of its kind: it names nobody and promises nothing. It stands in
“quotation marks”, for those are the documents' own words; everything else is composed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.delegates.delegate import Decision, Reason
from game.delegates.ground import speeches_to_come
from game.delegates.reasons import GIVES_BACK, REFUSALS, Cause, Since
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Ask,
    ConsultCapital,
    Hold,
    Move,
    Propose,
    Reject,
    Reply,
    Reserve,
    Terms,
    Yield,
)
from game.engine.party import Latitude, Phrase
from game.engine.view import View
from game.record.names import heading, surname

PROMISES = frozenset("draft drafting wording instructions next other recommend prepare study article point".split())  # noqa: SIM905
"""Words by which a phrase says more than that something is refused, accepted, put off, asked or pressed."""
CAUSES = {
    Cause.INSTRUCTIONS: ("my instructions leave no room", "my instructions are against it"),
    Cause.PRINCIPAL: ("{principal} has been asked and has said no",),
    Cause.LINKAGE: ("that can't stand with the rest",),
    Cause.RESERVATION: ("on those terms we should sooner have no agreement",),
    Cause.ASPIRATION: (
        "we can't go so far as things stand",
        "as the whole stands, too little would be left to us",
        "not at this point; more would have to be settled our way",
    ),
    Cause.RECIPROCITY: ("we should want a step from you first", "you have not yet met us as far as that"),
    Cause.PRIORITY: ("we should sooner meet you elsewhere", "this weighs much with us; other points less"),
}
"""How a cause of refusal is put, in turn; each is true whenever the cause is."""
LAST_WORD = "I have nothing more to offer today."
"""What is said with the last offer of all."""
NOT_YET = ("We should not rise yet.", "There is still time; let us go on.")
"""How a proposal to rise is declined, in turn."""
BACK = "We give something back, so that the rest may be settled."
"""What is said with an offer to settle the last points for something that was agreed."""
TOGETHER = (
    "Taken together, it should serve both sides.",
    "We offer the one for the other.",
    "Each of us gives here, and each of us gains.",
)
"""How an exchange is commended, in turn."""
BEFORE = "What was said before goes beyond my instructions."
"""What is said with a step back that instructions require."""
BY_ASKING = ("I should have to ask {principal}", "that needs instructions I have not got")
"""How instructions are put that could be changed by asking."""
IN_PERSON = {
    Cause.INSTRUCTIONS: ("on this our mind is made up", "on this we can't go further"),
    Cause.PRINCIPAL: ("we have considered it, and the answer is no",),
}
"""How a principal who is at the table himself puts what binds a delegate."""
SINCE = {
    Since.INSTRUCTIONS: ("my instructions now allow it",),
    Since.STEPS: ("you have moved, and so can we", "you have met us since"),
    Since.HOUR: ("there is little time left", "it is late, and we will not stand on it"),
}
"""How it is put that something said before no longer holds."""
SEVERAL = 3
"""More headings than a sentence should name."""
EVERY = 3
"""A phrase of the documents is used in one speech out of so many, for each kind of occasion in another one."""
USES = ("refuse", "accept", "reserve", "press", "question")
"""The occasions phrases are used on."""


def worded(view: View, decision: Decision) -> Decision:
    """The decision with words on its move, where there is something to say beyond the move itself."""
    return replace(decision, move=_worded(view, decision.move, decision.reasons))


def _worded(view: View, move: Move, reasons: tuple[Reason, ...]) -> Move:
    match move:
        case Reject():
            return replace(move, words=_joined(_phrase(view, "refuse"), _causes(view, reasons)))
        case Reserve():
            return replace(move, words=_joined(_phrase(view, "reserve"), _causes(view, reasons)))
        case Accept():
            return replace(move, words=_joined(_phrase(view, "accept"), _thinks_again(view, reasons)))
        case Propose():
            said = _thinks_again(view, reasons), _offering(view, move, reasons)
            return replace(move, words=_joined(_not_yet(view), *said))
        case Hold():
            return replace(move, words=_joined(_not_yet(view), _phrase(view, "press")))
        case Ask():
            return replace(move, words=_joined(_not_yet(view), _phrase(view, "question")))
        case Yield():
            return replace(move, words=_not_yet(view))
        case Answer():
            return replace(move, words="Let us see first what you propose." if move.reply is Reply.GUARDED else "")
        case Adjourn():
            return replace(move, communique=_communique(view), words=_rising(view))
        case ConsultCapital():
            return replace(move, report=_report(view))
        case _:
            return move


def _phrase(view: View, use: str) -> str:
    """A phrase of the documents for this use, one after another as the talk goes on; most times none.

    None that was said at a later talk than this sitting: no word of another day is put into anybody's mouth before it.
    """
    own = [phrase for phrase in view.agenda.party(view.party).voice if phrase.use == use and _fits_any(phrase)]
    fitting = [phrase for phrase in own if phrase.said <= view.sitting.date]
    if _in_person(view):
        fitting = [phrase for phrase in fitting if "report" not in phrase.text]
    turn = view.speeches // 2
    if not fitting or turn % EVERY != USES.index(use) % EVERY:
        return ""
    text = fitting[turn // EVERY % len(fitting)].text
    return f"“{text}”" if text.endswith((".", "?", "!")) else f"“{text}”."


def _in_person(view: View) -> bool:
    """Whether the principal speaks for the side himself at this sitting."""
    return view.sitting.chair(view.party) == view.agenda.party(view.party).principal


def _fits_any(phrase: Phrase) -> bool:
    """Whether a phrase names nobody, gives no figure and promises nothing."""
    words = phrase.text.split()
    inner = [word for word, before in zip(words[1:], words, strict=False) if not before.endswith((".", "?", "!"))]
    named = any(word[0].isupper() and word != "I" for word in inner)
    plain = {word.strip(".,;:?!").lower() for word in words}
    return not named and not plain & PROMISES and not any(character.isdigit() for character in phrase.text)


def _causes(view: View, reasons: tuple[Reason, ...]) -> str:
    """Why: the weightiest cause for each issue, and the issues by name where the causes differ."""
    weightiest = {reason.issue: reason for reason in reversed(reasons) if reason.code in REFUSALS}
    stated: dict[str, list[str]] = {}
    for issue, reason in reversed(weightiest.items()):
        stated.setdefault(_put(view, reason), []).append(issue)
    if len(stated) == 1:
        return _sentence(next(iter(stated)))
    return " ".join(f"{_re(view, issues)}. {_sentence(cause)}" for cause, issues in stated.items())


def _put(view: View, reason: Reason) -> str:
    party = view.agenda.party(view.party)
    cause = Cause(reason.code)
    by_asking = cause is Cause.INSTRUCTIONS and ("latitude", Latitude.ASK.value) in reason.variables
    ways = BY_ASKING if by_asking else CAUSES[cause]
    if _in_person(view):
        ways = IN_PERSON.get(cause, ways)
    return ways[view.speeches // 2 % len(ways)].format(principal=surname(party, party.principal))


def _thinks_again(view: View, reasons: tuple[Reason, ...]) -> str:
    """What is gone back on, by heading, and what has changed since: the weightiest change for each issue."""
    grounds = {one.issue: str(dict(one.variables)["since"]) for one in reasons if one.code == Cause.CHANGE}
    if not grounds:
        return ""
    turn = view.speeches // 2
    said = []
    for since in Since:
        issues = [issue for issue, ground in grounds.items() if ground == since]
        ways = ("it can now be given",) if since is Since.INSTRUCTIONS and _in_person(view) else SINCE[since]
        if issues:
            about = "Re several points" if len(issues) > SEVERAL else _re(view, issues)
            said.append(f"{about}. We have thought again: {ways[turn % len(ways)]}.")
    return " ".join(said)


def _offering(view: View, move: Propose, reasons: tuple[Reason, ...]) -> str:
    """An exchange is commended as one, something given back called so; the last speech of all has the last word."""
    if speeches_to_come(view) == 1:
        return LAST_WORD
    if any(GIVES_BACK in dict(reason.variables) for reason in reasons):
        return BACK
    if any(reason.code == Cause.INSTRUCTIONS for reason in reasons):
        return "" if _in_person(view) else BEFORE
    return TOGETHER[view.speeches // 2 % len(TOGETHER)] if move.terms is Terms.WHOLE else ""


def _not_yet(view: View) -> str:
    """What a proposal to rise is met with by a side that speaks on: said with the move that ends its speech."""
    return NOT_YET[view.speeches // 2 % len(NOT_YET)] if view.rising == view.other else ""


def _rising(view: View) -> str:
    return "We agree to rise." if view.rising else "What is left can't be settled today. It is better to rise."


def _communique(view: View) -> str:
    """The formula: what stands, what is left, and that nothing binds until all is agreed."""
    agreed = sum(1 for standing in view.table if standing.agreement is not None)
    left = len(view.table) - agreed
    stands = f"{_questions(agreed)} agreed, subject to agreement on all the others" if agreed else "Nothing is agreed"
    return f"The talks are adjourned. {stands}; {_questions(left)} left for further talks."


def _questions(count: int) -> str:
    return f"{count} question is" if count == 1 else f"{count} questions are"


def _report(view: View) -> str:
    """What is reported home: what stands agreed and what is in dispute, by heading."""
    pairs = list(zip(view.agenda.issues, view.table, strict=True))
    agreed = [issue.id for issue, standing in pairs if standing.agreement is not None and standing.agreement.ply]
    disputed = [issue.id for issue, standing in pairs if standing.agreement is None and all(standing.positions)]
    lines = [f"Agreed here: {_headings(view, agreed)}."] if agreed else ["Nothing has been agreed here yet."]
    return " ".join([*lines, f"In dispute: {_headings(view, disputed)}."] if disputed else lines)


def _headings(view: View, issues: Iterable[str]) -> str:
    named = [heading(view.agenda, issue) for issue in dict.fromkeys(issues) if issue]
    return "; ".join(named) if named else "The whole"


def _re(view: View, issues: Iterable[str]) -> str:
    """The issues by name, as the minutes begin: "Re Railway guards; Status of Dairen"."""
    named = [heading(view.agenda, issue) for issue in dict.fromkeys(issues) if issue]
    return f"Re {'; '.join(named)}" if named else "As to the whole"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _sentence(text: str) -> str:
    """With a capital at the start and a full stop at the end."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
