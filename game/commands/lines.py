"""What several commands read: a scenario's record or a saved game, as the states and steps it went through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.commands.telling import complain
from game.slim import dataclass

if TYPE_CHECKING:
    from game.authoring.documents import Source
    from game.engine.history import HistoricMeeting
    from game.engine.scenario import Scenario
    from game.engine.state import State, Step
    from game.play.session import Session


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


def saved(name: str) -> Session:
    """A saved game, replayed strictly, to look at: what is sound of it, with a warning of the rest. Raises NotFound."""
    from game.authoring import loader
    from game.authoring.diagnostics import nearest
    from game.play.saves import UnknownSave, read_save
    from game.play.seating import seated_to_look
    from game.play.session import Session
    from game.play.setup import setup_of
    from game.record.errors import RecordError, SaveError

    try:
        opened = read_save(name)
        setup = setup_of(opened.record.header)
        delegates = seated_to_look(setup, lambda: coded(opened.scenario.id))
        session = Session.resume(opened.record, opened.scenario, None, delegates)
    except UnknownSave as failure:
        if name in loader.scenario_ids():
            raise NotFound(f"“{name}” is a scenario, not a game; the games kept are in: plenipo list") from None
        near = nearest(name, loader.scenario_ids())
        hint = f"did you mean “{near}”?" if near else failure.message.partition("; ")[2]
        raise NotFound(f"there is no scenario and no saved game “{name[:80]}”; {hint}") from None
    except (RecordError, SaveError, loader.BrokenScenario) as failure:
        raise NotFound(str(failure)) from None
    if opened.damage is not None:
        complain(f"only the sound part of the record is shown: {opened.damage}")
    return session


def coded(scenario: str) -> tuple[HistoricMeeting, ...]:
    """The coded record, where the scenario is still here; else none."""
    from game.authoring import loader

    try:
        return loader.load_history(scenario)
    except (loader.UnknownScenario, loader.BrokenScenario):
        return ()


def documents_of(sources: Iterable[str]) -> dict[str, Source]:
    """The kept documents of these ids; one that is not here, or has mistakes, is left out, and is named by its id."""
    from game.authoring import loader

    found = {}
    for name in sources:
        try:
            found[name] = loader.load_source(name)
        except (loader.UnknownSource, loader.BrokenSource):
            continue
    return found


def course(name: str) -> Course:
    """A scenario's record when ``name`` is a scenario, else the saved game of that name or path. Raises NotFound."""
    from game.authoring import loader

    if name in loader.scenario_ids():
        return recorded(name)
    session = saved(name)
    return Course(session.scenario, session.opening, tuple(session.steps))
