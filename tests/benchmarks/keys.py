"""Key to paint, key by key: what each kind of key costs at a campaign with more than 500 remarks in its minutes.

    python -m tests.benchmarks.keys [ROUNDS]

Wall is from the moment a key is sent to the last byte of the answering paint; CPU is what the program's threads took
until nothing came any more, and is what a busy machine changes least. A loop of known length is timed before and
after: about 0.12 s on a quiet machine of the kind in ``performance.md``. Esc holds a wait of 25 ms that is no work: it
may be the beginning of another key. The counterpart thinks in a thread of its own after ``enter``, so CPU there is
more than the key's.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import defaultdict

from tests.benchmarks.table import GAME, KEYS, REMARKS
from tests.benchmarks.terminals import Terminal, median, percentile

ROUNDS = 4
COST = "{:<9} {:>4} {:>11.1f} {:>8.1f} {:>12.1f} {:>8.1f} {:>12.0f}"


def loop() -> float:
    """CPU seconds of a loop of known length."""
    began = time.process_time()
    sum(number * number % 7 for number in range(2_000_000))
    return time.process_time() - began


def pressed(save: str, rounds: int) -> dict[str, list[tuple[float, float, int]]]:
    """Milliseconds of CPU and wall and the bytes painted, by key, of as many rounds of all the keys."""
    terminal = Terminal([*GAME, "play", save])
    terminal.until(lambda got: b"Your floor" in got)
    terminal.settle()
    taken = defaultdict(list)
    for _ in range(rounds):
        for key in KEYS.split():
            before, painted = terminal.used(), terminal.painted
            wall = terminal.press(key)
            taken[key].append((1000 * (terminal.used() - before), 1000 * wall, terminal.painted - painted))
    terminal.close()
    return taken


def told(name: str, costs: list[tuple[float, float, int]]) -> str:
    """One line of the table."""
    cpu, wall, sent = ([one[column] for one in costs] for column in range(3))
    slow = percentile(cpu, 0.99), percentile(wall, 0.99)
    return COST.format(name, len(costs), median(cpu), slow[0], median(wall), slow[1], median(sent))


def main() -> None:
    """Print a line for each key, and one for all of them."""
    from tests.benchmarks.campaign import saved_campaign

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    os.environ["PLENIPO_SAVES"] = tempfile.mkdtemp(prefix="plenipo-bench-")
    save, remarks = saved_campaign(REMARKS)
    before = loop()
    taken = pressed(save, rounds)
    print(f"{remarks} remarks; calibration loop {before:.2f} s before, {loop():.2f} s after")
    print("key       n    CPU ms: median      p99  wall ms: median      p99  bytes painted")
    for key, costs in taken.items():
        print(told(key, costs))
    print(told("all", [cost for costs in taken.values() for cost in costs]))


if __name__ == "__main__":
    main()
