"""``python -m game``: the same as ``plenipo``."""

from __future__ import annotations

from game.cli import entry

if __name__ == "__main__":
    entry()
