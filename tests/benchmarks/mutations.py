"""Thirty seeded mistakes in every shipped scenario: the share told at its line, and mended by its hint.

    python -m tests.benchmarks.mutations [SCENARIO …] [--each 30] [--seed 1] [--show]

A mistake counts as mended when doing to the letter what its hints say, from the top and three at most, leaves the
check without a mistake (``tests/mutations/mending.py``). What is no mistake (a byte order mark, line ends of Windows)
must give none, and is counted apart.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from game.authoring.diagnostics import render
from tests.mutations.trial import Trials, Tried

ROOT = Path(__file__).parent.parent.parent


def main(words: list[str]) -> int:
    """Try them and print; 1 when fewer than four of five are mended, or one is not told."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.mutations")
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--each", type=int, default=30, help="mistakes in each scenario (30)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print what was not mended")
    chosen = parser.parse_args(words)
    shipped = sorted(path.parent.name for path in (ROOT / "scenarios").glob("*/scenario.yaml"))
    everything: list[Tried] = []
    print(
        f"{'scenario':<24}{'mistakes':>9}{'told':>6}{'at its line':>13}{'mended':>8}{'at once':>9}{'false alarms':>14}"
    )
    for name in chosen.scenarios or shipped:
        with tempfile.TemporaryDirectory() as work:
            found = list(
                Trials(ROOT / "scenarios" / name, Path(work), (ROOT / "sources",)).all(chosen.each, chosen.seed)
            )
        everything += found
        print(_row(name, found), flush=True)
        if chosen.show:
            _show(found)
    print(_row("all", everything))
    mistakes = [one for one in everything if not one.harmless]
    left = Counter(one.made.kind for one in mistakes if not one.rounds)
    print("not mended:", ", ".join(f"{kind} {count}" for kind, count in left.most_common()) or "none")
    told = all(one.found for one in mistakes)
    return 0 if told and sum(bool(one.rounds) for one in mistakes) >= 0.8 * len(mistakes) else 1


def _row(name: str, found: list[Tried]) -> str:
    mistakes = [one for one in found if not one.harmless]
    count = max(1, len(mistakes))
    told = sum(bool(one.found) for one in mistakes)
    here = sum(one.at_its_line for one in mistakes)
    mended, once = (sum(0 < one.rounds <= most for one in mistakes) for most in (3, 1))
    alarms = sum(bool(one.found) for one in found if one.harmless)
    return (
        f"{name:<22}{len(mistakes):>9}{told:>6}{here:>7} {100 * here / count:3.0f} %"
        f"{mended:>4} {100 * mended / count:.0f} %{once:>5}{alarms:>10}"
    )


def _show(found: list[Tried]) -> None:
    for one in found:
        if not one.harmless and not one.rounds:
            print(f"  {one.made.kind}, {one.made.path}, line {sorted(one.made.lines)}")
            for problem in one.found[:2]:
                print("    " + render(problem).replace("\n", "\n    "))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
