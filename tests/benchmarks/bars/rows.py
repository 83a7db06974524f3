"""A line of the table, how much is to be measured for it, and on which tables of negotiation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from game.authoring.loader import load
from game.engine.scenario import Scenario
from game.simulate.hands import EVERY_CORE, Hands
from game.simulate.intervals import mean, wilson
from tests.builders_large import Shape, build

REASONABLE = ("boulware", "linear", "conceder", "tit-for-tat")
"""Baselines that move when time or the other side asks for it: against them there should be a settlement."""
PANEL = (*REASONABLE, "micro", "stonewaller")
"""The sparring panel the counterpart is measured against. (``historical`` and ``random`` say nothing of strength.)"""


@dataclass(frozen=True)
class Row:
    """One bar: what was found, what is asked for, and whether it is kept (None: not for this measure to say)."""

    bar: str
    found: str
    goal: str
    kept: bool | None


@dataclass(frozen=True)
class Size:
    """How much to measure. ``tables`` are ids of scenarios, or ``KIND-SEED-ISSUES`` for a generated one (see ``ROOM``).

    They are the shipped scenarios that have a zone (the single days of July have none), and the generated tables of the
    first seeds that have one. The campaigns and tables of 34 issues take ten times as long; ``campaign_pairs`` plays
    them. What the counterpart does was decided on generated tables of seeds from 100 on, and on
    none of these.

    ``seeds`` are games of the counterpart in each pairing; ``safety`` games in all; ``search`` games of the search for
    a best response, and ``fresh`` those it is then judged by; ``decisions`` those permuted; ``variety`` seeds;
    ``pairs`` seeds of games with and without arguments; ``timed`` campaigns whose decisions are timed.
    """

    name: str
    tables: tuple[str, ...]
    lengths: tuple[int, ...]
    seeds: int
    safety: int
    search: int
    fresh: int
    decisions: int
    variety: int
    pairs: int
    timed: int
    hands: Hands = field(default=EVERY_CORE)

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The tables, all of which have a zone of agreement within what instructions can be brought to allow."""
        return tuple(map(table, self.tables))


SHORT = Size(
    "short",
    ("first-session", "large-1-12", "large-3-12", "large-4-12"),
    (12,),
    seeds=1,
    safety=300,
    search=160,
    fresh=40,
    decisions=100,
    variety=100,
    pairs=1,
    timed=1,
)
LONG = Size(
    "long",
    ("first-session", "river-port", "portsmouth-1905-08-23", "large-1-20", "wide-1-12", "narrow-1-12"),
    (12, 30),
    seeds=1,
    safety=10_000,
    search=3_200,
    fresh=400,
    decisions=1_000,
    variety=100,
    pairs=2,
    timed=2,
)

ROOM = {"large": (0, 1, 1, 2), "wide": (1, 2, 3, 9), "narrow": (0, 0, 0, 1)}
"""Kinds of generated tables: how many options beyond the last common one a side's instructions may reach."""


@cache
def table(name: str) -> Scenario:
    """The scenario of that name."""
    kind = name.split("-")[0]
    if kind not in ROOM:
        return load(name)
    _, seed, issues = name.split("-")
    return build(int(seed), Shape(issues=int(issues), room=ROOM[kind]))


def counted(held: int, cases: int) -> str:
    """A share with its exact count and Wilson's 95 per cent interval."""
    if not cases:
        return "0 of 0"
    share = wilson(held, cases)
    return f"{held} of {cases} = {100 * share.share:.1f} % ({100 * share.low:.1f} to {100 * share.high:.1f})"


def averaged(values: Sequence[float]) -> str:
    """A mean with its count and Student's 95 per cent interval."""
    whole = mean(values)
    if whole is None:
        return "nothing to average"
    if whole.low is None or whole.high is None:
        return f"{whole.value:.3f} of {whole.count}"
    return f"{whole.value:.3f} ({whole.low:.3f} to {whole.high:.3f}) of {whole.count}"
