"""The course of a game as a walk from table to table, beside the record once the game is over.

Only steps this side hears of are on it, and while the game goes on nothing but what stood on the table: the record
and the classes of steps, which rest on both sides' points, open with the debrief.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from game.engine.scenario import Agenda
from game.engine.state import Step
from game.engine.view import View
from game.play.session import Session
from game.slim import dataclass

if TYPE_CHECKING:
    from game.graph.concessions import ConcessionGraph
    from game.graph.divergence import Divergence
    from game.graph.legs import Leg

PLAYED, RECORD = "played", "record"
Levels = tuple[int, int]
"""Where the two parties stand on an issue: levels from 1, 0 for a side that holds no position."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A table the game came to: by which move, whose, what changed, where both sides then stood on every issue.

    ``recorded`` says that history passed the same table; ``kind`` is the class of the step. Both are empty in play.
    """

    ply: int
    mover: str
    words: str
    issues: tuple[str, ...]
    levels: tuple[Levels, ...]
    recorded: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """The stops in order, where history ended on every issue (None in play), and how the two compare, in sentences."""

    stops: tuple[Stop, ...]
    record: tuple[Levels, ...] | None = None
    compared: tuple[str, ...] = ()


class Chair(Protocol):
    """A side's seat at a game; a screen has one, and so has the table line by line."""

    @property
    def session(self) -> Session: ...  # noqa: D102
    @property
    def view(self) -> View: ...  # noqa: D102
    def hears(self, step: Step) -> bool: ...  # noqa: D102
    def gist(self, step: Step) -> str: ...  # noqa: D102


def walked(chair: Chair, record: Sequence[Step]) -> Walk:
    """The walk of a game. ``record`` are history's steps, left aside until the game is over."""
    from game.graph.concessions import ConcessionGraph, LineKind

    agenda = chair.view.agenda
    stops = tuple(_stop(chair, step) for step in chair.session.steps if _moved(chair, step))
    if not chair.session.over or not chair.session.steps:
        return Walk(stops)
    if not record:
        return Walk(stops, None, ("No record is coded for this scenario, so there is nothing to lay beside it.",))
    if record[0].before.scenario.agenda.issues != agenda.issues:
        return Walk(stops, None, ("The scenario was changed since; its tables can't be laid beside the record's.",))
    scenario = chair.session.state.scenario
    graph = ConcessionGraph(agenda, scenario.stakes)
    graph.follow(RECORD, LineKind.HISTORY, record)
    graph.follow(PLAYED, LineKind.PLAYED, chair.session.steps)
    return Walk(_beside(graph, stops), _levels(agenda, record[-1]), _compared(chair, graph))


def _moved(chair: Chair, step: Step) -> bool:
    return step.before.table != step.after.table and chair.hears(step)


def _stop(chair: Chair, step: Step) -> Stop:
    agenda = chair.view.agenda
    pairs = zip(agenda.issues, step.before.table, step.after.table, strict=True)
    return Stop(
        ply=step.after.ply,
        mover=getattr(step.move, "by", ""),
        words=chair.gist(step),
        issues=tuple(issue.id for issue, before, after in pairs if before != after),
        levels=_levels(agenda, step),
    )


def _levels(agenda: Agenda, step: Step) -> tuple[Levels, ...]:
    return tuple(
        (_level(agenda, issue.id, standing.positions[0]), _level(agenda, issue.id, standing.positions[1]))
        for issue, standing in zip(agenda.issues, step.after.table, strict=True)
    )


def _level(agenda: Agenda, issue: str, option: str | None) -> int:
    found = agenda.issue(issue).option(option) if option else None
    return found.level if found else 0


def _beside(graph: ConcessionGraph, stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """The stops with what the record knows of them."""
    line = graph.lines[PLAYED]
    tables = dict(zip(line.plies, line.tables[1:], strict=True))
    legs = dict(zip(line.plies, line.legs, strict=True))
    return tuple(
        Stop(
            stop.ply,
            stop.mover,
            stop.words,
            stop.issues,
            stop.levels,
            recorded="history" in graph.tables[tables[stop.ply]],
            kind=legs[stop.ply].kind.value,
        )
        for stop in stops
    )


VERBS = {"reject": "refuses", "walk-out": "walks out", "consult": "asks home", "cite": "cites the minutes"}
"""Verbs of the notation as one says them of a side; the others take an s."""


def _compared(chair: Chair, graph: ConcessionGraph) -> tuple[str, ...]:
    from game.graph.divergence import diverge

    found = diverge(graph, PLAYED, RECORD)
    apart = f"{found.distance} of {len(chair.view.agenda.issues)} issues end on another table than in the record"
    return (_departure(chair.view.agenda, found), f"{apart}: agreed otherwise, or with a side standing elsewhere.")


def _departure(agenda: Agenda, found: Divergence) -> str:
    if found.departure is None:
        return "It never left the record."
    here = f"It left the record at move {found.departure.ply}: {_leg(agenda, found.departure.step)}."
    instead = found.departure.instead
    there = f" The record has there: {_leg(agenda, instead)}." if instead else " The record ends there."
    back = f" It came back at move {found.returns[0].ply}." if found.returns else ""
    return f"{here}{there}{back}"


def _leg(agenda: Agenda, leg: Leg) -> str:
    who = agenda.party(leg.mover).side if leg.mover in {party.id for party in agenda.parties} else "chance"
    named = ", ".join(agenda.issue(issue).heading for issue in leg.issues[:2])
    more = f" and {len(leg.issues) - 2} more" if len(leg.issues) > 2 else ""
    about = f" ({named}{more})" if named else ""
    does = VERBS.get(leg.verb, f"{leg.verb}s")
    return f"{who} {does}{about}"
