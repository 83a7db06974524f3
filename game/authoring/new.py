"""A scenario to start from: the starter kept in this room, written into a folder under the author's own id."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.authoring.ids import is_id
from game.authoring.json_schema import KINDS, file_name, written

STARTER = Path(__file__).parent / "starter"
PLACEHOLDER = "your-scenario"
"""What stands in the starter where the id will stand."""
SCHEMA = "schema"
"""The folder, beside the scenarios, that the first line of each of their files names."""
TAKEN = {SCHEMA: "it is the folder of the schemas", "sources": "it is the folder of the documents"}
"""Names beside the scenarios that mean something else, and what."""


class CannotStart(Exception):
    """No scenario can have this id; the message says why and what to do."""


def start(id: str, home: Path, known: tuple[str, ...]) -> Path:
    """Write the starter as scenario ``id`` into ``home``, which is made if missing; its folder.

    The schemas are put beside it, those of an earlier version renewed. ``known`` are the ids that are taken anywhere.
    Raises CannotStart, and OSError when the folder can't be written; nothing is left half done then.
    """
    _may_be_named(id, known)
    folder = home / id
    home.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir()
    except FileExistsError:
        raise CannotStart(f"there is something at {folder} already; choose another id") from None
    try:
        _write_schemas(home / SCHEMA)
        _write_starter(folder, id)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _may_be_named(id: str, known: tuple[str, ...]) -> None:
    if not is_id(id):
        rule = "an id is 1 to 40 small letters, digits and hyphens, like two-villages, and no name that Windows keeps"
        raise CannotStart(f"“{id}” can't be the id of a scenario; {rule}")
    if id in TAKEN:
        raise CannotStart(f"“{id}” can't be the id of a scenario: {TAKEN[id]}; choose another id")
    if id in known:
        raise CannotStart(f"there is a scenario “{id}” already; choose another id")


def _write_schemas(folder: Path) -> None:
    """The schema of every kind of file; one that is as it should be is left alone."""
    folder.mkdir(exist_ok=True)
    for kind in KINDS:
        kept, text = folder / file_name(kind), written(kind)
        if not kept.is_file() or kept.read_text("utf-8", errors="replace") != text:
            kept.write_text(text, "utf-8")


def _write_starter(folder: Path, id: str) -> None:
    for path in sorted(STARTER.rglob("*.yaml")):
        copy = folder / path.relative_to(STARTER)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(path.read_text("utf-8").replace(PLACEHOLDER, id), "utf-8")
