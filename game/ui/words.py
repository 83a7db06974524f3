"""Dates, lengths and lists as they are written for a reader."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def long_date(iso: str) -> str:
    """An ISO date in words; anything else as it is.

    >>> long_date("1945-07-10")
    '10 July 1945'
    """
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return iso
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def moment(iso: str) -> str:
    """An ISO date and time, shortly.

    >>> moment("2026-11-22T02:17:05+00:00")
    '22 Nov 2026 02:17'
    """
    written = long_date(iso[:10]).split()
    if len(written) != 3:
        return iso
    return f"{written[0]} {written[1][:3]} {written[2]} {iso[11:16]}".rstrip()


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "exchange"), counted(2, "exchange")
    ('1 exchange', '2 exchanges')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def listed(things: Sequence[str]) -> str:
    """Things in a row.

    >>> listed(["Hoo", "Fu", "Chang"])
    'Hoo, Fu and Chang'
    """
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def padded(text: str, cells: int) -> str:
    """The text cut or padded to exactly that many cells: 宋子文 takes six."""
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return (
        set_cell_size(text, cells - 1).rstrip()
        + "…"
        + " " * (cells - 1 - cell_len(set_cell_size(text, cells - 1).rstrip()))
    )


def family_name(speaker: str) -> str:
    """The name a speaker is called by in the minutes: the last word of ``T. V. Soong``.

    >>> family_name("T. V. Soong"), family_name("Molotov")
    ('Soong', 'Molotov')
    """
    return speaker.split()[-1] if speaker.split() else speaker
