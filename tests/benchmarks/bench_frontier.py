"""How fast the settlement space is. Prints a table; nothing is asserted.

    python -m tests.benchmarks.bench_frontier

The comparison with NegMAS runs in an interpreter that has it, named by PLENIPO_NEGMAS_PYTHON, and is skipped
otherwise: NegMAS is AGPL and stays out of this project's environment. It takes some minutes, all of them NegMAS's.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tracemalloc
from pathlib import Path

from game.bargaining.counting import count
from game.bargaining.elimination import plan
from game.bargaining.frontier import frontier
from game.bargaining.moves import one_clause_away
from game.bargaining.sensitivity import Trials, judge, zone_exists
from game.bargaining.space import whole
from tests.benchmarks.bench_graph import stability
from tests.benchmarks.domains import Domain, heading, once, opposed, row, timed

ROOT = Path(__file__).resolve().parents[2]


def linked() -> None:
    """P4: thirty issues of five options with twenty linkages, by the width they need."""
    for top in (100, 1000):
        for width in (1, 2, 3):
            taken = []
            for seed in range(40):
                space = opposed(seed, Domain(30, 5, top, 20))
                if plan(space).width == width and len(taken) < 5:
                    taken.append(timed(lambda space=space: frontier(space), 3) * 1000)
            if taken:
                found = f"{statistics.median(taken):.0f} ms (slowest {max(taken):.0f}, {len(taken)} spaces)"
                row(
                    f"P4 30 x 5, 20 linkages, points 0..{top}, width {width}",
                    found,
                    "<= 50 ms",
                    statistics.median(taken) <= 50,
                )


def campaign() -> None:
    """The whole July agenda."""
    from game.authoring.loader import load

    space = whole(load("moscow-1945"))
    seconds = timed(lambda: frontier(space))
    full = timed(lambda: frontier(space).settlements)
    chosen = plan(space)
    found = f"{seconds * 1000:.1f} ms ({full * 1000:.1f} with outcomes)"
    row(
        f"campaign: {len(space.clauses)} issues, {len(space.ties)} tied pairs, width {chosen.width}",
        found,
        "<= 50 ms",
        seconds <= 0.05,
    )
    tracemalloc.start()
    frontier(space).settlements  # noqa: B018 - worked out when it is looked at
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    whole_process = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row(
        "campaign: memory of the frontier (of the process)",
        f"{peak:.1f} MiB ({whole_process:.0f} MiB)",
        "<= 50 MiB",
        peak <= 50,
    )
    seconds = once(lambda: count(space))
    row(f"campaign: packages counted, {count(space).packages:.1e} of them", f"{seconds:.2f} s", "-", True)
    seconds = once(lambda: judge(space, {"zone": zone_exists}, Trials(50))) / 50
    row("campaign: one weighting judged", f"{seconds * 1000:.1f} ms", "-", True)


def growth() -> None:
    """Cost from 25 to 200 issues."""
    taken = {
        n: timed(lambda n=n: frontier(opposed(1, Domain(n, 3, 30, n // 4))).settlements, 3) for n in (25, 50, 100, 200)
    }
    told = ", ".join(f"{n}: {seconds * 1000:.0f} ms" for n, seconds in taken.items())
    grown = taken[200] / taken[50]
    row(
        "issues x 3 with a linkage to every fourth: " + told,
        f"4 times the issues: {grown:.1f}x",
        "<= 16x (quadratic)",
        grown <= 16,
    )


def neighbours() -> None:
    """P8: every move of one clause from a position."""
    for ties in (0, 20):
        space = opposed(3, Domain(30, 5, 100, ties))
        here = frontier(space).settlements[0]
        known = space.worth(here)
        seconds = min(
            timed(lambda space=space, here=here, known=known: one_clause_away(space, here, known), 200)
            for _ in range(5)
        )
        row(
            f"P8 all moves of one clause, 30 x 5, {ties} linkages",
            f"{seconds * 1e6:.0f} us",
            "<= 100 us",
            seconds <= 1e-4,
        )


def page() -> None:
    """The page of the last night, by the command, in a process of its own; CPU time, start-up and all."""
    taken = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        work = [sys.executable, "-m", "game", "analyze", "moscow-1945-07-12"]
        subprocess.run(work, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    seconds = statistics.median(taken)
    row("analyze moscow-1945-07-12, 100 weightings, start to end", f"{seconds:.2f} s", "<= 2 s", seconds <= 2)


def beside_negmas() -> None:
    """The comparison, where there is NegMAS to compare with."""
    python = os.environ.get("PLENIPO_NEGMAS_PYTHON", "")
    if not python:
        print("\nBeside NegMAS: skipped. Set PLENIPO_NEGMAS_PYTHON to an interpreter that has negmas (0.16).")
        return
    subprocess.run([python, "-m", "tests.benchmarks.beside_negmas"], check=True, cwd=ROOT)


if __name__ == "__main__":
    heading("The settlement space, CPU time")
    linked()
    campaign()
    growth()
    neighbours()
    stability()
    page()
    beside_negmas()
