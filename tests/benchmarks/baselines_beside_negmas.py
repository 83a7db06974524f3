"""Our baselines and NegMAS's on the same thirty issues, timed in turn in one process, CPU time.

Run in an interpreter that has NegMAS (AGPL: it is no dependency of any kind, and stays in an environment of its own):

    PLENIPO_NEGMAS_PYTHON=… python -m tests.benchmarks.counterpart_bars --only negmas

The domain is exported as GENIUS files by ``bargaining.genius`` and loaded by NegMAS from these. Same strategy against
itself, a hundred rounds at most, reservation 0.35 of the best. The rules of the two games differ: NegMAS exchanges
whole packages, here clauses are settled one by one. So the figures compare what a negotiation costs, not its worth.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.bargaining.genius import genius_files
from game.bargaining.space import whole
from game.engine.scenario import Scenario
from game.simulate.runner import Seating, play
from tests.benchmarks.domains import heading, row
from tests.builders_large import Shape, build

ROUNDS = 100
ISSUES = 30
PAIRS = (("boulware", "BoulwareTBNegotiator"), ("linear", "LinearTBNegotiator"), ("micro", "MiCRONegotiator"))
"""Our name and NegMAS's class for each strategy."""
GOAL = 100.0
"""Games a second a core."""


def domain() -> Scenario:
    """Thirty generated issues, both sides free to give anything: NegMAS knows no instructions."""
    return build(1, Shape(issues=ISSUES, room=(9,)))


def ours(scenario: Scenario, name: str) -> Callable[[int], bool]:
    """A game of ours, by number; whether it was signed."""
    seats = tuple((party.id, name) for party in scenario.agenda.parties)
    return lambda seed: play(scenario, Seating(seats, ROUNDS), seed).final.signed


def theirs(scenario: Scenario, name: str) -> Callable[[int], bool]:
    """A game of NegMAS's on the exported domain; whether it was agreed."""
    from negmas import sao
    from negmas.inout import load_genius_domain

    with tempfile.TemporaryDirectory() as folder:
        domain_file, *profiles = genius_files(scenario.agenda, whole(scenario)).write(Path(folder))
        loaded = load_genius_domain(domain_file, profiles)
    for ufun in loaded.ufuns:
        ufun.reserved_value = 0.35
    kind = getattr(sao, name)

    def negotiate(_: int) -> bool:
        mechanism = sao.SAOMechanism(outcome_space=loaded.outcome_space, n_steps=ROUNDS)
        for ufun in loaded.ufuns:
            mechanism.add(kind(), ufun=ufun)
        return mechanism.run().agreement is not None

    return negotiate


def rate(work: Callable[[int], bool], seconds: float = 4.0) -> tuple[float, int, int]:
    """Games a second of CPU, how many were played, and how many of them were settled. The first is counted too."""
    begun, games, settled = time.process_time(), 0, 0
    while games == 0 or time.process_time() - begun < seconds:
        settled += work(games)
        games += 1
    return games / (time.process_time() - begun), games, settled


def main() -> int:
    """Every strategy, NegMAS's and ours in turn; exit code 1 when one of ours is slower than the goal."""
    import negmas

    scenario, slow = domain(), 0
    heading(f"Baselines on {ISSUES} issues, beside NegMAS {negmas.__version__}: games a second of CPU")
    for name, other in PAIRS:
        mine, games, settled = rate(ours(scenario, name))
        other_rate, other_games, other_settled = rate(theirs(scenario, other))
        found = f"{mine:.1f} ({settled}/{games}) against {other_rate:.2f} ({other_settled}/{other_games}): "
        row(
            f"{name} with itself, ours against {other}",
            f"{found}{mine / other_rate:,.0f}x",
            ">= 100 a second",
            mine >= GOAL,
        )
        slow += mine < GOAL
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
