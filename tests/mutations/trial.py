"""Mutations of a scenario tried one by one: is the mistake told at its line, and does the hint mend it?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.authoring.diagnostics import Diagnostic
from game.authoring.library import Library
from tests.mutations.kinds import HARMLESS, Files, Mutated, mutations
from tests.mutations.mending import mended

ROUNDS = 3
"""Hints followed one after another, from the top, before it is given up."""


@dataclass(frozen=True)
class Tried:
    """A mutation and what became of it: the mistakes told at first, and how many hints mended it (0: it is not)."""

    made: Mutated
    found: tuple[Diagnostic, ...]
    at_its_line: bool
    rounds: int

    @property
    def harmless(self) -> bool:
        """Whether it is one of those that are no mistake."""
        return self.made.kind in HARMLESS


class Trials:
    """One scenario, copied where it may be spoiled; the others and the sources are read where they are."""

    def __init__(self, folder: Path, work: Path, sources: tuple[Path, ...] = ()) -> None:
        self.files: Files = {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))
        }
        self._home = work / "scenarios" / folder.name
        self._roots = (work / "scenarios", folder.parent)
        self._sources = sources
        self._whole = Library((folder.parent,), sources)
        self._known = self._whole.documents

    def problems(self, files: Files) -> tuple[Diagnostic, ...]:
        """What the check says of these files."""
        shutil.rmtree(self._home, ignore_errors=True)
        for name, raw in files.items():
            path = self._home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        library = Library(self._roots, self._sources)
        library.__dict__["documents"] = self._known  # read once: they are not spoiled
        for folder, draft in self._whole._drafts.items():
            library._drafts.setdefault(folder, draft)
        found = library.problems(self._home)
        self._whole._drafts.update({f: d for f, d in library._drafts.items() if f != self._home})
        return found

    @property
    def shown(self) -> str:
        """What the paths of diagnostics begin with."""
        from game.authoring.ids import shown

        return shown(self._home)

    def all(self, wanted: int, seed: int) -> Iterator[Tried]:
        """So many mutations, tried."""
        for made in mutations(self.files, wanted, seed):
            yield self.tried(made)

    def tried(self, made: Mutated) -> Tried:
        """One mutation: checked, and mended by its hints as far as they go."""
        found = self.problems(made.files)
        files, left, rounds = made.files, found, 0
        while left and rounds < ROUNDS:
            better = mended(files, self.shown, left[0])
            rounds += 1
            if better is None:
                break
            files = better
            left = self.problems(files)
        return Tried(made, found, self._at_its_line(made, found), rounds if found and not left else 0)

    def _at_its_line(self, made: Mutated, found: tuple[Diagnostic, ...]) -> bool:
        if not made.lines:  # the file is the mistake, under its new name or its old
            names = {made.path, *(set(self.files) - set(made.files))}
            return any(one.path.removeprefix(f"{self.shown}/") in names for one in found)
        return any(one.path == f"{self.shown}/{made.path}" and one.line in made.lines for one in found)
