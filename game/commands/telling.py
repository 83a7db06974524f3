"""How commands print: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from time import monotonic
from typing import Any


def tell(text: str) -> None:
    """Print a result. Control and invisible characters, which might steer the terminal, are replaced."""
    from game.authoring.diagnostics import printable

    print("\n".join(printable(line) for line in text.split("\n")))


def tell_json(values: Mapping[str, Any]) -> None:
    """Print a result as JSON, readable and in UTF-8; what might steer a terminal stands there as JSON's own escape."""
    from game.authoring.diagnostics import escaped

    print(escaped(json.dumps(values, ensure_ascii=False, indent=2)))


def complain(text: str) -> None:
    """Say on standard error why something can't be done."""
    from game.authoring.diagnostics import printable

    print(f"plenipo: {printable(text)}", file=sys.stderr)


def written_new(path: Path, parts: Iterable[str]) -> int:
    """Write a new file, part after part; the exit code. What is there already is never overwritten."""
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.writelines(parts)
    except FileExistsError:
        complain(f"there is a file {path} already; choose another name")
        return 2
    except OSError as failure:
        complain(f"{path} can't be written: {failure.strerror}")
        return 3
    complain(f"written: {path}")
    return 0


def progress(total: int, done: str) -> Callable[[int], None]:
    """What says on standard error, at most once a second, how many of ``total`` are ``done`` ("games played")."""
    told = monotonic()

    def count(number: int) -> None:
        nonlocal told
        if monotonic() - told >= 1:
            told = monotonic()
            complain(f"{number} of {total} {done}")

    return count
