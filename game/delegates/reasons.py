"""Reasons: the causes a decision can have, and the sentences that state them. A reason is true or it is not given.

The sentences are heard at the table, so they name no points: figures stand in ``variables``, for after the game.
"""

from __future__ import annotations

from enum import StrEnum

from game.delegates.delegate import Reason
from game.delegates.statements import Kind, Statement
from game.engine.issues import Issue
from game.engine.moves import Accept
from game.engine.package import Package
from game.engine.party import Latitude
from game.record.names import in_quotes


class Cause(StrEnum):
    """What decided."""

    INSTRUCTIONS = "instructions"
    """One's own instructions do not allow it."""
    PRINCIPAL = "principal"
    """The principal was asked and has refused."""
    LINKAGE = "linkage"
    """It contradicts something agreed, or something else in the same package."""
    ASPIRATION = "aspiration"
    """It would leave the whole worth less than one insists on at this point of the clock."""
    RESERVATION = "reservation"
    """With it, nothing given elsewhere could make the whole worth more than no agreement."""
    RECIPROCITY = "reciprocity"
    """One would give it, but for what the other side has still to give in its turn."""
    PRIORITY = "priority"
    """It weighs more here than it seems to bring the other side: one would sooner give elsewhere."""
    GOOD_ENOUGH = "good-enough"
    """It is worth at least what one insists on."""
    EXCHANGE = "exchange"
    """Both sides gain by it, as far as one can tell."""
    ARGUMENT = "argument"
    """There is something to be said that has not been said."""
    TRUTH = "truth"
    """A question was asked, and this is the true answer."""
    CHANGE = "change"
    """It gives what it had said it could not: something has changed since."""
    CLOCK = "clock"
    """Little time is left, or nothing acceptable is."""
    RECORD = "record"
    """It is what was done, or not done, in the record."""
    DISPOSITION = "disposition"
    """The way this delegate was made to play."""


REFUSALS = (
    Cause.INSTRUCTIONS,
    Cause.PRINCIPAL,
    Cause.LINKAGE,
    Cause.RESERVATION,
    Cause.ASPIRATION,
    Cause.RECIPROCITY,
    Cause.PRIORITY,
)
"""The causes for which something is refused."""


class Since(StrEnum):
    """What has changed since something was said that is now gone back on."""

    INSTRUCTIONS = "instructions"
    """The option has come within instructions."""
    STEPS = "steps"
    """The other side has moved."""
    HOUR = "hour"
    """Nothing but the time: there is less of it left."""


def one_issue(package: Package) -> str:
    """The issue of a package that has only one; empty otherwise."""
    return package.issues[0] if len(package) == 1 else ""


def label(issue: Issue, option: str) -> str:
    """The option's label, in quotation marks."""
    return in_quotes(issue.options[issue.level(option) - 1].label)


def forbids(issue: Issue, option: str, latitude: Latitude, principal: str) -> Reason:
    """Instructions stand in the way."""
    if latitude is Latitude.FORBIDDEN:
        because = f"{label(issue, option)} is a red line in the instructions."
    else:
        because = f"{label(issue, option)} is more than the instructions allow; {principal} would have to give leave."
    remedy = f"An argument strong enough to ease the instructions, or leave from {principal}."
    variables = (("option", option), ("latitude", latitude.value))
    return Reason(Cause.INSTRUCTIONS, issue.id, because, remedy, variables)


def refused_at_home(issue: Issue, option: str, latitude: Latitude, principal: str) -> Reason:
    """The principal has been asked, and has said no."""
    because = f"{principal} was asked for {label(issue, option)} and has refused it."
    remedy = "An option short of it, or an argument strong enough to ease the instructions."
    return Reason(Cause.PRINCIPAL, issue.id, because, remedy, (("option", option), ("latitude", latitude.value)))


def tied(issue: Issue, option: str, text: str) -> Reason:
    """A linkage stands in the way."""
    because = f"{label(issue, option)} can't stand with the rest: {text}"
    return Reason(
        Cause.LINKAGE, issue.id, because, "Another settlement of the issue it is tied to.", (("option", option),)
    )


LATER = "A later hour."
"""What would change it where the clock alone stands in the way."""
LATER_FOR_MORE = "Something in return on other points, and a later hour."
"""The same, where reciprocity would stand in the way as well."""


def thinks_again(issue: Issue, said: Statement, since: Since, steps: int) -> Reason:
    """Why something said before no longer holds. ``steps`` counts the other side's since then."""
    changed = {
        Since.INSTRUCTIONS: "it has come within the instructions since",
        Since.STEPS: "the other side has moved since",
        Since.HOUR: "it is later in the talks",
    }[since]
    option = said.about.get(issue.id) or ""
    was = {
        Kind.REFUSED: f"{label(issue, option)} was refused",
        Kind.REFUSED_WHOLE: "the offer was refused as a whole",
        Kind.HELD: f"{label(issue, option)} was held to",
        Kind.NO_ROOM: "it was said that there was no room",
    }[said.kind]
    variables = (("said", said.ply), ("statement", said.kind.value), ("since", since.value), ("steps", steps))
    return Reason(Cause.CHANGE, issue.id, f"Earlier {was}; {changed}.", "Nothing: it is done.", variables)


def tied_elsewhere(issue: Issue, option: str, other: Issue, text: str) -> Reason:
    """A linkage to what this side means to hold on another issue stands in the way."""
    because = f"{label(issue, option)} can't stand with the case made on {other.heading}: {text}"
    variables = (("option", option), ("other", other.id))
    return Reason(Cause.LINKAGE, issue.id, because, f"Another settlement of {other.heading}.", variables)


def worse_than_none(issue: Issue, best: int, reservation: int) -> Reason:
    """However well all else ended, the whole would be worth no more than no agreement. Worths in own points."""
    because = "With this, however all else were settled, no agreement would be as good."
    variables = (("best", best), ("reservation", reservation))
    return Reason(Cause.RESERVATION, issue.id, because, "An option short of it.", variables)


def too_little(issue: Issue | None, worth: int, aspiration: float, remedy: str = LATER) -> Reason:
    """The whole would be worth less than the clock allows. Worths in own points; ``issue`` None means a whole offer."""
    because = "As the whole stands it would leave too little for this hour of the talks."
    variables = (("worth", worth), ("aspiration", round(aspiration)))
    return Reason(Cause.ASPIRATION, issue.id if issue else "", because, remedy, variables)


def not_returned(issue: Issue | None, received: float, by_return: float) -> Reason:
    """Reciprocity forbids it for now. Points are the party's own; ``issue`` None means a whole offer."""
    because = "What has been given in return so far does not pay for this yet."
    variables = (("received", round(received)), ("by-return", round(by_return)))
    return Reason(Cause.RECIPROCITY, issue.id if issue else "", because, "A step in return.", variables)


def weighs_more(issue: Issue, loss: int, brings: float) -> Reason:
    """One would sooner give elsewhere. ``loss`` in own points, ``brings`` in the other side's supposed ones."""
    because = "It would cost more to give than it seems to be worth to receive; other points come cheaper."
    remedy = "Something in return on other points, and a later hour."
    return Reason(Cause.PRIORITY, issue.id, because, remedy, (("loss", loss), ("brings", round(brings))))


def good_enough(accept: Accept, target: float) -> Reason:
    """Why something was accepted. The target in own points."""
    what = f"Offer {accept.offer}" if accept.offer else "What the other side holds"
    because = f"{what} is at least as good as what would have been given."
    variables = (("target", round(target)),)
    return Reason(
        Cause.GOOD_ENOUGH, one_issue(accept.package), because, "Less would not have been accepted.", variables
    )


def truthful(issue: str) -> Reason:
    """Why a question was answered as it was."""
    return Reason(Cause.TRUTH, issue, "A question was asked; this is the true answer.", "Other instructions.")


def conceded(package: Package) -> Reason:
    """Why a concession was made by a delegate that goes by a target."""
    because = "The time has come to give this much."
    return Reason(Cause.DISPOSITION, one_issue(package), because, "An earlier hour.")


def held(issues: tuple[str, ...]) -> Reason:
    """Why a delegate that goes by a target does not move."""
    issue = issues[0] if len(issues) == 1 else ""
    return Reason(Cause.DISPOSITION, issue, "Nothing more is to be given yet.", "More time gone.")


def guarded(issue: str, answered: int) -> Reason:
    """Why a question was answered guardedly."""
    because = f"{answered} questions have been answered openly."
    return Reason(Cause.DISPOSITION, issue, because, "Fewer questions.", (("answered", answered),))


def cheapest(issue: Issue, cost: int, brings: float) -> Reason:
    """Why just this was conceded. ``cost`` in own points, ``brings`` in the other side's supposed ones."""
    because = "Of what can be given, this seems to bring the other side most for what it costs."
    variables = (("cost", cost), ("brings", round(brings)))
    return Reason(Cause.EXCHANGE, issue.id, because, "A sign that something else matters more to it.", variables)


def exchanges(package: Package, profit: int, brings: float) -> Reason:
    """Why an all-or-nothing offer was made."""
    because = "Taken together it seems to serve both sides."
    variables = (("profit", profit), ("brings", round(brings)))
    return Reason(Cause.EXCHANGE, one_issue(package), because, "Another view of what each side needs.", variables)


GIVES_BACK = "gives-back"
"""The variable of an offer that gives something agreed back for the rest: how many issues it speaks of."""


def compensates(package: Package) -> Reason:
    """Why something agreed was offered back."""
    because = "The other side seems to gain too little as it stands; this gives some of it back for the rest."
    variables = ((GIVES_BACK, len(package)),)
    return Reason(Cause.EXCHANGE, one_issue(package), because, "The last points settled without it.", variables)


def argues(issue: str, stake: int) -> Reason:
    """Why an argument was made. ``stake`` in own points."""
    because = "Much lies between the two positions, and this has not been said."
    return Reason(Cause.ARGUMENT, issue, because, "The issue settled.", (("stake", stake),))


def cites(issue: Issue, option: str) -> Reason:
    """Why the other side was held to its words."""
    because = f"The other side once said {label(issue, option)} and now holds less."
    return Reason(Cause.ARGUMENT, issue.id, because, "Its return to that.", (("option", option),))


def asks_home(package: Package, principal: str) -> Reason:
    """Why the principal was asked."""
    because = f"{len(package)} of the open issues can't be closed within the instructions."
    return Reason(Cause.INSTRUCTIONS, one_issue(package), because, f"{principal}'s answer.", (("asked", len(package)),))


def asks(issue: str, stake: int) -> Reason:
    """Why a question was put. ``stake`` in own points."""
    because = "Much lies between the two positions, and the other side has not moved."
    return Reason(Cause.RECIPROCITY, issue, because, "A step by the other side.", (("stake", stake),))


def awaits(issues: tuple[str, ...], received: float) -> Reason:
    """Why nothing is offered. ``received`` in own points."""
    issue = issues[0] if len(issues) == 1 else ""
    because = "The last step was this side's; the other has not answered it with as much."
    return Reason(Cause.RECIPROCITY, issue, because, "A step by the other side.", (("received", round(received)),))


def nothing_left(issues: tuple[str, ...]) -> Reason:
    """Why to adjourn: on these issues nothing is left that both could give."""
    because = f"{len(issues)} issues can't be closed at this table." if issues else "Time is up and not all is agreed."
    issue = issues[0] if len(issues) == 1 else ""
    return Reason(Cause.CLOCK, issue, because, "New instructions, or more time.", (("blocked", len(issues)),))


def no_longer_allowed(issue: Issue, option: str) -> Reason:
    """Why a position was left."""
    because = f"{label(issue, option)} is beyond the present instructions and could be accepted at any moment."
    return Reason(Cause.INSTRUCTIONS, issue.id, because, "Instructions that allow it.", (("option", option),))


def takes_back(number: int, worth: int, reservation: int) -> Reason:
    """Why an offer was withdrawn. Worths in own points."""
    because = f"If offer {number} were taken now, the whole would be worse for this side than no agreement."
    variables = (("worth", worth), ("reservation", reservation))
    return Reason(Cause.ASPIRATION, "", because, "A better settlement of the other points.", variables)
