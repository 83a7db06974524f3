"""Durability: in what form things stand, whether what was left apart would have held, who would gain by going back."""

from __future__ import annotations

from game.engine.moves import Degree
from game.engine.party import Latitude
from game.engine.state import State, Status
from game.graph.closing import Closing, closing
from game.graph.holding import Hardening, standoff
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """The issues by the form in which they were left, in agenda order. ``before`` were agreed when play began."""

    final: tuple[str, ...]
    ad_referendum: tuple[str, ...]
    before: tuple[str, ...]
    in_substance: tuple[str, ...]
    deferred: tuple[str, ...]
    apart: tuple[str, ...]
    unanswered: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True)
class Durability:
    """What holds the outcome together.

    ``deadlock`` is the night's four outcomes within the instructions of that night, ``if_granted`` the same had all
    that may be asked for been granted; None where nothing that a settlement needs is open. ``hardenings`` are, by
    side, what taking one thing back would bring it, the most gainful; None where there is nothing.
    """

    forms: Forms
    deadlock: Closing | None
    if_granted: Closing | None
    hardenings: tuple[Hardening | None, Hardening | None]


def durability(state: State) -> Durability:
    """How durable the table is."""
    forms = _forms(state)
    stands = standoff(state)
    held = [stands.hold(side).hardenings for side in (0, 1)]
    hardest = (held[0][0] if held[0] else None, held[1][0] if held[1] else None)
    if state.signed:
        return Durability(forms, None, None, hardest)
    night = closing(state)
    return Durability(forms, night, closing(state, Latitude.ASK), hardest)


def _forms(state: State) -> Forms:
    pairs = list(zip(state.scenario.agenda.issues, state.table, strict=True))
    agreed = [(issue.id, one.agreement) for issue, one in pairs if one.agreement is not None]

    def standing(status: Status) -> tuple[str, ...]:
        return tuple(issue.id for issue, one in pairs if one.status is status)

    return Forms(
        final=tuple(name for name, one in agreed if one.ply and one.degree is Degree.FINAL),
        ad_referendum=tuple(name for name, one in agreed if one.ply and one.degree is not Degree.FINAL),
        before=tuple(name for name, one in agreed if not one.ply),
        in_substance=standing(Status.PRINCIPLE),
        deferred=standing(Status.DEFERRED),
        apart=standing(Status.OPEN),
        unanswered=standing(Status.TABLED),
        silent=standing(Status.SILENT),
    )
