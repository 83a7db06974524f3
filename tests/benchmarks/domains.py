"""Random spaces with opposed preferences, for the benchmarks: the same seed gives the same space."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from game.bargaining.space import Clause, Effect, Space, Tie


@dataclass(frozen=True)
class Domain:
    """How large a space is: issues, options an issue, the greatest points of an option, tied pairs of issues."""

    issues: int
    options: int
    top: int = 100
    ties: int = 0


def opposed(seed: int, domain: Domain) -> Space:
    """A space in which what is better for one side is worse for the other, option by option.

    A tenth of the pairs of tied options can't stand together, the others add up to a fifth of ``top`` to either side.
    """
    chance = Random(seed)
    clauses = []
    for place in range(domain.issues):
        first = sorted(chance.randint(0, domain.top) for _ in range(domain.options))
        second = sorted((chance.randint(0, domain.top) for _ in range(domain.options)), reverse=True)
        options = tuple(f"o{number}" for number in range(domain.options))
        clauses.append(Clause(f"i{place}", options, tuple(zip(first, second, strict=True))))
    pairs = [(one, two) for one in range(domain.issues) for two in range(one + 1, domain.issues)]
    ties = tuple(
        Tie(
            one,
            two,
            tuple(tuple(_effect(chance, domain.top // 5) for _ in clauses[two].options) for _ in clauses[one].options),
        )
        for one, two in sorted(chance.sample(pairs, domain.ties))
    )
    return Space(("china", "ussr"), tuple(clauses), ties)


def _effect(chance: Random, most: int) -> Effect:
    if chance.random() < 0.1:
        return None
    return chance.randint(0, most), chance.randint(0, most)


def timed(work: Callable[[], object], rounds: int = 5) -> float:
    """The median CPU seconds of some runs of ``work``, after one that does not count."""
    work()
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def once(work: Callable[[], object]) -> float:
    """The CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row(what: str, found: str, goal: str, kept: bool) -> None:
    """One line of the printed table."""
    print(f"{what:<66} {found:<42} {goal:<24} {'yes' if kept else 'NO'}", flush=True)


def heading(title: str) -> None:
    """The heading of a table, with a loop's time by which runs on busy machines can be compared."""
    loop = once(lambda: sum(number * number % 7 for number in range(2_000_000)))
    print(f"\ncalibration loop: {loop:.2f} s CPU")
    print(f"\n{title:<66} {'measured':<42} {'goal':<24} kept", flush=True)
