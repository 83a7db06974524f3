"""A scenario as far as it can be understood: built when nothing stands in the way, else with every mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.authoring import case as cases
from game.authoring.build import build
from game.authoring.case import Case
from game.authoring.checks.references import extension_references, names, references
from game.authoring.checks.values import override_values, values
from game.authoring.diagnostics import Diagnostic, in_order
from game.authoring.documents import Source
from game.authoring.folder import Folder
from game.authoring.history import historic_meetings
from game.authoring.schema.scenario import ExtensionFile
from game.authoring.sheet import Sheet
from game.engine.engine import IllegalMove, carried_over
from game.engine.history import HistoricMeeting, history_until
from game.engine.scenario import Opening, Scenario


@dataclass(frozen=True, slots=True)
class Built:
    """A scenario that could be built: the engine's object, its canonical form as mapping and text, its record."""

    scenario: Scenario
    case: Case
    text: str
    history: tuple[HistoricMeeting, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario's files and the mistakes in their shape, names and values; ``built`` when there are none.

    ``recorded`` is the folder that holds its record: its own, or that of the scenario it extends.
    """

    folder: Folder
    recorded: Folder
    problems: tuple[Diagnostic, ...]
    built: Built | None = None


def whole(folder: Folder, documents: Mapping[str, Source]) -> Draft:
    """The draft of a scenario of its own. Names are looked at only when every file has its shape."""
    problems = [*folder.problems, *values(folder)]
    if not folder.problems:
        problems += references(folder, names(folder, documents))
    if problems:
        return Draft(folder, folder, in_order(problems))
    talks = {name: source.talk for name, source in documents.items()}
    return _built(folder, folder, cases.merged(folder, talks))


def extending(folder: Folder, sheet: Sheet[ExtensionFile], parent: Draft) -> Draft:
    """The draft of a scenario that extends ``parent``."""
    if parent.built is None:
        return Draft(folder, parent.folder, in_order([*folder.problems, _unusable(sheet)]))
    problems = [*folder.problems, *override_values(sheet)]
    problems += extension_references(folder, sheet, names(parent.folder, ()))
    opening, problem = _opening(sheet, parent.built)
    if problem is not None:
        problems.append(problem)
    if problems:
        return Draft(folder, parent.folder, in_order(problems))
    return _built(folder, parent.folder, cases.extended(parent.built.case, sheet.model, opening))


def _built(folder: Folder, recorded: Folder, case: Case) -> Draft:
    text = cases.written(case)
    scenario = build(case, cases.digest(text))
    return Draft(folder, recorded, (), Built(scenario, case, text, historic_meetings(recorded, scenario)))


def _unusable(sheet: Sheet[ExtensionFile]) -> Diagnostic:
    name = sheet.model.extends
    message = f"“{name}”, which this extends, has mistakes of its own"
    return sheet.at("S208", ("extends",), message, f"run: plenipo check {name}")


def _opening(sheet: Sheet[ExtensionFile], parent: Built) -> tuple[dict[str, Opening], Diagnostic | None]:
    """How the parent's record leaves each issue after the day the extension names."""
    after = sheet.model.after
    if after is None:
        return {}, None
    try:
        _, state = history_until(parent.scenario, parent.history, after)
    except IllegalMove:
        return {}, _unusable(sheet)
    if state is None:
        message = f"no meeting up to {after} is recorded"
        return {}, sheet.at("S504", ("after",), message, "name a day after which there is a file under history/")
    issues = parent.scenario.agenda.issues
    return {issue.id: opening for issue, opening in zip(issues, carried_over(state), strict=True)}, None
