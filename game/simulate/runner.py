"""Play one whole game between two delegates straight on the engine."""

from __future__ import annotations

import random
from dataclasses import dataclass

from game.delegates.delegate import Delegate
from game.delegates.registry import make
from game.engine.chance import Chance, chances
from game.engine.engine import apply, begin
from game.engine.history import HistoricMeeting
from game.engine.moves import Move
from game.engine.scenario import Scenario
from game.engine.state import EndingKind, State
from game.engine.view import view

LONGEST = 5000
"""Plies after which a game is stopped as a fault of ours: no rule of the engine lets one last so long."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where (party id to delegate name, in the agenda's order), and how the meeting is set."""

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


def seeds(seed: int, game: int) -> int:
    """The seed of one game of a series: the same for any number of workers."""
    return random.Random(f"plenipo {seed} {game}").getrandbits(32)


def play(scenario: Scenario, seating: Seating, seed: int, history: tuple[HistoricMeeting, ...] = ()) -> Played:
    """Play a game out. The same arguments give the same moves."""
    delegates = {party: make(name, seed, party, history) for party, name in seating.seats}
    return play_out(begin(scenario, seating.exchanges, seating.opener), delegates, seed)


def play_out(state: State, delegates: dict[str, Delegate], seed: int) -> Played:
    """Play on from ``state`` to the end. Raises IllegalMove when a delegate breaks the rules."""
    chance = random.Random(f"chance {seed}")
    moves: list[Move] = []
    while state.ending is None:
        if len(moves) > LONGEST:
            raise RuntimeError(f"a game went on for {LONGEST} plies")
        due = chances(state)
        move: Move = drawn(due, chance) if due else delegates[state.floor].choose(view(state, state.floor)).move
        state = apply(state, move).after
        moves.append(move)
    return Played(state, tuple(moves))


def drawn(due: tuple[Chance, ...], chance: random.Random) -> Move:
    """One of the things that may happen, by weight."""
    at = chance.randrange(100)
    for one in due:
        at -= one.percent
        if at < 0:
            return one.occur
    return due[-1].occur
