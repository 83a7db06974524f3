"""How fast the graph room is: stability beside textbook loops, and graphs of many steps. Prints a table.

python -m tests.benchmarks.bench_graph
"""

from __future__ import annotations

import gc
import time
from itertools import product
from random import Random

import networkx as nx

from game.engine.engine import apply, begin
from game.engine.moves import Ask, Move, Propose, Yield
from game.engine.package import Package
from game.engine.state import State, Step
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.export import exported, flattened
from game.graph.holding import Standoff, standoff, survey
from game.graph.stability import Concept
from tests.benchmarks.domains import heading, once, row, timed
from tests.builders_large import Shape, build


def textbook(one: Standoff, places: range) -> dict[Concept, int]:
    """Equilibria counted by the definitions as they are written, on a networkx graph of all pairs of stands."""
    ways = [list(product(*(one.open_to[side][place] for place in places))) for side in (0, 1)]
    graph = nx.MultiDiGraph()
    for state in product(*ways):
        graph.add_node(state, worth=tuple(_prospects(one, places, state, side) for side in (0, 1)))
    for state in graph:
        for side in (0, 1):
            for place, option in product(range(len(places)), range(6)):
                mine = (*state[side][:place], option, *state[side][place + 1 :])
                there = (mine, state[1]) if side == 0 else (state[0], mine)
                if there != state and there in graph:
                    graph.add_edge(state, there, side=side)
    counts = dict.fromkeys(Concept, 0)
    for state in graph:
        stable = [_judged(graph, state, side) for side in (0, 1)]
        for concept in Concept:
            counts[concept] += all(one[concept] for one in stable)
    return counts


def _prospects(one: Standoff, places: range, state: tuple, side: int) -> int:
    total = 0
    for mine, stand in zip(state, one.stands, strict=True):
        full = list(stand)
        for place, option in zip(places, mine, strict=True):
            full[place] = option
        total += one.scales[side].worth(tuple(full))
    return total


def _reach(graph: nx.MultiDiGraph, state: tuple, side: int) -> list:
    return [end for _, end, mover in graph.out_edges(state, data="side") if mover == side]


def _judged(graph: nx.MultiDiGraph, state: tuple, side: int) -> dict[Concept, bool]:
    def worth(where: tuple, whose: int) -> int:
        return graph.nodes[where]["worth"][whose]

    here, other = worth(state, side), 1 - side
    gains = [one for one in _reach(graph, state, side) if worth(one, side) > here]
    gmr = smr = seq = True
    for one in gains:
        answers = [two for two in _reach(graph, one, other) if worth(two, side) <= here]
        gmr &= bool(answers)
        smr &= any(all(worth(out, side) <= here for out in _reach(graph, two, side)) for two in answers)
        seq &= any(worth(two, other) > worth(one, other) for two in answers)
    return {Concept.NASH: not gains, Concept.GMR: gmr, Concept.SMR: smr, Concept.SEQ: seq}


def stability() -> None:
    """P9: all pairs of stands on three issues of four options, and one pair on thirty issues."""
    case = build(1, Shape(issues=34))
    wide = standoff(begin(case))
    places = range(
        next(n for n in range(30) if all(len(case.agenda.issues[n + k].options) >= 4 for k in range(3))), 34
    )[:3]
    four = tuple(
        tuple((0, 1, 2, 3) if place in places else (stand[place],) for place in range(34)) for stand in wide.stands
    )
    inside = tuple(
        tuple(min(3, option) if place in places else option for place, option in enumerate(stand))
        for stand in wide.stands
    )
    one = Standoff(wide.agenda, wide.scales, (inside[0], inside[1]), (four[0], four[1]))
    theirs = once(lambda: textbook(one, places))
    ours = timed(lambda: survey(one, places))
    same = textbook(one, places) == survey(one, places)
    row(
        "P9 four concepts, both sides, 4,096 states: textbook / ours",
        f"{theirs / ours:,.0f}x ({ours * 1000:.1f} ms), same: {same}",
        ">= 100x",
        theirs / ours >= 100 and same,
    )
    everything = Standoff(
        wide.agenda,
        wide.scales,
        wide.stands,
        tuple(tuple(tuple(range(len(issue.options))) for issue in wide.agenda.issues) for _ in "ab"),
    )  # type: ignore[arg-type]
    seconds = timed(lambda: (everything.hold(0).concepts, everything.hold(1).concepts))
    row(
        "P9 one position of 34 issues, everything open, both sides",
        f"{seconds * 1000:.2f} ms",
        "<= 2 ms",
        seconds <= 0.002,
    )


def random_games(talk: float) -> list[list[Step]]:
    """A thousand games of a hundred moves; a share of them is talk, the others are offers."""
    case = build(2, Shape(issues=30, exchanges=10**6, room=(9,)))
    chance = Random(1)
    opening = begin(case)
    games = []
    for _ in range(1000):
        state: State = opening
        steps = []
        for _ in range(100):
            steps.append(apply(state, _move(state, chance, talk)))
            state = steps[-1].after
        games.append(steps)
    return games


def _move(state: State, chance: Random, talk: float) -> Move:
    issue = chance.choice(state.scenario.agenda.issues)
    if chance.random() < talk:
        return Ask(state.floor, issue.id)
    here = state.position(state.floor, issue.id)
    options = [
        one.id for one in issue.options if state.latitude(state.floor, issue.id, one.id).rank < 2 and one.id != here
    ]
    return Propose(state.floor, Package.of({issue.id: chance.choice(options)})) if options else Yield(state.floor)


def graphs() -> None:
    """A hundred thousand steps; offers drawn at random lead nearly always to a new table, the hardest for the graph."""
    for talk in (0.5, 0.0):
        games = random_games(talk)
        case = games[0][0].before.scenario
        graph = ConcessionGraph(case.agenda, case.stakes)

        def follow(graph: ConcessionGraph = graph, games: list[list[Step]] = games) -> None:
            for number, steps in enumerate(games):
                if steps:
                    graph.follow(f"game {number}", LineKind.SIMULATED, steps)

        gc.collect()
        gc.freeze()  # the games are the benchmark's, not the graph's: the collector need not go through them
        seconds = once(follow)
        steps = sum(map(len, games))
        row(
            f"graph of {steps:,} steps, {talk:.0%} of them talk",
            f"{seconds:.2f} s, {len(graph.tables):,} tables",
            "<= 2 s",
            seconds <= 2,
        )
        start = time.perf_counter()
        text = exported(flattened(graph), "graphml")
        row("  exported as GraphML", f"{time.perf_counter() - start:.1f} s, {len(text) / 1e6:.0f} MB", "-", True)


if __name__ == "__main__":
    heading("The graph, CPU time")
    stability()
    graphs()
