"""Whether there is anything to agree on: by worth alone, and within what both sides may come to give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bargaining.reach import attainable, reachable, required
from game.bargaining.solutions import zone_of
from game.bargaining.space import Worths
from game.engine.party import Latitude
from game.simulate.playtest.trial import Finding, Trial
from game.simulate.playtest.words import listed

LITTLE_TO_TRADE = 0.05
"""Share of both sides' best that trading issues must add to halving everything."""


def no_zone(trial: Trial) -> Iterator[Finding]:
    """S601: no settlement is worth at least no agreement to both sides."""
    if zone_of(trial.edge) or not trial.edge.points:
        return
    side, best = nearest(trial.edge.points, trial.space.reservations)
    least, other = trial.space.reservations[side], trial.space.reservations[1 - side]
    message = (
        f"no settlement is good enough for both: one worth at least {other} to {trial.name(1 - side)} is worth at most "
        f"{best} to {trial.name(side)}, to which no agreement is worth {least}"
    )
    place = trial.places.reservation(trial.scenario.agenda.parties[side].id)
    hint = f"write {best} instead of {least}, or less; or weigh the issues differently for the two sides"
    measured = {"reservations": list(trial.space.reservations), "best": best}
    yield Finding(place.told("S601", message, hint), measured)


def nearest(points: Sequence[Worths], reservations: Worths) -> tuple[int, int]:
    """The side that has to give up less to have something, and the most it can have then.

    That is the most it can have where the other has at least its reservation value. Where one can't have its own
    whatever the other gives up, it is that one, with the most it can have at all.

    >>> nearest([(200, 900), (600, 500), (900, 100)], (700, 450))
    (0, 600)
    >>> nearest([(200, 400)], (100, 450))
    (1, 400)
    """
    for side in (0, 1):
        most = max(point[side] for point in points)
        if most < reservations[side]:
            return side, most
    best = [max(one[side] for one in points if one[1 - side] >= reservations[1 - side]) for side in (0, 1)]
    side = 0 if reservations[0] - best[0] <= reservations[1] - best[1] else 1
    return side, best[side]


def no_common_leave(trial: Trial) -> Iterator[Finding]:
    """S602: there are settlements good enough for both, but none that both may ever give."""
    if not zone_of(trial.edge) or trial.has_zone:
        return
    blocked = required(trial.scenario, reachable(trial.scenario).blocked)
    if not blocked:
        if trial.reach is not None and trial.reach.points:
            yield _too_dear(trial)
        return
    issue = blocked[0]
    parties = trial.scenario.agenda.parties
    message = (
        f"what the two sides may ever give has nothing in common on {listed([trial.heading(one) for one in blocked])}, "
        "leave from home and strong arguments included"
    )
    hint = (
        f"{trial.name(0)} may come to give {_may_give(trial, 0, issue)}, {trial.name(1)} {_may_give(trial, 1, issue)}; "
        "move an option of the other side's to report, or let it be asked for and granted"
    )
    place = trial.places.instructions(issue, parties[1].id)
    yield Finding(place.told("S602", message, hint), {"issues": list(blocked)})


def _may_give(trial: Trial, side: int, issue: str) -> str:
    row = attainable(trial.scenario)[side][trial.scenario.agenda.place(issue)]
    options = trial.scenario.agenda.issue(issue).options
    given = [option.id for option, may in zip(options, row, strict=True) if may.rank <= Latitude.REPORT.rank]
    return listed(given, 8) or "nothing"


def _too_dear(trial: Trial) -> Finding:
    """What both may give exists, but is worth less than no agreement to one of them."""
    assert trial.reach is not None
    side, best = nearest(trial.reach.points, trial.space.reservations)
    least = trial.space.reservations[side]
    message = (
        f"what both sides may ever give, and {trial.name(1 - side)} would take, is worth at most {best} to "
        f"{trial.name(side)}, to which no agreement is worth {least}"
    )
    hint = f"write {best} instead of {least}, or let {trial.name(1 - side)} give more"
    place = trial.places.reservation(trial.scenario.agenda.parties[side].id)
    measured = {"reservations": list(trial.space.reservations), "best": best}
    return Finding(place.told("S602", message, hint), measured)


def nothing_to_trade(trial: Trial) -> Iterator[Finding]:
    """S605: giving one issue for another brings both sides hardly more than halving every issue."""
    issues = [issue for issue in trial.scenario.agenda.issues if len(issue.options) > 1]
    points = trial.edge.points
    if len(issues) < 2 or len(points) < 2:
        return
    lowest, highest = points[0], points[-1]
    extent = (highest[0] - lowest[0], lowest[1] - highest[1])
    best = max(min((a - lowest[0]) / extent[0], (b - highest[1]) / extent[1]) for a, b in points)
    if best >= 0.5 + LITTLE_TO_TRADE:
        return
    message = (
        "there is nothing to trade: the best settlement for both brings each side "
        f"{100 * best:.0f} per cent of what it could gain, and halving every issue 50"
    )
    first = trial.scenario.agenda.parties[0].id
    heaviest = max(issues, key=lambda one: max(trial.scenario.stakes[0].points[trial.scenario.agenda.place(one.id)]))
    hint = f"let {trial.name(0)} care more for one issue and {trial.name(1)} for another: change the points here"
    yield Finding(trial.places.points(heaviest.id, first).told("S605", message, hint), {"best_share": round(best, 4)})
