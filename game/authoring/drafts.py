"""A scenario as far as it can be understood: built when nothing stands in the way, else with every mistake."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from game.authoring import case as cases
from game.authoring.build import build
from game.authoring.case import Case
from game.authoring.checks.history import history
from game.authoring.checks.references import extension_references, names, references
from game.authoring.checks.values import override_values, values
from game.authoring.diagnostics import Diagnostic, in_order
from game.authoring.documents import Source
from game.authoring.folder import Folder
from game.authoring.history import historic_meetings
from game.authoring.schema.scenario import ExtensionFile
from game.authoring.sheet import Sheet
from game.engine.engine import IllegalMove, carried_over
from game.engine.history import HistoricMeeting, history_opened, replayed
from game.engine.scenario import Opening, Scenario
from game.slim import dataclass


@dataclass(frozen=True)
class Built:
    """A scenario that could be built: the engine's object, its canonical form as mapping and text, its record."""

    scenario: Scenario
    case: Case
    text: str
    history: tuple[HistoricMeeting, ...]

    def opening_after(self, day: str) -> dict[str, Opening] | None:
        """How the record leaves each issue after ``day`` (ISO), by id; None when nothing up to then is on record, or
        when the rules refuse some of it.
        """
        reached = [table for date, table in self._tables if date <= day]
        return reached[-1] if reached else None

    @cached_property
    def _tables(self) -> list[tuple[str, dict[str, Opening] | None]]:
        """The day of each recorded meeting, and how it leaves each issue; None from the first move that is refused."""
        agenda = self.scenario.agenda
        dates = {meeting.id: meeting.date for meeting in agenda.meetings}
        tables: list[tuple[str, dict[str, Opening] | None]] = []
        state = None
        for meeting in self.history:
            state = history_opened(self.scenario, meeting, state)
            try:
                steps = replayed(state, meeting)
            except IllegalMove:
                return [*tables, (dates[meeting.meeting], None)]
            state = steps[-1].step.after if steps else state
            left = zip(agenda.issues, carried_over(state), strict=True)
            tables.append((dates[meeting.meeting], {issue.id: opening for issue, opening in left}))
        return tables


@dataclass(frozen=True)
class Draft:
    """A scenario's files and the mistakes in their shape, names and values; ``built`` when there are none.

    ``parent`` is the scenario that it extends, if any. Its mistakes are its own and not repeated here, but while it has
    some nothing can be built on it.
    """

    folder: Folder
    problems: tuple[Diagnostic, ...]
    built: Built | None = None
    parent: Draft | None = None

    @property
    def recorded(self) -> Folder:
        """The folder that holds its record: its own, or that of the scenario it extends."""
        return self.parent.folder if self.parent else self.folder

    @property
    def in_the_way(self) -> tuple[Diagnostic, ...]:
        """Every mistake that keeps it from being built, its parent's among them."""
        if self.parent is None or self.built is not None:
            return self.problems
        return (*self.problems, *(self.parent.in_the_way or self.parent.misrecorded))

    @cached_property
    def misrecorded(self) -> tuple[Diagnostic, ...]:
        """The mistakes in the record, as far as the scenario itself can be built."""
        return tuple(history(self.recorded, self.built.scenario)) if self.built else ()


def whole(folder: Folder, documents: Mapping[str, Source]) -> Draft:
    """The draft of a scenario of its own. Names are looked at only when every file has its shape."""
    problems = [*folder.problems, *values(folder)]
    if not folder.problems:
        problems += references(folder, names(folder, documents))
    if problems:
        return Draft(folder, in_order(problems))
    return Draft(folder, (), _built(folder, cases.merged(folder, documents)))


def extending(folder: Folder, sheet: Sheet[ExtensionFile], parent: Draft) -> Draft:
    """The draft of a scenario that extends ``parent``."""
    problems = [*folder.problems, *override_values(sheet)]
    if parent.built is None:
        return Draft(folder, in_order(problems), None, parent)
    problems += extension_references(folder, sheet, names(parent.folder, ()))
    opening, found = _opening(sheet, parent)
    problems += found
    if problems or opening is None:
        return Draft(folder, in_order(problems), None, parent)
    return Draft(folder, (), _built(parent.folder, cases.extended(parent.built.case, sheet.model, opening)), parent)


def _built(recorded: Folder, case: Case) -> Built:
    text = cases.written(case)
    scenario = build(case, cases.digest(text))
    return Built(scenario, case, text, historic_meetings(recorded, scenario))


def _opening(sheet: Sheet[ExtensionFile], parent: Draft) -> tuple[dict[str, Opening] | None, tuple[Diagnostic, ...]]:
    """How the parent's record leaves each issue after the day the extension names; None when that can't be told."""
    after = sheet.model.after
    if after is None or parent.built is None:
        return {}, ()
    opening = parent.built.opening_after(after)
    if opening is None and not parent.misrecorded:
        message = f"no meeting up to {after} is recorded"
        return None, (sheet.at("S504", ("after",), message, "name a day after which there is a file under history/"),)
    return opening, ()
