"""Three questions made from the player's own moves, each with the passage that starts it.

Candidates come from what the player did: a step without leave, the dearest step, an acceptance that left an issue
worse than in the record, the place where the record was left, evidence not used, a swap not made, messages home. The
three weightiest of different kinds are asked; each is kept only if a passage stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.comparison import IssueFinding, Judgement, passage
from game.debrief.deeds import option_label, side
from game.engine.evidence import Citation, known_on
from game.engine.moves import ConsultCapital
from game.engine.party import Latitude
from game.record.wording import day

if TYPE_CHECKING:
    from game.debrief.findings import Findings

MOST = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question, what it is about (``kind``), the ply it starts from (0: none), and the passage to begin with."""

    kind: str
    text: str
    ply: int
    passage: Citation


def questions(found: Findings) -> tuple[Question, ...]:
    """At most three questions, of different kinds and about different issues, the weightiest first."""
    chosen: list[Question] = []
    for one in _candidates(found):
        kinds = {other.kind for other in chosen}
        texts = {other.passage for other in chosen}
        if one.kind not in kinds and one.passage not in texts:
            chosen.append(one)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _candidates(found: Findings) -> Iterator[Question]:
    """In order of weight: what broke an instruction first, what anybody could be asked last."""
    yield from _liberties(found)
    yield from _dearest(found)
    yield from _worse(found)
    yield from _missed(found)
    yield from _left(found)
    yield from _swaps(found)
    yield from _better(found)
    yield from _apart(found)
    yield from _home(found)
    yield from _settled(found)
    yield from _any_issue(found)


def _heading(found: Findings, issue: str) -> str:
    one = found.state.scenario.agenda.issue(issue)
    return f"{one.heading} ({one.code})"


def _label(found: Findings, issue: str, option: str | None) -> str:
    return f"“{option_label(found.state.scenario.agenda, issue, option)}”"


def _behind(found: Findings, issue: str, option: str | None) -> Citation | None:
    """The latest verbatim passage, by the last sitting, behind an option; failing that, behind another of the issue."""
    agenda = found.state.scenario.agenda
    one = agenda.issue(issue)
    last = max(meeting.date for meeting in agenda.meetings)
    options = [one.option(option)] if option else []
    for each in (*options, *one.options):
        said = known_on(each.attribution.citations, last) if each else ()
        verbatim = [citation for citation in said if citation.verbatim]
        if verbatim:
            return max(verbatim, key=lambda citation: citation.date)
    wording = (one.option(option) if option else None) or one.options[0]
    return passage(one, option) or Citation(source="the clause as this scenario words it", quote=wording.wording)


def _made(kind: str, text: str, ply: int, citation: Citation | None) -> Iterator[Question]:
    if citation is not None and citation.text:
        yield Question(kind, text, ply, citation)


def _ply_of(found: Findings, issue: str) -> int:
    brought = next(one.brought for one in found.issues if one.issue.id == issue)
    return brought.ply if brought else 0


def _liberties(found: Findings) -> Iterator[Question]:
    for one in found.capital.liberties:
        principal = found.capital.principal
        ply = _ply_of(found, one.issue)
        word = "crossed a red line" if one.latitude is Latitude.FORBIDDEN else "went beyond your instructions"
        text = (
            f"At ply {ply} you {word} by agreeing to {_label(found, one.issue, one.option)} on "
            f"{_heading(found, one.issue)}. What would you have written to {principal} that night to defend it?"
        )
        yield from _made("mandate", text, ply, _instruction(found, one.issue) or _behind(found, one.issue, one.option))


def _instruction(found: Findings, issue: str) -> Citation | None:
    """The passage behind the instruction in force on an issue."""
    date = found.state.sitting.date
    held = [one for one in found.state.scenario.stake(found.party).instructions if one.issue == issue]
    held = [one for one in held if one.since <= date]
    cited = max(held, key=lambda one: one.since).attribution.citations if held else ()
    return next((one for one in cited if one.verbatim), next(iter(cited), None))


def _dearest(found: Findings) -> Iterator[Question]:
    """The step that cost most, of one or two issues: a first stand on a whole list of them is no step."""
    place = found.state.scenario.agenda.place
    own = [(leg.points[found.side], ply, leg) for ply, leg in found.trace.legs if leg.mover == found.party]
    own = [one for one in own if one[0] < 0 and len(one[2].issues) <= 2]
    for cost, ply, leg in sorted(own, key=lambda one: (one[0], one[1])):
        issue = min(leg.issues, key=place)
        before, after = found.steps[ply - 1].before, found.steps[ply - 1].after
        was, now = before.position(found.party, issue), after.position(found.party, issue)
        agreed = after.standing(issue).agreement
        now = agreed.option if agreed else now
        if was == now or was is None:
            continue
        text = (
            f"Your dearest step was at ply {ply}, on {day(before.sitting.date)}: on {_heading(found, issue)} you went "
            f"from {_label(found, issue, was)} to {_label(found, issue, now)} ({cost:+d} points by your own measure). "
            "What did you get for it, when did you get it, and could you have had it for less?"
        )
        yield from _made("concession", text, ply, _behind(found, issue, now))
        return


def _worse(found: Findings) -> Iterator[Question]:
    """Issues you yourself closed worse than they stood in the record, by both measures."""
    for one in sorted(found.issues, key=_loss):
        if one.by_points is Judgement.WORSE and one.by_order is Judgement.WORSE and _own(found, one):
            assert one.brought is not None
            text = (
                f"At ply {one.brought.ply} you settled for {_label(found, one.issue.id, one.here.in_hand)} on "
                f"{_heading(found, one.issue.id)}; in the record {_then(found, one)}. What did your counterpart do "
                "that the real one did not, or what did the real delegate do that you did not?"
            )
            yield from _made("record", text, one.brought.ply, one.then_passage)


def _loss(one: IssueFinding) -> int:
    here, then = one.points
    return (here or 0) - (then or 0)


def _own(found: Findings, one: IssueFinding) -> bool:
    return one.brought is not None and one.brought.by == found.party


def _then(found: Findings, one: IssueFinding) -> str:
    assert one.then is not None
    if one.then.agreed:
        return f"{_label(found, one.issue.id, one.then.agreed)} was agreed"
    other = side(found.state.scenario.agenda, found.other)
    return f"{other} stood at {_label(found, one.issue.id, one.then.theirs)} and nothing was agreed"


def _missed(found: Findings) -> Iterator[Question]:
    for one in found.unused:
        if not one.passage or not found.state.scenario.agenda.has(one.issue):
            continue
        ended = next(each for each in found.issues if each.issue.id == one.issue)
        how = f"agreed at {_label(found, one.issue, ended.here.agreed)}" if ended.here.agreed else "left open"
        other = found.state.sitting.chair(found.other)
        text = (
            f"You never put the passage below to {other}, and {_heading(found, one.issue)} was {how}. Would it have "
            f"persuaded {other}, or only helped to explain a concession at home?"
        )
        yield from _made("evidence", text, 0, one.citation or Citation(url=one.lies, paraphrase=one.passage))


def _left(found: Findings) -> Iterator[Question]:
    left = found.divergence
    if left is None or not left.then or left.by != found.party or left.citation is None:
        return
    chair = found.steps[left.ply - 1].before.sitting.chair(found.party)
    text = (
        f"At ply {left.ply} you were the first to leave the record. The passage below is what was said there instead. "
        f"What did {chair} gain by it that your move did not, and what did yours risk?"
    )
    yield from _made("departure", text, left.ply, left.citation)


def _swaps(found: Findings) -> Iterator[Question]:
    for one in found.joint.exchanges:
        changes = one.swap.changes
        if len(changes) < 2:
            continue
        named = " and ".join(
            f"{_label(found, change.issue, change.after)} on {_heading(found, change.issue)}" for change in changes
        )
        text = (
            f"By the author's points both sides would have been better off with {named}. Was that exchange ever within "
            "sight at your table, and what in the documents speaks for it or against it?"
        )
        yield from _made("swap", text, 0, _behind(found, changes[0].issue, changes[0].after))


def _better(found: Findings) -> Iterator[Question]:
    for one in sorted(found.issues, key=lambda each: -_loss(each)):
        if one.by_points is Judgement.BETTER and one.by_order is Judgement.BETTER and one.here.agreed:
            text = (
                f"On {_heading(found, one.issue.id)} you got {_label(found, one.issue.id, one.here.agreed)}; in the "
                f"record {_then(found, one)}. Would the real other side have agreed to it, and what would it have "
                "asked for in return?"
            )
            yield from _made("gain", text, one.brought.ply if one.brought else 0, one.then_passage)


def _apart(found: Findings) -> Iterator[Question]:
    tops = [max(row) for row in found.state.scenario.stake(found.party).points]
    for one in sorted(found.issues, key=lambda each: -tops[found.state.scenario.agenda.place(each.issue.id)]):
        if one.here.agreed or not one.here.mine or not one.here.theirs or one.here.mine == one.here.theirs:
            continue
        text = (
            f"You left {_heading(found, one.issue.id)} open at {_label(found, one.issue.id, one.here.mine)} against "
            f"{_label(found, one.issue.id, one.here.theirs)}. Whose principal would have had to give way, and what "
            "could have been said to bring it about?"
        )
        yield from _made("deadlock", text, _ply_of(found, one.issue.id), _behind(found, one.issue.id, one.here.theirs))


def _home(found: Findings) -> Iterator[Question]:
    sent = sum(1 for step in found.steps if isinstance(step.move, ConsultCapital) and step.move.by == found.party)
    if sent or not found.steps:
        return
    for one in found.issues:
        barred = [
            option.id
            for option in one.issue.options
            if found.state.latitude(found.party, one.issue.id, option.id) is Latitude.ASK
        ]
        if one.here.agreed or not barred:
            continue
        text = (
            f"You sent {found.capital.principal} no message. On {_heading(found, one.issue.id)}, for one, your "
            f"instructions let you give {_label(found, one.issue.id, barred[0])} only if you asked. Would the question "
            "have been worth the time it took?"
        )
        yield from _made("telegrams", text, 0, _instruction(found, one.issue.id))


def _settled(found: Findings) -> Iterator[Question]:
    for one in found.issues:
        if one.here.agreed and one.brought is not None:
            whose = "your own move" if _own(found, one) else "the other side's move"
            text = (
                f"{_label(found, one.issue.id, one.here.agreed)} was agreed on {_heading(found, one.issue.id)} at ply "
                f"{one.brought.ply}, by {whose}. What had been said before that made it possible?"
            )
            yield from _made("settlement", text, one.brought.ply, _behind(found, one.issue.id, one.here.agreed))


def _any_issue(found: Findings) -> Iterator[Question]:
    """What even a game without a move can be asked."""
    for one in found.issues:
        heading = _heading(found, one.issue.id)
        text = f"What would your first words on {heading} have been, and what would have answered them?"
        yield from _made("opening", text, 0, _behind(found, one.issue.id, None))
