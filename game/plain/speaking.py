"""Orders that hold, argue, ask, put off, or leave: order → move."""

from __future__ import annotations

from collections.abc import Callable

from game.debrief.deeds import issue_name, option_label, where
from game.engine.evidence import Basis, Claim, Minute, Passage
from game.engine.issues import Issue
from game.engine.ledger import Deed, Entry
from game.engine.moves import (
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Hold,
    Recourse,
    Reply,
    Reserve,
    Speech,
    WalkOut,
    Yield,
)
from game.engine.package import Package
from game.engine.view import View
from game.plain import offering
from game.plain.clerk import Back, Clerk
from game.plain.language import Order
from game.plain.names import NotUnderstood, find_issue, issue_named, nearest
from game.plain.offering import named
from game.plain.papers import BASIS
from game.plain.questions import Choice, chosen
from game.record.names import day


def hold(clerk: Clerk, order: Order) -> Hold:
    """Reaffirm positions: ``hold D8``."""
    view = clerk.chair.view
    found, _ = named(view.agenda, order.rest, ())
    issues = [issue for issue, _ in found] or [_on_which(clerk, "Hold to your position on which issue?", view.mine)]
    return Hold(clerk.chair.party, tuple(issue.id for issue in issues), order.words)


def _on_which(clerk: Clerk, question: str, held: Callable[[str], object]) -> Issue:
    """An issue not yet agreed of which ``held`` is true."""
    view = clerk.chair.view
    fit = [one for one in view.agenda.issues if held(one.id) and view.standing(one.id).agreement is None]
    if not fit:
        raise NotUnderstood("There is no such issue now. “s” reads how each stands.")
    return clerk.issue(question, fit)


def ask(clerk: Clerk, order: Order) -> Ask:
    """Ask whether there is room: ``ask D8``."""
    found, _ = named(clerk.chair.agenda, order.rest, ())
    issue = found[0][0] if found else _on_which(clerk, "Ask about which issue?", bool)
    return Ask(clerk.chair.party, issue.id, order.words)


def answer(clerk: Clerk, order: Order) -> Answer:
    """Answer the question just asked: ``answer firm``."""
    asked = clerk.chair.view.asked
    about = f" on {issue_name(clerk.chair.agenda, asked)}" if asked else ""
    word = order.rest[0] if order.rest else ""
    key = _picked(word, _REPLIES) if word else clerk.choose(f"Is there room{about}?", _REPLIES)
    return Answer(clerk.chair.party, Reply(key), order.words)


_REPLIES = (
    Choice(Reply.ROOM.value, "room: something nearer may be given on the spot"),
    Choice(Reply.REPORT.value, "report: something nearer may be given ad referendum"),
    Choice(Reply.FIRM.value, "firm: nothing nearer without new instructions"),
    Choice(Reply.GUARDED.value, "guarded: no answer"),
)
_RECOURSES = (
    Choice(Recourse.THOUGHT.value, "thought: we will think it over"),
    Choice(Recourse.INSTRUCTIONS.value, "instructions: I must ask for them"),
    Choice(Recourse.EXPERTS.value, "experts: leave it to them"),
    Choice(Recourse.NOTED.value, "noted: let us see it"),
)


def _picked(word: str, choices: tuple[Choice, ...]) -> str:
    found = chosen(word, choices)
    if found is None:
        known = [choice.key for choice in choices]
        raise NotUnderstood(f"“{word}” is none of: {', '.join(known)}.{nearest(word, known)}")
    return found.key


def reserve(clerk: Clerk, order: Order) -> Reserve:
    """Put an issue off: ``reserve D8 instructions``; ``reserve D8=parity thought`` also says what you stand on."""
    found, flags = named(clerk.chair.agenda, order.rest, tuple(Recourse))
    to = next((one for one in Recourse if one.value in flags), Recourse.THOUGHT)
    if not found:
        found = [(_on_which(clerk, "Put off which issue?", bool), None)]
        to = to if flags else Recourse(clerk.choose("To what?", _RECOURSES))
    standing = Package.of({issue.id: option.id for issue, option in found if option})
    return Reserve(clerk.chair.party, tuple(issue.id for issue, _ in found), to, standing, order.words)


def argue(clerk: Clerk, order: Order) -> Argue:
    """Make a claim with a passage for it: ``argue CLAIM PASSAGE``; ``argue D8`` reads the claims on an issue."""
    view = clerk.chair.view
    claim = _claim(clerk, view, order.rest[0] if order.rest else "")
    fresh = [one for one in claim.passages if f"{view.party}:{claim.id}:{one.id}" not in view.used]
    choices = [Choice(one.id, _passage_words(one)) for one in fresh or claim.passages]
    if len(order.rest) > 1:
        every = tuple(Choice(one.id, one.text) for one in claim.passages)
        return Argue(view.party, claim.id, _picked(order.rest[1], every), order.words)
    return Argue(view.party, claim.id, clerk.choose(f"{claim.text} With which passage?", choices), order.words)


def _passage_words(passage: Passage) -> str:
    """A passage to choose: its words, in quotation marks where they are a document's, its name, and whose they are."""
    basis, place = passage.attribution.basis, next((one for one in passage.attribution.citations if one.source), None)
    words = f"“{passage.text}”" if basis is Basis.ATTESTED else passage.text
    lies = f", {where(place)}" if place else ""
    return f"{words} ({passage.id}; {BASIS[basis]}{lies})"


def _claim(clerk: Clerk, view: View, word: str) -> Claim:
    for claim in view.claims:
        if word.lower() in (claim.id, claim.card.lower()):
            return claim
    spoken_to = {issue for claim in view.claims for issue in claim.issues}
    if word:
        issue = find_issue(view.agenda, word)
        if issue is None:
            known = [claim.id for claim in view.claims]
            raise NotUnderstood(f"Your side has no claim “{word}”.{nearest(word, known)} “argue” reads your claims.")
    elif not spoken_to:
        raise NotUnderstood("Your side has no argument at this date.")
    else:
        fit = [one for one in view.agenda.issues if one.id in spoken_to]
        issue = clerk.issue("Argue on which issue?", fit)
    found = [claim for claim in view.claims if issue.id in claim.issues]
    if not found:
        raise NotUnderstood(f"{issue.code} {issue.heading}: your side has no argument on it.")
    key = clerk.choose("Which claim?", [Choice(one.id, f"{one.text} ({one.id})", (one.card,)) for one in found])
    return next(one for one in found if one.id == key)


def cite(clerk: Clerk, order: Order) -> CiteMinutes:
    """Hold the other side to what it said: ``cite MINUTE``, or ``cite D8`` for what it said on an issue."""
    view = clerk.chair.view
    word = order.rest[0] if order.rest else ""
    minute = next((one for one in view.minutes if one.id == word.lower()), None)
    if minute is not None:
        return CiteMinutes(view.party, minute.issue, minute.id, words=order.words)
    issue = issue_named(view.agenda, word) if word else None
    choices = [_minute_choice(view, one) for one in view.minutes if _is_on(one.issue, issue)]
    said = [one for one in view.ledger if one.by == view.other and one.deed in _SAID and _is_on(one.issue, issue)]
    choices += [_entry_choice(view, one) for one in said]
    if not choices:
        raise NotUnderstood("The other side has said nothing there that it could be held to.")
    kind, about, number = clerk.choose("Hold them to which words?", choices).split("|")
    if kind == "minute":
        return CiteMinutes(view.party, about, number, words=order.words)
    return CiteMinutes(view.party, about, ply=int(number), words=order.words)


_SAID = (Deed.OFFERED, Deed.RETREATED, Deed.ACCEPTED)


def _is_on(issue: str, wanted: Issue | None) -> bool:
    return wanted is None or issue == wanted.id


def _minute_choice(view: View, minute: Minute) -> Choice:
    name = issue_name(view.agenda, minute.issue)
    said = f"{day(minute.date)}, {name}: “{minute.citation.text}” ({where(minute.citation)})"
    return Choice(f"minute|{minute.issue}|{minute.id}", said, (minute.id,))


def _entry_choice(view: View, entry: Entry) -> Choice:
    label = option_label(view.agenda, entry.issue, entry.option)
    said = f"today, {issue_name(view.agenda, entry.issue)}: {entry.deed.value} {label}"
    return Choice(f"ply|{entry.issue}|{entry.ply}", said)


def yield_floor(clerk: Clerk, order: Order) -> Yield:
    """Leave the floor to the other side."""
    return Yield(clerk.chair.party, order.words)


def adjourn(clerk: Clerk, order: Order) -> Adjourn:
    """Propose to rise, or agree to it, with a formula for the press: ``adjourn: The talks are postponed.``"""
    return Adjourn(clerk.chair.party, order.words or " ".join(order.rest))


def walk_out(clerk: Clerk, order: Order) -> WalkOut:
    """Break off, when the player confirms it."""
    sure = order.rest[:1] == ("yes",)
    question = "This ends the negotiation without an agreement. Walk out?"
    if not sure and clerk.choose(question, _CONFIRM) == "no":
        raise Back
    return WalkOut(clerk.chair.party, order.words)


_CONFIRM = (Choice("no", "no, stay"), Choice("yes", "yes, break off"))

Maker = Callable[[Clerk, Order], Speech | ConsultCapital]
MAKERS: dict[str, Maker] = {
    "propose": offering.propose,
    "accept": offering.accept,
    "reject": offering.reject,
    "hold": hold,
    "argue": argue,
    "cite": cite,
    "ask": ask,
    "answer": answer,
    "reserve": reserve,
    "withdraw": offering.withdraw,
    "telegram": offering.telegram,
    "yield": yield_floor,
    "adjourn": adjourn,
    "walk-out": walk_out,
}
"""How each verb's order becomes a move."""
