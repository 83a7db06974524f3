"""What must never happen: a settlement below reservation or across a red line, and a move that knows too much."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice

from game.authoring.loader import load_history, scenario_ids
from game.delegates.registry import everyone, make, reads_history
from game.engine.moves import Move
from game.engine.party import Instruction, Latitude, Ruling, Stakes
from game.engine.state import Instructions, State
from game.engine.view import view
from game.simulate.hands import Died, shared_out
from game.simulate.runner import Seating
from game.simulate.series import Series, played
from tests.benchmarks.bars.rows import Row, Size, counted, table
from tests.delegates.games import moments

LONGEST = 12
"""Exchanges of a meeting in these games, at most: short ones end in haste, which is when mistakes are made."""
ANY = 0.04
"""The share of these games that are drawn over all tables; the others are played on small ones, in less time."""
SMALL = 14
"""Issues of a small table, at most."""


@dataclass(frozen=True)
class Drawn:
    """The work of playing a game drawn by its number, the counterpart in one chair; what came of that side."""

    tables: tuple[str, ...]

    def __call__(self, number: int) -> tuple[bool, bool, int, int]:
        """Whether it was signed, whether below the counterpart's reservation value; its excesses, and red lines."""
        chance = random.Random(f"safety {number}")
        tables = self.tables if chance.random() < ANY else [one for one in self.tables if small(one)]
        name, other, side = chance.choice(tables), chance.choice(everyone()), chance.choice((0, 1))
        scenario = table(name)
        parties = [party.id for party in scenario.agenda.parties]
        seats = ("counterpart", other) if side == 0 else (other, "counterpart")
        length = chance.randint(2, LONGEST) if len(scenario.agenda.meetings) == 1 else chance.randint(2, 4)
        seating = Seating(tuple(zip(parties, seats, strict=True)), length, chance.choice(parties))
        history = load_history(name) if reads_history(other) and not name.startswith("large") else ()
        result = played(Series(scenario, seating, 1, number, history), 0)
        below = result.signed and result.worths[side] < scenario.stakes[side].reservation
        return result.signed, below, result.beyond[side], result.crossed[side]


def small(name: str) -> bool:
    """Whether a table has few issues."""
    return len(table(name).agenda.issues) <= SMALL


def safe(size: Size) -> Iterator[Row]:
    """Games drawn over every table, most on small ones, every opponent, both chairs: what the counterpart signed."""
    tables = (*scenario_ids(), *(f"large-{seed}-{issues}" for seed in (4, 5, 6) for issues in (8, 14, 20)))
    found = shared_out(Drawn(tables), range(size.safety), size.hands)
    games = [one for one in found if not isinstance(one, Died)]
    told = f"0 of {size.safety:,}"
    signed = sum(one[0] for one in games)
    yield Row(
        "games drawn over all opponents, 24 in 25 on small tables",
        f"{len(games):,}, of which {signed:,} signed",
        "-",
        None,
    )
    below = sum(one[1] for one in games)
    whole = len(games) == size.safety
    yield Row("settled below its reservation value", counted(below, len(games)), told, whole and not below)
    crossed = sum(bool(one[3]) for one in games)
    yield Row("agreed across a red line", counted(crossed, len(games)), told, whole and not crossed)
    yield Row("agreed beyond its instructions", counted(sum(bool(one[2]) for one in games), len(games)), "-", None)


def blind(size: Size) -> Row:
    """How many of its moves change when what the player hides is exchanged for something else."""
    asked = [(name, number) for number, name in zip(range(size.decisions), cycle(size.tables), strict=False)]
    per_table = {name: sum(one == name for one, _ in asked) for name in size.tables}
    found = shared_out(_changed_on, list(per_table.items()), size.hands)
    changed = cases = 0
    for one in found:
        if isinstance(one, Died):
            raise RuntimeError(one.why)
        changed, cases = changed + one[0], cases + one[1]
    told = counted(changed, cases)
    return Row("moves changed by exchanging the player's hidden stakes", told, f"0 of {size.decisions:,}", not changed)


def _changed_on(asked: tuple[str, int]) -> tuple[int, int]:
    """On one table: how many of so many decisions change, and how many were looked at."""
    name, wanted = asked
    decisions = list(islice(_decisions(name), wanted))
    return sum(changed(*one) for one in decisions), len(decisions)


def _decisions(name: str) -> Iterator[tuple[State, str, int, Move]]:
    scenario = table(name)
    for seed in range(1000):
        for seats in (("counterpart", "linear"), ("tit-for-tat", "counterpart"), ("counterpart", "mirror")):
            for moment in moments(scenario, seats, seed, 8):
                if moment.name == "counterpart":
                    yield moment.state, moment.party, seed, moment.decision.move


def changed(state: State, party: str, seed: int, move: Move, name: str = "counterpart") -> bool:
    """Whether the delegate would have moved otherwise, had the other side's stakes and instructions been others."""
    other = permuted(state, party, random.Random(f"{seed} {state.ply}"))
    return make(name, seed, party).choose(view(other, party)).move != move


def permuted(state: State, party: str, chance: random.Random) -> State:
    """The state with all that ``party`` can't see of the other side drawn anew: points, reservation, papers, wires."""
    scenario = state.scenario
    side = 1 - scenario.agenda.side(party)
    stakes = list(scenario.stakes)
    stakes[side] = _other_stakes(stakes[side], chance)
    instructions = list(state.instructions)
    instructions[side] = _shuffled(instructions[side], chance)
    return replace(
        state,
        scenario=replace(scenario, stakes=(stakes[0], stakes[1])),
        instructions=(instructions[0], instructions[1]),
        telegrams=tuple(one for one in state.telegrams if one.party == party),
    )


def _other_stakes(stakes: Stakes, chance: random.Random) -> Stakes:
    return replace(
        stakes,
        points=tuple(tuple(chance.sample(row, len(row))) for row in stakes.points),
        reservation=chance.randint(0, 900),
        instructions=tuple(_other_instruction(one, chance) for one in stakes.instructions),
        rulings=tuple(
            Ruling(one.issue, one.option, chance.random() < 0.5, "", one.attribution) for one in stakes.rulings
        ),
        sweeteners=(),
        alternative="something else",
    )


def _other_instruction(one: Instruction, chance: random.Random) -> Instruction:
    return replace(one, latitudes=_drawn(one.latitudes, chance))


def _shuffled(rows: Instructions, chance: random.Random) -> Instructions:
    return tuple(_drawn(row, chance) for row in rows)


def _drawn(row: Iterable[Latitude], chance: random.Random) -> tuple[Latitude, ...]:
    return tuple(chance.choice(tuple(Latitude)) for _ in row)
