"""The dossier's state matrix as cells: what each side held on each date, and how the issue stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DATES = ("1945-07-02", "1945-07-09", "1945-07-10", "1945-07-11", "1945-07-12")
STATUS = {"A": "agreed", "P": "principle", "T": "tabled", "D": "deferred", "O": "open"}
SIDES = {"C": "china", "S": "ussr"}


@dataclass(frozen=True)
class Cell:
    """One cell: the last positions each side is recorded with (empty where it is not), and the status."""

    code: str
    date: str
    text: str
    status: str
    positions: dict[str, frozenset[int]]


def cells() -> list[Cell]:
    """Every filled cell of the five July dates."""
    found = []
    for line in (Path(__file__).parent / "matrix.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, *columns = (part.strip() for part in line.split("|"))
        for date, text in zip(DATES, columns, strict=True):
            if text != "-":
                found.append(_cell(code, date, text))
    return found


def _cell(code: str, date: str, text: str) -> Cell:
    *voiced, letter = text.split()
    positions = {SIDES[part[0]]: _numbers(part) for part in voiced}
    return Cell(code, date, text, STATUS[letter.rstrip("*")], positions)


def _numbers(part: str) -> frozenset[int]:
    """The numbers a side ended at: after the last ``>``, all those joined by a dash."""
    return frozenset(int(number) for number in re.findall(r"\d+", part.split(">")[-1]))
