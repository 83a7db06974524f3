"""Chance: which of the things that may happen does. It depends on the seed and the ply, and on nothing else."""

from __future__ import annotations

from hashlib import sha256

from game.engine.chance import chances
from game.engine.moves import Occur
from game.engine.state import State


def draw(state: State, seed: int) -> Occur | None:
    """What happens now; None when nothing is due. Weights are per cent, as ``engine.chance`` gives them."""
    due = chances(state)
    mark = throw(seed, state.ply) if due else 0
    for chance in due:
        if mark < chance.percent:
            return chance.occur
        mark -= chance.percent
    return None


def throw(seed: int, ply: int) -> int:
    """A number from 0 to 99 for one ply of one game, even over seeds and over plies.

    >>> [throw(1945, ply) for ply in range(6)] == [throw(1945, ply) for ply in range(6)]
    True
    """
    return int.from_bytes(sha256(f"{seed}:{ply}".encode()).digest()[:8]) % 100
