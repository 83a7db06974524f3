"""Play one whole game between two delegates straight on the engine: no journal, no session, only the end is kept."""

from __future__ import annotations

from collections.abc import Mapping

from game.delegates.delegate import Delegate
from game.delegates.registry import is_ours, make
from game.engine.engine import IllegalMove, apply, begin
from game.engine.history import HistoricMeeting
from game.engine.moves import Move, Yield
from game.engine.notation import written
from game.engine.scenario import Scenario
from game.engine.state import EndingKind, State
from game.engine.view import view
from game.play.chance import draw
from game.play.guest import PATIENCE, Guest, Misbehaved, Report
from game.slim import dataclass

LONGEST = 20_000
"""Plies after which a game is given up as a fault of ours: the clock ends every game long before."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where (party id, delegate name), and how the first meeting is set; None leaves it as authored.

    ``patience`` is how many seconds a delegate of another distribution may think about one move.
    """

    seats: tuple[tuple[str, str], ...]
    exchanges: int | None = None
    opener: str | None = None
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class Played:
    """A finished game: the final state, every move that led there, and the turns lost by a delegate's fault."""

    final: State
    moves: tuple[Move, ...]
    lost: tuple[Report, ...] = ()

    @property
    def ending(self) -> EndingKind:
        """How it ended."""
        assert self.final.ending is not None
        return self.final.ending.kind


def play(scenario: Scenario, seating: Seating, seed: int, history: tuple[HistoricMeeting, ...] = ()) -> Played:
    """Play a game out. The same arguments give the same moves, here and in ``play.Session``.

    Raises UnknownDelegate for a name nobody bears.
    """
    delegates = {party: _seated(name, make(name, seed, party, history), seating) for party, name in seating.seats}
    return play_out(begin(scenario, seating.exchanges, seating.opener), delegates, seed)


def _seated(name: str, delegate: Delegate, seating: Seating) -> Delegate:
    """The delegate; somebody else's as a guest, which costs a thread for each decision."""
    return delegate if is_ours(name) else Guest(delegate, seating.patience)


def play_out(state: State, delegates: Mapping[str, Delegate], seed: int) -> Played:
    """Play on from ``state`` to the end. A delegate that fails, or breaks the rules, loses its turn."""
    moves: list[Move] = []
    lost: list[Report] = []
    while state.ending is None:
        if len(moves) >= LONGEST:
            raise RuntimeError(f"a game of {state.scenario.id} went on for {LONGEST} plies")
        move: Move | None = draw(state, seed)
        if move is not None:
            state = apply(state, move).after
        else:
            party = state.floor
            try:
                move, state = _moved(state, delegates[party])
            except Misbehaved as fault:
                lost.append(Report(len(moves) + 1, party, delegates[party].name, str(fault)))
                move = Yield(party)
                state = apply(state, move).after
        moves.append(move)
    return Played(state, tuple(moves), tuple(lost))


def _moved(state: State, delegate: Delegate) -> tuple[Move, State]:
    """A delegate's move and the state after it. Raises Misbehaved."""
    seen = view(state, state.floor)
    try:
        move = delegate.choose(seen).move
    except Misbehaved:
        raise
    except Exception as error:  # whatever a delegate does wrong is its own loss, not the game's
        raise Misbehaved(f"it failed: {type(error).__name__}: {str(error)[:200]}") from error
    try:
        return move, apply(state, move).after
    except IllegalMove as error:
        raise Misbehaved(f"it tried to {written(move)['do']}: {error.refusal.message}") from None
