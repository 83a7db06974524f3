"""Ids and the folders they name. An id never reaches the file system before it is known to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_ID = re.compile(r"[a-z0-9-]{1,40}\Z")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")


def is_id(text: str) -> bool:
    """Whether a text may be an id: 1 to 40 lower-case letters, digits and hyphens, and no device name of Windows.

    >>> is_id("moscow-1945"), is_id("../etc"), is_id("nul")
    (True, False, False)
    """
    return bool(_ID.match(text)) and not _DEVICE.match(text)


def folders_in(roots: Iterable[Path], mark: str) -> Iterator[Path]:
    """The folders with an id for a name that hold a file called ``mark``, root by root, by name.

    A link that leads out of its root is passed over, and so is a root that is not there.
    """
    for root in roots:
        home = root.resolve()
        for path in sorted(root.glob(f"*/{mark}")):
            folder = path.parent
            if is_id(folder.name) and folder.resolve().is_relative_to(home):
                yield folder


def folders_by_name(roots: Iterable[Path], mark: str) -> dict[str, Path]:
    """``folders_in`` by name; of two with the same name the first counts."""
    return {folder.name: folder for folder in reversed([*folders_in(roots, mark)])}


def shown(path: Path) -> str:
    """A path as it is named in messages: from the working folder where it lies inside, else whole."""
    whole = path.absolute()
    here = Path.cwd()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else whole.as_posix()
