"""What the counterpart has to show, with exact counts and 95 per cent intervals: the whole table by one command.

    python -m tests.benchmarks.counterpart_bars [--size short|long] [--only NAME,NAME…] [--workers N] [--json FILE]

Both chairs, both first movers, several tables of negotiation, horizons of 12 and 30 exchanges. ``short`` is there to
see that nothing has broken: small generated tables, two or three minutes of two cores. The figures that count are
those of ``long``: some ten minutes of two quiet cores; each group tells how long it took. Of its ten thousand games of
safety 24 in 25 are played on small tables, the rest on all. Shares have Wilson's interval, means Student's,
p is by permutation of signs. The same size gives the same figures on any number of workers, times excepted. Ends with
1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

from game.simulate.hands import Hands
from tests.benchmarks import plausibility
from tests.benchmarks.bars.field import strength
from tests.benchmarks.bars.levels import levels
from tests.benchmarks.bars.model import model
from tests.benchmarks.bars.pace import beside_negmas, pace
from tests.benchmarks.bars.response import best_response
from tests.benchmarks.bars.rows import LONG, SHORT, Row, Size
from tests.benchmarks.bars.safety import blind, safe
from tests.benchmarks.bars.variety import arguments, distinct
from tests.benchmarks.consistency import Count, count
from tests.benchmarks.truthfulness import Tally, measured

SAID_ON = ("moscow-1945-07-10", "moscow-1945-07-12", "first-session")
"""The tables on which refusals and statements are looked at."""


def reasons(size: Size) -> Iterator[Row]:
    """Refusals that flip, statements that hold, replies that history gave."""
    games = max(1, size.timed - 1)
    whole = sum((measured(_scenario(name), range(games), 12) for name in SAID_ON), Tally())
    flips, remedies = whole.flipped, whole.remedies
    yield Row("refusals that flip with the stated cause removed", str(flips), ">= 90 %", flips.value >= 0.9)
    yield Row("what is said to change a refusal does", str(remedies), ">= 90 %", remedies.value >= 0.9)
    found = Count()
    for name in SAID_ON:
        count(_scenario(name), range(games), 12, found)
    silent = found.logged.cases - found.logged.hits
    told = f"{silent} of {found.statements} statements, {found.logged.cases} gone back on"
    kept = silent == 0 and not found.broken_last_words
    yield Row("statements contradicted without a logged change of mind", told, "0", kept)
    yield from _historic_replies()


def _historic_replies() -> Iterator[Row]:
    """Over all decision points of the record, whatever the size."""
    found = plausibility.over_the_record()
    three, first = found.three, found.first
    yield Row("historic reply among the first three", str(three), ">= 85 %", three.value >= plausibility.THREE_BAR)
    yield Row("historic reply the first", str(first), ">= 60 %", first.value >= plausibility.FIRST_BAR)
    yield Row("  against: repeat the last position", str(found.repeats), "-", None)
    yield Row("  against: a fixed order, three replies", str(found.fixed), "-", None)


def _scenario(name: str):
    from game.authoring.loader import load

    return load(name)


MEASURES: dict[str, Callable[[Size], Iterable[Row]]] = {
    "strength": strength,
    "levels": levels,
    "model": model,
    "best-response": best_response,
    "safety": safe,
    "blind": lambda size: [blind(size)],
    "variety": distinct,
    "arguments": arguments,
    "reasons": reasons,
    "pace": pace,
    "negmas": lambda _: beside_negmas(),
}
"""Every group of bars, in the order in which they are printed."""


def main(words: list[str]) -> int:
    """Print the table; 1 when a bar is missed."""
    chosen = _parser().parse_args(words)
    wanted = chosen.only.split(",") if chosen.only else list(MEASURES)
    unknown = [name for name in wanted if name not in MEASURES]
    if unknown:
        print(f"there is nothing called {', '.join(unknown)}; there are: {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    size = replace({"short": SHORT, "long": LONG}[chosen.size], hands=Hands(chosen.workers, chosen.cluster))
    print(f"size {size.name}; tables {', '.join(size.tables)}; exchanges {', '.join(map(str, size.lengths))}")
    rows = [row for name in wanted for row in _measured(name, size)]
    if chosen.json:
        Path(chosen.json).write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2), "utf-8")
    missed = [row.bar for row in rows if row.kept is False]
    print(f"\n{sum(row.kept is True for row in rows)} bars kept, {len(missed)} missed: {'; '.join(missed) or 'none'}")
    return 1 if missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=("short", "long"), default="short")
    parser.add_argument("--only", default="", help=f"some of: {', '.join(MEASURES)}")
    parser.add_argument("--workers", type=int)
    parser.add_argument("--cluster", default="")
    parser.add_argument("--json", default="", help="write the rows there as JSON, too")
    return parser


def _measured(name: str, size: Size) -> Iterator[Row]:
    """The rows of a group, printed as they come."""
    begun = time.perf_counter()
    print(f"\n{name}")
    for row in MEASURES[name](size):
        mark = {True: "kept", False: "MISSED", None: ""}[row.kept]
        goal = f"   goal {row.goal}" if row.goal != "-" else ""
        print(f"  {row.bar}: {row.found}{goal}   {mark}".rstrip(), flush=True)
        yield row
    print(f"  ({time.perf_counter() - begun:.0f} s)", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
