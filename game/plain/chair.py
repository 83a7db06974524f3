"""The chair a person sits in: what this side sees and hears. Nothing else of the table looks at a session's state."""

from __future__ import annotations

from game.engine.available import Available, available
from game.engine.moves import ConsultCapital, Happening, Move, Occur
from game.engine.scenario import Agenda
from game.engine.state import Step
from game.engine.view import View
from game.plain.house import Game
from game.play.session import Session
from game.record.minutes import spoken
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Chair:
    """One party's seat at a game."""

    game: Game
    party: str

    @property
    def session(self) -> Session:
        """The negotiation."""
        return self.game.session

    @property
    def view(self) -> View:
        """What this side may know now."""
        return self.session.view(self.party)

    @property
    def agenda(self) -> Agenda:
        """What both sides know."""
        return self.session.state.scenario.agenda

    @property
    def open(self) -> Available:
        """What this side may do now."""
        return available(self.session.state, self.party)

    def heard(self) -> tuple[Step, ...]:
        """The steps of the game this side has heard, from the opening."""
        return tuple(step for step in self.session.steps if self.hears(step))

    def hears(self, step: Step) -> bool:
        """Whether this side hears of a step: not of the other's messages home, nor of what only the other knows."""
        move: Move = step.move  # type: ignore[assignment]
        if isinstance(move, ConsultCapital):
            return move.by == self.party
        if isinstance(move, Occur) and move.what is Happening.ANSWER:
            return move.party == self.party
        if isinstance(move, Occur) and move.what is Happening.EVENT:
            return any(self.party in e.known_to for e in step.after.scenario.events if e.id == move.reference)
        return True

    def gist(self, step: Step) -> str:
        """The deed of a step in a sentence."""
        said = spoken(self.agenda, step)
        return said.gist or said.text
