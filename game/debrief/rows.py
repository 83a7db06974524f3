"""The debrief as rows, one for each issue, for a table in any front end. Plain text in every cell."""

from __future__ import annotations

from game.debrief.comparison import Brought, IssueFinding, Judgement, Outcome
from game.debrief.deeds import side, where
from game.debrief.findings import Findings
from game.engine.evidence import Citation
from game.engine.issues import Issue
from game.engine.scenario import Agenda
from game.engine.state import Status
from game.record.names import day
from game.slim import dataclass

DONE = {
    "propose": "proposed",
    "accept": "accepted",
    "reject": "refused",
    "reserve": "put off",
    "withdraw": "took back",
}
"""The verbs that change how an issue stands, in the past tense."""


@dataclass(frozen=True, slots=True)
class Row:
    """One issue of the debrief. ``then`` is empty where no record is coded, ``then_passage`` where there is none."""

    code: str
    issue: str
    heading: str
    here: str
    then: str
    judgement: str
    brought: str
    passage: str
    then_passage: str
    august: str
    as_in_history: bool


def rows(found: Findings) -> tuple[Row, ...]:
    """A row for each issue, in agenda order."""
    agenda = found.state.scenario.agenda
    return tuple(
        Row(
            code=one.issue.code,
            issue=one.issue.id,
            heading=one.issue.heading,
            here=stood(one.issue, one.here, "you"),
            then=stood(one.issue, one.then, "your side") if one.then else "",
            judgement=judged_words(one),
            brought=brought_words(agenda, found.party, one.brought),
            passage=quoted(one.passage),
            then_passage=quoted(one.then_passage),
            august=august_words(agenda, one),
            as_in_history=one.as_in_history,
        )
        for one in found.issues
    )


def stood(issue: Issue, outcome: Outcome, me: str) -> str:
    """How an issue ended: "agreed: Parity", or the two positions apart. ``me`` names the own side."""
    if outcome.agreed:
        return f"agreed: {_label(issue, outcome.agreed)}"
    if outcome.status is Status.SILENT:
        return "nobody spoke to it"
    status = {
        Status.PRINCIPLE: "agreed in substance, wording open",
        Status.DEFERRED: "left to experts",
        Status.TABLED: "tabled, not answered",
    }.get(outcome.status, "open")
    return f"{status}; {me}: {_label(issue, outcome.mine)}; the other side: {_label(issue, outcome.theirs)}"


def _label(issue: Issue, option: str | None) -> str:
    found = issue.option(option) if option else None
    return found.label if found else "nothing voiced"


def judged_words(one: IssueFinding) -> str:
    """The comparison in one sentence, saying by which measure: the side's own points, the order of options, or both."""
    if one.then is None:
        return "Not compared: no record is coded."
    if one.as_in_history:
        return "As in the record."
    if one.by_points is Judgement.NONE:
        return "Not compared: on one of the two the other side had not spoken to it."
    counted = f"({one.points[0]} against {one.points[1]})"
    if one.by_points is one.by_order:
        words = {Judgement.SAME: "The same"}.get(one.by_points, one.by_points.capitalize())
        return f"{words} for your side by your own points {counted} and by the order of the options."
    first, second = (_measured(judgement) for judgement in (one.by_points, one.by_order))
    return f"By your own points {counted} {first}; by the order of the options {second}."


def _measured(judgement: Judgement) -> str:
    return "the same" if judgement is Judgement.SAME else judgement.value


def brought_words(agenda: Agenda, party: str, brought: Brought | None) -> str:
    """By whose move an issue came to end as it did."""
    if brought is None:
        return "It stands as the scenario opened."
    mine = brought.by == party
    whose = "your own move" if mine else "the other side's move"
    who = "you" if mine else side(agenda, brought.by)
    text = f"By {whose}: {who} {DONE.get(brought.verb, brought.verb)} at ply {brought.ply}"
    if brought.offered is None:
        return text + "."
    giver = side(agenda, agenda.other(brought.by)) if mine else "you"
    came = f"came to at ply {brought.offered}" if brought.offered else "already stood on when the scenario opened"
    return f"{text} what {giver} {came}."


def quoted(citation: Citation | None) -> str:
    """A passage with where it lies; a paraphrase is called one. Empty for None."""
    if citation is None:
        return ""
    lies = f" ({where(citation)})" if where(citation) else ""
    return f"“{citation.text}”{lies}" if citation.verbatim else f"Reported: {citation.text}{lies}"


def august_words(agenda: Agenda, one: IssueFinding) -> str:
    """What became of the issue in the settlement that followed; "not seen" where the clause has not been seen."""
    nearer, month = one.nearer, day(agenda.meetings[0].date).split()[1]
    if nearer in {party.id for party in agenda.parties}:
        return f"{one.august} Nearer {side(agenda, nearer)}'s {month} position."
    return f"{one.august} Between the {month} positions." if nearer == "middle" else one.august
