"""A series of games between the same two delegates: played on all cores or on a cluster, counted, summed up.

A game depends on its own seed only, which depends on the seed of the series and the number of the game: the results
are the same for any number of workers.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from game.engine.history import HistoricMeeting
from game.engine.outcome import excesses, gained
from game.engine.party import Latitude
from game.engine.scenario import Scenario
from game.engine.state import EndingKind
from game.engine.worth import worth
from game.play.guest import Report
from game.simulate.bound import everything, remembered, signable
from game.simulate.hands import EVERY_CORE, Died, Hands, Progress, shared_out
from game.simulate.intervals import LEVEL, Mean, mean, wilson
from game.simulate.runner import Played, Seating, play
from game.slim import dataclass

Number = tuple[int, int]
"""The place of a series among several, and the number of a game in it."""
TOLD = 20
"""Lost turns of a series that are told in full; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Series:
    """What to play: a scenario, who sits where, how many games, and the seed they come from."""

    scenario: Scenario
    seating: Seating
    games: int
    seed: int
    history: tuple[HistoricMeeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What one game came to. Figures by side are in the agenda's order.

    ``signed`` says that all required issues were agreed, whatever the principals then said. ``worths`` are of what
    was agreed. ``beyond`` counts options agreed beyond instructions, ``crossed`` those of them that were red lines.
    ``unclaimed`` is None without an agreement. ``lost`` are the turns lost by a delegate's fault.
    """

    game: int
    seed: int
    ending: EndingKind
    signed: bool
    worths: tuple[int, int]
    advantages: tuple[float, float]
    beyond: tuple[int, int]
    settled: tuple[tuple[str, str], ...]
    unclaimed: float | None
    unclaimed_anyhow: float | None
    plies: int
    crossed: tuple[int, int] = (0, 0)
    lost: tuple[Report, ...] = ()


class GamesLost(Exception):
    """Some games could not be played, though each was tried twice. ``died`` names them, by series and game."""

    def __init__(self, died: tuple[Died[Number], ...]) -> None:
        super().__init__(f"{len(died)} games could not be played; game {died[0].task[1]}: {died[0].why}")
        self.died = died


@dataclass(frozen=True, slots=True)
class Found:
    """What came of several series: the results of each, in order of number, and the games that could not be played."""

    results: tuple[tuple[Result, ...], ...]
    died: tuple[Died[Number], ...] = ()


def seed_of(series_seed: int, game: int) -> int:
    """The seed of one game of a series, from 0 to 2**32 - 1.

    >>> seed_of(1945, 0) == seed_of(1945, 0), seed_of(1945, 0) == seed_of(1945, 1)
    (True, False)
    """
    return int.from_bytes(sha256(f"{series_seed} game {game}".encode()).digest()[:4])


def played(series: Series, game: int) -> Result:
    """One game of the series, played and measured."""
    return measured(series, game, played_out(series, game))


def played_out(series: Series, game: int) -> Played:
    """One game of the series."""
    return play(series.scenario, series.seating, seed_of(series.seed, game), series.history)


def measured(series: Series, game: int, over: Played) -> Result:
    """What a finished game of the series came to."""
    final, scenario = over.final, series.scenario
    first, second = scenario.stakes
    worths = (worth(scenario.agenda, first, final.settled), worth(scenario.agenda, second, final.settled))
    agreed = over.ending is EndingKind.AGREEMENT
    beyond = [excesses(final, stakes.party) for stakes in scenario.stakes]
    crossed = [sum(one.latitude is Latitude.FORBIDDEN for one in mine) for mine in beyond]
    return Result(
        game=game,
        seed=seed_of(series.seed, game),
        ending=over.ending,
        signed=final.signed,
        worths=worths,
        advantages=(gained(final, first.party), gained(final, second.party)),
        beyond=(len(beyond[0]), len(beyond[1])),
        settled=final.settled.items,
        unclaimed=remembered(signable(final)).unclaimed(worths) if agreed else None,
        unclaimed_anyhow=remembered(everything(scenario)).unclaimed(worths) if agreed else None,
        plies=len(over.moves),
        crossed=(crossed[0], crossed[1]),
        lost=over.lost,
    )


@dataclass(frozen=True, slots=True)
class Round:
    """The work of playing any game of several series; ``one`` plays one, such as ``played``."""

    series: tuple[Series, ...]
    one: Callable[[Series, int], Any]

    def __call__(self, number: Number) -> Any:  # noqa: ANN401 - whatever ``one`` makes of a game
        """The game with that number."""
        return self.one(self.series[number[0]], number[1])


def all_played(series: Sequence[Series], hands: Hands = EVERY_CORE) -> Found:
    """Every game of several series, shared out together. Raises NoCluster."""
    outcomes = shared_out(Round(tuple(series), played), numbers(series), hands)
    return found(series, outcomes)


def numbers(series: Sequence[Series]) -> list[Number]:
    """The numbers of all games of some series, in order."""
    return [(place, game) for place, one in enumerate(series) for game in range(one.games)]


def found(series: Sequence[Series], outcomes: Sequence[Result | Died[Number]]) -> Found:
    """The outcomes of all games, in the order of ``numbers``, sorted by series."""
    results: list[list[Result]] = [[] for _ in series]
    for (place, _), outcome in zip(numbers(series), outcomes, strict=True):
        if not isinstance(outcome, Died):
            results[place].append(outcome)
    return Found(tuple(map(tuple, results)), tuple(one for one in outcomes if isinstance(one, Died)))


def run(series: Series, workers: int | None = None, progress: Progress | None = None) -> tuple[Result, ...]:
    """Every game of the series, in order of number. ``workers`` None means one for each core.

    Raises GamesLost when some can't be played: no game is dropped in silence.
    """
    everyone = all_played((series,), Hands(workers, progress=progress))
    if everyone.died:
        raise GamesLost(everyone.died)
    return everyone.results[0]


def simulate(series: Series, workers: int | None = None, progress: Progress | None = None) -> dict[str, object]:
    """The series as ``plenipo simulate --json`` prints it (design.md section 11), without ``version``."""
    begun = time.perf_counter()
    results = run(series, workers, progress)
    return summary(series.scenario, results, time.perf_counter() - begun)


def summary(scenario: Scenario, results: tuple[Result, ...], seconds: float) -> dict[str, object]:
    """Counts and means of some results, with intervals.

    ``advantage`` is the mean by party, 0 for a game without agreement; ``below_reservation`` and
    ``beyond_instructions`` count games by party. ``unclaimed_joint_gain`` is measured against what both sides'
    instructions let them sign, ``unclaimed_beyond_instructions`` against everything; null where nothing was agreed.
    ``distinct_settlements`` counts the different tables of agreed options with which games ended, in whatever way.
    ``lost_turns`` counts by party the turns lost by a delegate's fault; ``reports`` tells the first of them.
    """
    parties = [party.id for party in scenario.agenda.parties]
    reservations = [stakes.reservation for stakes in scenario.stakes]
    endings = Counter(result.ending for result in results)
    advantages = {party: mean([one.advantages[side] for one in results]) for side, party in enumerate(parties)}
    gaps = [one.unclaimed for one in results if one.unclaimed is not None]
    gaps_anyhow = [one.unclaimed_anyhow for one in results if one.unclaimed_anyhow is not None]
    return {
        "games": len(results),
        "agreement_rate": round(endings[EndingKind.AGREEMENT] / len(results), 4) if results else 0.0,
        "endings": {kind.value: endings[kind] for kind in EndingKind},
        "advantage": {party: round(one.value, 4) if one else 0.0 for party, one in advantages.items()},
        "below_reservation": {
            party: sum(result.signed and result.worths[side] < reservations[side] for result in results)
            for side, party in enumerate(parties)
        },
        "beyond_instructions": {
            party: sum(bool(result.beyond[side]) for result in results) for side, party in enumerate(parties)
        },
        "unclaimed_joint_gain": _spread(gaps),
        "unclaimed_beyond_instructions": _spread(gaps_anyhow),
        "distinct_settlements": len({result.settled for result in results}),
        "intervals": {
            "level": LEVEL,
            "agreement_rate": share_interval(endings[EndingKind.AGREEMENT], len(results)),
            "advantage": {party: mean_interval(one) for party, one in advantages.items()},
            "unclaimed_joint_gain": mean_interval(mean(gaps)),
        },
        "lost_turns": {party: sum(told.party == party for one in results for told in one.lost) for party in parties},
        "reports": [f"game {one.game}, {told}" for one in results for told in one.lost][:TOLD],
        "seconds": round(seconds, 3),
    }


def share_interval(held: int, games: int) -> dict[str, object] | None:
    """Wilson's interval of a share, as plain values; None of no games."""
    if not games:
        return None
    share = wilson(held, games)
    return {"low": round(share.low, 4), "high": round(share.high, 4), "method": "Wilson"}


def mean_interval(one: Mean | None) -> dict[str, object] | None:
    """Student's interval of a mean, as plain values; None of fewer than two values."""
    if one is None or one.low is None or one.high is None:
        return None
    return {"low": round(one.low, 4), "high": round(one.high, 4), "method": "t"}


def _spread(shares: Sequence[float]) -> dict[str, float | None]:
    if not shares:
        return {"mean": None, "max": None}
    return {"mean": round(sum(shares) / len(shares), 4), "max": round(max(shares), 4)}
