"""A series of games between the same two delegates: played on all cores, counted, summed up.

A game depends on its own seed only, which depends on the seed of the series and the number of the game: the results
are the same for any number of workers.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256

from game.engine.history import HistoricMeeting
from game.engine.outcome import excesses, gained
from game.engine.scenario import Scenario
from game.engine.state import EndingKind
from game.engine.worth import worth
from game.simulate.bound import everything, remembered, signable
from game.simulate.runner import Seating, play

CHUNKS_A_WORKER = 8
"""Pieces of work for each worker: few enough to cost nothing, many enough that none waits long for the last."""

Progress = Callable[[int], None]
"""Told how many games are done, now and then."""


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
    was agreed. ``beyond`` counts options agreed beyond instructions. ``unclaimed`` is None without an agreement.
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


def seed_of(series_seed: int, game: int) -> int:
    """The seed of one game of a series, from 0 to 2**32 - 1.

    >>> seed_of(1945, 0) == seed_of(1945, 0), seed_of(1945, 0) == seed_of(1945, 1)
    (True, False)
    """
    return int.from_bytes(sha256(f"{series_seed} game {game}".encode()).digest()[:4])


def played(series: Series, game: int) -> Result:
    """One game of the series, played and measured."""
    seed = seed_of(series.seed, game)
    over = play(series.scenario, series.seating, seed, series.history)
    final, scenario = over.final, series.scenario
    first, second = scenario.stakes
    worths = (worth(scenario.agenda, first, final.settled), worth(scenario.agenda, second, final.settled))
    agreed = over.ending is EndingKind.AGREEMENT
    return Result(
        game=game,
        seed=seed,
        ending=over.ending,
        signed=final.signed,
        worths=worths,
        advantages=(gained(final, first.party), gained(final, second.party)),
        beyond=(len(excesses(final, first.party)), len(excesses(final, second.party))),
        settled=final.settled.items,
        unclaimed=remembered(signable(final)).unclaimed(worths) if agreed else None,
        unclaimed_anyhow=remembered(everything(scenario)).unclaimed(worths) if agreed else None,
        plies=len(over.moves),
    )


def run(series: Series, workers: int | None = None, progress: Progress | None = None) -> tuple[Result, ...]:
    """Every game of the series, in order of number. ``workers`` None means one for each core.

    What a game raises is raised here; no game is dropped.
    """
    count = min(workers or cores(), max(1, series.games))
    if count <= 1:
        return tuple(_counted((played(series, game) for game in range(series.games)), progress))
    size = max(1, series.games // (count * CHUNKS_A_WORKER))
    with ProcessPoolExecutor(count, initializer=_sit_down, initargs=(series,)) as pool:
        return tuple(_counted(pool.map(_played_here, range(series.games), chunksize=size), progress))


def cores() -> int:
    """The processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def simulate(series: Series, workers: int | None = None, progress: Progress | None = None) -> dict[str, object]:
    """The series as ``plenipo simulate --json`` prints it (design.md section 11), without ``version``."""
    begun = time.perf_counter()
    results = run(series, workers, progress)
    return summary(series.scenario, results, time.perf_counter() - begun)


def summary(scenario: Scenario, results: tuple[Result, ...], seconds: float) -> dict[str, object]:
    """Counts and means of some results.

    ``advantage`` is the mean by party, 0 for a game without agreement; ``below_reservation`` and
    ``beyond_instructions`` count games by party. ``unclaimed_joint_gain`` is measured against what both sides'
    instructions let them sign, ``unclaimed_beyond_instructions`` against everything; null where nothing was agreed.
    ``distinct_settlements`` counts the different tables of agreed options with which games ended, in whatever way.
    """
    parties = [party.id for party in scenario.agenda.parties]
    reservations = [stakes.reservation for stakes in scenario.stakes]
    endings = Counter(result.ending for result in results)
    games = len(results)
    return {
        "games": games,
        "agreement_rate": round(endings[EndingKind.AGREEMENT] / games, 4) if games else 0.0,
        "endings": {kind.value: endings[kind] for kind in EndingKind},
        "advantage": {
            party: round(sum(result.advantages[side] for result in results) / games, 4) if games else 0.0
            for side, party in enumerate(parties)
        },
        "below_reservation": {
            party: sum(result.signed and result.worths[side] < reservations[side] for result in results)
            for side, party in enumerate(parties)
        },
        "beyond_instructions": {
            party: sum(bool(result.beyond[side]) for result in results) for side, party in enumerate(parties)
        },
        "unclaimed_joint_gain": _spread(result.unclaimed for result in results),
        "unclaimed_beyond_instructions": _spread(result.unclaimed_anyhow for result in results),
        "distinct_settlements": len({result.settled for result in results}),
        "seconds": round(seconds, 3),
    }


def _spread(shares: Iterable[float | None]) -> dict[str, float | None]:
    known = [share for share in shares if share is not None]
    if not known:
        return {"mean": None, "max": None}
    return {"mean": round(sum(known) / len(known), 4), "max": round(max(known), 4)}


def _counted(results: Iterable[Result], progress: Progress | None) -> Iterable[Result]:
    for done, result in enumerate(results, 1):
        if progress is not None:
            progress(done)
        yield result


_series: list[Series] = []
"""The series a worker process plays; filled once, when the worker starts."""


def _sit_down(series: Series) -> None:
    _series[:] = [series]


def _played_here(game: int) -> Result:
    return played(_series[0], game)
