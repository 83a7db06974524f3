"""A scenario's folder as its author left it: every file read and shaped, and every mistake in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from game.authoring.advice import advised, advised_reading
from game.authoring.diagnostics import Diagnostic, nearest
from game.authoring.schema.common import Shape
from game.authoring.schema.evidence import DisputesFile, EventsFile, EvidenceFile, LinkagesFile
from game.authoring.schema.history import HistoryFile
from game.authoring.schema.issues import IssuesFile
from game.authoring.schema.parties import PartyFile
from game.authoring.schema.scenario import ExtensionFile, Meeting, ScenarioFile
from game.authoring.sheet import Sheet, shaped
from game.authoring.text_source import Unreadable, read_text
from game.authoring.yaml_source import LARGEST_FILE, read
from game.slim import dataclass

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
            self.problems.append(advised_reading(self.folder / name, failure.diagnostic, kind))
            return None
        sheet, problems = shaped(document, kind)
        self.problems.extend(advised(document.lines, problems, kind))
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
    """Whether the folder's scenario says that it extends another, or seems to have been meant to say so.

    It does where it is alone in its folder, and its file, which can't be read or lacks that key, names no parties.
    """
    name = folder / "scenario.yaml"
    try:
        value = read(name, "").value
        said = isinstance(value, dict) and "extends" in value
        parties = isinstance(value, dict) and "parties" in value
    except Unreadable:
        said, parties = False, "parties" in _raw(name)
    return said or (not parties and _alone(name) and "extends" in _raw(name).lower())


def _raw(path: Path) -> str:
    try:
        return read_text(path, "", LARGEST_FILE)
    except Unreadable:
        return ""


def _alone(path: Path) -> bool:
    """Whether no other YAML file lies in the folder of a file."""
    return [one.name for one in path.parent.rglob("*.y*ml")] == [path.name]


def _missing(folder: Path, read_so_far: Folder) -> list[Diagnostic]:
    """Files that a scenario can't do without."""
    parties = read_so_far.scenario.model.parties if read_so_far.scenario else ()
    wanted = [f"parties/{party}.yaml" for party in parties if not (folder / f"parties/{party}.yaml").exists()]
    if not any((folder / "issues").glob("*.y*ml")):
        wanted.append("issues/*.yaml")
    else:
        wanted += [f"issues/{head}.yaml" for head in _bare_heads(folder, read_so_far)]
    shown = read_so_far.shown
    spare = [sheet.document.path.removeprefix(f"{shown}/") for sheet in read_so_far.parties]
    spare = [name for name in spare if name.removeprefix("parties/").removesuffix(".yaml") not in parties]
    chairs = {party for meeting in _meetings(read_so_far) for party in meeting.chairs}
    fileless = [party for party in parties if party not in chairs and f"parties/{party}.yaml" in wanted]
    misspelled = [(party, nearest(party, chairs)) for party in fileless]
    if read_so_far.scenario and misspelled and misspelled[0][1]:
        (party, meant), *_ = misspelled
        where = ("parties", parties.index(party))
        message = f"there is no file for a party “{party}”"
        return [read_so_far.scenario.at("S203", where, message, f"did you mean “{meant}”?")]
    hints = {name: _renaming(name, (*spare, *_others(folder))) for name in wanted}
    return [Diagnostic("S101", f"{shown}/{name}", 0, 0, "the file is missing", hint=hints[name]) for name in wanted]


def _bare_heads(folder: Path, read_so_far: Folder) -> list[str]:
    """The heads of the agenda under which no issue stands, and that no file is called for."""
    heads = read_so_far.scenario.model.heads if read_so_far.scenario else ()
    stems = {path.stem for path in (folder / "issues").glob("*.y*ml")}
    taken = stems | {issue.head for sheet in read_so_far.issues for issue in sheet.model.issues}
    return [head.id for head in heads if head.id not in taken]


def _meetings(read_so_far: Folder) -> tuple[Meeting, ...]:
    return read_so_far.scenario.model.meetings if read_so_far.scenario else ()


def _others(folder: Path) -> list[str]:
    """The files in the folder's own folders that are not called .yaml."""
    return [path.relative_to(folder).as_posix() for path in sorted(folder.glob("*/*.y*ml")) if path.suffix != ".yaml"]


def _renaming(wanted: str, spare: tuple[str, ...]) -> str:
    """How to come by a file that is missing: by another name for one that is to spare, if there is one like it."""
    near = nearest(wanted, [one for one in spare if one.partition("/")[0] == wanted.partition("/")[0]])
    return f"rename “{near}”, so that it is called “{wanted}”" if near else "add it"


def _strangers(folder: Path, shown: str, single: tuple[str, ...], several: tuple[str, ...]) -> list[Diagnostic]:
    """YAML files that nothing reads, most often because their name is misspelled."""
    found = []
    for path in sorted(folder.rglob("*.y*ml")):
        name = path.relative_to(folder).as_posix()
        parent = name.rpartition("/")[0]
        if name in single or (parent in several and name.endswith(".yaml")):
            continue
        near = nearest(name, single) if not parent else nearest(parent, several)
        hint = "rename it, or take it out of the folder"
        if parent in several:
            hint = f"rename “{name}”, so that it is called “{name.rpartition('.')[0]}.yaml”"
        elif near:
            hint = f"rename “{name}”, so that it is called “{near if not parent else near + name[len(parent) :]}”"
        found.append(Diagnostic("S117", f"{shown}/{name}", 0, 0, "nothing reads a file of this name", hint=hint))
    return found
