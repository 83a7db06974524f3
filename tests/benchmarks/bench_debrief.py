"""How fast debriefs of whole campaigns are: one game, and the games of a class. Prints a table.

    python -m tests.benchmarks.bench_debrief

Each figure is that of the command itself, started as a user starts it: the CPU time of all its processes, and the time
on the clock, which says something only on a machine that has nothing else to do. Twelve games are played first, in
varied pairings; the class of sixty has each of them five times, under names of its own. Games cost what they hold, not
what they are called, so sixty different ones would take as long.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.domains import heading, row

CAMPAIGN = "moscow-1945"
PAIRINGS = (("counterpart", "counterpart"), ("counterpart", "boulware"), ("tit-for-tat", "counterpart"))
GAMES_EACH = 4
CLASS = 60
ROUNDS = 3


def run(*words: object) -> None:
    """One command of the program, to its good end."""
    done = subprocess.run([sys.executable, "-m", "game", *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"plenipo {words[0]} ended with {done.returncode}: {done.stderr}")


def cost(*words: object) -> tuple[float, float]:
    """The CPU seconds and the seconds on the clock that a command took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run(*words)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - start


def played(folder: Path) -> list[Path]:
    """The records of games between delegates of different kinds."""
    for number, (china, ussr) in enumerate(PAIRINGS):
        seats = ("--seat", f"china={china}", "--seat", f"ussr={ussr}")
        run("simulate", CAMPAIGN, "--games", GAMES_EACH, "--seed", number, *seats, "--records", folder)
    return sorted(folder.glob("*.jsonl"))


def classful(records: Sequence[Path], folder: Path) -> list[Path]:
    """So many records as a class has, each game several times under other names."""
    folder.mkdir()
    named = [folder / f"{number:02d}.record.jsonl" for number in range(CLASS)]
    for number, path in enumerate(named):
        shutil.copy(records[number % len(records)], path)
    return named


def told(what: str, costs: Sequence[tuple[float, float]], bar: float) -> None:
    """One row: the least of some runs, which is nearest to what an idle machine takes."""
    cpu, clock = min(one for one, _ in costs), min(one for _, one in costs)
    row(what, f"{cpu:.2f} s CPU, {clock:.2f} s on the clock", f"under {bar:g} s", min(cpu, clock) < bar)


def main() -> None:
    """Play, time, print."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        records = played(folder / "games")
        heading(f"debriefs of {CAMPAIGN}, {os.cpu_count()} cores")
        told("the first page of a game, as text", [cost("debrief", records[0]) for _ in range(ROUNDS)], 3)
        pages = [cost("debrief", one, "--html", folder / f"{n}.html") for n, one in enumerate(records[::2])]
        told("every page of a game, as HTML", pages, 3)
        named = classful(records, folder / "class")
        told(
            f"a class report of {CLASS} games, as HTML", [cost("debrief", *named, "--html", folder / "class.html")], 20
        )


if __name__ == "__main__":
    main()
