"""A scenario tried out: the games played, the findings in order, and how they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from game.authoring.diagnostics import as_json, render
from game.authoring.drafts import Draft
from game.authoring.places import Places
from game.engine.state import EndingKind
from game.simulate.hands import EVERY_CORE, Died, Hands, shared_out
from game.simulate.playtest.agreements import always_agreed, always_the_same, never_agreed
from game.simulate.playtest.field import all_series
from game.simulate.playtest.lines import uneven_chairs, waiting_wins, winning_trick
from game.simulate.playtest.options import dead, outdone
from game.simulate.playtest.papers import idle_rulings, moves_nothing, never_usable
from game.simulate.playtest.trial import Finding, Told, Trial, told
from game.simulate.playtest.words import average, share
from game.simulate.playtest.zone import no_common_leave, no_zone, nothing_to_trade
from game.simulate.series import Number, Round, numbers
from game.slim import dataclass

VERSION = 1
"""Version of the mapping that ``plain`` makes."""
Question = Callable[[Trial], Iterator[Finding]]
OF_PLAY: tuple[Question, ...] = (
    *(no_zone, no_common_leave, never_agreed, always_the_same, nothing_to_trade),
    *(winning_trick, waiting_wins, uneven_chairs, always_agreed),
)
"""What is asked of every scenario."""
OF_FILES: tuple[Question, ...] = (dead, outdone, never_usable, moves_nothing, idle_rulings)
"""What is asked only of a scenario with files of its own: a part of another is not to blame for what that holds."""


@dataclass(frozen=True, slots=True)
class Playtest:
    """What came of trying a scenario out. ``died`` are the games that could not be played."""

    trial: Trial
    findings: tuple[Finding, ...]
    died: tuple[Died[Number], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """How many games are to be played, and the seed they come from."""

    games: int = 1000
    seed: int = 0


def playtested(draft: Draft, wish: Wish, hands: Hands = EVERY_CORE) -> Playtest:
    """Play the games, and look for everything that is wrong. The draft must be built. Raises NoCluster."""
    assert draft.built is not None
    scenario = draft.built.scenario
    series = all_series(scenario, wish.games, wish.seed)
    outcomes = shared_out(Round(tuple(series), told), numbers(series), hands)
    games = tuple(one for one in outcomes if isinstance(one, Told))
    trial = Trial(scenario, Places(draft), games, draft.parent is not None)
    return Playtest(trial, findings(trial), tuple(one for one in outcomes if isinstance(one, Died)))


def findings(trial: Trial) -> tuple[Finding, ...]:
    """Everything that is wrong, by file, line and code."""
    asked = OF_PLAY if trial.parted else (*OF_PLAY, *OF_FILES)
    found = [finding for question in asked for finding in question(trial)]
    return tuple(sorted(found, key=lambda one: one.diagnostic.place))


def rendered(done: Playtest) -> str:
    """The findings as they are printed, after a line on the games; a clean bill when there are none."""
    trial, count = done.trial, len(done.findings)
    parts = [f"{render(one.diagnostic)}\n" for one in done.findings]
    endings = Counter(one.ending for one in trial.games)
    told_endings = ", ".join(f"{endings[kind]:,} {kind.value}" for kind in EndingKind if endings[kind])
    parts.append(f"{trial.scenario.id}: {len(trial.games):,} games, {told_endings}")
    planned = trial.planned
    if planned:
        parts.append(f"    between counterparts: agreement in {share(sum(g.agreed for g in planned), len(planned))}")
        for side in (0, 1):
            gains = average([one.advantages[side] for one in planned])
            parts.append(f"    mean advantage of {trial.name(side)}: {gains}")
        settlements = len({one.settled for one in planned if one.agreed})
        parts.append(f"    different settlements: {settlements}")
    parts.append(
        "    An advantage of 0 is as good as no agreement, of 1 the best package; brackets: 95 per cent intervals."
    )
    parts.append("nothing found: a clean bill" if not count else f"{count} finding{'' if count == 1 else 's'}")
    return "\n".join(parts)


def plain(done: Playtest) -> dict[str, Any]:
    """The same as a mapping of plain values."""
    trial = done.trial
    endings = Counter(one.ending for one in trial.games)
    return {
        "version": VERSION,
        "scenario": trial.scenario.id,
        "games": len(trial.games),
        "games_not_played": len(done.died),
        "endings": {kind.value: endings[kind] for kind in EndingKind},
        "findings": [{**as_json(one.diagnostic), "measured": one.measured} for one in done.findings],
    }
