"""One step as an edge: who moved and how, which issues changed, and what that is worth to either side.

An edge has a class after Hindriks, Jonker and Tykhonov (2007): what the step does to the mover's own bid, seen by the
mover (S) and by the other side (O). Their bids are packages; ours is the mover's stand (see ``scales``), so talk and
telegrams are silent steps. Where they compare consecutive bids of one agent, so do we; an all-or-nothing offer is
classed by what it puts forward, although the table does not move until it is accepted.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from game.engine.moves import Occur, Propose, Terms
from game.engine.notation import VERBS
from game.engine.package import Package
from game.engine.party import Stakes
from game.engine.scenario import Agenda
from game.engine.state import Standing, Step
from game.graph.positions import Key
from game.graph.scales import Stand, scale, stand

_VERB = {move: verb for verb, move in VERBS.items()}
NOTHING_OFFERED = Package()
CHANCE = "chance"
"""Who moves when nobody does: an answer, an event, the next sitting."""
CARRIED_OVER = (CHANCE, "carry over")


class StepClass(StrEnum):
    """What a step does for the mover (S) and for the other side (O): the sign of either's change in points."""

    CONCESSION = "concession"
    """S falls, O does not."""
    SELFISH = "selfish"
    """S rises, O does not."""
    FORTUNATE = "fortunate"
    """Both rise."""
    UNFORTUNATE = "unfortunate"
    """O falls, S does not rise."""
    NICE = "nice"
    """S stays, O rises."""
    SILENT = "silent"
    """Neither changes."""


def step_class(own: int, other: int) -> StepClass:
    """The class of a step that changes the mover's bid by so many points for the mover and for the other side.

    >>> step_class(-5, 3), step_class(-5, -1), step_class(0, 3)
    (<StepClass.CONCESSION: 'concession'>, <StepClass.UNFORTUNATE: 'unfortunate'>, <StepClass.NICE: 'nice'>)
    """
    if own > 0:
        return StepClass.FORTUNATE if other > 0 else StepClass.SELFISH
    if other < 0:
        return StepClass.UNFORTUNATE
    if own < 0:
        return StepClass.CONCESSION
    return StepClass.NICE if other else StepClass.SILENT


class Leg(NamedTuple):
    """One edge: who moved and how, what changed, and what the change is worth to the first party and the second.

    ``offered`` is what an all-or-nothing offer puts forward.
    """

    before: Key
    after: Key
    mover: str
    verb: str
    kind: StepClass
    issues: tuple[str, ...]
    points: tuple[int, int]
    offered: Package = NOTHING_OFFERED


Change = tuple[int, int, int]
"""The place of an issue, and the places of the options a stand moves from and to."""


class Surveyor:
    """Measures steps of one negotiation: makes the leg of each."""

    def __init__(self, agenda: Agenda, stakes: tuple[Stakes, Stakes]) -> None:
        self._agenda = agenda
        self._sides = {party.id: side for side, party in enumerate(agenda.parties)}
        self._scales = (scale(agenda, stakes[0]), scale(agenda, stakes[1]))
        first, second = self._scales
        self._tied = [bool(first.bonuses_at[place] or second.bonuses_at[place]) for place in range(len(agenda.issues))]
        self._places = [{option.id: at for at, option in enumerate(issue.options)} for issue in agenda.issues]

    def leg(self, before: Key, after: Key, step: Step, places: list[int]) -> Leg:
        """The leg of a step between two tables that differ in the issues at ``places``."""
        move: Any = step.move
        verb = _VERB[type(move)]
        issues = tuple([self._agenda.issues[place].id for place in places])
        if verb == "occur":
            return Leg(before, after, CHANCE, verb, StepClass.SILENT, issues, (0, 0))
        side = self._sides[move.by]
        offered = move.package if verb == "propose" and move.terms is Terms.WHOLE else NOTHING_OFFERED
        points = self._moved(step, side, places, offered)
        kind = step_class(points[side], points[1 - side])
        return Leg(before, after, move.by, verb, kind, issues or offered.issues, points, offered)

    def _moved(self, step: Step, side: int, places: list[int], offered: Package) -> tuple[int, int]:
        """What a step changes in the mover's stand, in points to the first party and to the second."""
        old, new = step.before.table, step.after.table
        changes = [
            (place, self._held(place, old[place], side), self._held(place, new[place], side)) for place in places
        ]
        if len(offered):
            changes = self._put_forward(changes, old, side, offered)
        first, second = self._scales
        a = b = 0
        for place, was, now in changes:
            if self._tied[place]:
                return self._by_worth(stand(self._agenda, old, side), changes)
            mine, theirs = first.points[place], second.points[place]
            a += mine[now] - mine[was]
            b += theirs[now] - theirs[was]
        return a, b

    def _held(self, place: int, standing: Standing, side: int) -> int:
        """As ``scales.held``, by tables made beforehand."""
        option = standing.agreement.option if standing.agreement else standing.positions[side]
        places = self._places[place]
        if option is not None:
            return places[option]
        return len(places) - 1 if side else 0

    def _put_forward(
        self, changes: list[Change], old: tuple[Standing, ...], side: int, offered: Package
    ) -> list[Change]:
        """The changes with those an all-or-nothing offer puts forward laid over them."""
        found = {change[0]: change for change in changes}
        for issue, option in offered:
            place = self._agenda.place(issue)
            found[place] = place, self._held(place, old[place], side), self._places[place][option]
        return list(found.values())

    def _by_worth(self, before: Stand, changes: list[Change]) -> tuple[int, int]:
        """The points moved where linkages have a part in them."""
        after = list(before)
        for place, _, now in changes:
            after[place] = now
        first, second = (one.worth(tuple(after)) - one.worth(before) for one in self._scales)
        return first, second


def label(move: Any) -> tuple[str, ...]:  # noqa: ANN401 - any of the engine's moves
    """What tells apart two edges between the same tables: who moved, the verb, and what was offered all or nothing."""
    if isinstance(move, Occur):
        return CHANCE, move.what
    verb = _VERB[type(move)]
    if isinstance(move, Propose) and move.terms is Terms.WHOLE:
        return move.by, verb, *[f"{issue}={option}" for issue, option in move.package]
    return move.by, verb
