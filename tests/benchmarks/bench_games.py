"""How fast games are: whole games between delegates, decisions, and the engine alone. Prints a table.

    python -m tests.benchmarks.bench_games

CPU time of one core, so a figure of games a second holds for each core. The domain of thirty issues is the one that
``domains.opposed`` makes and ``genius_files`` exports, every option free to give. Beside NegMAS, in the same run, the
baselines are timed by ``counterpart_bars --only negmas``.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from pathlib import Path

from game.authoring.loader import load, load_history
from game.bargaining.space import Space
from game.delegates.registry import make
from game.engine.engine import apply, begin
from game.engine.issues import Head, Issue, Meeting, Option, Tier
from game.engine.moves import Propose
from game.engine.package import Package
from game.engine.party import Stakes
from game.engine.scenario import Agenda, Scenario
from game.engine.state import State
from game.engine.view import view
from game.play.chance import draw
from game.simulate.runner import Seating, play
from tests.benchmarks import campaign_pairs
from tests.benchmarks.domains import Domain, heading, once, opposed, row
from tests.builders import CHINA, INVENTED, USSR

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 100
"""Offers of each side in a game on the exported domain, as in NegMAS's runs."""
PAIRS = (
    ("counterpart", "counterpart"),
    ("counterpart", "boulware"),
    ("historical", "counterpart"),
    ("boulware", "linear"),
    ("random", "tit-for-tat"),
    ("stonewaller", "stonewaller"),
)


def table_of(space: Space, exchanges: int) -> Scenario:
    """A scenario played over a space: one sitting, every option free to give, each side's best package worth 1000."""
    issues = tuple(
        Issue(
            c.issue.upper(), c.issue, "all", c.issue, "", Tier.CORE, tuple(map(_option, reversed(c.options), _FROM_1))
        )
        for c in space.clauses
    )
    chairs = (("china", "China"), ("ussr", "Soviet Union"))
    sitting = Meeting("m", "1945-07-10", "", "", "", "", exchanges, "china", chairs, ())
    agenda = Agenda("bench", "Bench", "", "", (CHINA, USSR), (Head("all", "", "All"),), issues, (sitting,))
    return Scenario(agenda, (_stakes(space, 0), _stakes(space, 1)))


_FROM_1 = range(1, 100)


def _option(name: str, level: int) -> Option:
    return Option(name, level, name, name, (), INVENTED)


def _stakes(space: Space, side: int) -> Stakes:
    best = sum(max(pair[side] for pair in clause.points) for clause in space.clauses)
    points = tuple(tuple(1000 * pair[side] // best for pair in reversed(clause.points)) for clause in space.clauses)
    why = (INVENTED,) * len(points)
    return Stakes(("china", "ussr")[side], points, why, 100, INVENTED, "", INVENTED, ())


def games_a_second(scenario: Scenario, seats: tuple[str, str], seeds: range) -> tuple[float, float]:
    """Whole games a second of CPU time between two delegates, and the plies of one, on average."""
    history = load_history(scenario.id) if scenario.digest else ()
    parties = [party.id for party in scenario.agenda.parties]
    seating = Seating(tuple(zip(parties, seats, strict=True)))
    play(scenario, seating, seeds[0], history)
    plies: list[int] = []
    seconds = once(lambda: plies.extend(len(play(scenario, seating, seed, history).moves) for seed in seeds))
    return len(seeds) / seconds, statistics.mean(plies)


def july() -> None:
    """Games of 10 July."""
    scenario = load("moscow-1945-07-10")
    for seats, goal in ((("counterpart", "counterpart"), 25), (("boulware", "linear"), 100)):
        games, plies = games_a_second(scenario, seats, range(1, 9))
        row(
            f"10 July, {' against '.join(seats)}",
            f"{games:.1f} games/s ({plies:.0f} plies)",
            f">= {goal}",
            games >= goal,
        )


def campaigns() -> None:
    """Games of the whole campaign, and each with its record replayed byte for byte."""
    scenario, history = load("moscow-1945"), load_history("moscow-1945")
    for seats in PAIRS:
        seating = Seating(tuple(zip(("china", "ussr"), seats, strict=True)))
        played = min(once(lambda seating=seating: play(scenario, seating, 3, history)) for _ in "12")
        pairing = campaign_pairs.Pairing("moscow-1945", seats, "china", 3)
        both = min(once(lambda pairing=pairing: campaign_pairs.played(pairing)) for _ in "12")
        found = f"{played:.2f} s, checked and replayed {both:.2f} s"
        row(f"campaign, {' against '.join(seats)}", found, "<= 0.25 s replayed", both <= 0.25)


def decisions() -> None:
    """How long the counterpart thinks, over a campaign."""
    state = begin(load("moscow-1945"))
    seats = {party.id: make("counterpart", 3, party.id) for party in state.scenario.agenda.parties}
    taken = []
    while state.ending is None:
        move = draw(state, 3)
        if move is None:
            seen, start = view(state, state.floor), time.process_time()
            move = seats[state.floor].choose(seen).move
            taken.append((time.process_time() - start) * 1000)
        state = apply(state, move).after
    middle, late = statistics.median(taken), statistics.quantiles(taken, n=100)[-1]
    found = f"{middle:.1f} ms median, {late:.1f} ms 99th percentile"
    row(f"campaign, {len(taken)} decisions of the counterpart", found, "<= 300 ms", late <= 300)


def engine_alone() -> None:
    """P6: alternating offers without a strategy. A round is an offer of each side."""
    for issues in (10, 30):
        opening = begin(table_of(opposed(1, Domain(issues, 5)), ROUNDS))
        offers = [_offer(opening, number) for number in range(ROUNDS)]
        seconds = statistics.median(
            once(lambda opening=opening, offers=offers: _exchange(opening, offers)) for _ in "123"
        )
        speeches = 2 * ROUNDS / seconds
        found = f"{speeches:,.0f} speeches/s, {speeches / 2:,.0f} rounds/s"
        row(f"P6 engine alone, {issues} issues, a clause an offer", found, ">= 20,000 rounds/s", speeches >= 40_000)


def _exchange(state: State, offers: list[Package]) -> None:
    """Each side tables every offer in turn."""
    for package in offers:
        for _ in "12":
            state = apply(state, Propose(state.floor, package)).after


def _offer(state: State, number: int) -> Package:
    """Another option on another issue each time, and never one held since the last time round."""
    issues = state.scenario.agenda.issues
    issue = issues[number % len(issues)]
    return Package.of({issue.id: issue.options[(number // len(issues) + number) % 5].id})


def exported() -> None:
    """P7: baselines on the exported domain."""
    space = opposed(1, Domain(30, 5))
    scenario = table_of(space, ROUNDS)
    for name in ("boulware", "linear", "micro"):
        games, plies = games_a_second(scenario, (name, name), range(5))
        found = f"{games:.1f} games/s ({plies:.0f} plies)"
        row(f"P7 exported domain, 30 issues x 5, {name} against {name}", found, ">= 100", games >= 100)


if __name__ == "__main__":
    gc.freeze()
    heading("Games, CPU time of one core")
    july()
    campaigns()
    decisions()
    engine_alone()
    exported()
    heading("the same loop again")
    sys.exit(0)
