"""Plays a side of the record: the historic moves, one after another, as long as the rules allow them; then it holds.

It goes through its own moves of the sitting in their order. What answers the other side waits for its occasion; what
the rules do not allow, because this game has gone another way, is left out, and the reasons say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from game.delegates.delegate import Decision, Reason
from game.delegates.ground import mirror, objection, survey, truth
from game.delegates.reasons import Cause, truthful
from game.engine.history import HistoricMeeting, HistoricMove, on_agenda
from game.engine.ledger import Deed, Entry
from game.engine.moves import (
    Accept,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Hold,
    Move,
    Occur,
    Propose,
    Recourse,
    Reject,
    Reserve,
    Withdraw,
    Yield,
)
from game.engine.state import Refusal
from game.engine.view import View
from game.slim import dataclass

DEEDS: dict[type, tuple[Deed, ...]] = {
    Propose: (Deed.OFFERED, Deed.RETREATED, Deed.CONDITIONED),
    Accept: (Deed.ACCEPTED, Deed.AGREED_IN_SUBSTANCE),
    Reject: (Deed.REJECTED,),
    Hold: (Deed.HELD,),
    Reserve: (Deed.RESERVED,),
    Argue: (Deed.ARGUED, Deed.ARGUED_WEAKLY),
    CiteMinutes: (Deed.CITED,),
    Ask: (Deed.ASKED,),
    Answer: (Deed.ANSWERED,),
    Withdraw: (Deed.WITHDREW,),
}
"""What each verb leaves in the ledger; the others leave nothing there."""
REACTIONS = (Accept, Answer, Reject)
"""Verbs that need the other side to have said something first."""
HELD_AT_ONCE = 3
"""How many disputed issues it reaffirms in a speech once the record has nothing more to say."""


@dataclass(frozen=True)
class Historical:
    """A delegate that does what was done: ``moves`` are its own in the record, each with the meeting's id, in order."""

    moves: tuple[tuple[str, HistoricMove], ...]
    name: str = "historical"

    def choose(self, view: View) -> Decision:
        """The next move of the record that may be made; when there is none: an answer, a thought, or the old stand."""
        left_out: list[Reason] = []
        scenario = mirror(view).scenario
        for historic in self._due(view):
            move = on_agenda(historic.move, scenario)
            refusal = objection(view, move) if move is not None else None
            if move is not None and refusal is None:
                return Decision(move, (_as_recorded(historic), *left_out))
            if refusal is not None:
                left_out.append(_left_out(refusal))
        decision = _without_record(view)
        return replace(decision, reasons=(*decision.reasons, *left_out))

    def _due(self, view: View) -> Iterator[HistoricMove]:
        """The moves of this sitting still to be made, in the order in which to try them.

        Reactions that have waited come before the next move that takes the initiative; later ones come after it.
        """
        played, furthest = self._played(view)
        for place, (meeting, historic) in enumerate(self.moves):
            waiting = place > furthest or isinstance(historic.move, REACTIONS)
            if meeting == view.sitting.id and place not in played and waiting and not _silent(view, historic.move):
                yield historic

    def _played(self, view: View) -> tuple[set[int], int]:
        """The places of the moves already made, told by the ledger, and the furthest that took the initiative."""
        played: set[int] = set()
        furthest = -1
        own = (entry for entry in view.ledger if entry.by == view.party)
        for _, lines in groupby(own, key=lambda entry: entry.ply):
            found = self._which(tuple(lines), played)
            if found is not None:
                played.add(found)
                if not isinstance(self.moves[found][1].move, REACTIONS):
                    furthest = max(furthest, found)
        return played, furthest

    def _which(self, lines: tuple[Entry, ...], played: set[int]) -> int | None:
        """The first move not yet accounted for that would have left these lines."""
        places = {place for entry in lines for place in self._places.get(entry.deed, ())} - played
        return next((place for place in sorted(places) if _left_these(self.moves[place][1].move, lines)), None)

    @cached_property
    def _places(self) -> Mapping[Deed, tuple[int, ...]]:
        """Which of the moves can leave a deed in the ledger, in their order."""
        places: dict[Deed, tuple[int, ...]] = {}
        for place, (_, historic) in enumerate(self.moves):
            for deed in DEEDS.get(type(historic.move), ()):
                places[deed] = (*places.get(deed, ()), place)
        return places


def historical(party: str, history: tuple[HistoricMeeting, ...]) -> Historical:
    """The delegate for ``party`` that follows the record."""
    return Historical(
        tuple(
            (meeting.meeting, historic)
            for meeting in history
            for historic in meeting.moves
            if not isinstance(historic.move, Occur) and historic.move.by == party
        )
    )


def _silent(view: View, move: Move) -> bool:
    """Whether a move is one to pass over: a yielded floor, or a message home that has gone already."""
    if isinstance(move, ConsultCapital):
        return any((one.asks, one.report) == (move.asks, move.report) for one in view.telegrams)
    return isinstance(move, Yield)


def _left_these(move: Move, lines: tuple[Entry, ...]) -> bool:
    """Whether a move would have left these lines in the ledger."""
    told = [entry for entry in lines if entry.deed in DEEDS.get(type(move), ())]
    if not told:
        return False
    match move:
        case Propose() | Accept():
            return all(move.package.get(entry.issue) == entry.option for entry in told)
        case Reserve() | Reject() | Hold():
            return {entry.issue for entry in told} <= set(move.issues)
        case CiteMinutes() | Ask():
            return told[0].issue == move.issue
        case Argue():
            return told[0].option == move.claim
        case Answer():
            return told[0].note == move.reply.value
        case _:
            return True


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
