"""What several commands read: a scenario's record or a saved game, as the states and steps it went through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.engine.state import State, Step


class NotFound(Exception):
    """There is no such scenario or game, or it can't be read; the message is a sentence."""


@dataclass(frozen=True)
class Course:
    """A course of play: its scenario, the state it began in (None where there is nothing to play), and its steps."""

    scenario: Scenario
    opening: State
    steps: tuple[Step, ...]

    @property
    def final(self) -> State:
        """Where it got to."""
        return self.steps[-1].after if self.steps else self.opening


def recorded(scenario_id: str) -> Course:
    """The record of a scenario's own meetings, from the opening; no steps where none is coded. Raises NotFound."""
    from game.authoring import loader
    from game.engine.engine import begin
    from game.engine.history import history_until

    try:
        scenario = loader.load(scenario_id)
        meetings = loader.load_history(scenario_id)
    except (loader.UnknownScenario, loader.BrokenScenario) as failure:
        raise NotFound(str(failure)) from None
    steps = tuple(one.step for one in history_until(scenario, meetings, "9999-12-31")[0])
    return Course(scenario, steps[0].before if steps else begin(scenario), steps)


def saved(name: str) -> Course:
    """A saved game, replayed strictly. Raises NotFound."""
    from game.authoring import loader
    from game.play.saves import read_save
    from game.record.errors import RecordError, SaveError
    from game.record.replay import opening, replay

    try:
        opened = read_save(name)
        steps = replay(opened.record, opened.scenario)
    except (RecordError, SaveError, loader.BrokenScenario) as failure:
        raise NotFound(str(failure)) from None
    return Course(opened.scenario, opening(opened.record.header, opened.scenario), steps)


def course(name: str) -> Course:
    """A scenario's record when ``name`` is a scenario, else the saved game of that name or path. Raises NotFound."""
    from game.authoring import loader

    return recorded(name) if name in loader.scenario_ids() else saved(name)
