"""What was worked out from an author's files, kept so that play need not read them again. Nothing is lost with it.

A kept file is a stamp and some lines. The stamp is made of the name, size and time of every file it was worked out
from, the program's own reading rules among them: when any of them changes, it is worked out anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from game.paths import cache_folder, scenarios_folders, sources_folders

LARGEST = 16 * 1024 * 1024
"""Bytes of a kept file that are read at most."""
_RULES = Path(__file__).resolve().parent


def stamp(folders: Iterable[Path]) -> str:
    """A fingerprint of every file in some folders, and of the rules they are read by."""
    sign = hashlib.sha256()
    for folder in (*folders, _RULES):
        for path, facts in sorted(_files(str(folder))):
            sign.update(f"{path}\0{facts}\n".encode("utf-8", "surrogateescape"))
    return sign.hexdigest()


def present_stamp() -> str:
    """The fingerprint of every scenario and source as they now are."""
    return stamp((*scenarios_folders(), *sources_folders()))


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """Each file that is read, in a folder and those inside it: its path, and its size and time. Links to folders are
    not followed; a link to nowhere is no file.
    """
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif entry.name.endswith((".yaml", ".md", ".py")):
            with suppress(OSError):
                facts = entry.stat()
                yield entry.path, f"{facts.st_size}\0{facts.st_mtime_ns}"


def kept(name: str, sign: str) -> tuple[str, ...] | None:
    """The lines kept under a name, or None when there are none or they are out of date."""
    try:
        path = _place(name)
        if path.stat().st_size > LARGEST:
            return None
        lines = path.read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return None
    return tuple(lines[2:]) if lines[0] == sign and lines[1] == _sealed(lines[2:]) else None


def keep(name: str, sign: str, lines: tuple[str, ...]) -> None:
    """Keep some lines under a name. That it can't be done, on a full disk for instance, is no mistake."""
    path = _place(name)
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text("\n".join((sign, _sealed(lines), *lines)), "utf-8")
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _place(name: str) -> Path:
    return cache_folder() / "compiled" / f"{name}.txt"


def _sealed(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()
