"""The three levels of the counterpart against the same field: each should do no worse than the one below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import fmean

from tests.benchmarks.bars.field import met
from tests.benchmarks.bars.rows import PANEL, Row, Size, averaged
from tests.benchmarks.bars.zone import fair

NAMES = ("apprentice", "counterpart", "master")
"""The levels from the lowest, by the names they are chosen by."""


def levels(size: Size) -> Iterator[Row]:
    """Mean advantage against the panel by level, on the same tables; and what a level brings over the one below."""
    gains = {}
    for name in NAMES:
        games = [one for one in met(size, PANEL, name) if fair(one[0]) is not None]
        gains[name] = [one[3].advantages[one[2]] for one in games]
        yield Row(f"{name}, mean advantage against the panel", averaged(gains[name]), "-", None)
    for lower, higher in pairwise(NAMES):
        more = [high - low for low, high in zip(gains[lower], gains[higher], strict=True)]
        yield Row(f"  {higher} over {lower}, game by game", averaged(more), ">= 0", fmean(more) >= 0)
