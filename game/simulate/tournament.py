"""Everyone against everyone: both chairs, both first movers, several scenarios and lengths; one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from game.engine.history import HistoricMeeting
from game.engine.scenario import Scenario
from game.engine.state import EndingKind
from game.simulate.hands import EVERY_CORE, Died, Hands
from game.simulate.intervals import Mean, mean
from game.simulate.runner import Seating
from game.simulate.series import (
    GamesLost,
    Number,
    Result,
    Series,
    all_played,
    mean_interval,
    share_interval,
)
from game.slim import dataclass

HEAD = f"{'games':>6}{'agreed':>7}{'own':>7}{'± 95%':>7}{'theirs':>8}{'gap':>6}{'most':>6}{'below':>6}"
"""Own and theirs are mean advantages, gap and most the mean and greatest unclaimed joint gain of agreements."""
Key = tuple[int, int | None, tuple[str, str], str]
"""What tells one series of a field from another: scenario, length, who sits where, and who speaks first."""


@dataclass(frozen=True, slots=True)
class Field:
    """Who plays, on what, and for how long. ``games`` is for each pairing, chair, first mover, scenario and length.

    ``lengths`` are exchanges; None leaves a meeting's own. ``history`` is the record of each scenario, for delegates
    that read it; empty where none does.
    """

    delegates: tuple[str, ...]
    opponents: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    lengths: tuple[int | None, ...] = (12, 30)
    games: int = 1
    seed: int = 1945
    history: tuple[tuple[HistoricMeeting, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How one delegate did against another: games, agreements, mean advantages (own, the other's), unclaimed gains.

    ``owns`` are its own advantages, game by game; ``below`` counts what it signed below its reservation value.
    """

    delegate: str
    opponent: str
    games: int
    agreements: int
    own: float
    theirs: float
    unclaimed: float
    most_unclaimed: float
    below: int
    owns: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Contest:
    """The standings of a field, pair by pair in its order, and the games that could not be played."""

    standings: tuple[Standing, ...]
    died: tuple[Died[Number], ...]
    series: tuple[Series, ...]


def standings(field: Field, workers: int | None = None) -> tuple[Standing, ...]:
    """Every delegate against every opponent, in the field's order. Raises GamesLost."""
    found = contest(field, Hands(workers))
    if found.died:
        raise GamesLost(found.died)
    return found.standings


def contest(field: Field, hands: Hands = EVERY_CORE) -> Contest:
    """Every delegate against every opponent; a game that two pairs share is played once. Raises NoCluster."""
    pairs = list(product(field.delegates, field.opponents))
    met = [list(_pairings(field, *pair)) for pair in pairs]
    keys = list(dict.fromkeys(key for sides in met for _, key in sides))
    series = tuple(_series(field, key) for key in keys)
    found = all_played(series, hands)
    by_key = dict(zip(keys, found.results, strict=True))
    rows = [
        _standing(pair, [(side, field.scenarios[key[0]], by_key[key]) for side, key in sides])
        for pair, sides in zip(pairs, met, strict=True)
    ]
    return Contest(tuple(rows), found.died, series)


def _standing(pair: tuple[str, str], met: Sequence[tuple[int, Scenario, tuple[Result, ...]]]) -> Standing:
    games = [(side, scenario, result) for side, scenario, results in met for result in results]
    gaps = [result.unclaimed for _, _, result in games if result.unclaimed is not None]
    owns = tuple(result.advantages[side] for side, _, result in games)
    return Standing(
        delegate=pair[0],
        opponent=pair[1],
        games=len(games),
        agreements=sum(result.ending is EndingKind.AGREEMENT for _, _, result in games),
        own=sum(owns) / max(1, len(games)),
        theirs=sum(result.advantages[1 - side] for side, _, result in games) / max(1, len(games)),
        unclaimed=sum(gaps) / len(gaps) if gaps else 0.0,
        most_unclaimed=max(gaps, default=0.0),
        below=sum(_below(scenario, result, side) for side, scenario, result in games),
        owns=owns,
    )


def _below(scenario: Scenario, result: Result, side: int) -> bool:
    return result.signed and result.worths[side] < scenario.stakes[side].reservation


def _pairings(field: Field, one: str, other: str) -> Iterator[tuple[int, Key]]:
    """The series of a pair: (the side of ``one``, the series)."""
    scenarios = enumerate(field.scenarios)
    for (place, scenario), length, side, first in product(scenarios, field.lengths, (0, 1), (0, 1)):
        names = (one, other) if side == 0 else (other, one)
        yield side, (place, length, names, scenario.agenda.parties[first].id)


def _series(field: Field, key: Key) -> Series:
    place, length, names, opener = key
    scenario = field.scenarios[place]
    seats = tuple(zip((party.id for party in scenario.agenda.parties), names, strict=True))
    record = field.history[place] if field.history else ()
    return Series(scenario, Seating(seats, length, opener), field.games, field.seed, record)


def overall(found: Sequence[Standing]) -> dict[str, Mean]:
    """Each delegate's mean advantage over all its games, with the interval, in the order of the standings."""
    owns: dict[str, list[float]] = {}
    for standing in found:
        owns.setdefault(standing.delegate, []).extend(standing.owns)
    return {name: known for name, values in owns.items() if (known := mean(values)) is not None}


def table(found: Sequence[Standing]) -> str:
    """The standings as text, a line for each pair and one for each delegate's mean over all its games."""
    names = [name for one in found for name in (one.delegate, one.opponent)]
    width = max(12, *map(len, names)) + 1
    lines = [f"{'delegate':<{width}}{'against':<{width}}{HEAD}"]
    for name, whole in overall(found).items():
        lines.extend(_line(standing, width) for standing in found if standing.delegate == name)
        lines.append(f"{name:<{width}}{'mean':<{width}}{whole.count:>6}{'':>7}{whole.value:>7.3f}{whole.half:>7.3f}")
    return "\n".join(lines)


def _line(one: Standing, width: int) -> str:
    rate = f"{100 * one.agreements / max(1, one.games):.0f} %"
    whole = mean(one.owns)
    half = whole.half if whole else 0.0
    shares = f"{one.own:>7.3f}{half:>7.3f}{one.theirs:>8.3f}{one.unclaimed:>6.3f}{one.most_unclaimed:>6.3f}"
    return f"{one.delegate:<{width}}{one.opponent:<{width}}{one.games:>6}{rate:>7}{shares}{one.below:>6}"


def plain(found: Sequence[Standing]) -> list[dict[str, Any]]:
    """The standings as plain values, ready for JSON."""
    return [
        {
            "delegate": one.delegate,
            "against": one.opponent,
            "games": one.games,
            "agreements": one.agreements,
            "agreement_interval": share_interval(one.agreements, one.games),
            "advantage": round(one.own, 4),
            "advantage_interval": mean_interval(mean(one.owns)),
            "their_advantage": round(one.theirs, 4),
            "unclaimed_joint_gain": {"mean": round(one.unclaimed, 4), "max": round(one.most_unclaimed, 4)},
            "below_reservation": one.below,
        }
        for one in found
    ]
