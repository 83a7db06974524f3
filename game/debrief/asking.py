"""What can be asked of a game, made from the player's own moves, each with the passage that starts it.

A step without leave, a signature worth less than none, the dearest step, an acceptance that left an issue worse than in
the record, evidence not used, the place where the record was left, a swap not made, a gain over the record, what the
other side still had in hand, a deadlock, messages home. A question is made only where a passage stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.debrief.beginnings import Question, behind, instruction, label, made, or_behind, ply_of, titled
from game.debrief.comparison import IssueFinding, Judgement
from game.debrief.deeds import side
from game.debrief.omissions import held_back, home, missed, swaps
from game.engine.evidence import Citation
from game.engine.party import Latitude
from game.record.names import day

if TYPE_CHECKING:
    from game.debrief.capital import Liberty
    from game.debrief.findings import Findings


def candidates(found: Findings) -> Iterator[Question]:
    """In order of weight: what broke an instruction first, what anybody could be asked last."""
    yield from _liberties(found)
    yield from _below(found)
    yield from _dearest(found)
    yield from _worse(found)
    yield from missed(found)
    yield from _left(found)
    yield from swaps(found)
    yield from _better(found)
    yield from held_back(found)
    yield from _apart(found)
    yield from home(found)
    yield from _settled(found)
    yield from _any_issue(found)


def _liberties(found: Findings) -> Iterator[Question]:
    for one in sorted(found.capital.liberties, key=lambda each: _gravity(found, each)):
        principal = found.capital.principal
        ply = ply_of(found, one.issue)
        word = "crossed a red line" if one.latitude is Latitude.FORBIDDEN else "went beyond your instructions"
        text = (
            f"At ply {ply} you {word} by agreeing to {label(found, one.issue, one.option)} on "
            f"{titled(found, one.issue)}. What would you have written to {principal} that night to defend it?"
        )
        yield from made(
            ("mandate", one.issue), text, ply, instruction(found, one.issue) or behind(found, one.issue, one.option)
        )


def _gravity(found: Findings, one: Liberty) -> tuple[bool, int]:
    """Red lines first, then by what was given up of the most the issue could have brought."""
    row = found.state.scenario.stake(found.party).points[found.state.scenario.agenda.place(one.issue)]
    given = row[found.state.scenario.agenda.level(one.issue, one.option) - 1]
    return one.latitude is not Latitude.FORBIDDEN, given - max(row)


def _below(found: Findings) -> Iterator[Question]:
    """A signature worth less to the signer than none."""
    worth = found.worth
    if not found.capital.signed or worth.agreed >= worth.reservation:
        return
    points = found.state.scenario.stake(found.party).points
    place = found.state.scenario.agenda.place
    short = {one.issue.id: max(points[place(one.issue.id)]) - (one.points[0] or 0) for one in found.issues}
    agreed = [one for one in found.issues if one.here.agreed]
    for one in sorted(agreed, key=lambda each: -short[each.issue.id]):
        issue = one.issue.id
        text = (
            f"You signed what is worth {worth.agreed} of 1000 to your side, where no agreement was worth "
            f"{worth.reservation}. One thing it gave away was {titled(found, issue)}, settled at "
            f"{label(found, issue, one.here.agreed)}. What made it worth signing, and what would "
            f"{found.capital.principal} have said to your reasons?"
        )
        yield from made(("signature", issue), text, ply_of(found, issue), behind(found, issue, one.here.agreed))


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
            f"Your dearest step was at ply {ply}, on {day(before.sitting.date)}: on {titled(found, issue)} you went "
            f"from {label(found, issue, was)} to {label(found, issue, now)} ({cost:+d} points by your own measure). "
            "What did you get for it, when did you get it, and could you have had it for less?"
        )
        yield from made(("concession", issue), text, ply, behind(found, issue, now))
        return


def _worse(found: Findings) -> Iterator[Question]:
    """Issues you yourself closed worse than they stood in the record, by both measures."""
    for one in sorted(found.issues, key=_loss):
        if one.by_points is Judgement.WORSE and one.by_order is Judgement.WORSE and _own(found, one):
            assert one.brought is not None
            text = (
                f"At ply {one.brought.ply} you settled for {label(found, one.issue.id, one.here.in_hand)} on "
                f"{titled(found, one.issue.id)}; in the record {_then(found, one)}. What did your counterpart do "
                "that the real one did not, or what did the real delegate do that you did not?"
            )
            yield from made(("record", one.issue.id), text, one.brought.ply, _then_passage(found, one))


def _then_passage(found: Findings, one: IssueFinding) -> Citation | None:
    return or_behind(found, one.then_passage, one.issue.id, one.then.stood_on if one.then else None)


def _loss(one: IssueFinding) -> int:
    here, then = one.points
    return (here or 0) - (then or 0)


def _own(found: Findings, one: IssueFinding) -> bool:
    return one.brought is not None and one.brought.by == found.party


def _then(found: Findings, one: IssueFinding) -> str:
    assert one.then is not None
    if one.then.agreed:
        return f"{label(found, one.issue.id, one.then.agreed)} was agreed"
    other = side(found.state.scenario.agenda, found.other)
    return f"{other} stood at {label(found, one.issue.id, one.then.theirs)} and nothing was agreed"


def _left(found: Findings) -> Iterator[Question]:
    left = found.divergence
    if left is None or not left.then or left.by != found.party or left.citation is None:
        return
    chair = found.steps[left.ply - 1].before.sitting.chair(found.party)
    text = (
        f"At ply {left.ply} you were the first to leave the record. The passage below is what was said there instead. "
        f"What did {chair} gain by it that your move did not, and what did yours risk?"
    )
    yield from made(("departure", ""), text, left.ply, left.citation)


def _better(found: Findings) -> Iterator[Question]:
    for one in sorted(found.issues, key=lambda each: -_loss(each)):
        if one.by_points is Judgement.BETTER and one.by_order is Judgement.BETTER and one.here.agreed:
            text = (
                f"On {titled(found, one.issue.id)} you got {label(found, one.issue.id, one.here.agreed)}; in the "
                f"record {_then(found, one)}. Would the real other side have agreed to it, and what would it have "
                "asked for in return?"
            )
            yield from made(
                ("gain", one.issue.id), text, one.brought.ply if one.brought else 0, _then_passage(found, one)
            )


def _apart(found: Findings) -> Iterator[Question]:
    tops = [max(row) for row in found.state.scenario.stake(found.party).points]
    for one in sorted(found.issues, key=lambda each: -tops[found.state.scenario.agenda.place(each.issue.id)]):
        if one.here.agreed or not one.here.mine or not one.here.theirs or one.here.mine == one.here.theirs:
            continue
        text = (
            f"You left {titled(found, one.issue.id)} open at {label(found, one.issue.id, one.here.mine)} against "
            f"{label(found, one.issue.id, one.here.theirs)}. Whose principal would have had to give way, and what "
            "could have been said to bring it about?"
        )
        yield from made(
            ("deadlock", one.issue.id),
            text,
            ply_of(found, one.issue.id),
            behind(found, one.issue.id, one.here.theirs),
        )


def _settled(found: Findings) -> Iterator[Question]:
    for one in found.issues:
        if one.here.agreed and one.brought is not None:
            whose = "your own move" if _own(found, one) else "the other side's move"
            text = (
                f"{label(found, one.issue.id, one.here.agreed)} was agreed on {titled(found, one.issue.id)} at ply "
                f"{one.brought.ply}, by {whose}. What had been said before that made it possible?"
            )
            yield from made(
                ("settlement", one.issue.id), text, one.brought.ply, behind(found, one.issue.id, one.here.agreed)
            )


def _any_issue(found: Findings) -> Iterator[Question]:
    """What even a game without a move can be asked: of what the player never spoke to."""
    for one in found.issues:
        if one.here.mine or one.here.agreed:
            continue
        heading = titled(found, one.issue.id)
        text = (
            f"You never spoke to {heading}. What would your first words on it have been, and what would have answered "
            "them?"
        )
        yield from made(("opening", one.issue.id), text, 0, behind(found, one.issue.id, None))
