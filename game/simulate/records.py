"""The games of a simulation as records: files that ``plenipo replay`` and ``plenipo debrief`` take.

The bytes of a record depend on the series and the number of its game only, so a series played again writes the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from game.engine.engine import begin, replay
from game.play.saves import KEPT_SCENARIOS, SUFFIX
from game.play.setup import Setup
from game.record.errors import NotSaved, reason
from game.record.record import Closing, Record, dump
from game.record.replay import line_of
from game.simulate.hands import Died, Hands, shared_out
from game.simulate.runner import Played
from game.simulate.series import Found, Number, Result, Round, Series, found, measured, numbers, played_out, seed_of
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A result, and the record of its game as the bytes of a file; empty when it has been written."""

    result: Result
    record: bytes = b""


def recorded(series: Series, game: int) -> Kept:
    """One game of the series, played, measured and written down."""
    over = played_out(series, game)
    return Kept(measured(series, game, over), record(series, game, over))


def record(series: Series, game: int, over: Played) -> bytes:
    """A finished game of the series as the bytes of a file."""
    scenario, seating = series.scenario, series.seating
    seed = seed_of(series.seed, game)
    setup = Setup(scenario.id, dict(seating.seats), seed, seating.exchanges, seating.opener)
    steps = replay(begin(scenario, seating.exchanges, seating.opener), over.moves)
    closing = Closing(over.final.ending) if over.final.ending else None
    return dump(Record(setup.header(scenario, f"game-{seed}"), tuple(map(line_of, steps)), closing))


def all_recorded(series: Sequence[Series], folder: Path, hands: Hands) -> Found:
    """Every game of several series, each written into ``folder`` as it comes in; see ``file_name``.

    Raises NotSaved when a file can't be written, and NoCluster.
    """
    for one in series:
        _keep_scenario(one, folder)
    outcomes = shared_out(Round(tuple(series), recorded), numbers(series), hands, _written(series, folder))
    return found(series, [one if isinstance(one, Died) else one.result for one in outcomes])


def file_name(series: Sequence[Series], number: Number) -> str:
    """The name of a game's file: the seed of its series, the place of the series, and its number, as told elsewhere."""
    place, game = number
    return f"{series[place].seed}-{place:03}-{game:05}{SUFFIX}"


def _written(series: Sequence[Series], folder: Path) -> Callable[[Number, Kept], Kept]:
    """What writes down a game that has come in, and keeps only its result."""

    def write(number: Number, kept: Kept) -> Kept:
        _put(folder / file_name(series, number), kept.record)
        return Kept(kept.result)

    return write


def _keep_scenario(series: Series, folder: Path) -> None:
    """The scenario as authored, beside its records, so that a later change to it orphans none."""
    from game.authoring import loader

    with_it = folder / KEPT_SCENARIOS / f"{series.scenario.digest}.json"
    if series.scenario.id in loader.scenario_ids() and not with_it.exists():
        _put(with_it, loader.canonical(series.scenario.id).encode("utf-8"))


def _put(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise NotSaved(f"{path} can't be written: {reason(error)}", path) from error
