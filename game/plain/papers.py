"""What lies before a delegate: agenda and status, instructions, offers, messages, minutes, an issue in hand."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.deeds import issue_name, option_label, option_place, package_words, where
from game.engine.evidence import Basis, Citation, known_by, known_on
from game.engine.issues import Head, Issue, LinkageKind, Option
from game.engine.moves import Terms
from game.engine.party import Latitude
from game.engine.state import Offer, OfferStatus, Status, Telegram
from game.engine.view import View
from game.engine.worth import worth
from game.plain.chair import Chair
from game.plain.hearing import answer_words, told
from game.plain.help import exemplified
from game.plain.house import House
from game.play.answers import answer_given, status_on
from game.play.cables import answer
from game.play.hours import time_of_day
from game.play.reading import KEPT_BACK, NOT_YOURS
from game.play.refused import refused
from game.record.names import day

BASIS = {
    Basis.ATTESTED: "in words of the record",
    Basis.REPORTED: "worded after a publication",
    Basis.INFERRED: "worded by the author, inferred from the record",
    Basis.INVENTED: "worded by the author, invented for play",
}
STATUS = {
    Status.AGREED: "agreed",
    Status.PRINCIPLE: "agreed in substance",
    Status.DEFERRED: "left to experts",
    Status.OPEN: "open",
    Status.TABLED: "tabled, not answered",
    Status.SILENT: "nobody has spoken to it",
}
LATITUDE = {
    Latitude.FREE: "free",
    Latitude.REPORT: "ad referendum",
    Latitude.ASK: "only on new instructions",
    Latitude.FORBIDDEN: "red line",
}
MINUTES_AT_ONCE = 12
"""Entries of the minutes read out when no more are asked for."""


def status(chair: Chair) -> list[str]:
    """The whole agenda, a line for each head, by status word."""
    view = chair.view
    lines = [*clock(view), *standing_now(view)]
    for head in view.agenda.heads:
        issues = view.agenda.under(head.id)
        if issues:
            lines.append(f"{head_name(head)}. {_by_status(view, issues)}")
    return [*lines, exemplified("“s” and a head, or the code of an issue, reads more: “s IV”, “D8”.", view.agenda)]


def head_name(head: Head) -> str:
    """A head of the agenda with its number: "IV Railways"."""
    return f"{head.number} {head.title}".strip()


def clock(view: View) -> list[str]:
    """The day, the hour, and how many speeches are made."""
    mine = view.exchanges - view.my_speeches_left
    hour = time_of_day(view.sitting, view.speeches, view.exchanges)
    when = f"{view.sitting.title}{f', {hour}' if hour else ''}"
    return [f"{when.rstrip('.')}. You have made {mine} of your {view.exchanges} speeches."]


def standing_now(view: View) -> list[str]:
    """What is agreed and worth by now, beside no agreement; the risk; what is asked, proposed and awaited."""
    required = [issue for issue in view.agenda.issues if issue.required]
    agreed = sum(1 for issue in required if view.standing(issue.id).agreement)
    value = worth(view.agenda, view.stakes, view.settled)
    risk = f" The risk of repudiation is {view.risk} per cent." if view.risk else ""
    lines = [
        f"Agreed: {agreed} of the {len(required)} issues a settlement needs, worth {value} to you; no agreement is "
        f"worth {view.stakes.reservation}.{risk}"
    ]
    waiting = sum(1 for telegram in view.telegrams if not telegram.answered)
    if waiting:
        principal = view.agenda.party(view.party).principal
        lines.append(f"{waiting} of your messages to {principal} {'is' if waiting == 1 else 'are'} not yet answered.")
    return lines


def _by_status(view: View, issues: tuple[Issue, ...]) -> str:
    groups = []
    for one, word in STATUS.items():
        names = [f"{issue.code} {issue.heading}" for issue in issues if status_on(view, issue.id) is one]
        if names:
            groups.append(f"{word[:1].upper()}{word[1:]}: {', '.join(names)}.")
    return " ".join(groups)


def status_of(chair: Chair, head: Head) -> list[str]:
    """The issues of one head, a line each: status and both positions."""
    view = chair.view
    return [head_name(head) + ".", *(_standing(view, issue) for issue in view.agenda.under(head.id))]


def _standing(view: View, issue: Issue) -> str:
    standing = view.standing(issue.id)
    name = f"{issue.code} {issue.heading}"
    if standing.agreement is not None:
        return f"{name}: agreed, {option_place(view.agenda, issue.id, standing.agreement.option)}."
    status, answer = status_on(view, issue.id), answer_given(view, issue.id)
    if status is Status.SILENT and not answer:
        return f"{name}: nobody has spoken to it."
    positions = f"You: {_held(view, issue, view.mine(issue.id))}. They: {_held(view, issue, view.theirs(issue.id))}."
    return f"{name}: {STATUS[status]}. {positions} {answer}".rstrip()


def _held(view: View, issue: Issue, option: str | None) -> str:
    return option_place(view.agenda, issue.id, option) if option else "nothing voiced"


def issue_in_hand(chair: Chair, issue: Issue) -> list[str]:
    """One issue: the question, both positions, and every option with your instructions and its points."""
    view = chair.view
    lines = [_standing(view, issue), issue.question]
    against = refused(chair.session, chair.party)
    lines += [
        f"{option.level} {option_words(view, issue, option)}{_refusal(against.get((issue.id, option.id)))}."
        for option in issue.options
    ]
    lines += [*_ties(view, issue), *(f"Disputed: {one.about}" for one in view.disputes if one.issue == issue.id)]
    return [*lines, f"“quote {issue.code} 1” reads the wording of option 1 and the passages behind it."]


def _ties(view: View, issue: Issue) -> list[str]:
    """What the issue is tied to by the rules: what must, or must not, be settled with it."""
    return [
        f"Tied to {issue_name(view.agenda, one.other if issue.id == one.issue else one.issue)}: {one.text}"
        for one in view.agenda.linkages
        if issue.id in (one.issue, one.other) and one.kind is not LinkageKind.STATEMENT
    ]


def issues_in_full(chair: Chair, issues: Sequence[Issue]) -> list[str]:
    """Some issues as the dossier has them, one after the other."""
    return [line for issue in issues for line in issue_in_hand(chair, issue)[:-1]]


def _refusal(reasons: tuple[str, ...] | None) -> str:
    """That the other side has refused an option, and why as far as it said."""
    if reasons is None:
        return ""
    why = " ".join(reasons).rstrip(".")
    return f"; they have refused it{f', saying: {why}' if why else ''}"


def option_words(view: View, issue: Issue, option: Option) -> str:
    """An option with what your instructions say of it, its points, and who stands on it."""
    stood = [
        name for name, held in (("you", view.mine(issue.id)), ("they", view.theirs(issue.id))) if held == option.id
    ]
    who = {"you": "; your position", "they": "; their position"}
    marks = "; both stand on it" if len(stood) == 2 else "".join(who[one] for one in stood)
    latitude = LATITUDE[view.latitude(issue.id, option.id)]
    worth_it = f"worth {view.points(issue.id, option.id)} to you"
    return f"{option.label}: {latitude}, {worth_it}{marks}{_packed(view, issue, option)}"


def _packed(view: View, issue: Issue, option: Option) -> str:
    """The open all-or-nothing offers that name an option."""
    numbers = [
        str(offer.number)
        for offer in view.offers
        if offer.status is OfferStatus.OPEN and offer.terms is Terms.WHOLE and offer.package.get(issue.id) == option.id
    ]
    return f"; in offer {', '.join(numbers)}, all or nothing" if numbers else ""


def quotations(chair: Chair, issue: Issue, option: Option) -> list[str]:
    """The wording of an option and every passage behind it that is known at this date."""
    told, date = option.attribution.citations, chair.view.sitting.date
    known = known_on(told, date) if chair.view.ending else known_by(told, chair.party, date)
    lines = [f"{issue.code}, {option_place(chair.agenda, issue.id, option.id)}. {option.wording}"]
    lines += [passage(chair, citation) for citation in known]
    return lines if known else [*lines, _unquoted(chair, option)]


def _unquoted(chair: Chair, option: Option) -> str:
    """That this side knows of no passage behind an option, or that what there is was not its to read."""
    by_then = known_on(option.attribution.citations, chair.view.sitting.date)
    if by_then:
        return KEPT_BACK
    basis = option.attribution.basis
    whose = f" It is {BASIS[basis]}." if basis in (Basis.INFERRED, Basis.INVENTED) else ""
    return f"No passage known at this date is behind it.{whose}"


def passage(chair: Chair, citation: Citation) -> str:
    """A passage with who said it, when, and where it lies."""
    party = citation.by if citation.by in {one.id for one in chair.agenda.parties} else ""
    by = f"{chair.agenda.party(party).name}, " if party else ""
    words = f"“{citation.text}”" if citation.verbatim else f"Reported: {citation.text}"
    remark = f"; {NOT_YOURS}" if citation.unread and not chair.view.ending else ""
    return f"{words} ({by}{day(citation.date)}; {where(citation)}{remark})"


def offers(chair: Chair) -> list[str]:
    """Every open offer, yours and theirs, by its number."""
    view = chair.view
    still = [offer for offer in view.offers if offer.status is OfferStatus.OPEN]
    if not still:
        return ["No offer is open."]
    return [f"Offer {offer.number}, {_whose(view, offer)}{offer_words(view, offer)}." for offer in still]


def _whose(view: View, offer: Offer) -> str:
    return "yours" if offer.by == view.party else "theirs"


def offer_words(view: View, offer: Offer) -> str:
    """Whether an offer must be taken whole, then what is in it: follows a word or a number."""
    whole = ", all or nothing" if offer.terms is Terms.WHOLE else ""
    return f"{whole}: {package_words(view.agenda, offer.package)}"


def messages(chair: Chair) -> list[str]:
    """What you have sent home, and what came back."""
    view = chair.view
    lines = []
    for telegram in view.telegrams:
        asks = "; ".join(
            f"{issue_name(view.agenda, issue)}, {option_label(view.agenda, issue, option)}"
            for issue, option in telegram.asks
        )
        report = f" Report: “{telegram.report}”" if telegram.report else ""
        lines.append(f"Message {telegram.number}. Asked for: {asks or 'nothing'}.{report}")
        lines.append(answer_words(chair, telegram) if telegram.answered else "It is not answered yet.")
        lines += _built_on(chair, telegram)
    return lines or ["You have sent nothing home."]


def _built_on(chair: Chair, telegram: Telegram) -> list[str]:
    """What each point of an answer rests on: passages known by the day, or that it is the author's."""
    lines = []
    for ruled in answer(chair.session.state.scenario, telegram, chair.view.sitting.date):
        code = chair.agenda.issue(ruled.issue).code
        rests = " ".join(passage(chair, citation) for citation in ruled.passages)
        lines.append(
            f"The answer on {code} is {BASIS[ruled.basis]}. {f'It is built on: {rests}' if rests else ''}".rstrip()
        )
    return lines


def minutes(chair: Chair, house: House, entries: int) -> list[str]:
    """The last ``entries`` of the minutes, as this side heard them; 0 for all."""
    steps = chair.heard()
    shown = steps[-entries:] if entries else steps
    lines = [] if len(shown) == len(steps) else [f"The last {len(shown)} of {len(steps)} entries; “n all” reads all."]
    for step in shown:
        utterance = house.spoken(chair.agenda, step)
        if utterance.text and utterance.speaker:
            lines.append(f"{utterance.speaker}: {utterance.text}")
        else:
            lines.append(told(chair, house, step).deed)
    return lines or ["Nothing has been said yet."]
