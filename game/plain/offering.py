"""Orders that move positions: propose, accept, reject, withdraw, and the message home. Order → move."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.issues import Issue, Option
from game.engine.moves import (
    Accept,
    ConsultCapital,
    Degree,
    Propose,
    Reject,
    Responsibility,
    Terms,
    Withdraw,
)
from game.engine.package import Package
from game.engine.party import Line
from game.engine.scenario import Agenda
from game.engine.state import Offer, OfferStatus
from game.engine.view import View
from game.plain.clerk import Clerk
from game.plain.language import Order
from game.plain.names import NotUnderstood, find_issue, issue_named, option_begun
from game.plain.papers import offer_words, option_words
from game.plain.questions import Choice
from game.play.cables import LONGEST_REPORT, composed, report_sentences

Named = list[tuple[Issue, Option | None]]
"""Issues named in an order, each with the option named for it, or None."""


FILLERS = ("about", "and", "at", "for", "in", "my", "of", "on", "our", "the", "their", "to", "with", "your")
"""Words one may say between the names in an order."""


def named(agenda: Agenda, words: Sequence[str], flags: Sequence[str]) -> tuple[Named, set[str]]:
    """What the words of an order name: ``D8=parity``, ``D8 parity`` or ``D8``, and which of ``flags`` are given."""
    found: Named = []
    given: set[str] = set()
    left = [word for word in words if word.lower() not in FILLERS or find_issue(agenda, word)]
    while left:
        word = left[0]
        if word.lower() in flags:
            given.add(left.pop(0).lower())
            continue
        name, equals, option = word.partition("=")
        if not equals and found and found[-1][1] is None and find_issue(agenda, word) is None:
            left = _with_option(found, left)
            continue
        issue = issue_named(agenda, name)
        if any(one.id == issue.id for one, _ in found):
            raise NotUnderstood(f"{issue.code} is named twice.")
        found.append((issue, None))
        left = _with_option(found, [option, *left[1:]]) if equals else left[1:]
    return found, given


def _with_option(found: Named, words: list[str]) -> list[str]:
    """Put the option the words begin with to the issue named last; the words after it."""
    issue = found[-1][0]
    option, used = option_begun(issue, words)
    found[-1] = (issue, option)
    return words[used:]


def which_option(clerk: Clerk, issue: Issue) -> Option:
    """The option of an issue, asked for with what the instructions say of each."""
    view = clerk.chair.view
    choices = [Choice(one.id, option_words(view, issue, one), (one.label,)) for one in issue.options]
    found = issue.option(clerk.choose(f"{issue.code} {issue.heading}: which option?", choices))
    assert found is not None
    return found


def _package(clerk: Clerk, found: Named) -> Package:
    return Package.of({issue.id: (option or which_option(clerk, issue)).id for issue, option in found})


def _responsibility(flags: set[str]) -> Responsibility:
    return Responsibility.OWN if "own" in flags else Responsibility.INSTRUCTED


def propose(clerk: Clerk, order: Order) -> Propose:
    """Table an offer: ``propose D8=parity E1=2 whole own: words``."""
    agenda = clerk.chair.agenda
    found, flags = named(agenda, order.rest, ("whole", "severable", "own"))
    terms = Terms.WHOLE if "whole" in flags else Terms.SEVERABLE
    if found:
        package = _package(clerk, found)
    else:
        package = _gathered(clerk)
        if len(package) > 1 and not flags & {"whole", "severable"}:
            terms = Terms(clerk.choose("How is it meant?", _TERMS))
    return Propose(clerk.chair.party, package, terms, _responsibility(flags), order.words)


_TERMS = (
    Choice(Terms.SEVERABLE.value, "severable: each point may be taken on its own"),
    Choice(Terms.WHOLE.value, "whole: all or nothing"),
)
_MORE = (
    Choice("table", "table it", ("no", "done")),
    Choice("more", "add another issue to the same offer", ("yes", "add")),
)


def _gathered(clerk: Clerk) -> Package:
    """A package put together issue by issue."""
    agenda = clerk.chair.agenda
    chosen: dict[str, str] = {}
    while True:
        rest = [issue for issue in agenda.issues if issue.id not in chosen]
        issue = clerk.issue("On which issue?", rest)
        chosen[issue.id] = which_option(clerk, issue).id
        if len(rest) == 1 or clerk.choose("Table it?", _MORE) == "table":
            return Package.of(chosen)


def accept(clerk: Clerk, order: Order) -> Accept:
    """Accept what the other side holds, or its offer: ``accept D7 final``, ``accept #3``."""
    view = clerk.chair.view
    found, flags = named(view.agenda, _without_offer(order), (*Degree, "own"))
    offer = _offer_number(order)
    degree = next((one for one in Degree if one.value in flags), Degree.AD_REFERENDUM)
    if not found and not offer:
        offer, found = _pick(clerk, "What do you accept?")
        if not flags & set(Degree):
            degree = Degree(clerk.choose("How firmly?", _DEGREES))
    package = _offered(view, offer) if offer else Package.of({one.id: _theirs(view, one, o) for one, o in found})
    return Accept(clerk.chair.party, package, offer, degree, _responsibility(flags), order.words)


_DEGREES = (
    Choice(Degree.SUBSTANCE.value, "in substance: the wording stays open"),
    Choice(Degree.AD_REFERENDUM.value, "ad referendum: subject to your principal's approval"),
    Choice(Degree.FINAL.value, "finally"),
)


def _theirs(view: View, issue: Issue, option: Option | None) -> str:
    held = option.id if option else view.theirs(issue.id)
    if held is None:
        raise NotUnderstood(f"{issue.code} {issue.heading}: the other side holds nothing yet. “ask {issue.code}” asks.")
    return held


def _offered(view: View, number: int) -> Package:
    offer = next((one for one in view.offers_to_me() if one.number == number), None)
    if offer is None:
        raise NotUnderstood(f"The other side has no open offer {number}. “o” reads the open offers.")
    return offer.package


def reject(clerk: Clerk, order: Order) -> Reject:
    """Refuse positions, or an offer: ``reject D8 E1``, ``reject #3``."""
    found, _ = named(clerk.chair.agenda, _without_offer(order), ())
    offer = _offer_number(order)
    if not found and not offer:
        offer, found = _pick(clerk, "What do you refuse?")
    return Reject(clerk.chair.party, tuple(issue.id for issue, _ in found), offer, order.words)


def _offer_number(order: Order) -> int:
    """The offer an order names as ``#3``, ``3`` or ``offer 3``; 0 for none."""
    numbers = [word.lstrip("#") for word in order.rest]
    return next((int(one) for one in numbers if one.isascii() and one.isdecimal() and len(one) < 6), 0)


def _without_offer(order: Order) -> list[str]:
    return [word for word in order.rest if not word.lstrip("#").isdecimal() and word.lower() != "offer"]


def _pick(clerk: Clerk, question: str) -> tuple[int, Named]:
    """One of the other side's all-or-nothing offers, or an issue on which it holds something not agreed."""
    view = clerk.chair.view
    whole = [offer for offer in view.offers_to_me() if offer.terms is Terms.WHOLE]
    issues = [one for one in view.agenda.issues if view.theirs(one.id) and view.standing(one.id).agreement is None]
    choices = [_offer_choice(view, offer) for offer in whole] + [_position_choice(view, issue) for issue in issues]
    if not choices:
        raise NotUnderstood("The other side holds nothing that is not agreed.")
    key = clerk.choose(question, choices)
    return (int(key[1:]), []) if key.startswith("#") else (0, [(view.agenda.issue(key), None)])


def _offer_choice(view: View, offer: Offer) -> Choice:
    return Choice(f"#{offer.number}", f"offer {offer.number}{offer_words(view, offer)}", (f"offer {offer.number}",))


def _position_choice(view: View, issue: Issue) -> Choice:
    option = issue.option(view.theirs(issue.id) or "")
    assert option is not None
    label = f"{issue.code} {issue.heading}: {option_words(view, issue, option)}"
    return Choice(issue.id, label, (issue.code, issue.heading))


def withdraw(clerk: Clerk, order: Order) -> Withdraw:
    """Take back one's own offer: ``withdraw 2``."""
    view = clerk.chair.view
    number = _offer_number(order)
    if not number:
        mine = [one for one in view.offers if one.by == view.party and one.status is OfferStatus.OPEN]
        if not mine:
            raise NotUnderstood("You have no open offer.")
        number = int(clerk.choose("Which offer do you take back?", [_offer_choice(view, one) for one in mine])[1:])
    return Withdraw(clerk.chair.party, number, order.words)


def telegram(clerk: Clerk, order: Order) -> ConsultCapital:
    """Send home a report and what latitude is asked for: ``telegram D8=parity: We are pressed.``"""
    party = clerk.chair.agenda.party(clerk.chair.party)
    addressee = party.principal.lower().split()
    found, _ = named(clerk.chair.agenda, [word for word in order.rest if word.lower() not in addressee], ())
    report = order.words
    if not found and not report:
        how = "answers after the meeting" if party.line is Line.TELEGRAM else "answers at once"
        question = f"A message to {party.principal}, who {how}. Do you ask for latitude?"
        while clerk.choose(question, _LATITUDE) == "ask":
            named_already = {issue.id for issue, _ in found}
            issue = clerk.issue("On which issue?", [i for i in clerk.chair.agenda.issues if i.id not in named_already])
            found = [*found, (issue, which_option(clerk, issue))]
            question = "Do you ask for more?"
        report = _reported(clerk)
    return ConsultCapital(clerk.chair.party, _package(clerk, found), report)


def _reported(clerk: Clerk) -> str:
    """A report put together from sentences the table suggests, and one's own words."""
    sentences = report_sentences(clerk.chair.view)
    question = (
        "What do you report? The numbers of sentences, as in “1 3”, a colon and your own words after them; or your own "
        "words alone; a full stop alone for nothing."
    )
    clerk.desk.say(*(f"{number} {sentence}" for number, sentence in enumerate(sentences, 1)))
    line = clerk.text(question)
    head, _, own = line.partition(":")
    numbers = head.replace(",", " ").split()
    if not numbers or not all(one.isascii() and one.isdecimal() for one in numbers):
        return line
    chosen = tuple(sentences[int(one) - 1] for one in numbers if 1 <= int(one[:4]) <= len(sentences))
    return composed(chosen, own, LONGEST_REPORT)


_LATITUDE = (
    Choice("report", "no, on to the report", ("no",)),
    Choice("ask", "yes, for an option", ("yes",)),
)
