"""Two games that differ, and arguments that matter: settlements by seed, and the same games without arguments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from statistics import fmean

from game.bargaining.reach import attainable
from game.delegates.delegate import Decision, Delegate
from game.delegates.registry import make
from game.engine.engine import begin
from game.engine.outcome import gained
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.scenario import Scenario, contradictions
from game.engine.view import View
from game.engine.worth import worth
from game.simulate.hands import Died, shared_out
from game.simulate.intervals import p_value
from game.simulate.runner import Seating, play_out
from game.simulate.series import Series, all_played, seed_of
from tests.benchmarks.bars.rows import REASONABLE, Row, Size, averaged, counted, table

DISTINCT = 15
"""How many settlements a hundred games should come to."""
LARGE = 200_000
"""Combinations above which they are not counted out."""
OPPONENTS = ("counterpart", *REASONABLE)


def distinct(size: Size) -> Iterator[Row]:
    """The counterpart with itself, table by table: different settlements, and the share of the commonest.

    Where fewer than fifteen settlements are better for both than none, no play could keep the bar: it is said how many.
    """
    series = []
    for scenario in size.scenarios:
        seats = tuple((party.id, "counterpart") for party in scenario.agenda.parties)
        series.append(Series(scenario, Seating(seats, 12), size.variety, 1945))
    found = all_played(series, size.hands)
    for name, results in zip(size.tables, found.results, strict=True):
        seen = Counter(result.settled for result in results)
        most = max(seen.values(), default=0)
        told = f"{len(seen)} in {len(results)}; commonest {counted(most, len(results))}"
        there = settlements(table(name), DISTINCT)
        if there < DISTINCT:
            told += f"; only {there} are better for both than none"
        varied = len(seen) >= DISTINCT and most <= 0.3 * len(results)
        kept = varied if there >= DISTINCT else None
        yield Row(
            f"distinct settlements on {name}", told, ">= 15 in 100, none over 30 %", kept if there >= DISTINCT else None
        )


def settlements(scenario: Scenario, enough: int) -> int:
    """How many settlements are within what instructions can come to allow and better for both sides than none.

    Small tables are counted out; of a large one no more than ``enough`` are looked for, and found. Issues of procedure
    may be left open.
    """
    state, allowed = begin(scenario), attainable(scenario)
    ways: list[list[str | None]] = []
    for number, issue in enumerate(scenario.agenda.issues):
        agreed = state.settled.get(issue.id)
        both = [
            option.id
            for place, option in enumerate(issue.options)
            if all(side[number][place].rank < Latitude.ASK.rank for side in allowed)
        ]
        ways.append([agreed] if agreed else [*both, *([] if issue.required else [None])])
    if prod(map(len, ways)) > LARGE:
        return enough
    found = 0
    for chosen in product(*ways):
        taken = {i.id: one for i, one in zip(scenario.agenda.issues, chosen, strict=True) if one is not None}
        package = Package.of(taken)
        worths = (worth(scenario.agenda, stakes, package) - stakes.reservation for stakes in scenario.stakes)
        found += not contradictions(scenario.agenda, package) and all(gain > 0 for gain in worths)
    return found


@dataclass(frozen=True)
class Wordless:
    """A delegate that may neither argue nor cite: it is shown no claims, and told that it has done both."""

    delegate: Delegate

    @property
    def name(self) -> str:
        return self.delegate.name

    def choose(self, view: View) -> Decision:
        return self.delegate.choose(replace(view, claims=(), minutes=(), supported=("argue", "cite")))


@dataclass(frozen=True)
class Debate:
    """The work of playing a game twice, the counterpart with its arguments and without: what they brought it."""

    size: Size

    def __call__(self, task: tuple[int, str, int, int, int]) -> float:
        place, opponent, side, opener, number = task
        scenario = self.size.scenarios[place]
        parties = [party.id for party in scenario.agenda.parties]
        seed = seed_of(11, number)

        def advantage(mine: Delegate) -> float:
            delegates = {
                parties[side]: mine,
                parties[1 - side]: make(opponent, seed, parties[1 - side]),
            }
            over = play_out(begin(scenario, 12, parties[opener]), delegates, seed)
            if over.lost:
                raise RuntimeError(str(over.lost[0]))
            return gained(over.final, parties[side])

        own = make("counterpart", seed, parties[side])
        return advantage(own) - advantage(Wordless(own))


def arguments(size: Size) -> Iterator[Row]:
    """What its own arguments bring the counterpart, game by game, all else being the same."""
    tasks = [
        (place, opponent, side, opener, number)
        for place in range(len(size.tables))
        for opponent in OPPONENTS
        for side in (0, 1)
        for opener in (0, 1)
        for number in range(size.pairs)
    ]
    found = shared_out(Debate(replace(size)), tasks, size.hands)
    brought = []
    for one in found:
        if isinstance(one, Died):
            raise RuntimeError(one.why)
        brought.append(one)
    likely = p_value(brought)
    effect = fmean(brought)
    told = f"{averaged(brought)}; p = {likely:.4f}"
    yield Row(
        "what its arguments bring it", told, "0.05 to 0.20, p < 0.01", likely < 0.01 and 0.05 <= abs(effect) <= 0.20
    )
    differ = sum(one != 0 for one in brought)
    yield Row("  games whose outcome they change", counted(differ, len(brought)), "-", None)
    for place, name in enumerate(size.tables):
        mine = [gain for task, gain in zip(tasks, brought, strict=True) if task[0] == place]
        yield Row(f"  on {name}", f"{averaged(mine)}; p = {p_value(mine):.4f}", "-", None)
