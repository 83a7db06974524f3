"""``plenipo simulate``: many games between delegates, as one series or as a tournament."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from game.commands.telling import complain, tell, tell_json

if TYPE_CHECKING:
    from game.engine.history import HistoricMeeting
    from game.engine.scenario import Scenario
    from game.simulate.hands import Died, Hands
    from game.simulate.series import Found, Series

MOST_GAMES = 100_000
SILENT_ON_STRENGTH = ("historical", "random")
"""Delegates left out of a tournament unless they are named: they say nothing about strength."""
SEATED = "who sits where: apprentice, counterpart or master (the three levels), or a baseline such as linear"


class Unseated(Exception):
    """What is asked for can't be played; the message is a sentence."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The scenarios, the delegates, how many games, and who does the work."""
    parser.add_argument("names", metavar="ID", nargs="+", help="a scenario; several for a tournament")
    parser.add_argument("--seat", metavar="PARTY=DELEGATE", action="append", default=[], help=SEATED)
    parser.add_argument("--games", type=int, metavar="N", help="how many games (10; in a tournament 1 a pairing)")
    parser.add_argument("--seed", type=int, metavar="S", default=0, help="the seed of the series (0)")
    parser.add_argument("--exchanges", type=int, metavar="N", help="speeches a side may make in a meeting")
    parser.add_argument("--opener", metavar="PARTY", help="who speaks first")
    parser.add_argument("--tournament", action="store_true", help="everyone against everyone, both chairs and openers")
    parser.add_argument("--among", metavar="NAME,NAME…", default="", help="who is in the tournament")
    parser.add_argument("--records", metavar="FOLDER", default="", help="write every game there, for plenipo replay")
    parser.add_argument("--workers", type=int, metavar="N", help="processes to play in (one for each core)")
    parser.add_argument("--cluster", metavar="ADDRESS", default="", help="play on a Dask cluster: tcp://host:8786")
    parser.add_argument("--patience", type=float, metavar="S", help="seconds a delegate of others may think (10)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Play the games and print what came of them; 1 when some could not be played."""
    from game.authoring import loader
    from game.record.errors import NotSaved
    from game.simulate.hands import NoCluster

    try:
        scenarios = tuple(map(loader.load, chosen.names))
        _within_bounds(chosen, scenarios)
        return _tournament(chosen, scenarios) if chosen.tournament else _series(chosen, scenarios[0])
    except (loader.UnknownScenario, loader.BrokenScenario, NoCluster, NotSaved) as failure:
        complain(str(failure))
        return 3
    except Unseated as failure:
        complain(str(failure))
        return 2


def _within_bounds(chosen: argparse.Namespace, scenarios: tuple[Scenario, ...]) -> None:
    """Raises Unseated where a number or a combination makes no sense."""
    parties = [party.id for party in scenarios[0].agenda.parties]
    if chosen.games is not None and not 1 <= chosen.games <= MOST_GAMES:
        raise Unseated(f"{chosen.games} games can't be played; choose 1 to {MOST_GAMES}")
    if chosen.exchanges is not None and not 1 <= chosen.exchanges <= 1000:
        raise Unseated(f"{chosen.exchanges} speeches a side can't be held: a meeting needs at least one exchange")
    if chosen.workers is not None and not 1 <= chosen.workers <= 512:
        raise Unseated(f"{chosen.workers} processes can't play; choose 1 to 512")
    if chosen.patience is not None and not 0 < chosen.patience <= 3600:
        raise Unseated(f"a patience of {chosen.patience:g} seconds makes no sense; choose more than 0, up to 3600")
    if chosen.opener is not None and chosen.opener not in parties:
        raise Unseated(f"there is no party “{chosen.opener}”; there are: {', '.join(parties)}")
    if chosen.tournament and (chosen.seat or chosen.opener or chosen.records):
        raise Unseated("a tournament seats everyone everywhere: leave --seat, --opener and --records out")
    if not chosen.tournament and (len(scenarios) > 1 or chosen.among):
        raise Unseated("several scenarios, or --among, make a tournament: add --tournament")


def _series(chosen: argparse.Namespace, scenario: Scenario) -> int:
    from time import perf_counter

    from game.play.guest import PATIENCE
    from game.simulate.runner import Seating
    from game.simulate.series import Series, summary

    begun = perf_counter()
    seats = _seats(scenario, chosen)
    seating = Seating(seats, chosen.exchanges, chosen.opener, chosen.patience or PATIENCE)
    history = _history(scenario, tuple(name for _, name in seats))
    series = Series(scenario, seating, chosen.games or 10, chosen.seed, history)
    played = _played(chosen, series)
    found = summary(scenario, played.results[0], perf_counter() - begun)
    if chosen.json:
        tell_json({"version": 1, **found, "lost_games": _lost(played.died, (series,))})
    else:
        tell(_told(scenario, dict(seats), found))
    for report in found["reports"]:  # type: ignore[attr-defined]
        complain(str(report))
    return _complained(played.died, (series,))


def _played(chosen: argparse.Namespace, series: Series) -> Found:
    from game.simulate.series import all_played

    with _hands(chosen, series.games) as hands:
        if not chosen.records:
            return all_played((series,), hands)
        from pathlib import Path

        from game.simulate.records import all_recorded

        return all_recorded((series,), Path(chosen.records), hands)


def _tournament(chosen: argparse.Namespace, scenarios: tuple[Scenario, ...]) -> int:
    from game.simulate.tournament import Field, contest, overall, plain, table

    names = _field(chosen)
    history = tuple(_history(scenario, names) for scenario in scenarios)
    field = Field(names, names, scenarios, (chosen.exchanges,), chosen.games or 1, chosen.seed, history)
    total = len(names) ** 2 * len(scenarios) * 2 * field.games
    with _hands(chosen, total) as hands:
        found = contest(field, hands)
    if chosen.json:
        means = {name: round(one.value, 4) for name, one in overall(found.standings).items()}
        told = {"standings": plain(found.standings), "means": means, "lost_games": _lost(found.died, found.series)}
        tell_json({"version": 1, **told})
    else:
        tell(table(found.standings))
        tell("\nOwn and theirs: mean advantage, with Student's 95 % interval. Gap and most: unclaimed joint gain of")
        tell("agreements, mean and greatest. Below: settlements below the delegate's own reservation value.")
    return _complained(found.died, found.series)


@contextmanager
def _hands(chosen: argparse.Namespace, games: int) -> Iterator[Hands]:
    """Who does the work, with a bar that shows how far they are."""
    from game.commands.progress import Bar
    from game.simulate.hands import Hands

    with Bar(games, "games") as bar:
        yield Hands(chosen.workers, chosen.cluster, bar)


def _seats(scenario: Scenario, chosen: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    """Who sits where, the counterpart where nothing is said. Raises Unseated."""
    parties = [party.id for party in scenario.agenda.parties]
    seats = dict.fromkeys(parties, "counterpart")
    for word in chosen.seat:
        party, equals, name = word.partition("=")
        if not equals or party not in parties:
            raise Unseated(f"“{word}” seats nobody; write PARTY=DELEGATE, the party being one of: {', '.join(parties)}")
        seats[party] = _known(name)
    for party, name in seats.items():
        _fit(name, party)
    return tuple(seats.items())


def _field(chosen: argparse.Namespace) -> tuple[str, ...]:
    """Who is in a tournament. Raises Unseated."""
    from game.delegates.registry import names

    if not chosen.among:
        return tuple(name for name in names() if name not in SILENT_ON_STRENGTH)
    return tuple(dict.fromkeys(_known(name.strip()) for name in chosen.among.split(",")))


def _known(name: str) -> str:
    """The name, if a delegate or a script bears it. Raises Unseated."""
    from game.delegates.registry import SCRIPTS, UnknownDelegate, everyone

    if name not in everyone():
        raise Unseated(f"{UnknownDelegate(name)} Scripts: {', '.join(SCRIPTS)}.".replace("There is", "there is", 1))
    return name


def _fit(name: str, party: str) -> None:
    """Whether a delegate of another distribution can be had at all. Raises Unseated."""
    from game.delegates.registry import is_ours, make

    if is_ours(name):
        return
    try:
        make(name, 0, party)
    except Exception as error:  # the code of another distribution may raise anything
        raise Unseated(f"the delegate “{name}” can't be had: {type(error).__name__}: {error}") from None


def _history(scenario: Scenario, names: tuple[str, ...]) -> tuple[HistoricMeeting, ...]:
    """The scenario's record, where one of the delegates reads it."""
    from game.authoring import loader
    from game.delegates.registry import reads_history

    return loader.load_history(scenario.id) if any(map(reads_history, names)) else ()


def _lost(died: tuple[Died[tuple[int, int]], ...], series: tuple[Series, ...]) -> list[dict[str, object]]:
    """The games that could not be played, as plain values: enough to play them again."""
    from game.simulate.series import seed_of

    return [
        {
            "scenario": series[one.task[0]].scenario.id,
            "seats": dict(series[one.task[0]].seating.seats),
            "game": one.task[1],
            "seed": seed_of(series[one.task[0]].seed, one.task[1]),
            "why": one.why,
        }
        for one in died
    ]


def _complained(died: tuple[Died[tuple[int, int]], ...], series: tuple[Series, ...]) -> int:
    """Say which games are missing; the exit code."""
    for one in _lost(died, series):
        seats = ", ".join(f"{party}={name}" for party, name in dict(one["seats"]).items())  # type: ignore[call-overload]
        complain(f"game {one['game']} of {one['scenario']} ({seats}) could not be played: {one['why']}")
    if died:
        missing = "1 game is" if len(died) == 1 else f"{len(died)} games are"
        complain(f"{missing} missing from the figures, though each was tried again")
    return 1 if died else 0


def _told(scenario: Scenario, seats: dict[str, str], found: dict[str, Any]) -> str:
    endings = ", ".join(f"{count} {ending}" for ending, count in found["endings"].items() if count)
    sure = found["intervals"]
    lines = [
        f"{scenario.agenda.title}: {found['games']} games in {found['seconds']:.1f} s",
        f"endings: {endings or 'none'}; full agreement in {100 * found['agreement_rate']:.0f} per cent"
        + _between(sure["agreement_rate"], 100, ".0f"),
    ]
    for party in scenario.agenda.parties:
        mean, below = found["advantage"][party.id], found["below_reservation"][party.id]
        interval = _between(sure["advantage"][party.id], 1, ".2f")
        lost = found["lost_turns"][party.id]
        told = f"{party.name} ({seats[party.id]}): mean advantage {mean:.2f}{interval}; below reservation {below}"
        lines.append(told + (f"; turns lost {lost}" if lost else ""))
    joint = found["unclaimed_joint_gain"]
    gap = _between(sure["unclaimed_joint_gain"], 1, ".2f")
    lines.append(f"unclaimed joint gain: mean {_shown(joint['mean'])}{gap}, worst {_shown(joint['max'])}")
    lines.append(f"distinct settlements: {found['distinct_settlements']}")
    lines.append("In brackets, 95 per cent intervals: Wilson's for shares, Student's for means.")
    return "\n".join(lines)


def _between(interval: dict[str, Any] | None, scale: int, form: str) -> str:
    if interval is None:
        return ""
    return f" ({scale * interval['low']:{form}} to {scale * interval['high']:{form}})"


def _shown(share: float | None) -> str:
    return "none settled" if share is None else f"{share:.2f}"
