"""Where the parts of a scenario stand in its author's files, so that whoever judges it in play can point at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.authoring.diagnostics import Diagnostic, Severity
from game.authoring.drafts import Draft
from game.authoring.folder import Folder
from game.authoring.schema.common import Shape
from game.authoring.sheet import Sheet
from game.authoring.yaml_source import Where
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A value in one of a scenario's files."""

    sheet: Sheet[Shape]
    where: Where

    def inside(self, *steps: str | int) -> Place:
        """A value further in."""
        return Place(self.sheet, (*self.where, *steps))

    def told(self, code: str, message: str, hint: str) -> Diagnostic:
        """What is to be said of it: a warning, since a scenario can be played in spite of it."""
        return replace(self.sheet.at(code, self.where, message, hint), severity=Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one scenario, and those of the scenario it extends. The scenario must be without mistakes.

    Every method raises LookupError for what the files do not hold.
    """

    draft: Draft

    @property
    def _folder(self) -> Folder:
        return self.draft.recorded

    def title(self) -> Place:
        """The title of the scenario itself."""
        own = self.draft.folder.extension or self.draft.folder.scenario
        assert own is not None
        return Place(own, ("title",))

    def issue(self, issue: str) -> Place:
        """An issue, at its id."""
        return self._issue(issue).inside("id")

    def option(self, issue: str, option: str) -> Place:
        """An option, at its id."""
        whole = self._issue(issue)
        options = whole.sheet.model.issues[whole.where[1]].options  # type: ignore[attr-defined]
        return whole.inside("options", _number(option, (one.id for one in options)), "id")

    def points(self, issue: str, party: str) -> Place:
        """A party's points on an issue."""
        return self._issue(issue).inside("stakes", party, "points")

    def points_written(self, issue: str, party: str) -> Mapping[str, int]:
        """A party's points on an issue as the author wrote them, by option, before they are rescaled."""
        whole = self._issue(issue)
        stake = whole.sheet.model.issues[whole.where[1]].stakes[party]  # type: ignore[attr-defined]
        written: Mapping[str, int] = stake.points
        return written

    def instructions(self, issue: str, party: str) -> Place:
        """A party's instructions on an issue."""
        return self._issue(issue).inside("stakes", party, "instructions")

    def ruling(self, issue: str, party: str, option: str) -> Place:
        """What a principal answers to an option, at the option's name."""
        whole = self._issue(issue)
        rulings = whole.sheet.model.issues[whole.where[1]].stakes[party].rulings  # type: ignore[attr-defined]
        number = _number(option, (one.option for one in rulings))
        return whole.inside("stakes", party, "rulings", number, "option")

    def reservation(self, party: str) -> Place:
        """The worth of no agreement to a party: its own file's, or the extension's where that has another."""
        extension = self.draft.folder.extension
        if extension is not None and party in extension.model.reservation:
            return Place(extension, ("reservation", party, "points"))
        sheet = next(one for one in self._folder.parties if one.model.id == party)
        return Place(sheet, ("reservation", "points"))

    def meeting(self, meeting: str, key: str) -> Place:
        """A key of a meeting."""
        sheet = self._folder.scenario
        assert sheet is not None
        return Place(sheet, ("meetings", _number(meeting, (one.id for one in sheet.model.meetings)), key))

    def claim(self, claim: str, key: str = "id") -> Place:
        """A key of a claim."""
        sheet = self._folder.evidence
        assert sheet is not None
        return Place(sheet, ("claims", _number(claim, (one.id for one in sheet.model.claims)), key))

    def passage(self, claim: str, passage: str) -> Place:
        """A passage of a claim (p1, p2, … in order), or a ground."""
        whole = self.claim(claim)
        at = whole.sheet.model.claims[whole.where[1]]  # type: ignore[attr-defined]
        for number, ground in enumerate(at.grounds):
            if ground.id == passage:
                return Place(whole.sheet, (*whole.where[:2], "grounds", number, "since"))
        return Place(whole.sheet, (*whole.where[:2], "passages", int(passage.removeprefix("p")) - 1, "since"))

    def _issue(self, issue: str) -> Place:
        for sheet in self._folder.issues:
            for number, one in enumerate(sheet.model.issues):
                if one.id == issue:
                    return Place(sheet, ("issues", number))
        raise LookupError(issue)


def _number(wanted: str, ids: Iterable[str]) -> int:
    """The place of an id among others, from 0."""
    for number, one in enumerate(ids):
        if one == wanted:
            return number
    raise LookupError(wanted)
