"""The changes of one clause: from each option to each other, and what ties to other clauses make of them.

They are worked out once for a space, so that from any package all packages one clause away are looked up, not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.slim import dataclass

if TYPE_CHECKING:
    from game.bargaining.space import Effect, Worths

Step = tuple[int, int, int]
"""An option's place, and what changing to it adds to either worth."""
Changes = tuple[tuple["Effect", ...], ...]
"""The effects of a change of option, by the option before and the option after; None: it can't stand after."""


@dataclass(frozen=True, slots=True)
class TiedSteps:
    """The steps of a tied clause: under its first tie, to the clause ``other``, and what further ties change.

    ``known[b][a]`` are the steps from option ``a`` that can stand while ``other`` has option ``b``, the tie counted in.
    ``more`` are the other clauses it is tied to, with the changes by their option.
    """

    other: int
    known: tuple[tuple[tuple[Step, ...], ...], ...]
    more: tuple[tuple[int, tuple[Changes, ...]], ...]


def steps_among(points: tuple[Worths, ...], here: int) -> tuple[Step, ...]:
    """The steps from the option at ``here`` to each other, ties left out."""
    first, second = points[here]
    return tuple((option, u - first, v - second) for option, (u, v) in enumerate(points) if option != here)


def steps_under_ties(
    steps: tuple[tuple[Step, ...], ...], ties: tuple[tuple[int, tuple[tuple[Effect, ...], ...]], ...]
) -> TiedSteps:
    """The steps of a clause under its ties, each the other clause's place and the effects by the other's option."""
    (other, effects), *more = ties
    known = tuple(
        tuple(
            tuple((to, a + then[0], b + then[1]) for to, a, b in mine if (then := added[to]))
            for mine, added in zip(steps, _changes(row), strict=True)
        )
        for row in effects
    )
    return TiedSteps(other, known, tuple((one, tuple(_changes(row) for row in table)) for one, table in more))


def _changes(row: tuple[Effect, ...]) -> Changes:
    """What a change from each option to each adds under a tie; an option that can't stand counts nothing before."""
    return tuple(
        tuple(then and (then[0] - now[0], then[1] - now[1]) for then in row) for now in (one or (0, 0) for one in row)
    )
