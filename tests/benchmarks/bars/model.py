"""What the counterpart has learnt of the other side's priorities, by exchange: rank correlation with the true ones.

The true priority of an issue is the most its options can differ by in the other side's points; the believed one, what
the counterpart thinks the issue weighs there. All tiers are public, and the first guess is made of them: so the order
*within* a tier is counted apart, for there all is guessed or learnt. *Unread* is the same counterpart that reads
nothing in what the other side does: what it would have known without learning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from game.delegates.counterpart import brief
from game.delegates.counterpart.temper import Temper, drawn
from game.engine.view import View
from game.simulate.hands import Died, shared_out
from tests.benchmarks.bars.rows import REASONABLE, Row, Size, averaged, table
from tests.benchmarks.ranks import kendall, spearman
from tests.delegates.games import moments

TAUGHT_BY = (*REASONABLE, "counterpart")
"""Who sits opposite: those whose moves follow from what they want."""
LOOKS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""The shares of its speeches at which the counterpart's beliefs are looked at."""


@dataclass(frozen=True)
class Look:
    """Beliefs at one moment against the truth: Kendall's tau over all pairs, within tiers, unread; Spearman's rho."""

    side: int
    at: float
    tau: float
    within: float
    unread: float
    rho: float


def model(size: Size) -> Iterator[Row]:
    """By chair and share of the speeches gone; no bar is set on it."""
    looks = _looked(size)
    for side, chair in enumerate(("first party", "second party")):
        for at in LOOKS:
            here = [one for one in looks if one.side == side and one.at == at]
            yield Row(f"{chair}, {100 * at:.0f} % of its speeches gone: tau", _told(here, "tau"), "-", None)
            yield Row("  Spearman's rho", _told(here, "rho"), "-", None)
            yield Row("  tau within a tier", _told(here, "within"), "-", None)
            yield Row("  the same, nothing read", _told(here, "unread"), "-", None)
    begun, ended = ([one.within for one in looks if one.at == at] for at in (LOOKS[0], LOOKS[-1]))
    told = f"{fmean(begun):.3f} to {fmean(ended):.3f}, both chairs"
    yield Row("order within a tier is learnt: first speech to last", told, "-", None)


def _told(looks: Sequence[Look], what: str) -> str:
    return averaged([getattr(one, what) for one in looks])


def _looked(size: Size) -> list[Look]:
    tasks = [
        (name, other, side, length, seed)
        for name in size.tables
        if len(table(name).agenda.meetings) == 1 and len(table(name).agenda.issues) > len(LOOKS)
        for other in TAUGHT_BY
        for side in (0, 1)
        for length in size.lengths
        for seed in range(size.seeds)
    ]
    found: list[Look] = []
    for one in shared_out(game_looked_at, tasks, size.hands):
        if isinstance(one, Died):
            raise RuntimeError(one.why)
        found.extend(one)
    return found


def game_looked_at(task: tuple[str, str, int, int, int]) -> list[Look]:
    """One game: the beliefs of the counterpart on ``side`` at each of the looks, as far as the game went."""
    name, other, side, length, seed = task
    scenario = table(name)
    names = ("counterpart", other) if side == 0 else (other, "counterpart")
    party = scenario.agenda.parties[side].id
    truth = [max(row) - min(row) for row in scenario.stakes[1 - side].points]
    due, found = list(LOOKS), []
    for moment in moments(scenario, names, seed, length):
        seen = moment.view
        if moment.party == party and due and _gone(seen, length) >= due[0]:
            found.append(look(seen, drawn(seed, party), truth, (side, due.pop(0))))
    return found


def _gone(seen: View, length: int) -> float:
    """The share of the speeches gone before this one."""
    return (length - seen.my_speeches_left) / max(1, length - 1)


def look(seen: View, temper: Temper, truth: Sequence[int], where: tuple[int, float]) -> Look:
    """What is believed in this view against what is true."""
    tiers = [issue.tier for issue in seen.agenda.issues]

    def same(one: int, other: int) -> bool:
        return tiers[one] is tiers[other]

    read = _weights(seen, temper)
    unread = _weights(seen, replace(temper, attention=0.0))
    return Look(
        *where,
        kendall(read, truth) or 0.0,
        kendall(read, truth, same) or 0.0,
        kendall(unread, truth, same) or 0.0,
        spearman(read, truth) or 0.0,
    )


def _weights(seen: View, temper: Temper) -> tuple[float, ...]:
    return brief(seen, temper).believed.weights
