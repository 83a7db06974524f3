"""How much a player could gain who knows nothing but how the counterpart reacts: a search for the best response.

The player is a family of strategies with eight parameters; a (mu + lambda) evolution, by games, looks for the one
that gains most over its fair share (the Nash point of what is within reach). What is reported is what the winner
gains in fresh games, so that luck in the search does not count.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from statistics import fmean

from game.delegates.acceptance import take_all, take_some, take_whole
from game.delegates.concession import Gain, evenly, ladder, plan
from game.delegates.counterpart.beliefs import TIER_WEIGHT
from game.delegates.delegate import Decision
from game.delegates.ground import Ground, gone, objection, speeches_to_come, survey, truth
from game.delegates.registry import make
from game.delegates.tactics import argue
from game.delegates.time_dependent import move_to, stand
from game.engine.engine import begin
from game.engine.moves import Answer, Move, Yield
from game.engine.outcome import gained
from game.engine.view import View
from game.simulate.hands import Died, shared_out
from game.simulate.runner import play_out
from game.simulate.series import seed_of
from tests.benchmarks.bars.rows import Row, Size, averaged, table
from tests.benchmarks.bars.zone import fair

PARENTS = 8
"""How many of the best are bred from."""
OPENING_GAMES = 8
"""Games in which each newcomer is first judged."""


@dataclass(frozen=True)
class Manner:
    """How the player plays; every field from 0.0 to 1.0.

    It begins by insisting on ``start`` of the way from its reservation value to its best, ends at ``end`` of it, with
    time to the power 0.1 to 10 (``patience``); says nothing in the first ``silence`` of its time; takes steps evenly
    or as the tiers of the issues suggest (``tiers``); takes single positions only below ``grasping``; argues in every
    speech above ``arguing`` 0.5; and at its last speech takes anything better than nothing above ``late`` 0.5.
    """

    start: float = 1.0
    end: float = 0.3
    patience: float = 0.8
    silence: float = 0.0
    tiers: float = 0.0
    grasping: float = 1.0
    arguing: float = 0.0
    late: float = 1.0


@dataclass(frozen=True)
class Player:
    """A delegate of that manner."""

    manner: Manner
    name: str = "best response"

    def choose(self, view: View) -> Decision:
        return Decision(self.move(view))

    def move(self, view: View) -> Move:
        """What it does now."""
        if view.asked:
            return Answer(view.party, truth(view))
        manner, grounds = self.manner, survey(view)
        best = sum(ground.most for ground in grounds)
        target = self.target(view, best)
        mine = plan(view, grounds, ladder(grounds, self.gain), target)
        if manner.late > 0.5 and speeches_to_come(view) <= 1:
            last = take_whole(view, mine, view.stakes.reservation + 1) or take_all(
                view, grounds, view.stakes.reservation + 1
            )
            if last is not None:
                return last
        accept = take_whole(view, mine, target) or take_all(view, grounds, target)
        if accept is None and gone(view) <= manner.grasping:
            accept = take_some(view, grounds, mine)
        if accept is not None:
            return accept
        said = argue(view) if manner.arguing > 0.5 else None
        if said is not None and objection(view, said) is None:
            return said
        if gone(view) < manner.silence:
            return Yield(view.party)
        return (move_to(view, grounds, mine) or stand(view, grounds)).move

    def target(self, view: View, best: int) -> float:
        """What it insists on, in its own points."""
        floor = min(best, view.stakes.reservation + 1)
        way = self.manner.start - (self.manner.start - self.manner.end) * gone(view) ** 10 ** (
            2 * self.manner.patience - 1
        )
        return floor + (best - floor) * max(0.0, way)

    @property
    def gain(self) -> Gain:
        return _by_tier if self.manner.tiers > 0.5 else evenly


def _by_tier(number: int, ground: Ground) -> tuple[float, ...]:
    return tuple(TIER_WEIGHT[ground.issue.tier] * share for share in evenly(number, ground))


@dataclass(frozen=True)
class Bout:
    """A game of a manner against the counterpart; ``number`` decides table, chair, opener and length."""

    manner: Manner
    number: int


@dataclass(frozen=True)
class Gym:
    """The work of playing a bout: the advantage over the fair share."""

    tables: tuple[str, ...]
    lengths: tuple[int, ...]

    def __call__(self, bout: Bout) -> float:
        number, name = divmod(bout.number, len(self.tables))
        number, side = divmod(number, 2)
        number, opener = divmod(number, 2)
        length = self.lengths[number % len(self.lengths)]
        scenario = table(self.tables[name])
        parties = [party.id for party in scenario.agenda.parties]
        seed = seed_of(7, bout.number)
        delegates = {
            parties[side]: Player(bout.manner),
            parties[1 - side]: make("counterpart", seed, parties[1 - side]),
        }
        over = play_out(begin(scenario, length, parties[opener]), delegates, seed)
        if over.lost:
            raise RuntimeError(f"{over.lost[0]}; {bout}")
        shares = fair(self.tables[name])
        return gained(over.final, parties[side]) - (shares[side] if shares else 0.0)


def best_response(size: Size) -> list[Row]:
    """Search, then judge the winner by fresh games. Not on the campaign, which takes as long as ten other games."""
    gym = Gym(tuple(name for name in size.tables if len(table(name).agenda.meetings) == 1), size.lengths)
    winner, games = searched(gym, size)
    fresh = [Bout(winner, 1_000_000 + number) for number in range(size.fresh)]
    found = judged(gym, fresh, size)
    manner = ", ".join(f"{one.name} {getattr(winner, one.name):.2f}" for one in fields(winner))
    return [
        Row(
            f"best response found in {games:,} games: gain over the fair share, {size.fresh} fresh games",
            averaged(found),
            "<= 0.10",
            fmean(found) <= 0.10,
        ),
        Row("  it plays", manner, "-", None),
    ]


def searched(gym: Gym, size: Size) -> tuple[Manner, int]:
    """The manner that gained most, and in how many games it was found. The same for any number of workers."""
    chance = random.Random(1945)
    known: dict[Manner, list[float]] = {}
    newcomers = [Manner(), *(_drawn(chance) for _ in range(size.search // (4 * OPENING_GAMES)))]
    games = 0
    while games < size.search:
        bouts = [Bout(one, len(known.get(one, ())) + n) for one in newcomers for n in range(OPENING_GAMES)]
        for bout, gain in zip(bouts, judged(gym, bouts, size), strict=True):
            known.setdefault(bout.manner, []).append(gain)
        games += len(bouts)
        parents = sorted(known, key=lambda one: -fmean(known[one]))[:PARENTS]
        newcomers = [*parents[: PARENTS // 2], *(_varied(chance.choice(parents), chance) for _ in range(PARENTS))]
    trusted = [one for one, gains in known.items() if len(gains) >= 2 * OPENING_GAMES] or list(known)
    return max(trusted, key=lambda one: fmean(known[one])), games


def judged(gym: Gym, bouts: Sequence[Bout], size: Size) -> list[float]:
    """The gain of each bout."""
    found = shared_out(gym, bouts, size.hands)
    return [_sure(one) for one in found]


def _sure(one: float | Died[Bout]) -> float:
    if isinstance(one, Died):
        raise RuntimeError(one.why)
    return one


def _drawn(chance: random.Random) -> Manner:
    return Manner(*(chance.random() for _ in fields(Manner)))


def _varied(manner: Manner, chance: random.Random) -> Manner:
    """A neighbour: two or three fields moved by about a fifth."""
    changed = chance.sample([one.name for one in fields(manner)], chance.choice((2, 3)))
    moved = {name: min(1.0, max(0.0, chance.gauss(getattr(manner, name), 0.2))) for name in changed}
    return replace(manner, **moved)
