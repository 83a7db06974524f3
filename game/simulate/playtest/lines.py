"""Lines of play that beat all others: tricks, and waiting. And chairs that are not equally good."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import fmean, stdev

from game.simulate.intervals import Mean, mean, t_quantile
from game.simulate.playtest.field import LEVELS, TRICKS, WAITING
from game.simulate.playtest.trial import Finding, Told, Trial
from game.simulate.playtest.words import average
from game.slim import dataclass

MARGIN = 0.05
"""How much more advantage a line of play must bring, beyond both intervals, to be told of."""
UNEVEN = 0.2
"""Difference in mean advantage between the chairs, at least, that is told of: the lower end of its interval."""
FEW = 6
"""Games of one line of play below which nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Gains:
    """What one line of play gained, game by game, against each of its opponents; every opponent counts alike."""

    groups: tuple[tuple[float, ...], ...]

    @property
    def games(self) -> int:
        """How many games there are."""
        return sum(map(len, self.groups))

    @property
    def mean(self) -> float:
        """The mean over the opponents of the mean against each; 0.0 of no games."""
        return fmean(map(fmean, self.groups)) if self.groups else 0.0

    @property
    def half(self) -> float:
        """Half the width of Student's 95 per cent interval, the opponents being given (strata) and not drawn.

        An opponent met once adds nothing to what is known of chance.
        """
        sure = [group for group in self.groups if len(group) > 1]
        freedom = sum(len(group) - 1 for group in sure)
        if not freedom:
            return 0.0
        error = math.sqrt(sum(stdev(group) ** 2 / len(group) for group in sure)) / len(self.groups)
        return t_quantile(freedom) * error

    def __str__(self) -> str:
        return f"{self.mean:.2f} ({self.mean - self.half:.2f} to {self.mean + self.half:.2f})"


def winning_trick(trial: Trial) -> Iterator[Finding]:
    """S608: doing one thing all the time brings a side more than any level of play that plans, and than waiting."""
    for side in (0, 1):
        found = _winner(trial, side, TRICKS)
        if found is not None and found[1].mean > _best(trial, side, WAITING) + MARGIN / 2:
            name, values, best = found
            message = (
                f"a trick wins in the chair of {trial.name(side)}: “{name}” gains {values} on average, and the best "
                f"who plan gain {best}, against the same counterparts"
            )
            hint = f"raise what no agreement is worth to {trial.name(1 - side)}, so that it does not give way to this"
            place = trial.places.reservation(trial.scenario.agenda.parties[1 - side].id)
            yield Finding(place.told("S608", message, hint), _measured(name, values, best))


def waiting_wins(trial: Trial) -> Iterator[Finding]:
    """S609: giving nothing until the last speech brings a side more than any level of play that plans."""
    for side in (0, 1):
        found = _winner(trial, side, WAITING)
        if found is not None:
            name, values, best = found
            message = (
                f"waiting wins in the chair of {trial.name(side)}: “{name}” gains {values} on average, and the best "
                f"who plan gain {best}, against the same counterparts"
            )
            other = trial.name(1 - side)
            hint = f"give fewer speeches here, or give {other} a better alternative (reservation) or stronger evidence"
            place = trial.places.meeting(trial.scenario.agenda.meetings[-1].id, "exchanges")
            yield Finding(place.told("S609", message, hint), _measured(name, values, best))


def _winner(trial: Trial, side: int, names: Sequence[str]) -> tuple[str, Gains, Gains] | None:
    """The one of these lines that gains most in a chair, if it surely gains more than whoever plans."""
    plans = {name: _gains(trial, side, name) for name in LEVELS}
    lines = {name: one for name in names if (one := _gains(trial, side, name)).games >= FEW}
    if not lines or min(one.games for one in plans.values()) < FEW:
        return None
    best = max(plans.values(), key=lambda one: one.mean)
    name = max(lines, key=lambda one: lines[one].mean)
    if lines[name].mean - lines[name].half - MARGIN <= best.mean + best.half:
        return None
    return name, lines[name], best


def _best(trial: Trial, side: int, names: Sequence[str]) -> float:
    """The most that one of these lines gains in a chair, on average; 0.0 when none was played."""
    return max((one.mean for name in names if (one := _gains(trial, side, name)).games), default=0.0)


def _gains(trial: Trial, side: int, name: str) -> Gains:
    """What somebody gained in a chair against each level of the counterpart."""
    groups = []
    for level in LEVELS:
        seats = ((name,), (level,)) if side == 0 else ((level,), (name,))
        groups.append(tuple(one.advantages[side] for one in trial.between(*seats)))
    return Gains(tuple(group for group in groups if group))


def uneven_chairs(trial: Trial) -> Iterator[Finding]:
    """S610: between equals, one chair gains much more than the other."""
    games = [one for one in trial.planned if one.seats[0] == one.seats[1] and one.agreed]
    differences = [one.advantages[0] - one.advantages[1] for one in games]
    found = mean(differences)
    if len(games) < FEW or found is None or max(_low(found), -_high(found)) < UNEVEN:
        return
    side = 0 if found.value > 0 else 1
    gains = [[one.advantages[place] for one in games] for place in (0, 1)]
    message = (
        f"the chairs are not equally good: between equals {trial.name(side)} gains {average(gains[side])} and "
        f"{trial.name(1 - side)} {average(gains[1 - side])} on average, in {len(games):,} games that ended in agreement"
    )
    party = trial.scenario.agenda.parties[side].id
    present = trial.scenario.stakes[side].reservation
    theirs = trial.space.reservations[1 - side]
    most = max((point[side] for point in trial.edge.points if point[1 - side] >= theirs), default=1000)
    evened = min(_evened(games, side), most)
    hint = f"write about {evened} instead of {present}, or give {trial.name(1 - side)} more to gain"
    measured = {"games": len(games), "difference": round(found.value, 4), "suggested_reservation": evened}
    yield Finding(trial.places.reservation(party).told("S610", message, hint), measured)


def _evened(games: Sequence[Told], side: int) -> int:
    """The reservation value at which the side would gain as much as the other from the same settlements."""
    worth, share_of_other = fmean(one.worths[side] for one in games), fmean(one.advantages[1 - side] for one in games)
    return max(0, round((worth - 1000 * share_of_other) / (1 - share_of_other))) if share_of_other < 1 else 0


def _measured(name: str, values: Gains, best: Gains) -> dict[str, object]:
    return {
        "line": name,
        "games": values.games,
        "advantage": round(values.mean, 4),
        "planned": round(best.mean, 4),
        "planned_games": best.games,
    }


def _low(found: Mean | None) -> float:
    return found.value if found and found.low is None else (found.low or 0.0) if found else 0.0


def _high(found: Mean | None) -> float:
    return found.value if found and found.high is None else (found.high or 0.0) if found else 0.0
