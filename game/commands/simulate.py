"""``plenipo simulate``: many games between delegates."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from game.commands.telling import complain, tell, tell_json

if TYPE_CHECKING:
    from game.engine.scenario import Scenario

MOST_GAMES = 100_000


class Unseated(Exception):
    """The seats asked for can't be taken; the message is a sentence."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The scenario, the delegates, how many games."""
    parser.add_argument("name", metavar="ID", help="a scenario")
    parser.add_argument("--seat", metavar="PARTY=DELEGATE", action="append", default=[], help="who sits where")
    parser.add_argument("--games", type=int, metavar="N", default=10, help="how many games (10)")
    parser.add_argument("--seed", type=int, metavar="S", default=0, help="the seed of the series (0)")
    parser.add_argument("--exchanges", type=int, metavar="N", help="speeches a side may make in a meeting")
    parser.add_argument("--opener", metavar="PARTY", help="who speaks first")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Play the games and print what came of them."""
    from game.authoring import loader
    from game.delegates.registry import reads_history
    from game.simulate.runner import Seating
    from game.simulate.series import Series, simulate

    try:
        scenario = loader.load(chosen.name)
    except (loader.UnknownScenario, loader.BrokenScenario) as failure:
        complain(str(failure))
        return 3
    try:
        seats = _seats(scenario, chosen)
    except Unseated as failure:
        complain(str(failure))
        return 2
    read = any(reads_history(name) for _, name in seats)
    history = loader.load_history(chosen.name) if read else ()
    series = Series(scenario, Seating(seats, chosen.exchanges, chosen.opener), chosen.games, chosen.seed, history)
    found = simulate(series)
    if chosen.json:
        tell_json({"version": 1, **found})
    else:
        tell(_told(scenario, dict(seats), found))
    return 0


def _seats(scenario: Scenario, chosen: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    """Who sits where, the counterpart where nothing is said. Raises Unseated."""
    from game.delegates.registry import names

    parties = [party.id for party in scenario.agenda.parties]
    seats = dict.fromkeys(parties, "counterpart")
    for word in chosen.seat:
        party, equals, name = word.partition("=")
        if not equals or party not in parties:
            raise Unseated(f"“{word}” seats nobody; write PARTY=DELEGATE, the party being one of: {', '.join(parties)}")
        if name not in names():
            raise Unseated(f"there is no delegate “{name}”; there are: {', '.join(names())}")
        seats[party] = name
    if not 1 <= chosen.games <= MOST_GAMES:
        raise Unseated(f"{chosen.games} games can't be played; choose 1 to {MOST_GAMES}")
    if chosen.exchanges is not None and chosen.exchanges < 1:
        raise Unseated("a meeting needs at least one exchange")
    if chosen.opener is not None and chosen.opener not in parties:
        raise Unseated(f"there is no party “{chosen.opener}”; there are: {', '.join(parties)}")
    return tuple(seats.items())


def _told(scenario: Scenario, seats: dict[str, str], found: dict[str, Any]) -> str:
    endings = ", ".join(f"{count} {ending}" for ending, count in found["endings"].items() if count)
    lines = [
        f"{scenario.agenda.title}: {found['games']} games in {found['seconds']:.1f} s",
        f"endings: {endings}; full agreement in {100 * found['agreement_rate']:.0f} per cent",
    ]
    for party in scenario.agenda.parties:
        mean = found["advantage"][party.id]
        below = found["below_reservation"][party.id]
        lines.append(f"{party.name} ({seats[party.id]}): mean advantage {_shown(mean)}; below reservation {below}")
    joint = found["unclaimed_joint_gain"]
    lines.append(f"unclaimed joint gain: mean {_shown(joint['mean'])}, worst {_shown(joint['max'])}")
    lines.append(f"distinct settlements: {found['distinct_settlements']}")
    return "\n".join(lines)


def _shown(share: float | None) -> str:
    return "none settled" if share is None else f"{share:.2f}"
