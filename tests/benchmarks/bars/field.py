"""Strength: the counterpart against the panel and the scripts, and the panel against itself on the same tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean, median

from game.delegates.registry import SCRIPTS
from game.engine.state import EndingKind
from game.simulate.runner import Seating
from game.simulate.series import Result, Series, all_played
from game.simulate.tournament import Field, Standing, contest
from tests.benchmarks.bars.rows import PANEL, REASONABLE, Row, Size, averaged, counted
from tests.benchmarks.bars.zone import fair

Meeting = tuple[str, str, int, Result]
"""A game of the counterpart's: the table, who it met, the side it sat on, and what came of it."""


def strength(size: Size) -> Iterator[Row]:
    """Settlement, unclaimed joint gain, advantage against the panel, and what tricks bring."""
    games = met(size, (*PANEL, *SCRIPTS))
    yield from settling([one for one in games if one[1] in REASONABLE])
    yield Row(
        "  settles with MiCRO (no bar)",
        counted(*_settled([one for one in games if one[1] == "micro"])),
        "-",
        None,
    )
    yield from joint_gain([one for one in games if one[1] in PANEL])
    yield from beside_the_panel(size, [one for one in games if one[1] in PANEL])
    yield from against_boulware([one for one in games if one[1] == "boulware"])
    yield from against_the_wall([one for one in games if one[1] == "stonewaller"])
    yield tricks(games)


def met(size: Size, opponents: Sequence[str], own: str = "counterpart") -> list[Meeting]:
    """One of the counterparts against each opponent: both chairs, both first movers, every table and length."""
    series, about = [], []
    for name, scenario in zip(size.tables, size.scenarios, strict=True):
        parties = [party.id for party in scenario.agenda.parties]
        for opponent in opponents:
            for length in size.lengths:
                for side in (0, 1):
                    for opener in parties:
                        seats = (own, opponent) if side == 0 else (opponent, own)
                        seating = Seating(tuple(zip(parties, seats, strict=True)), length, opener)
                        series.append(Series(scenario, seating, size.seeds, 1945))
                        about.append((name, opponent, side))
    found = all_played(series, size.hands)
    if found.died:
        raise RuntimeError(f"{len(found.died)} games died: {found.died[0].why}")
    return [(*one, result) for one, results in zip(about, found.results, strict=True) for result in results]


def _settled(games: Sequence[Meeting]) -> tuple[int, int]:
    with_zone = [one for one in games if fair(one[0]) is not None]
    return sum(one[3].ending is EndingKind.AGREEMENT for one in with_zone), len(with_zone)


def settling(games: Sequence[Meeting]) -> Iterator[Row]:
    """How often it settles with baselines that move; all together, then table by table."""
    held, cases = _settled(games)
    yield Row("settles with reasonable baselines", counted(held, cases), ">= 90 %", held >= 0.9 * cases)
    for name in dict.fromkeys(one[0] for one in games):
        yield Row(f"  on {name}", counted(*_settled([one for one in games if one[0] == name])), "-", None)


def joint_gain(games: Sequence[Meeting]) -> Iterator[Row]:
    """What its agreements leave unclaimed."""
    gaps = [one[3].unclaimed for one in games if one[3].unclaimed is not None]
    kept = bool(gaps) and fmean(gaps) <= 0.05
    yield Row("unclaimed joint gain, mean", averaged(gaps), "<= 0.05", kept)
    worst = max(gaps, default=1.0)
    yield Row("unclaimed joint gain, worst", f"{worst:.3f}", "<= 0.15", worst <= 0.15)


def beside_the_panel(size: Size, games: Sequence[Meeting]) -> Iterator[Row]:
    """Its mean advantage against the panel, and the best baseline's against the same panel."""
    own = [one[3].advantages[one[2]] for one in games]
    yield Row("mean advantage against the panel", averaged(own), "-", None)
    field = Field(PANEL, PANEL, size.scenarios, size.lengths)
    standings = contest(field, size.hands).standings
    best, owns = max(((name, _owns(standings, name)) for name in PANEL), key=lambda pair: fmean(pair[1]))
    ratio = fmean(own) / fmean(owns) if fmean(owns) > 0 else float("inf")
    yield Row(f"  the best baseline's, {best}", averaged(owns), "-", None)
    yield Row("  ratio", f"{ratio:.2f}", ">= 1.3", ratio >= 1.3)
    for name in dict.fromkeys(one[0] for one in games):
        here = [one[3].advantages[one[2]] for one in games if one[0] == name]
        yield Row(f"  on {name}", averaged(here), "-", None)


def _owns(standings: Sequence[Standing], name: str) -> list[float]:
    return [own for one in standings if one.delegate == name for own in one.owns]


def against_boulware(games: Sequence[Meeting]) -> Iterator[Row]:
    """Its share of what it could gain from a tough but moving opponent, and the opponent's."""
    own = [one[3].advantages[one[2]] for one in games]
    theirs = [one[3].advantages[1 - one[2]] for one in games]
    yield Row("share against Boulware (own advantage)", averaged(own), ">= 0.30", fmean(own) >= 0.30)
    yield Row("  Boulware's own", averaged(theirs), "-", None)


def against_the_wall(games: Sequence[Meeting]) -> Iterator[Row]:
    """What one gains who never concedes until the last exchange; all together, then table by table.

    On some tables every settlement that is worth signing for both brings both much: there it gains what all do.
    """
    theirs = [one[3].advantages[1 - one[2]] for one in games]
    own = [one[3].advantages[one[2]] for one in games]
    yield Row("the stonewaller's advantage", averaged(theirs), "<= 0.20", fmean(theirs) <= 0.20)
    for name in dict.fromkeys(one[0] for one in games):
        here = [one[3].advantages[1 - one[2]] for one in games if one[0] == name]
        shares = fair(name)
        due = f"; its fair share there {fmean(shares):.3f}" if shares else ""
        yield Row(f"  on {name}", averaged(here) + due, "-", None)
    adjourned = sum(one[3].ending is EndingKind.ADJOURNED for one in games)
    yield Row("  adjourned with it", counted(adjourned, len(games)), "-", None)
    yield Row("  the counterpart's own against it", averaged(own), "-", None)


def tricks(games: Sequence[Meeting]) -> Row:
    """Whether any trivial script gains more from the counterpart than the median baseline does."""
    gains = {
        name: fmean([one[3].advantages[1 - one[2]] for one in games if one[1] == name]) for name in (*PANEL, *SCRIPTS)
    }
    middle = median(gains[name] for name in PANEL)
    better = sorted((name for name in SCRIPTS if gains[name] > middle), key=lambda name: -gains[name])
    told = ", ".join(f"{name} {gains[name]:.3f}" for name in better) or "none"
    found = f"{len(better)} of {len(SCRIPTS)} above the median baseline's {middle:.3f}: {told}"
    return Row("trivial scripts that beat the median baseline", found, "none", not better)
