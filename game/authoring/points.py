"""The points of one side on a scale of their own: the best package is worth exactly 1000.

The rule. A package is worth the points of its options and those of the sweeteners it fulfils. Let B be the most that
any package is worth as written. Every figure f becomes the whole part of 1000 f / B; then the units that the best
package still lacks of 1000 are given, one each and the largest remainders first, to the figures it is made of: options
that are the best of their issue, and sweeteners. Order within an issue is kept, the worst option stays 0, and no
package is worth more than 1000. Linkages that require or exclude are not looked at: a package that breaks one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.slim import dataclass

BEST = 1000
"""The worth of the best package."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A sweetener: ``points`` are gained when both issues (by place) are settled at one of their options (by place)."""

    first: int
    first_options: tuple[int, ...]
    second: int
    second_options: tuple[int, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All the figures of one side: points by issue and option, and its sweeteners."""

    options: tuple[tuple[int, ...], ...]
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class BestPackage:
    """A package of the highest worth: the option of each issue, and the sweeteners it is made for, by place."""

    worth: int
    options: tuple[int, ...]
    ties: tuple[int, ...]


def best_package(figures: Figures) -> BestPackage:
    """A package worth the most. Exact: every choice of sweeteners is tried with the best options it leaves.

    >>> best_package(Figures(((6, 5, 0), (3, 0)), (Tie(0, (1,), 1, (0,), 2),)))
    BestPackage(worth=10, options=(1, 0), ties=(0,))
    """
    tied = {issue for tie in figures.ties for issue in (tie.first, tie.second)}
    alone = [0 if issue in tied else row.index(max(row)) for issue, row in enumerate(figures.options)]
    common = sum(figures.options[issue][option] for issue, option in enumerate(alone) if issue not in tied)
    free = {issue: tuple(range(len(figures.options[issue]))) for issue in sorted(tied)}
    best = _tried(figures, free, 0, ())
    chosen = {**dict(enumerate(alone)), **dict(zip(free, best.options, strict=True))}
    return BestPackage(common + best.worth, tuple(chosen[issue] for issue in range(len(alone))), best.ties)


def _tried(figures: Figures, allowed: dict[int, tuple[int, ...]], place: int, made: tuple[int, ...]) -> BestPackage:
    """The best over the tied issues alone, the sweeteners before ``place`` being decided."""
    if place == len(figures.ties):
        chosen = tuple(max(row, key=figures.options[issue].__getitem__) for issue, row in allowed.items())
        worth = sum(figures.options[issue][option] for issue, option in zip(allowed, chosen, strict=True))
        return BestPackage(worth + sum(figures.ties[one].points for one in made), chosen, made)
    without = _tried(figures, allowed, place + 1, made)
    narrowed = _narrowed(allowed, figures.ties[place])
    if narrowed is None:
        return without
    within = _tried(figures, narrowed, place + 1, (*made, place))
    return within if within.worth > without.worth else without


def _narrowed(allowed: dict[int, tuple[int, ...]], tie: Tie) -> dict[int, tuple[int, ...]] | None:
    rows = dict(allowed)
    for issue, options in ((tie.first, tie.first_options), (tie.second, tie.second_options)):
        rows[issue] = tuple(option for option in rows[issue] if option in options)
        if not rows[issue]:
            return None
    return rows


def rescaled(figures: Figures) -> Figures:
    """The figures on the scale on which the best package is worth 1000. ValueError when all are 0."""
    total = best_package(figures).worth
    if total == 0:
        raise ValueError("no points")
    floors = Figures(
        tuple(tuple(points * BEST // total for points in row) for row in figures.options),
        tuple(replace(tie, points=tie.points * BEST // total) for tie in figures.ties),
    )
    best = best_package(floors)
    return _raised(floors, _parts(figures, best, total), BEST - best.worth)


def _parts(figures: Figures, best: BestPackage, total: int) -> list[tuple[str, int]]:
    """The issues and sweeteners of a best package whose figure may be raised, the largest remainder first."""
    found: list[tuple[int, str, int]] = []
    for issue, option in enumerate(best.options):
        points = figures.options[issue][option]
        if points and points == max(figures.options[issue]):
            found.append((points * BEST % total, "issue", issue))
    for place in best.ties:
        found.append((figures.ties[place].points * BEST % total, "tie", place))
    return [(kind, place) for _, kind, place in sorted(found, key=lambda one: -one[0])]


def _raised(figures: Figures, parts: Sequence[tuple[str, int]], units: int) -> Figures:
    """The figures with ``units`` given one each to ``parts``; the best options of an issue rise together."""
    options, ties = list(figures.options), list(figures.ties)
    for unit in range(units):
        kind, place = parts[unit % len(parts)]
        if kind == "issue":
            top = max(options[place])
            options[place] = tuple(points + (points == top) for points in options[place])
        else:
            ties[place] = replace(ties[place], points=ties[place].points + 1)
    return Figures(tuple(options), tuple(ties))
