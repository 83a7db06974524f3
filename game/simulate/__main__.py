"""``python -m game.simulate SCENARIO…``: the counterpart and the baselines against one another, as a table.

A tool for those who work on the delegates; players have ``plenipo simulate``.
"""

from __future__ import annotations

import sys

from game.authoring.loader import load
from game.delegates.registry import OWN
from game.simulate.tournament import Field, standings, table

LEFT_OUT = ("historical", "random")
"""Delegates that say nothing about strength."""


def main(arguments: list[str]) -> int:
    """Print the standings on some scenarios; 2 when none is named."""
    if not arguments:
        print("Name at least one scenario: python -m game.simulate SCENARIO…", file=sys.stderr)
        return 2
    names = tuple(name for name in OWN if name not in LEFT_OUT)
    scenarios = tuple(load(name) for name in arguments)
    print(table(standings(Field(names, names, scenarios))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
