"""What the commands of the author's desk share: scenarios and sources by id or by path, and what they may rest on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.telling import complain

if TYPE_CHECKING:
    from game.authoring.library import Library


def library(names: list[str]) -> Library:
    """The folders in use, and before them those round any scenario or source that is named by its path."""
    from game.authoring.library import Library
    from game.paths import scenarios_folders, sources_folders

    scenarios = [folder.parent for name in names for folder in at(name, "scenario.yaml")]
    sources = [folder.parent for name in names for folder in at(name, "source.yaml")]
    sources += [beside for folder in scenarios if (beside := folder.parent / "sources").is_dir()]
    return Library((*scenarios, *scenarios_folders()), (*sources, *sources_folders()))


def at(name: str, mark: str) -> list[Path]:
    """The folders that a path names: the one it lies in that holds a file called ``mark``, or else those inside it."""
    if "\0" in name or not Path(name).exists():
        return []
    path = Path(name).absolute()
    around = [folder for folder in (path, *path.parents) if (folder / mark).is_file()]
    return around[:1] or sorted(inside.parent for inside in path.glob(f"*/{mark}"))


def in_use(library: Library) -> list[Path]:
    """The folders of all scenarios and sources: what one of them says may rest on another."""
    from game.authoring.ids import folders_in

    return [*library.folders.values(), *folders_in(library.source_roots, "source.yaml")]


def one_folder(library: Library, name: str) -> Path | None:
    """The folder of the one scenario that a name or a path stands for; None, and a complaint, when there is none."""
    from game.authoring.diagnostics import suggestion

    if name in library.folders:
        return library.folders[name]
    found = at(name, "scenario.yaml")
    if len(found) == 1:
        return found[0]
    if found:
        complain(f"there are {len(found)} scenarios under {name}; name one of them")
    else:
        complain(f"there is no scenario “{name}”; {suggestion(name, library.folders)}")
    return None
