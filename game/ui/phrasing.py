"""A draft in words: what would be said, how far it goes beyond instructions, and what keeps it from being said."""

from __future__ import annotations

from textual.content import Content

from game.engine.effects import MOVES_IN_A_SPEECH
from game.engine.moves import Degree, Recourse, Reply, Terms
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.state import Ending, EndingKind, Offer, Refusal
from game.engine.view import View
from game.engine.worth import worth
from game.play.answers import answer_given
from game.play.cables import answer_in_time
from game.play.clean import clean_line
from game.record.minutes import ending_told
from game.ui.chair import Chair
from game.ui.draft import BREAK_OFF, MANNERS, RISE, Draft, excess, highest_risk
from game.ui.signs import BASIS, LATITUDE, REFUSED, VERBATIM
from game.ui.widgets.paper import key_word
from game.ui.words import counted, long_date

MOST_REFUSED = 2
"""Earlier refusals told under a draft."""
VERB_WORDS = {
    "propose": "You propose",
    "accept": "You accept",
    "reject": "You refuse",
    "hold": "You hold to your position on",
    "argue": "You argue",
    "cite": "You cite the minutes",
    "ask": "You ask whether there is room on",
    "answer": "You answer",
    "reserve": "You reserve",
    "withdraw": "You take back",
    "yield": "You leave the floor to the other side",
    "adjourn": "You",
}
MANNER_WORDS: dict[str, str] = {
    Terms.SEVERABLE: "issue by issue",
    Terms.WHOLE: "all or nothing",
    Degree.AD_REFERENDUM: "ad referendum",
    Degree.SUBSTANCE: "in substance",
    Degree.FINAL: "finally",
    Recourse.THOUGHT: "we will think it over",
    Recourse.INSTRUCTIONS: "I must ask for instructions",
    Recourse.EXPERTS: "leave it to the experts",
    Recourse.NOTED: "let us see it",
    Reply.ROOM: "there is room",
    Reply.REPORT: "there may be, ad referendum",
    Reply.FIRM: "there is none",
    Reply.GUARDED: "guardedly, without an answer",
    RISE: "propose to rise",
    BREAK_OFF: "break off the talks",
}


def headline(view: View, draft: Draft) -> Content:
    """The draft as a sentence, with the manner it is said in."""
    manner = MANNER_WORDS.get(draft.manner, "")
    if draft.manner == RISE and view.rising == view.other:
        manner = "agree to rise"
    if draft.verb == "adjourn":
        return Content.assemble((f"{VERB_WORDS[draft.verb]} ", "bold"), (manner, "bold $accent"))
    if draft.verb == "answer":
        asked = f" on {_heading(view, view.asked)}" if view.asked else ""
        return Content.assemble((VERB_WORDS[draft.verb], "bold"), f"{asked}: ", (manner, "bold $accent"))
    said = Content(" ").join([Content.styled(VERB_WORDS[draft.verb], "bold"), *_object(view, draft)])
    between = ": " if draft.verb == "reserve" else ", "
    return Content.assemble(said, between, (manner, "bold $accent")) if manner else said


def _object(view: View, draft: Draft) -> list[Content]:
    number = [Content(f"offer {draft.offer}:")] if draft.offer else []
    if draft.verb == "argue":
        return [Content(clean_line(_claim(view, draft)))]
    if draft.verb == "cite":
        return [Content(clean_line(view.agenda.issue(draft.issues[0]).heading))]
    if len(draft.package):
        return [*number, _items(view, draft.package)]
    named = sorted(draft.issues, key=view.agenda.place) if draft.offer else draft.issues
    return [*number, Content(", ").join(Content(_heading(view, issue)) for issue in named)]


def backing(view: View, draft: Draft) -> Content | None:
    """What stands behind an argument, or is held against the other side; None for every other draft."""
    if draft.verb == "argue":
        claim = next((one for one in view.claims if one.id == draft.claim), None)
        passage = claim.passage(draft.passage) if claim else None
        if passage is None:
            return None
        sign = BASIS[passage.attribution.basis]
        end = "”" if sign is VERBATIM else ""
        return Content.assemble(
            (f"with {sign.glyph} ", "$faint"), f"{clean_line(passage.text)}{end}", (f"  {sign.word}", "$faint")
        )
    if draft.verb == "cite" and draft.minute:
        minute = next((one for one in view.minutes if one.id == draft.minute), None)
        return Content(f"{long_date(minute.date)}: {_label(view, minute.issue, minute.option)}") if minute else None
    if draft.verb == "cite":
        entry = next((one for one in view.ledger if one.ply == draft.ply and one.issue == draft.issues[0]), None)
        return Content(f"Today: {_label(view, entry.issue, entry.option)}") if entry else None
    return None


def _label(view: View, issue: str, option: str) -> str:
    found = view.agenda.issue(issue).option(option)
    return clean_line(found.label) if found else option


def _items(view: View, package: Package) -> Content:
    """Every issue and option, in the order of the agenda."""
    ordered = sorted(package, key=lambda pair: view.agenda.place(pair[0]))
    return Content(" + ").join(_item(view, issue, option) for issue, option in ordered)


def _claim(view: View, draft: Draft) -> str:
    return next((claim.text for claim in view.claims if claim.id == draft.claim), "")


def _heading(view: View, issue: str) -> str:
    return clean_line(view.agenda.issue(issue).heading)


def _item(view: View, issue: str, option: str) -> Content:
    latitude = LATITUDE[view.latitude(issue, option)]
    label = (_label(view, issue, option), "bold")
    return Content.assemble(f"{_heading(view, issue)}: ", label, " (", (latitude.word, latitude.style), ")")


def consequence(view: View, draft: Draft) -> Content | None:
    """What it risks or is worth, or None where there is nothing to say."""
    beyond = excess(view, draft)
    if beyond:
        return _risk(view, draft, beyond)
    if draft.manner == BREAK_OFF:
        return Content.styled("This ends the negotiation without an agreement.", "bold $danger")
    if draft.verb == "propose" and len(draft.package):
        return _worth(view, draft)
    return None


def _risk(view: View, draft: Draft, beyond: tuple[tuple[str, str, Latitude], ...]) -> Content:
    principal = clean_line(view.agenda.party(view.party).principal)
    issue, _, latitude = beyond[0]
    more = f" (and {len(beyond) - 1} more)" if len(beyond) > 1 else ""
    what = "is a red line" if latitude is Latitude.FORBIDDEN else f"needs new instructions from {principal}"
    risk = f"risk of repudiation up to {view.risk + highest_risk(view, draft)} %"
    how = "On your own responsibility: " if draft.own else "If you say it on your own responsibility: "
    return Content.assemble(
        (f"{_heading(view, issue)}{more} {what}. ", "bold $danger"),
        (f"{how}{risk} if it is agreed.", "$caution"),
    )


def _worth(view: View, draft: Draft) -> Content:
    new = sum(view.points(issue, option) for issue, option in draft.package)
    now = sum(view.points(i, held) for i in draft.package.issues if (held := view.mine(i)))
    voiced = all(view.mine(issue) for issue in draft.package.issues)
    compared = f", where you stand now {now}" if voiced else ""
    return Content.styled(f"Worth to you: {new} points{compared}.", "$faint")


def refused_before(chair: Chair, draft: Draft) -> list[Content]:
    """What in a proposal the other side has refused already, and why as far as it said: one line an issue."""
    if draft.verb != "propose":
        return []
    against = [
        (issue, chair.refused[issue, option]) for issue, option in draft.package if (issue, option) in chair.refused
    ]
    return [_refused_line(chair.view, issue, why) for issue, why in against[:MOST_REFUSED]]


def _refused_line(view: View, issue: str, why: tuple[str, ...]) -> Content:
    side = view.agenda.party(view.other).adjective or view.agenda.party(view.other).name
    reason = f": {clean_line(' '.join(why))}" if why else ", and gave no reason."
    return Content.assemble(
        (f"{REFUSED.glyph} ", REFUSED.style),
        (f"The {side} side has refused this on {_heading(view, issue)}", "$caution"),
        (reason, "$faint"),
    )


def refusal_line(refusal: Refusal) -> Content:
    """Why it can't be said, and what to do."""
    return Content.assemble(
        ("✗ ", "bold $danger"), (clean_line(refusal.message), "bold $danger"), "  → ", clean_line(refusal.remedy)
    )


def ways(view: View, draft: Draft, refusal: Refusal | None) -> list[Content]:
    """The keys that work on the draft, each clickable. Nobody is sent home for an answer that can't come in time."""
    keys = [] if refusal else [("Enter", "says it", "screen.enter")]
    if refusal is not None and refusal.code == "beyond-instructions":
        keys += [("o", "on your own responsibility", "screen.own")]
        keys += [("t", "ask home first", "screen.consult")] if answer_in_time(view) else []
    if draft.own:
        keys.append(("o", "not on your own responsibility", "screen.own"))
    if len(MANNERS.get(draft.verb, ())) > 1:
        keys.append(("w", "another way", "screen.manner"))
    keys += [("i", "your own words", "screen.words"), ("Esc", "drops it", "screen.back")]
    return [key_word(*key) for key in keys]


def hint(chair: Chair, listening: bool) -> str:
    """What to do when nothing is in hand."""
    if chair.session.over:
        return "b opens the debrief, g walks the course of the game, q leaves. It is saved."
    if not chair.has_floor or listening:
        return "The other side is speaking. You can make ready what you will say."
    view = chair.view
    if view.asked:
        heading = clean_line(view.agenda.issue(view.asked).heading)
        return f"You are asked whether there is room on: {heading}. k answers, or speak to something else."
    if view.rising == view.other:
        return "The other side proposes to rise: j agrees, and ends the sitting; or speak on."
    if view.spoken:
        return f"Move {view.spoken + 1} of at most {MOVES_IN_A_SPEECH} in this speech; y leaves the floor."
    return "Your floor. Choose an issue and an option: p proposes it, Enter says it."


def standing(view: View, issue: str) -> list[Content]:
    """How things stand, nothing in hand: what is agreed, what became of the issue, packages, messages under way."""
    if view.ending is not None:
        return ended(view, view.ending)
    required = [issue for issue in view.agenda.issues if issue.required]
    agreed = sum(1 for issue in required if view.standing(issue.id).agreement)
    value = f"worth {worth(view.agenda, view.stakes, view.settled)} to you; no agreement {view.stakes.reservation}"
    lines = [
        Content.assemble(
            (f"Agreed {agreed} of the {len(required)} needed, {value}.", "$faint"),
            (f"  Repudiation risk {view.risk} %.", "bold $danger") if view.risk else "",
        )
    ]
    answer = clean_line(answer_given(view, issue)) if issue else ""
    lines += [Content.styled(answer, "$caution")] if answer else []
    packages = [offer for offer in view.offers_to_me() if offer.terms is Terms.WHOLE]
    lines += [_offered(view, issue, offer) for offer in packages[-1 if answer else -2 :]]
    waiting = sum(1 for telegram in view.telegrams if not telegram.answered)
    if waiting:
        principal = clean_line(view.agenda.party(view.party).principal)
        never = "" if answer_in_time(view) else "; no answer can come before the end"
        lines.append(Content.styled(f"{counted(waiting, 'message')} to {principal} not yet answered{never}.", "$faint"))
    return lines


def ended(view: View, ending: Ending) -> list[Content]:
    """How it ended and what that is worth to this side: without a full agreement that stands, no agreement."""
    told = Content.styled(clean_line(ending_told(view.agenda, ending)), "bold $primary")
    none = view.stakes.reservation
    if ending.kind is EndingKind.AGREEMENT:
        value = worth(view.agenda, view.stakes, view.settled)
        return [told, Content(f"It is worth {counted(value, 'point')} to you; no agreement was worth {none}.")]
    required = [issue.id for issue in view.agenda.issues if issue.required]
    agreed = sum(1 for issue in required if view.settled.get(issue))
    nothing = f"{agreed} of {len(required)} had been agreed, but nothing binds until all is: you are left with {none}."
    return [told, Content(nothing)]


def _offered(view: View, issue: str, offer: Offer) -> Content:
    """A package of the other side's on one line, by the issue in hand or its first: all of it is said by “accept”."""
    first = issue if offer.package.get(issue) else min(offer.package.issues, key=view.agenda.place)
    more = f" + {len(offer.package) - 1} more" if len(offer.package) > 1 else ""
    worth = sum(view.points(*place) for place in offer.package)
    beyond = sum(view.latitude(*place) in (Latitude.ASK, Latitude.FORBIDDEN) for place in offer.package)
    lead = (f"Their package (offer {offer.number}): ", "bold $accent")
    told = f"{counted(worth, 'point')}{f', {beyond} beyond instructions' if beyond else ''}"
    return Content.assemble(lead, f"{_heading(view, first)}{more}, {told}.")
