"""Plays a side of the record: the historic moves, one after another, as long as the rules allow them; then it holds.

It follows the record by speech: its third speech of a meeting is the third it made in that meeting in history. What
the rules do not allow, because this game has gone another way, it leaves out, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.delegates.delegate import Decision, Reason
from game.delegates.ground import objection, said_now, survey, truth
from game.delegates.reasons import Cause, truthful
from game.engine.history import HistoricMeeting, HistoricMove
from game.engine.moves import (
    PASSES_THE_FLOOR,
    Accept,
    Answer,
    Argue,
    CiteMinutes,
    ConsultCapital,
    Hold,
    Move,
    Occur,
    Recourse,
    Reject,
    Reserve,
    Withdraw,
    Yield,
)
from game.engine.state import Deed, Entry, Refusal
from game.engine.view import View

Speech = tuple[HistoricMove, ...]

DEEDS: dict[type, tuple[Deed, ...]] = {
    Accept: (Deed.ACCEPTED, Deed.AGREED_IN_SUBSTANCE),
    Reject: (Deed.REJECTED,),
    Reserve: (Deed.RESERVED,),
    Argue: (Deed.ARGUED, Deed.ARGUED_WEAKLY),
    CiteMinutes: (Deed.CITED,),
    Answer: (Deed.ANSWERED,),
    Withdraw: (Deed.WITHDREW,),
}
"""What each verb that keeps the floor leaves in the ledger."""

HELD_AT_ONCE = 3
"""How many disputed issues it reaffirms in a speech once the record has nothing more to say."""


@dataclass(frozen=True)
class Historical:
    """A delegate that does what was done. ``speeches`` are its own, by meeting id, in order."""

    party: str
    speeches: dict[str, tuple[Speech, ...]]
    name: str = "historical"

    def choose(self, view: View) -> Decision:
        """The next move of the record that may be made, or none; then an answer, a reservation, or a reaffirmation."""
        left = self._left(view)
        skipped: list[Reason] = []
        for historic in left:
            refusal = objection(view, historic.move)
            if refusal is None:
                return Decision(historic.move, (_as_recorded(historic), *skipped))
            skipped.append(_left_out(refusal))
        decision = _without_record(view)
        return replace(decision, reasons=(*decision.reasons, *skipped))

    def _left(self, view: View) -> Speech:
        """What remains of the historic speech now being made."""
        meeting = self.speeches.get(view.sitting.id, ())
        place = view.speeches // 2
        left = _after(meeting[place], said_now(view)) if place < len(meeting) else ()
        return tuple(historic for historic in left if not _sent(view, historic.move))


def historical(party: str, history: tuple[HistoricMeeting, ...]) -> Historical:
    """The delegate for ``party`` that follows the record."""
    return Historical(party, {meeting.meeting: _speeches(party, meeting.moves) for meeting in history})


def _speeches(party: str, moves: Iterable[HistoricMove]) -> tuple[Speech, ...]:
    """One side's moves of a meeting, speech by speech. What chance did is no move of a side."""
    speeches: list[Speech] = []
    present: list[HistoricMove] = []
    for historic in moves:
        move = historic.move
        if isinstance(move, Occur):
            continue
        if move.by == party:
            present.append(historic)
        if present and (move.by != party or isinstance(move, PASSES_THE_FLOOR)):
            speeches.append(tuple(present))
            present = []
    return (*speeches, tuple(present)) if present else tuple(speeches)


def _after(speech: Speech, said: Sequence[Entry]) -> Speech:
    """What of a historic speech comes after the moves already made, told by what they left in the ledger."""
    left = list(speech)
    for ply in sorted({entry.ply for entry in said}):
        lines = [entry for entry in said if entry.ply == ply]
        found = next((n for n, one in enumerate(left) if _left_these(one.move, lines)), None)
        if found is not None:
            left = left[found + 1 :]
    return tuple(left)


def _left_these(move: Move, lines: Sequence[Entry]) -> bool:
    """Whether a move would have left these lines in the ledger."""
    if lines[0].deed not in DEEDS.get(type(move), ()):
        return False
    issues = {entry.issue for entry in lines}
    match move:
        case Accept():
            return issues <= set(move.package.issues)
        case Reserve() | Reject():
            return issues <= set(move.issues) or bool(getattr(move, "offer", 0))
        case CiteMinutes():
            return issues == {move.issue}
        case Argue():
            return lines[0].option == move.claim
        case _:
            return True


def _sent(view: View, move: Move) -> bool:
    """Whether a message home has gone already: it leaves nothing in the ledger."""
    if not isinstance(move, ConsultCapital):
        return False
    return any((one.meeting, one.asks, one.report) == (view.meeting, move.asks, move.report) for one in view.telegrams)


def _as_recorded(historic: HistoricMove) -> Reason:
    where = f"{historic.citation.source}, line {historic.citation.line}" if historic.citation.line else "the record"
    return Reason(Cause.RECORD, "", f"So it was done: {where}.", "The record itself.")


def _left_out(refusal: Refusal) -> Reason:
    because = f"A move of the record could not be made here: {refusal.message}"
    return Reason(Cause.RECORD, refusal.issue, because, refusal.remedy, (("refusal", refusal.code),))


def _without_record(view: View) -> Decision:
    """What to do when the record has nothing to say: answer, think over what is new, hold, or leave the floor."""
    if view.asked:
        return Decision(Answer(view.party, truth(view)), (truthful(view.asked),))
    why = (Reason(Cause.RECORD, "", "The record has nothing more for this moment.", "The record itself."),)
    new = _unanswered(view)
    if new and not view.spoken:
        return Decision(Reserve(view.party, new, Recourse.THOUGHT), why)
    held = tuple(g.issue.id for g in survey(view) if g.agreed is None and g.mine is not None and g.mine != g.theirs)
    move: Move = Hold(view.party, held[:HELD_AT_ONCE]) if held else Yield(view.party)
    return Decision(move, why)


def _unanswered(view: View) -> tuple[str, ...]:
    """Issues on which the other side has spoken and this one has not answered."""
    return tuple(
        ground.issue.id
        for ground, standing in zip(survey(view), view.table, strict=True)
        if ground.agreed is None and ground.theirs is not None and not standing.answered
    )
