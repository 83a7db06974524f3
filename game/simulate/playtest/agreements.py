"""What the games came to: whether anything is ever agreed, and whether it is always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.simulate.intervals import wilson
from game.simulate.playtest.field import NEVER
from game.simulate.playtest.trial import Finding, Trial
from game.simulate.playtest.words import share

ALWAYS = 0.9
"""The lower end of the interval of a share that counts as always."""
ENOUGH = 20
"""Games below which nothing is said about what they have in common."""


def never_agreed(trial: Trial) -> Iterator[Finding]:
    """S603: nobody comes to an agreement, though there is something to agree on."""
    games = trial.planned
    if not trial.has_zone or len(games) < ENOUGH or any(one.agreed for one in games):
        return
    counts = Counter(issue for one in games for issue, _ in one.settled)
    needed = [issue for issue in trial.scenario.agenda.issues if issue.required]
    stuck = min(needed, key=lambda issue: counts[issue.id])
    message = (
        f"no agreement is ever reached: {share(0, len(games))} between counterparts; "
        f"it is this issue that is settled least often, in {counts[stuck.id]:,} of them"
    )
    hint = "let one side give more here, give the sides more speeches (exchanges), or lower a reservation"
    measured = {"games": len(games), "agreements": 0, "settled": {one.id: counts[one.id] for one in needed}}
    yield Finding(trial.places.issue(stuck.id).told("S603", message, hint), measured)


def always_agreed(trial: Trial) -> Iterator[Finding]:
    """S614: nobody who can agree at all ever fails to."""
    games = [one for one in trial.games if not set(one.seats) & set(NEVER)]
    if len(games) < 5 * ENOUGH or not all(one.agreed for one in games):
        return
    message = f"every game ends in agreement, however it is played: {share(len(games), len(games))}"
    side = 0 if trial.space.reservations[0] <= trial.space.reservations[1] else 1
    hint = f"raise what no agreement is worth to {trial.name(side)}, so that there is something to lose"
    place = trial.places.reservation(trial.scenario.agenda.parties[side].id)
    yield Finding(place.told("S614", message, hint), {"games": len(games), "agreements": len(games)})


def always_the_same(trial: Trial) -> Iterator[Finding]:
    """S604: agreements are nearly always the same settlement."""
    agreements = [one.settled for one in trial.planned if one.agreed]
    if len(agreements) < ENOUGH:
        return
    ((commonest, count),) = Counter(agreements).most_common(1)
    if wilson(count, len(agreements)).low < ALWAYS:
        return
    issue, option = max(commonest, key=lambda pair: _weight(trial, pair[0]))
    message = (
        f"it always ends the same way: {share(count, len(agreements))} that counterparts settled came to one and the "
        f"same settlement, with {trial.label(issue, option)} here"
    )
    hint = "add an option between two others, or bring the points of two issues nearer to one another"
    measured = {"agreements": len(agreements), "same": count, "settlement": dict(commonest)}
    yield Finding(trial.places.issue(issue).told("S604", message, hint), measured)


def _weight(trial: Trial, issue: str) -> int:
    place = trial.scenario.agenda.place(issue)
    return sum(max(stakes.points[place]) for stakes in trial.scenario.stakes)
