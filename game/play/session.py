"""One game being played: the one object that changes. Delegates see only views; the record is written first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Self

from game.delegates.delegate import Delegate
from game.engine import rules
from game.engine.engine import apply
from game.engine.moves import Move, Occur, Yield
from game.engine.notation import written
from game.engine.scenario import Scenario
from game.engine.state import Refusal, State, Step
from game.engine.view import View, view
from game.play.chance import draw
from game.play.guest import Misbehaved, Report, as_guest, unwritable
from game.play.motives import Motives
from game.play.setup import Seat, Setup, setup_of
from game.record.errors import NotSaved
from game.record.journal import Journal
from game.record.record import Closing, Parent, Record
from game.record.replay import line_of, opening, replay, replay_checked_at_the_end


class EmptyChair(Exception):
    """A party is to be played by a delegate, and none was given."""


class Session:
    """A game from its setup to its end.

    ``state`` is the present, ``steps`` all that led to it, ``reasons`` why delegates moved as they did, by ply;
    ``reports`` tells of turns lost by a delegate's fault. ``unsaved`` says that the last moves are not on disk, and
    why; None when they are, or when nothing is kept.
    """

    def __init__(
        self, scenario: Scenario, setup: Setup, journal: Journal | None, delegates: Mapping[str, Delegate]
    ) -> None:
        self.setup = setup
        self.header = journal.header if journal else setup.header(scenario)
        self.state: State = opening(self.header, scenario)
        self.steps: list[Step] = []
        self.reports: list[Report] = []
        self.unsaved: NotSaved | None = None
        self._opening = self.state
        self._journal = journal
        self._delegates = {party: as_guest(delegate) for party, delegate in delegates.items()}
        self.reasons = Motives(self._delegates, self.steps)
        self._sit_down()

    @classmethod
    def start(
        cls,
        scenario: Scenario,
        setup: Setup,
        journal: Journal | None = None,
        delegates: Mapping[str, Delegate] | None = None,
    ) -> Self:
        """A new game. ``journal`` is a fresh one, ``delegates`` sit for the parties that no person plays.

        EmptyChair when one of them is missing; Diverged when the setup does not fit the scenario.
        """
        return cls(scenario, setup, journal, delegates or {})

    @classmethod
    def resume(
        cls,
        record: Record,
        scenario: Scenario,
        journal: Journal | None = None,
        delegates: Mapping[str, Delegate] | None = None,
    ) -> Self:
        """A recorded game, worked out again and ready to go on; without ``journal``, to look at.

        To go on, the state after every ply is held against its digest; to look, that after the last (see ``replay``).
        Diverged names the first ply at which the record does not replay.
        """
        session = cls(scenario, setup_of(record.header), journal, delegates or {})
        session.header = record.header
        session.steps.extend(replay(record, scenario) if journal else replay_checked_at_the_end(record, scenario))
        if session.steps:
            session.state = session.steps[-1].after
        if record.closing is None:
            session._close()
        return session

    @property
    def opening(self) -> State:
        """The state the game began in."""
        return self._opening

    @property
    def scenario(self) -> Scenario:
        """What is being negotiated."""
        return self.state.scenario

    @property
    def over(self) -> bool:
        """Whether the negotiation has ended."""
        return self.state.ending is not None

    @property
    def human_parties(self) -> tuple[str, ...]:
        """The parties a person plays, in the order of the agenda."""
        return tuple(party.id for party in self.scenario.agenda.parties if party.id in self.setup.humans)

    @property
    def record(self) -> Record:
        """The game so far as a record."""
        closing = Closing(self.state.ending) if self.state.ending else None
        return Record(self.header, tuple(map(line_of, self.steps)), closing)

    def view(self, party: str) -> View:
        """What a party may know now. KeyError when it is not a party."""
        return view(self.state, party)

    def check(self, move: Move) -> Refusal | None:
        """Why a person may not make this move now, or None. Nothing changes."""
        if isinstance(move, Occur):
            return Refusal("not-yours", "That happens of itself.", "Choose a move of your own side.")
        seat = self.setup.seats.get(move.by)
        if seat is not None and move.by not in self.setup.humans:
            name = self.scenario.agenda.party(move.by).name
            return Refusal("not-your-chair", f"{name} is played by {seat}.", "Make a move for your own side.")
        return unwritable(move) or rules.check(self.state, move)

    def play(self, move: Move) -> Step | Refusal:
        """Make a person's move: recorded and on disk when this returns, unless ``unsaved`` says otherwise.

        A refused move changes nothing and writes nothing.
        """
        refusal = self.check(move)
        return refusal if refusal is not None else self._take(move)

    def advance(self) -> tuple[Step, ...]:
        """Let chance and delegates move until a person has the floor or the game is over."""
        steps = []
        while (step := self.advance_one()) is not None:
            steps.append(step)
        return tuple(steps)

    def advance_one(self) -> Step | None:
        """Let chance or a delegate make one move; None when it is a person's turn or the game is over."""
        if self.over:
            return None
        due = draw(self.state, self.setup.seed)
        if due is not None:
            return self._take(due)
        if self.state.floor in self.setup.humans:
            return None
        return self._decided(self.state.floor)

    def save(self) -> bool:
        """Try again to write what is not on disk; whether all of it is now."""
        if self._journal is not None:
            self._keep(self._journal.retry)
        return self.unsaved is None

    def close(self) -> None:
        """Let go of the file. The session can still be looked at."""
        if self._journal is not None:
            self._journal.close()

    def fixed(self) -> Refusal | None:
        """Why one may not go back in this game or leave it for a variation; None in study mode, and when it is over."""
        if self.setup.study or self.over:
            return None
        return Refusal(
            "class-play",
            "This game is in class play: what was said stays said until it is over.",
            "Begin a game in study mode to go back and to try other courses.",
        )

    def variation_setup(self, at_ply: int) -> Setup:
        """The setup of a game that leaves this one after ``at_ply`` (0: from the start), for its new record.

        It is always in study mode, and its record says so. ValueError where there is no such ply, or ``fixed`` forbids.
        """
        if not 0 <= at_ply <= len(self.steps):
            raise ValueError(f"there is no ply {at_ply}; this game has {len(self.steps)}")
        refusal = self.fixed()
        if refusal is not None:
            raise ValueError(refusal.message)
        return replace(self.setup, parent=Parent(self.header.id, at_ply), study=True)

    def last_choice(self, party: str) -> int:
        """The moves made before the last one of ``party``: where a variation leaves the game to take it back.

        Of a person's moves only; -1 when it has made none.
        """
        mine = (step.after.ply for step in reversed(self.steps) if getattr(step.move, "by", "") == party)
        return next(mine, 0) - 1

    def variation(
        self, at_ply: int, journal: Journal | None = None, delegates: Mapping[str, Delegate] | None = None
    ) -> Session:
        """Another game that shares this one's first ``at_ply`` plies; this one stays as it is.

        Its record, when ``journal`` is given, repeats the shared moves, so that it can be read by itself.
        """
        setup = self.variation_setup(at_ply)
        varied = Session.start(self._opening.scenario, setup, journal, delegates or self._delegates)
        for step in self.steps[:at_ply]:
            varied._take(step.move)  # type: ignore[arg-type]
        varied.reasons = Motives(varied._delegates, varied.steps, self.reasons, at_ply)
        return varied

    def _sit_down(self) -> None:
        for party, seat in self.setup.seats.items():
            if party not in self.setup.humans and party not in self._delegates:
                raise EmptyChair(f"{party} is to be played by {seat}, which is not here")

    def _decided(self, party: str) -> Step:
        """A delegate's move; when it fails, hangs or answers illegally it loses its turn, with a report."""
        try:
            decision = self._delegates[party].choose(self.view(party))
            refusal = rules.check(self.state, decision.move)
        except Misbehaved as error:
            return self._lost(party, str(error))
        if refusal is not None:  # in the engine's own words
            return self._lost(party, f"it tried to {written(decision.move)['do']}: {refusal.message}")
        step = self._take(decision.move)
        self.reasons.tell(step.after.ply, decision.reasons)
        return step

    def _lost(self, party: str, what: str) -> Step:
        """The floor passes to the other side, and why is reported."""
        self.reports.append(Report(self.state.ply + 1, party, self.setup.seats[party], what))
        step = self._take(Yield(party))
        self.reasons.tell(step.after.ply, ())
        return step

    def _take(self, move: Move) -> Step:
        """Record a legal move, then make it."""
        step = apply(self.state, move)
        if self._journal is not None:
            journal, line = self._journal, line_of(step)
            self._keep(lambda: journal.append(line))
        self.state = step.after
        self.steps.append(step)
        self._close()
        return step

    def _close(self) -> None:
        """Write the ending, once there is one."""
        if self._journal is not None and self.state.ending is not None:
            journal, closing = self._journal, Closing(self.state.ending)
            self._keep(lambda: journal.finish(closing))

    def _keep(self, write: Callable[[], None]) -> None:
        """Write; what can't be written is kept by the journal, and ``unsaved`` says so."""
        try:
            write()
            self.unsaved = None
        except NotSaved as error:
            self.unsaved = error


__all__ = ["EmptyChair", "Report", "Seat", "Session", "unwritable"]
