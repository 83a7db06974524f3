"""Two games that differ, and arguments that matter: settlements by seed, and the same games without arguments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import fmean

from game.delegates.delegate import Decision, Delegate
from game.delegates.registry import make
from game.engine.engine import begin
from game.engine.outcome import gained
from game.engine.view import View
from game.simulate.hands import Died, shared_out
from game.simulate.intervals import p_value
from game.simulate.runner import Seating, play_out
from game.simulate.series import Series, all_played, seed_of
from tests.benchmarks.bars.rows import REASONABLE, Row, Size, averaged, counted

OPPONENTS = ("counterpart", *REASONABLE)


def distinct(size: Size) -> Iterator[Row]:
    """The counterpart with itself, table by table: different settlements, and the share of the commonest."""
    series = []
    for scenario in size.scenarios:
        seats = tuple((party.id, "counterpart") for party in scenario.agenda.parties)
        series.append(Series(scenario, Seating(seats, 12), size.variety, 1945))
    found = all_played(series, size.hands)
    for name, results in zip(size.tables, found.results, strict=True):
        seen = Counter(result.settled for result in results)
        most = max(seen.values(), default=0)
        told = f"{len(seen)} in {len(results)}; commonest {counted(most, len(results))}"
        kept = len(seen) >= 15 and most <= 0.3 * len(results)
        yield Row(f"distinct settlements on {name}", told, ">= 15 in 100, none over 30 %", kept)


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
