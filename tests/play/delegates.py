"""Delegates made for tests: one that plays a list, one that draws from its view, and some that misbehave."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from game.delegates.delegate import Decision, Reason
from game.engine.moves import Hold, Move, Propose, Yield
from game.engine.package import Package
from game.engine.view import View

WHY = Reason("firm", "railway-board", "The instructions are clear.", "New instructions would change it.")


@dataclass
class Scripted:
    """Plays its moves in order, then yields. The reason is always the same."""

    moves: list[Move]
    name: str = "scripted"

    def choose(self, view: View) -> Decision:
        return Decision(self.moves.pop(0) if self.moves else Yield(view.party), (WHY,))


@dataclass(frozen=True)
class Wavering:
    """Proposes or holds, by a draw from what it can see and nothing else."""

    seed: int = 0
    name: str = "wavering"

    def choose(self, view: View) -> Decision:
        mark = sha256(f"{self.seed}:{view.ply}:{view.party}".encode()).digest()
        issue = view.agenda.issues[mark[0] % len(view.agenda.issues)]
        option = issue.options[mark[1] % len(issue.options)].id
        free = view.latitude(issue.id, option).rank < 2
        if free and view.mine(issue.id) != option and view.standing(issue.id).agreement is None:
            return Decision(Propose(view.party, Package.of({issue.id: option})), (WHY,))
        held = [one.id for one in view.agenda.issues if view.mine(one.id)]
        return Decision(Hold(view.party, (held[0],)) if held else Yield(view.party))


class Broken:
    """Does what its ``how`` says, none of it right."""

    name = "broken"

    def __init__(self, how: object) -> None:
        self.how = how

    def choose(self, view: View) -> Decision:
        if isinstance(self.how, Exception):
            raise self.how
        return self.how  # type: ignore[return-value]


class Watching(Wavering):
    """Remembers what it was shown."""

    def __init__(self) -> None:
        super().__init__()
        object.__setattr__(self, "shown", [])

    def choose(self, view: View) -> Decision:
        self.shown.append(view)  # type: ignore[attr-defined]
        return super().choose(view)
