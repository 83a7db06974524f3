"""The arguments used and left unused, and, the other side's file being open now, what it was bound by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.debrief.course import moved_in
from game.debrief.deeds import where
from game.delegates.delegate import Reason
from game.engine.evidence import Citation, Claim, Passage, Strength
from game.engine.ledger import Deed
from game.engine.moves import Hold, Reject, Reserve
from game.engine.party import Latitude
from game.engine.state import State, Step
from game.engine.view import view
from game.record.names import day
from game.slim import dataclass

Causes = Mapping[int, Sequence[Reason]]
"""The reasons given, by ply."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One thing a side could say for itself: a claim with its passage, or an earlier minute of the other side.

    ``lies`` is where the passage is to be found. ``strong`` is False for one that was, or is, too weak to tell;
    ``citation`` is None for one given in the author's words. ``said_on`` is, for an earlier minute, the day (ISO) on
    which the other side said it. ``until`` is, for one not used, the ply at which the issue was agreed without it; 0
    where it would have told to the end.
    """

    issue: str
    text: str
    passage: str
    lies: str
    strong: bool
    citation: Citation | None = None
    said_on: str = ""
    until: int = 0

    @property
    def verbatim(self) -> bool:
        """Whether the passage is the document's own wording."""
        return self.citation is not None and self.citation.verbatim


@dataclass(frozen=True, slots=True)
class Bound:
    """What the other side was bound by on an issue it refused: its instructions, option ids by latitude.

    ``said`` are the reasons it gave at the table; ``why`` is the author's reason for the instructions.
    """

    issue: str
    latitudes: tuple[tuple[str, Latitude], ...]
    said: tuple[str, ...]
    why: str


def used(state: State, party: str) -> tuple[Argument, ...]:
    """The arguments a side put forward, in order."""
    found = []
    for line in state.used:
        by, name, *rest = line.split(":", 3)
        if by != party:
            continue
        if name == "cite":
            found.append(_cited(state, party, rest[0], rest[1]))
            continue
        claim = state.scenario.claim(name)
        passage = claim.passage(rest[0]) if claim else None
        if claim and passage:
            found.append(_argued(claim, passage))
    return tuple(found)


def _argued(claim: Claim, passage: Passage) -> Argument:
    cited = passage.attribution.citations
    lies = where(cited[0]) if cited else ""
    citation = cited[0] if cited and cited[0].text == passage.text else None
    return Argument(claim.issues[0], claim.text, passage.text, lies, passage.strength is Strength.STRONG, citation)


def _cited(state: State, party: str, issue: str, option: str) -> Argument:
    other = state.scenario.agenda.other(party)
    for minute in state.scenario.minutes:
        if (minute.by, minute.issue, minute.option) == (other, issue, option):
            text = "You held the other side to its earlier words."
            return Argument(issue, text, minute.citation.text, where(minute.citation), True, minute.citation)
    return Argument(issue, "You held the other side to what it said in this game.", "", "", True)


def unused(state: State, party: str, steps: Sequence[Step] = ()) -> tuple[Argument, ...]:
    """What a side knew, did not say, and would have told: strong passages, and earlier minutes.

    Most would have told as the game ended; ``steps`` add what would have told on an issue before it was agreed on
    worse terms. A claim already made with one strong passage is not listed again: a second citation does nothing.
    """
    seen = view(state, party)
    made = {line.split(":")[1] for line in seen.used if _strong_line(state, line)}
    agreed = agreed_from(steps)
    found = []
    for claim in seen.claims:
        strong = [one for one in claim.passages if one.strength is Strength.STRONG]
        if not strong or claim.id in made:
            continue
        whole = state.scenario.claim(claim.id) or claim  # a view does not say what a claim does
        issue = _tells_on(state, party, whole)
        told = None if issue else _told_on(state, party, whole, agreed)
        if issue:
            found.append(replace(_argued(claim, strong[0]), issue=issue))
        elif told:
            found.append(replace(_argued(claim, strong[0]), issue=told, until=agreed[told].ply + 1))
    return (*found, *_minutes_unused(state, party))


def agreed_from(steps: Sequence[Step]) -> dict[str, State]:
    """The state just before each issue was agreed for good, of those agreed in these steps."""
    found: dict[str, State] = {}
    for step in steps:
        for issue in moved_in(step):
            if step.after.standing(issue).agreement is None:
                found.pop(issue, None)
            elif step.before.standing(issue).agreement is None:
                found[issue] = step.before
    return found


def _tells_on(state: State, party: str, claim: Claim) -> str:
    """The open issue on which a claim could still ease the other side's instructions, or undo what was eased in one's
    own; empty when there is none."""
    agenda = state.scenario.agenda
    other = agenda.other(party)
    eases = [
        issue
        for issue, option in claim.eases
        if agenda.has(issue) and state.latitude(other, issue, option) is not Latitude.FREE
    ]
    undoes = [issue for side, issue, _, name in state.eased if side == party and name in claim.rebuts]
    return next((one for one in [*eases, *undoes] if state.standing(one).agreement is None), "")


def _told_on(state: State, party: str, claim: Claim, agreed: Mapping[str, State]) -> str | None:
    """An issue agreed for less than a claim could have eased the way to, while it was open; None where there is none.

    The claim must have been among what the side had to say when the issue was agreed.
    """
    agenda, points = state.scenario.agenda, state.scenario.stake(party).points
    for issue, option in claim.eases:
        before = agreed.get(issue)
        if before is None or before.latitude(agenda.other(party), issue, option) is Latitude.FREE:
            continue
        row, ended = points[agenda.place(issue)], state.settled.get(issue)
        less = ended is not None and row[agenda.level(issue, ended) - 1] < row[agenda.level(issue, option) - 1]
        if less and any(one.id == claim.id for one in view(before, party).claims):
            return issue
    return None


def _strong_line(state: State, line: str) -> bool:
    _, name, passage_id, *_ = line.split(":")
    claim = state.scenario.claim(name)
    passage = claim.passage(passage_id) if claim else None
    return passage is not None and passage.strength is Strength.STRONG


def _minutes_unused(state: State, party: str) -> list[Argument]:
    other = state.scenario.agenda.other(party)
    found = []
    for minute in view(state, party).minutes:
        said = f"{party}:cite:{minute.issue}:{minute.option}" in state.used
        agreed = state.standing(minute.issue).agreement is not None
        if not said and not agreed and state.latitude(other, minute.issue, minute.option) is not Latitude.FREE:
            text = f"The other side's own words of {day(minute.date)}."
            cited = minute.citation
            found.append(Argument(minute.issue, text, cited.text, where(cited), True, cited, minute.date))
    return found


def bound(state: State, party: str, steps: Sequence[Step], causes: Causes) -> tuple[Bound, ...]:
    """What the other side was bound by on the issues it refused and never agreed, in agenda order.

    Only its last refusals of each are looked up in ``causes``: behind each a delegate may have to be asked again.
    """
    other = state.scenario.agenda.other(party)
    made = last_refusals(state, other, steps)
    return tuple(
        Bound(
            issue.id,
            tuple((option.id, state.latitude(other, issue.id, option.id)) for option in issue.options),
            _said(issue.id, made[issue.id], causes),
            _why(state, other, issue.id),
        )
        for issue in state.scenario.agenda.issues
        if issue.id in made
    )


def _refused(state: State, by: str) -> set[str]:
    found: set[str] = set()
    for entry in state.ledger:
        if entry.by != by or entry.deed not in (Deed.REJECTED, Deed.HELD):
            continue
        number = entry.note.removeprefix("offer ")
        offer = state.offer(int(number)) if entry.note.startswith("offer ") and number.isdigit() else None
        found.update(offer.package.issues if offer else (entry.issue,))
    return found


LAST = 2
"""How many of the last refusals of an issue are told with their reasons."""


def last_refusals(state: State, by: str, steps: Sequence[Step]) -> dict[str, tuple[int, ...]]:
    """The plies at which a side last refused each issue that it refused and never agreed, in order."""
    plies: dict[str, list[int]] = {
        issue: [] for issue in _refused(state, by) if state.standing(issue).agreement is None
    }
    for step in steps:
        if isinstance(step.move, Reject | Hold | Reserve) and step.move.by == by:
            for issue in plies.keys() & set(_concerns(step.before, step.move)):
                plies[issue].append(step.after.ply)
    return {issue: tuple(made[-LAST:]) for issue, made in plies.items()}


def _said(issue: str, plies: tuple[int, ...], causes: Causes) -> tuple[str, ...]:
    """The reasons a side had at these plies for refusing an issue, in order, each once."""
    return tuple(dict.fromkeys(one.because for ply in plies for one in causes.get(ply, ()) if one.issue == issue))


def _concerns(before: State, move: Reject | Hold | Reserve) -> tuple[str, ...]:
    """The issues a refusal is about: those it names, or those of the offer it refuses."""
    offer = before.offer(move.offer) if isinstance(move, Reject) and move.offer else None
    return offer.package.issues if offer else move.issues


def _why(state: State, party: str, issue: str) -> str:
    date = state.sitting.date
    laid_down = [one for one in state.scenario.stake(party).instructions if one.issue == issue and one.since <= date]
    return max(laid_down, key=lambda one: one.since).attribution.why if laid_down else ""
