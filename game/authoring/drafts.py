"""A scenario as far as it can be understood: built when nothing stands in the way, else with every mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
    """The draft of a scenario that extends ``parent``, whose mistakes are its own too."""
    problems = [*folder.problems, *override_values(sheet)]
    if parent.built is None:
        return Draft(folder, parent.folder, in_order([*problems, *parent.problems]))
    problems += extension_references(folder, sheet, names(parent.folder, ()))
    opening, found = _opening(sheet, parent)
    problems += found
    if problems:
        return Draft(folder, parent.folder, in_order(problems))
    return _built(folder, parent.folder, cases.extended(parent.built.case, sheet.model, opening))


def _built(folder: Folder, recorded: Folder, case: Case) -> Draft:
    text = cases.written(case)
    scenario = build(case, cases.digest(text))
    return Draft(folder, recorded, (), Built(scenario, case, text, historic_meetings(recorded, scenario)))


def _opening(sheet: Sheet[ExtensionFile], parent: Draft) -> tuple[dict[str, Opening], tuple[Diagnostic, ...]]:
    """How the parent's record leaves each issue after the day the extension names, or why that can't be told."""
    after = sheet.model.after
    if after is None or parent.built is None:
        return {}, ()
    scenario = parent.built.scenario
    try:
        _, state = history_until(scenario, parent.built.history, after)
    except IllegalMove:
        return {}, tuple(history(parent.folder, scenario))
    if state is None:
        message = f"no meeting up to {after} is recorded"
        return {}, (sheet.at("S504", ("after",), message, "name a day after which there is a file under history/"),)
    return {i.id: opening for i, opening in zip(scenario.agenda.issues, carried_over(state), strict=True)}, ()
