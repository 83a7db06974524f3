"""What is new is read by a program of its own, which is gone when a game begins.

Whoever reads YAML holds the reader and its shapes to the end: some thirty MiB, more than the game itself. A game needs
only what is kept of it (see ``compiled``), so the table has it worked out before it asks for anything.

    python -m game.authoring.beforehand    works out, and keeps, whatever is not kept as it now is
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from game.authoring import compiled
from game.paths import scenarios_folders, sources_folders

PROGRAMS = Path(__file__).resolve().parents[2]
"""The folder that holds the package this is a part of."""
LONGEST = 60.0
"""Seconds the reading may take; it takes two."""


def read_beforehand() -> None:
    """Have every scenario and source worked out that is not kept as it now is, if that was not tried before.

    Whatever goes wrong is not told: what is not kept afterwards is read, and its mistakes are told, when it is asked
    for. Where nothing can be kept nothing is tried.
    """
    name, sign = _name(), compiled.present_stamp()
    if compiled.kept(name, sign) is not None:
        return
    compiled.keep(name, sign, ("tried",))
    if compiled.kept(name, sign) is not None:
        _in_a_program_of_its_own()


def _in_a_program_of_its_own() -> None:
    """Never one that lies in the folder somebody happens to play in."""
    import subprocess  # seldom needed, and ten milliseconds of a start

    words = (sys.executable, "-P", "-m", "game.authoring.beforehand")
    places = os.pathsep.join(filter(None, (str(PROGRAMS), os.environ.get("PYTHONPATH"))))
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run(
            words,
            env={**os.environ, "PYTHONPATH": places},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST,
            check=False,
        )


def _name() -> str:
    folders = repr((scenarios_folders(), sources_folders()))
    return f"beforehand-{sha256(folders.encode()).hexdigest()[:12]}"


def main() -> None:
    """Work out everything; what has mistakes is kept as its mistakes."""
    from game.authoring import loader

    loader.summaries()
    for source in loader.source_ids():
        with suppress(loader.BrokenSource):
            loader.load_source(source)


if __name__ == "__main__":
    main()
