"""Why the delegates of a game moved as they did, and what of that the other side hears.

Reasons are not in a record. A delegate decides the same when it is shown the same, so where a game was resumed it is
asked again, one ply at a time and only when somebody wants to know; its answer counts only if it makes the same move.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from game.delegates.delegate import Delegate, Reason
from game.delegates.reasons import REFUSALS
from game.engine.moves import Move, Occur, Reject, Reserve
from game.engine.state import Step
from game.engine.view import view
from game.play.guest import Misbehaved, as_guest

WORDING = ("words", "report", "communique")
"""The fields of a move that hold text: the same deed may be put in other words and keeps its reasons."""


class Motives(Mapping[int, tuple[Reason, ...]]):
    """The reasons delegates gave, by ply (``Step.after.ply``), for every ply at which one of them moved.

    ``steps`` is the session's own list and may grow. ``earlier`` are the motives of the game a variation has left, and
    hold for its first ``shared`` plies. KeyError for what a person did, or chance.
    """

    def __init__(
        self,
        delegates: Mapping[str, Delegate],
        steps: Sequence[Step],
        earlier: Motives | None = None,
        shared: int = 0,
    ) -> None:
        self._delegates = {party: as_guest(delegate) for party, delegate in delegates.items()}
        self._steps = steps
        self._earlier = earlier
        self._shared = shared
        self._known: dict[int, tuple[Reason, ...]] = {}
        self._sealed: dict[int, str] = {}

    def __getitem__(self, ply: int) -> tuple[Reason, ...]:
        """The reasons for the move at that ply; none where the delegate had none, or where its file is sealed."""
        if self._earlier is not None and ply <= self._shared:
            return self._earlier[ply]
        if ply not in self._known:
            by = self._mover(ply)
            if by not in self._delegates:
                raise KeyError(ply)
            self._known[ply] = self._asked_again(self._delegates[by], self._steps[ply - 1])
        return self._known[ply]

    def __iter__(self) -> Iterator[int]:
        """The plies at which a delegate moved, in order. Nobody is asked."""
        return (ply for ply in range(1, len(self._steps) + 1) if self._mover(ply) in self._delegates)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def tell(self, ply: int, reasons: tuple[Reason, ...]) -> None:
        """Keep what a delegate has just said."""
        self._known[ply] = reasons

    def sealed(self, ply: int) -> str:
        """Why the file of that ply can't be opened, in a sentence; empty when it can. KeyError as for the reasons."""
        if self._earlier is not None and ply <= self._shared:
            return self._earlier.sealed(ply)
        self[ply]
        return self._sealed.get(ply, "")

    def _mover(self, ply: int) -> str:
        if not 1 <= ply <= len(self._steps):
            return ""
        move: Move = self._steps[ply - 1].move  # type: ignore[assignment]
        return "" if isinstance(move, Occur) else move.by

    def _asked_again(self, delegate: Delegate, step: Step) -> tuple[Reason, ...]:
        """What it says of a move in the record, if it would make it again."""
        move: Move = step.move  # type: ignore[assignment]
        try:
            decision = delegate.choose(view(step.before, move.by))  # type: ignore[union-attr]
        except Misbehaved as error:  # whatever a delegate does wrong, a finished game can still be read
            self._sealed[step.after.ply] = f"asked again, {delegate.name} gave no answer: {error}"
            return ()
        if deed_of(decision.move) != deed_of(move):
            self._sealed[step.after.ply] = f"asked again, {delegate.name} would not have made this move"
            return ()
        return tuple(decision.reasons)


def deed_of(move: Move) -> Move:
    """The move without its wording."""
    blank: dict[str, Any] = {field.name: "" for field in fields(move) if field.name in WORDING}
    return replace(move, **blank)


def heard(motives: Mapping[int, Sequence[Reason]], step: Step, party: str) -> tuple[Reason, ...]:
    """What a party is told at the table: why the other side refused something or put it off.

    What was weighed in giving stays private, and of one's own moves nothing is said. Nobody is asked in vain.
    """
    move = step.move
    if not isinstance(move, Reject | Reserve) or move.by == party:
        return ()
    return tuple(one for one in motives.get(step.after.ply, ()) if one.code in REFUSALS)
