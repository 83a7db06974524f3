"""Whole campaigns by every pair of delegates, whoever speaks first: nothing illegal, no crash, every record replays.

    python -m tests.benchmarks.campaign_pairs [SEEDS] [--workers N] [--scenario ID]

Prints a table, one line for each pair of seats (both first movers together). Ends with 1 when anything went wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from game.authoring.loader import load, load_history
from game.delegates.registry import make, names
from game.engine.chance import chances
from game.engine.engine import IllegalMove, apply
from game.engine.moves import Yield
from game.engine.scenario import Scenario
from game.engine.state import EndingKind, State, Step
from game.play.session import Session
from game.play.setup import Setup
from game.record.record import Closing, Record, dump
from game.record.record import load as read
from game.record.replay import line_of, replay

LONGEST = 20_000
"""Plies after which a game is given up: the clock ends every game long before."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One game to be played: who sits where in the agenda's order, who speaks first, and the seed."""

    scenario: str
    seats: tuple[str, str]
    opener: str
    seed: int


@dataclass(frozen=True, slots=True)
class Account:
    """What came of one game. ``faults`` are sentences; empty when all is well."""

    pairing: Pairing
    ending: EndingKind | None
    agreed: int
    plies: int
    faults: tuple[str, ...]


def pairings(scenario: str, seeds: int) -> Iterator[Pairing]:
    """Every ordered pair of delegates, each opener, each seed."""
    parties = [party.id for party in _scenario(scenario).agenda.parties]
    for first in names():
        for second in names():
            for opener in parties:
                for seed in range(seeds):
                    yield Pairing(scenario, (first, second), opener, seed)


def played(pairing: Pairing) -> Account:
    """Play one game, look at every state of it, write its record and replay that."""
    try:
        session = _to_the_end(pairing)
    except Exception as error:  # a crash is what this looks for: it is counted and told, and the rest goes on
        return Account(pairing, None, 0, 0, (f"crash: {type(error).__name__}: {error}",))
    faults = [f"ply {one.ply}: {one.delegate} {one.what}" for one in session.reports]
    for step in session.steps:
        faults += [f"ply {step.after.ply}: {fault}" for fault in unsound(step)]
    faults += [*not_over(session.state), *not_replayed(session)]
    ending = session.state.ending
    return Account(pairing, ending and ending.kind, len(session.state.settled), session.state.ply, tuple(faults))


def _to_the_end(pairing: Pairing) -> Session:
    scenario = _scenario(pairing.scenario)
    parties = [party.id for party in scenario.agenda.parties]
    seats = dict(zip(parties, pairing.seats, strict=True))
    history = load_history(pairing.scenario)
    delegates = {party: make(name, pairing.seed, party, history) for party, name in seats.items()}
    setup = Setup(pairing.scenario, seats, pairing.seed, opener=pairing.opener)
    session = Session.start(scenario, setup, None, delegates)
    while not session.over and session.state.ply < LONGEST:
        session.advance_one()
    return session


def unsound(step: Step) -> Iterator[str]:
    """What can't be true of the state after a step."""
    before, after = step.before, step.after
    agenda = after.scenario.agenda
    if after.ply != before.ply + 1 or not before.heard <= after.heard <= after.ply:
        yield f"the count of plies went from {before.ply}/{before.heard} to {after.ply}/{after.heard}"
    for issue, standing in zip(agenda.issues, after.table, strict=True):
        agreed = (standing.agreement.option,) if standing.agreement else ()
        for option in filter(None, (*standing.positions, *agreed)):
            if not agenda.has_option(issue.id, option):
                yield f"{issue.id} stands at {option}, which is no option of it"
    if after.ledger[: len(before.ledger)] != before.ledger:
        yield "a line of the ledger was changed"
    plies = [entry.ply for entry in after.ledger[max(0, len(before.ledger) - 1) :]]
    if plies != sorted(plies) or (plies and plies[-1] > after.ply):
        yield f"the ledger's plies run {plies}"
    if [offer.number for offer in after.offers] != list(range(1, len(after.offers) + 1)):
        yield "the offers are not numbered in order"
    if before.ending is not None:
        yield "a move was made after the end"
    closed = after.between or after.ending is not None
    if (after.floor and closed) or not (after.floor or closed or chances(after)):
        yield f"the floor is “{after.floor}”"


def not_over(state: State) -> Iterator[str]:
    """Whether the game did not end, or can be gone on with although it has."""
    if state.ending is None:
        yield f"no end after {state.ply} plies"
        return
    if chances(state):
        yield "something is due after the end"
    for party in state.scenario.agenda.parties:
        try:
            apply(state, Yield(party.id))
        except IllegalMove:
            continue
        yield f"{party.id} can move after the end"


def not_replayed(session: Session) -> Iterator[str]:
    """Whether the record reads back and replays to the same bytes and the same state."""
    written = dump(session.record)
    reading = read(written)
    if reading.damage is not None:
        yield f"the record can't be read: {reading.damage.message}"
        return
    steps = replay(reading.record, session.scenario)
    if steps[-1].after != session.state:
        yield "the replay ends in another state"
    closing = Closing(steps[-1].after.ending) if steps[-1].after.ending else None
    if dump(Record(reading.record.header, tuple(map(line_of, steps)), closing)) != written:
        yield "the replayed record has other bytes"


@cache
def _scenario(scenario: str) -> Scenario:
    return load(scenario)


HEAD = (
    f"{'first party':<14}{'second party':<14}{'games':>6}"
    + "".join(f"{kind.value:>12}" for kind in EndingKind)
    + f"{'agreed':>8}{'plies':>7}{'faults':>7}"
)


def row(names_of: tuple[str, str], games: list[Account]) -> str:
    """Some games as a line of the table: endings, issues agreed and plies on average, games with faults."""
    endings = Counter(one.ending for one in games)
    counts = "".join(f"{endings[kind]:>12}" for kind in EndingKind)
    agreed = sum(one.agreed for one in games) / len(games)
    plies = sum(one.plies for one in games) / len(games)
    faults = sum(bool(one.faults) for one in games)
    first, second = names_of
    return f"{first:<14}{second:<14}{len(games):>6}{counts}{agreed:>8.1f}{plies:>7.0f}{faults:>7}"


def told(accounts: Iterable[Account]) -> Iterator[list[Account]]:
    """The accounts by pair, each pair's line printed when its games are done."""
    print(HEAD, flush=True)
    for seats, games in groupby(accounts, lambda one: one.pairing.seats):
        of_pair = list(games)
        print(row(seats, of_pair), flush=True)
        yield of_pair


def main() -> int:
    """Play what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="?", type=int, default=5, help="seeds for each pair and first mover")
    parser.add_argument("--workers", type=int, default=1, help="processes")
    parser.add_argument("--scenario", default="moscow-1945", help="a scenario")
    chosen = parser.parse_args()
    begun = time.perf_counter()
    games = list(pairings(chosen.scenario, chosen.seeds))
    if chosen.workers > 1:
        with ProcessPoolExecutor(chosen.workers) as pool:
            accounts = [one for pair in told(pool.map(played, games)) for one in pair]
    else:
        accounts = [one for pair in told(map(played, games)) for one in pair]
    print(row(("all", ""), accounts))
    wrong = [account for account in accounts if account.faults]
    for account in wrong[:20]:
        print(f"{account.pairing}: {account.faults[0]}", file=sys.stderr)
    print(f"{len(accounts)} games, {len(wrong)} with faults, {time.perf_counter() - begun:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
