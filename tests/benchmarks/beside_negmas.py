"""NegMAS and this project's frontier, timed in turn in one process; run by ``bench_frontier`` in NegMAS's interpreter.

NegMAS (AGPL) is no dependency of any kind: this module is the only one that imports it, and only where it is installed
apart. Every comparison also compares the frontiers.
"""

from __future__ import annotations

import signal
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

from game.bargaining.elimination import least_of
from game.bargaining.frontier import frontier
from game.bargaining.genius import genius_files
from game.bargaining.solutions import solve
from game.bargaining.space import Clause, Space
from game.engine.issues import Meeting
from game.engine.scenario import Agenda
from tests.benchmarks.domains import Domain, heading, once, opposed, row, timed
from tests.builders import CHINA, HEADS, USSR


def utilities(space: Space) -> tuple:
    """NegMAS's additive utilities for a space, whole points, so that its floats are exact."""
    from negmas import LinearAdditiveUtilityFunction, TableFun, make_issue, make_os

    outcomes = make_os([make_issue(list(clause.options), name=clause.issue) for clause in space.clauses])
    return tuple(
        LinearAdditiveUtilityFunction(
            values={
                clause.issue: TableFun({o: float(p[side]) for o, p in zip(clause.options, clause.points, strict=True)})
                for clause in space.clauses
            },
            outcome_space=outcomes,
        )
        for side in (0, 1)
    )


def worths(space: Space, outcome: tuple) -> tuple[int, int]:
    """What an outcome of NegMAS's is worth in whole points."""
    return space.worth(bytes(c.options.index(o) for c, o in zip(space.clauses, outcome, strict=True)))


def all_of_it(space: Space) -> None:
    """Frontier, a settlement for every point, and the four solutions."""
    found = frontier(space)
    assert len(found.settlements) == len(found.points)
    solve(found)


SECONDS_AT_MOST = 30
"""Seconds after which NegMAS is stopped; the ratio is then a lower bound, and that frontier is not compared."""


def capped(work: Callable[[], object]) -> tuple[float, bool]:
    """The CPU seconds of one run, stopped at ``SECONDS_AT_MOST``, and whether it finished."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_AT_MOST)
    start = time.process_time()
    try:
        work()
    except TimeoutError:
        return time.process_time() - start, False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start, True


def mobanos(domain: Domain, seeds: range) -> tuple[list[float], list[float], bool]:
    """Seconds of NegMAS's exact merge, of ours with a settlement for every point, and whether the frontiers agree."""
    from negmas.preferences import MOBANOSParetoSampler

    theirs, ours, same = [], [], True
    for seed in seeds:
        space = opposed(seed, domain)
        first, second = utilities(space)
        sampler = MOBANOSParetoSampler()
        ours.append(timed(lambda space=space: frontier(space).settlements))
        taken, finished = capped(lambda sampler=sampler, first=first, second=second: sampler.init(first, second))
        theirs.append(taken)
        if finished:
            same &= {worths(space, outcome) for outcome in sampler._pareto_front} == set(frontier(space).points)
    return theirs, ours, same


def exact_merge() -> None:
    """P1 and P2: against NegMAS's exact additive merge."""
    for name, domain, goal in (
        ("P1 30 issues x 4, opposed, points 0..100", Domain(30, 4, 100), 200),
        ("P2 the same, points 0..10", Domain(30, 4, 10), 1000),
    ):
        theirs, ours, same = mobanos(domain, range(5))
        ratios = sorted(one / two for one, two in zip(theirs, ours, strict=True))
        ratio, slowest = statistics.median(ratios), max(ours) * 1000
        found = f"{ratio:,.0f}x ({ratios[0]:,.0f}-{ratios[-1]:,.0f}), slowest {slowest:.1f} ms"
        row(
            f"{name}: MOBANOS / ours with outcomes",
            found,
            f">= {goal}x, <= 10 ms",
            ratio >= goal and slowest <= 10 and same,
        )


def enumeration() -> None:
    """P3: against what NegMAS's users call."""
    from negmas.preferences.ops import pareto_frontier

    for name, domain, goal in (
        ("P3 10^4 packages", Domain(4, 10), None),
        ("P3 10^5 packages", Domain(5, 10), None),
        ("P3 4^10 packages", Domain(10, 4), 5000),
        ("P3 10^6 packages", Domain(6, 10), 5000),
    ):
        space = opposed(1, domain)
        first, second = utilities(space)
        ours = timed(lambda space=space: all_of_it(space))
        outcomes = list(first.outcome_space.enumerate_or_sample())
        theirs = once(lambda first=first, second=second, outcomes=outcomes: pareto_frontier((first, second), outcomes))
        points, _ = pareto_frontier((first, second), outcomes) if len(outcomes) <= 1e5 else (None, None)
        same = points is None or {(int(u), int(v)) for u, v in points} == set(frontier(space).points)
        ratio = theirs / ours
        row(
            f"{name}: pareto_frontier / ours with all solutions",
            f"{ratio:,.0f}x ({ours * 1000:.2f} ms)",
            f">= {goal:,}x" if goal else "same points",
            same and (goal is None or ratio >= goal),
        )


def exported() -> None:
    """Domains exported as GENIUS files, loaded by NegMAS, and compared point by point; then Nash and welfare points.

    NegMAS adds floats, so it may list points besides that are dominated or equal once they are added exactly. Its
    Kalai-Smorodinsky point is another rule's (the smallest difference of shares), so it is not compared.
    """
    from negmas.inout import load_genius_domain
    from negmas.preferences.ops import nash_points, pareto_frontier

    for domain in (Domain(4, 10), Domain(8, 4), Domain(5, 10), Domain(6, 10)):
        space = opposed(2, domain)
        space = replace(space, reservations=least_of(space))  # NegMAS counts gains from the worst a party can get
        agenda = Agenda("bench", "Bench", "", "", (CHINA, USSR), HEADS, (), (_sitting(),))
        with tempfile.TemporaryDirectory() as folder:
            domain_file, *profiles = genius_files(agenda, space).write(Path(folder))
            loaded = load_genius_domain(domain_file, profiles)
        outcomes = list(loaded.outcome_space.enumerate_or_sample())
        values, places = pareto_frontier(loaded.ufuns, outcomes)
        theirs = {worths(space, outcomes[place]) for place in places}
        ours = set(frontier(space).points)
        extra = [one for one in theirs - ours if not any(u >= one[0] and v >= one[1] for u, v in ours)]
        nash = nash_points(loaded.ufuns, values, ranges=[(0.0, 1.0), (0.0, 1.0)])
        solved = solve(frontier(space))
        same = {worths(space, outcomes[places[place]]) for _, place in nash} == set(solved.nash.points)
        same &= _welfare(space) == set(solved.welfare.points)
        size = domain.options**domain.issues
        row(
            f"export to GENIUS, {size:,} packages: NegMAS's frontier of the files",
            f"{len(theirs & ours)} of {len(ours)} points, Nash and welfare {'same' if same else 'DIFFER'}",
            "all, none beyond, same",
            theirs >= ours and not extra and same,
        )


def _welfare(space: Space) -> set[tuple[int, int]]:
    """NegMAS's points of the largest sum, on the points as authored: the files have scales from 0 to 1."""
    from negmas.preferences.ops import max_welfare_points

    points = [(float(u), float(v)) for u, v in frontier(space).points]
    ranges = [(0.0, max(one[side] for one in points)) for side in (0, 1)]
    return {(int(u), int(v)) for (u, v), _ in max_welfare_points(utilities(space), points, ranges=ranges)}


def _sitting() -> Meeting:
    return Meeting("m", "1945-07-10", "", "", "", "", 1, "china", (), ())


def exactness() -> None:
    """P5: scores in tenths, weights in hundredths."""
    from negmas.preferences.ops import pareto_frontier

    theirs_wrong = ours_wrong = 0
    for seed in range(200):
        chance = Random(seed)
        weights = [[chance.randint(1, 60) for _ in (0, 1)] for _ in range(4)]
        scores = [[[chance.randint(0, 10) for _ in (0, 1)] for _ in range(3)] for _ in range(4)]
        clauses = tuple(
            Clause(f"i{n}", ("a", "b", "c"), tuple((w[0] * s[0], w[1] * s[1]) for s in scores[n]))
            for n, w in enumerate(weights)
        )
        space = Space(("china", "ussr"), clauses)
        tenths = Space(
            space.parties,
            tuple(
                Clause(
                    c.issue, c.options, tuple((w[0] / 100 * (s[0] / 10), w[1] / 100 * (s[1] / 10)) for s in scores[n])
                )  # type: ignore[misc]
                for n, (c, w) in enumerate(zip(clauses, weights, strict=True))
            ),
        )
        first, second = utilities(tenths)
        outcomes = list(first.outcome_space.enumerate_or_sample())
        _, places = pareto_frontier((first, second), outcomes)
        exact = [tuple(Fraction(one, 1000) for one in worths(space, outcomes[place])) for place in places]
        expected = {tuple(Fraction(one, 1000) for one in point) for point in frontier(space).points}
        theirs_wrong += len(exact) != len(expected) or set(exact) != expected
        points = frontier(space).points
        ours_wrong += len(set(points)) != len(points) or any(
            a >= u and b >= v and (a, b) != (u, v) for u, v in points for a, b in points
        )
    row(
        "P5 dominated or repeated points, 200 domains in tenths",
        f"ours {ours_wrong}, NegMAS {theirs_wrong} of 200",
        "ours 0",
        ours_wrong == 0,
    )


def main() -> None:
    """Every comparison."""
    import negmas

    heading(f"Beside NegMAS {negmas.__version__}, one process, CPU time")
    exact_merge()
    enumeration()
    exported()
    exactness()


if __name__ == "__main__":
    main()
