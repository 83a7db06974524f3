"""What really happened, as moves with the passages they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.evidence import Citation
from game.engine.moves import Move


@dataclass(frozen=True, slots=True)
class HistoricMove:
    """One move of the record: its passage, whether the words are verbatim, and a note where the coding needs one."""

    move: Move
    citation: Citation
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistoricMeeting:
    """A sitting as the record has it, move by move, in order. ``grain`` is ``minutes`` or ``cable``."""

    meeting: str
    source: str
    grain: str
    moves: tuple[HistoricMove, ...]
    note: str = ""
