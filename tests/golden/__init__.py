"""Expected texts, kept as files short enough to read. ``PLENIPO_GOLDEN=write`` writes them anew; then read the diff."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def golden(name: str, found: str) -> str:
    """The expected text of that name; the found one is kept under it first when the environment says so."""
    path = FOLDER / name
    if os.environ.get("PLENIPO_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")
