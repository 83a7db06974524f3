"""Play one whole game between two delegates straight on the engine: no journal, no session, only the end is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.delegates.delegate import Delegate
from game.delegates.registry import make
from game.engine.engine import apply, begin
from game.engine.history import HistoricMeeting
from game.engine.moves import Move
from game.engine.scenario import Scenario
from game.engine.state import EndingKind, State
from game.engine.view import view
from game.play.chance import draw

LONGEST = 20_000
"""Plies after which a game is given up as a fault of ours: the clock ends every game long before."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where (party id, delegate name), and how the first meeting is set; None leaves it as authored."""

    seats: tuple[tuple[str, str], ...]
    exchanges: int | None = None
    opener: str | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """A finished game: the final state and every move that led there."""

    final: State
    moves: tuple[Move, ...]

    @property
    def ending(self) -> EndingKind:
        """How it ended."""
        assert self.final.ending is not None
        return self.final.ending.kind


def play(scenario: Scenario, seating: Seating, seed: int, history: tuple[HistoricMeeting, ...] = ()) -> Played:
    """Play a game out. The same arguments give the same moves, here and in ``play.Session``.

    Raises UnknownDelegate for a name nobody bears, and IllegalMove when a delegate breaks the rules.
    """
    delegates = {party: make(name, seed, party, history) for party, name in seating.seats}
    return play_out(begin(scenario, seating.exchanges, seating.opener), delegates, seed)


def play_out(state: State, delegates: Mapping[str, Delegate], seed: int) -> Played:
    """Play on from ``state`` to the end."""
    moves: list[Move] = []
    while state.ending is None:
        if len(moves) >= LONGEST:
            raise RuntimeError(f"a game of {state.scenario.id} went on for {LONGEST} plies")
        move: Move = draw(state, seed) or delegates[state.floor].choose(view(state, state.floor)).move
        state = apply(state, move).after
        moves.append(move)
    return Played(state, tuple(moves))
