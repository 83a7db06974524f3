"""The two concession paths on the calendar: what each side's own stand was worth to it, move by move, here and then."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.scenario import Scenario
from game.engine.state import Step
from game.graph.scales import Scale, scale, stand
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a side stood. ``at`` counts sittings of the agenda from 0, with the part of the sitting that was over."""

    at: float
    meeting: int
    ply: int
    worth: int


@dataclass(frozen=True, slots=True)
class Track:
    """One side's path: its stages by time. The worths are its own, of 1000; they fall as it concedes."""

    party: str
    stages: tuple[Stage, ...]

    @property
    def given(self) -> int:
        """What it gave up from first to last, in its own points; negative when it rose."""
        return self.stages[0].worth - self.stages[-1].worth

    def after_sitting(self, meeting: int) -> int | None:
        """What its stand was worth when a sitting was over; None when it was not held."""
        held = [stage.worth for stage in self.stages if stage.meeting == meeting]
        return held[-1] if held else None


def tracks(scenario: Scenario, steps: Sequence[Step]) -> tuple[Track, ...]:
    """Both sides' paths through these steps, sittings placed as on the agenda; none without a step."""
    if not steps:
        return ()
    totals: dict[int, int] = {}
    for step in steps:
        totals[step.before.meeting] = totals.get(step.before.meeting, 0) + 1
    agenda = scenario.agenda
    return tuple(
        Track(party.id, _stages(steps, totals, (scale(agenda, scenario.stakes[side]), side)))
        for side, party in enumerate(agenda.parties)
    )


def _stages(steps: Sequence[Step], totals: dict[int, int], on: tuple[Scale, int]) -> tuple[Stage, ...]:
    own, side = on
    agenda = steps[0].before.scenario.agenda
    first = steps[0].before
    stages = [Stage(float(first.meeting), first.meeting, 0, own.worth(stand(agenda, first.table, side)))]
    done: dict[int, int] = {}
    for ply, step in enumerate(steps, 1):
        meeting = step.before.meeting
        done[meeting] = done.get(meeting, 0) + 1
        worth = stages[-1].worth
        if step.after.table is not step.before.table:
            worth = own.worth(stand(agenda, step.after.table, side))
        stages.append(Stage(meeting + done[meeting] / totals[meeting], meeting, ply, worth))
    return tuple(stages)
