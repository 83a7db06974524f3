"""How long a decision takes, and how many games a second. CPU time: what other users of the machine do is left out."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from game.authoring.loader import load
from game.delegates.registry import make
from game.engine.engine import apply, begin
from game.engine.moves import Hold, Move, Propose
from game.engine.package import Package
from game.engine.state import State
from game.engine.view import view
from game.play.chance import draw
from game.simulate.hands import Hands
from game.simulate.runner import Seating
from game.simulate.series import Series, all_played, played
from tests.benchmarks.bars.rows import Row, Size
from tests.builders_large import Shape, build

ROOT = Path(__file__).resolve().parents[3]


def pace(size: Size) -> Iterator[Row]:
    """Decisions on the campaign, games of 10 July, the engine alone."""
    yield decisions(size)
    yield from afternoon(size)
    yield engine_alone()


def decisions(size: Size) -> Row:
    """The counterpart's decisions in whole campaigns with itself: the 99th percentile."""
    taken = sorted(seconds for seed in range(size.timed) for seconds in _thinking(seed))
    late = taken[min(len(taken) - 1, int(0.99 * len(taken)))]
    told = f"{1000 * late:.0f} ms; median {1000 * statistics.median(taken):.1f}, slowest {1000 * taken[-1]:.0f}"
    return Row(f"99th percentile of {len(taken):,} decisions, campaign", told, "< 300 ms", late < 0.3)


def _thinking(seed: int) -> Iterator[float]:
    scenario = load("moscow-1945")
    delegates = {party.id: make("counterpart", seed, party.id) for party in scenario.agenda.parties}
    state = begin(scenario)
    while state.ending is None:
        move: Move | None = draw(state, seed)
        if move is None:
            seen, begun = view(state, state.floor), time.process_time()
            move = delegates[state.floor].choose(seen).move
            yield time.process_time() - begun
        state = apply(state, move).after


def afternoon(size: Size) -> Iterator[Row]:
    """Whole games of 10 July between two counterparts."""
    scenario = load("moscow-1945-07-10")
    seating = Seating(tuple((party.id, "counterpart") for party in scenario.agenda.parties))
    games = 8 * size.timed
    played(Series(scenario, seating, 1, 0), 0)
    begun = time.process_time()
    for game in range(games):
        played(Series(scenario, seating, games, 1), game)
    each = (time.process_time() - begun) / games
    told = f"{2 / each:.1f} a second ({1000 * each:.0f} ms of CPU a game)"
    yield Row("games of 10 July, two quiet cores", told, ">= 50 a second", 2 / each >= 50)
    begun = time.perf_counter()
    all_played([Series(scenario, seating, 2 * games, 1)], Hands(2))
    told = f"{2 * games / (time.perf_counter() - begun):.1f} a second"
    yield Row("  as they ran now, in two processes", told, "-", None)


def engine_alone(rounds: int = 3000) -> Row:
    """Rounds a second, thirty issues, no delegate: each side reaffirms a position in turn, as NegMAS's Tough does.

    A round is a speech by either side, the stricter reading of an exchange; meetings of a hundred.
    """
    state: State = begin(build(1, Shape(issues=30, exchanges=10**6, room=(9,))))
    agenda = state.scenario.agenda
    for party in (state.floor, agenda.other(state.floor)):
        state = apply(state, Propose(party, _best(state, party))).after
    holds = {party.id: Hold(party.id, (_held(state, party.id),)) for party in agenda.parties}
    here, begun = state, time.process_time()
    for number in range(rounds):
        here = state if number % 100 == 0 else here
        here = apply(here, holds[here.floor]).after
        here = apply(here, holds[here.floor]).after
    rate = rounds / (time.process_time() - begun)
    told = f"{rate:,.0f} rounds ({2 * rate:,.0f} speeches) a second a core"
    return Row("engine alone, thirty issues", told, ">= 20,000 a second", rate >= 20_000)


def _held(state: State, party: str) -> str:
    return next(issue.id for issue in state.scenario.agenda.issues if state.position(party, issue.id))


def _best(state: State, party: str) -> Package:
    """Its own end of every issue on which it may give that and does not hold it; failing all, a step on the first."""
    agenda, end = state.scenario.agenda, -state.scenario.agenda.side(party)
    ends = {issue.id: issue.options[end].id for issue in agenda.issues}
    new = {i: o for i, o in ends.items() if state.position(party, i) != o and state.latitude(party, i, o).rank < 2}
    return Package.of(new or {agenda.issues[0].id: agenda.issues[0].options[1].id})


def beside_negmas() -> Iterator[Row]:
    """Our baselines and NegMAS's on the same thirty issues, in an interpreter that has NegMAS."""
    python = os.environ.get("PLENIPO_NEGMAS_PYTHON", "")
    if not python:
        yield Row(
            "baselines beside NegMAS", "skipped: PLENIPO_NEGMAS_PYTHON names no interpreter that has it", "-", None
        )
        return
    sys.stdout.flush()
    ended = subprocess.run([python, "-m", "tests.benchmarks.baselines_beside_negmas"], check=False, cwd=ROOT)
    if ended.returncode not in (0, 1):
        raise subprocess.CalledProcessError(ended.returncode, ended.args)
    yield Row("baselines beside NegMAS", "the table above", "100 games a second a core each", ended.returncode == 0)
