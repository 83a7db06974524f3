"""All the scenarios and sources there are, each read at most once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path

from game.authoring.checks.evidence import evidence
from game.authoring.diagnostics import Diagnostic, in_order, suggestion
from game.authoring.documents import Source
from game.authoring.drafts import Draft, extending, whole
from game.authoring.folder import Folder, extends, read_folder
from game.authoring.ids import folders_in, shown
from game.authoring.schema.scenario import ExtensionFile
from game.authoring.sheet import Sheet
from game.authoring.sources import read_source
from game.slim import dataclass

Read = tuple[Source | None, tuple[Diagnostic, ...]]


@dataclass(frozen=True)
class Library:
    """The scenarios and sources of some folders, looked through in order: of two with one id the first counts.

    A library is for one run: what it has read it does not read again, though the files may change.
    """

    scenario_roots: tuple[Path, ...]
    source_roots: tuple[Path, ...]
    _drafts: dict[Path, Draft] = field(default_factory=dict, repr=False)

    @cached_property
    def folders(self) -> dict[str, Path]:
        """The folder of each scenario, by id."""
        return _first_by_name(self.scenario_roots, "scenario.yaml")

    @cached_property
    def _sources(self) -> dict[str, Read]:
        folders = _first_by_name(self.source_roots, "source.yaml")
        return {name: read_source(folder, shown(folder)) for name, folder in folders.items()}

    @cached_property
    def documents(self) -> Mapping[str, Source]:
        """Every source that can be used, by id."""
        return {name: source for name, (source, _) in self._sources.items() if source is not None}

    def source_problems(self) -> tuple[Diagnostic, ...]:
        """The mistakes in every source."""
        return in_order(problem for _, problems in self._sources.values() for problem in problems)

    def draft(self, folder: Path) -> Draft:
        """The scenario in a folder, as far as it can be understood."""
        if folder not in self._drafts:
            self._drafts[folder] = self._drafted(read_folder(folder, shown(folder)))
        return self._drafts[folder]

    def problems(self, folder: Path) -> tuple[Diagnostic, ...]:
        """Every mistake in a scenario: in shape, names and values, then in evidence, then in its record.

        Those of the scenario it extends are not among them, nor what is wrong here with a record that is wrong there.
        """
        draft = self.draft(folder)
        found = [*draft.problems, *evidence(draft.folder, self.documents)]
        if draft.parent is None or not draft.parent.misrecorded:
            found += draft.misrecorded
        return in_order(found)

    def extended_by(self, folder: Path) -> tuple[Path, ...]:
        """The folder of the scenario that the one in ``folder`` extends; none where it is one of its own."""
        sheet = self.draft(folder).folder.extension
        parent = self._parent(sheet)[0] if sheet else None
        return (parent,) if parent else ()

    def _drafted(self, folder: Folder) -> Draft:
        if folder.extension is None:
            return whole(folder, self.documents)
        parent, problem = self._parent(folder.extension)
        if parent is None:
            return Draft(folder, in_order([*folder.problems, problem]))
        return extending(folder, folder.extension, self.draft(parent))

    def _parent(self, sheet: Sheet[ExtensionFile]) -> tuple[Path | None, Diagnostic]:
        """The folder of the scenario that is extended, or else why it can't be."""
        name = sheet.model.extends
        message, hint = f"there is no scenario “{name}”", suggestion(name, self.folders)
        folder = self.folders.get(name)
        if folder is not None:
            if not extends(folder):
                return folder, sheet.at("S208", ("extends",), message, hint)
            message, hint = f"“{name}” extends another scenario itself", "extend that one instead"
        return None, sheet.at("S208", ("extends",), message, hint)


def _first_by_name(roots: tuple[Path, ...], mark: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders_in(roots, mark):
        found.setdefault(folder.name, folder)
    return found
