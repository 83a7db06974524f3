"""A scenario's folder as its author left it: every file read and shaped, and every mistake in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from game.authoring.diagnostics import Diagnostic, nearest
from game.authoring.schema.common import Shape
from game.authoring.schema.evidence import DisputesFile, EventsFile, EvidenceFile, LinkagesFile
from game.authoring.schema.history import HistoryFile
from game.authoring.schema.issues import IssuesFile
from game.authoring.schema.parties import PartyFile
from game.authoring.schema.scenario import ExtensionFile, ScenarioFile
from game.authoring.sheet import Sheet, shaped
from game.authoring.text_source import Unreadable
from game.authoring.yaml_source import read

M = TypeVar("M", bound=Shape)

SINGLE = ("scenario.yaml", "evidence.yaml", "linkages.yaml", "events.yaml", "disputes.yaml")
SEVERAL = ("issues", "parties", "history")
"""Folders of files; each file is named for the head, party or meeting it holds."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one scenario. Where one is missing or can't be shaped there is no sheet; ``problems`` say why."""

    name: str
    shown: str
    scenario: Sheet[ScenarioFile] | None = None
    extension: Sheet[ExtensionFile] | None = None
    parties: tuple[Sheet[PartyFile], ...] = ()
    issues: tuple[Sheet[IssuesFile], ...] = ()
    evidence: Sheet[EvidenceFile] | None = None
    linkages: Sheet[LinkagesFile] | None = None
    events: Sheet[EventsFile] | None = None
    disputes: Sheet[DisputesFile] | None = None
    history: tuple[Sheet[HistoryFile], ...] = ()
    problems: tuple[Diagnostic, ...] = ()

    @property
    def sheets(self) -> tuple[Sheet[Shape], ...]:
        """Every file that could be shaped."""
        single = (self.scenario, self.extension, self.evidence, self.linkages, self.events, self.disputes)
        several = (*self.parties, *self.issues, *self.history)
        return tuple(sheet for sheet in (*single, *several) if sheet is not None)


class _Shelf:
    """Reads the files of one folder and keeps the mistakes met on the way."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder = folder
        self.shown = shown
        self.problems: list[Diagnostic] = []

    def one(self, name: str, kind: type[M]) -> Sheet[M] | None:
        """The file of that name in its shape; None, and the mistake kept, when it can't be used."""
        try:
            self._inside(name)
            document = read(self.folder / name, f"{self.shown}/{name}")
        except Unreadable as failure:
            self.problems.append(failure.diagnostic)
            return None
        sheet, problems = shaped(document, kind)
        self.problems.extend(problems)
        return sheet

    def any(self, name: str, kind: type[M]) -> Sheet[M] | None:
        """The same, where the file may be missing."""
        return self.one(name, kind) if (self.folder / name).exists() else None

    def several(self, folder: str, kind: type[M]) -> tuple[Sheet[M], ...]:
        """Every YAML file of a folder inside this one, by name."""
        names = sorted(path.name for path in (self.folder / folder).glob("*.yaml"))
        return tuple(sheet for name in names if (sheet := self.one(f"{folder}/{name}", kind)) is not None)

    def _inside(self, name: str) -> None:
        home = self.folder.resolve()
        if not (self.folder / name).resolve().is_relative_to(home):
            message = "the file is a link that leads out of its folder"
            raise Unreadable(Diagnostic("S101", f"{self.shown}/{name}", 0, 0, message, hint="copy the file here"))


def read_folder(folder: Path, shown: str) -> Folder:
    """Everything in a scenario's folder, named ``shown`` in messages. Raises nothing: mistakes are in ``problems``."""
    shelf = _Shelf(folder, shown)
    if extends(folder):
        extension = shelf.one("scenario.yaml", ExtensionFile)
        strangers = _strangers(folder, shown, ("scenario.yaml",), ())
        return Folder(folder.name, shown, None, extension, problems=(*shelf.problems, *strangers))
    whole = Folder(
        name=folder.name,
        shown=shown,
        scenario=shelf.one("scenario.yaml", ScenarioFile),
        parties=shelf.several("parties", PartyFile),
        issues=shelf.several("issues", IssuesFile),
        evidence=shelf.any("evidence.yaml", EvidenceFile),
        linkages=shelf.any("linkages.yaml", LinkagesFile),
        events=shelf.any("events.yaml", EventsFile),
        disputes=shelf.any("disputes.yaml", DisputesFile),
        history=shelf.several("history", HistoryFile),
    )
    problems = (*shelf.problems, *_missing(folder, whole), *_strangers(folder, shown, SINGLE, SEVERAL))
    return replace(whole, problems=problems)


def extends(folder: Path) -> bool:
    """Whether the folder's scenario says that it extends another; False when that can't be told."""
    try:
        value = read(folder / "scenario.yaml", "").value
    except Unreadable:
        return False
    return isinstance(value, dict) and "extends" in value


def _missing(folder: Path, read_so_far: Folder) -> list[Diagnostic]:
    """Files that a scenario can't do without."""
    parties = read_so_far.scenario.model.parties if read_so_far.scenario else ()
    wanted = [f"parties/{party}.yaml" for party in parties if not (folder / f"parties/{party}.yaml").exists()]
    if not any((folder / "issues").glob("*.yaml")):
        wanted.append("issues/*.yaml")
    shown = read_so_far.shown
    return [Diagnostic("S101", f"{shown}/{name}", 0, 0, "the file is missing", hint="add it") for name in wanted]


def _strangers(folder: Path, shown: str, single: tuple[str, ...], several: tuple[str, ...]) -> list[Diagnostic]:
    """YAML files that nothing reads, most often because their name is misspelled."""
    found = []
    for path in sorted(folder.rglob("*.y*ml")):
        name = path.relative_to(folder).as_posix()
        parent = name.rpartition("/")[0]
        if name in single or (parent in several and name.endswith(".yaml")):
            continue
        near = nearest(name, single) if not parent else nearest(parent, several)
        hint = f"did you mean “{near}”?" if near else "rename it, or take it out of the folder"
        found.append(Diagnostic("S117", f"{shown}/{name}", 0, 0, "nothing reads a file of this name", hint=hint))
    return found
