"""Everyone against everyone: both chairs, both first movers, several scenarios and lengths; one table."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product

from game.engine.scenario import Scenario
from game.engine.state import EndingKind
from game.simulate.runner import Seating
from game.simulate.series import Result, Series, cores, run

HEAD = "delegate     against       games  agreed    own  theirs    gap   most  below"
"""Own and theirs are mean advantages, gap and most the mean and greatest unclaimed joint gain of agreements."""


@dataclass(frozen=True, slots=True)
class Field:
    """Who plays, on what, and for how long. ``games`` is for each pairing, chair, first mover, scenario and length."""

    delegates: tuple[str, ...]
    opponents: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    lengths: tuple[int, ...] = (12, 30)
    games: int = 1
    seed: int = 1945


@dataclass(frozen=True, slots=True)
class Standing:
    """How one delegate did against another: games, agreements, mean advantages (own, the other's), unclaimed gains."""

    delegate: str
    opponent: str
    games: int
    agreements: int
    own: float
    theirs: float
    unclaimed: float
    most_unclaimed: float
    below: int


def standings(field: Field, workers: int | None = None) -> tuple[Standing, ...]:
    """Every delegate against every opponent, in the field's order; pairs are spread over the workers."""
    pairs = list(product(field.delegates, field.opponents))
    count = min(workers or cores(), len(pairs))
    if count <= 1:
        return tuple(_met(field, one, other) for one, other in pairs)
    with ProcessPoolExecutor(count, initializer=_lay_out, initargs=(field,)) as pool:
        return tuple(pool.map(_met_here, pairs))


def _met(field: Field, one: str, other: str) -> Standing:
    met = [(side, series, result) for side, series in _pairings(field, one, other) for result in run(series, 1)]
    gaps = [result.unclaimed for _, _, result in met if result.unclaimed is not None]
    return Standing(
        delegate=one,
        opponent=other,
        games=len(met),
        agreements=sum(result.ending is EndingKind.AGREEMENT for _, _, result in met),
        own=sum(result.advantages[side] for side, _, result in met) / len(met),
        theirs=sum(result.advantages[1 - side] for side, _, result in met) / len(met),
        unclaimed=sum(gaps) / len(gaps) if gaps else 0.0,
        most_unclaimed=max(gaps, default=0.0),
        below=sum(_below(series.scenario, result, side) for side, series, result in met),
    )


def _below(scenario: Scenario, result: Result, side: int) -> bool:
    return result.signed and result.worths[side] < scenario.stakes[side].reservation


def _pairings(field: Field, one: str, other: str) -> Iterator[tuple[int, Series]]:
    """The series of a pair: (the side of ``one``, the series)."""
    for scenario, length, side, first in product(field.scenarios, field.lengths, (0, 1), (0, 1)):
        parties = [party.id for party in scenario.agenda.parties]
        names = (one, other) if side == 0 else (other, one)
        seating = Seating(tuple(zip(parties, names, strict=True)), length, parties[first])
        yield side, Series(scenario, seating, field.games, field.seed)


def table(found: tuple[Standing, ...]) -> str:
    """The standings as text, a line for each pair and one for each delegate's mean."""
    lines = [HEAD]
    for name in dict.fromkeys(standing.delegate for standing in found):
        mine = [standing for standing in found if standing.delegate == name]
        lines.extend(_line(standing) for standing in mine)
        mean = sum(standing.own for standing in mine) / len(mine)
        lines.append(f"{name:<13}{'mean':<13}{'':>14}{mean:>7.3f}")
    return "\n".join(lines)


def _line(one: Standing) -> str:
    rate = f"{100 * one.agreements / one.games:.0f} %"
    shares = f"{one.own:>7.3f}{one.theirs:>8.3f}{one.unclaimed:>7.3f}{one.most_unclaimed:>7.3f}"
    return f"{one.delegate:<13}{one.opponent:<13}{one.games:>6}{rate:>8}{shares}{one.below:>7}"


_field: list[Field] = []
"""The field a worker process plays on; filled once, when the worker starts."""


def _lay_out(field: Field) -> None:
    _field[:] = [field]


def _met_here(pair: tuple[str, str]) -> Standing:
    return _met(_field[0], *pair)
