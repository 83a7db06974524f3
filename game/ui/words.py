"""Dates, hours, lengths and lists as they are written for a reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from game.engine.issues import Meeting

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


def hour(minutes: int) -> str:
    """Minutes after midnight as the minutes of 1945 write them.

    >>> hour(14 * 60), hour(5), hour(12 * 60 + 45)
    ('2:00 p.m.', '12:05 a.m.', '12:45 p.m.')
    """
    of_day = minutes % (24 * 60)
    half = "a.m." if of_day < 12 * 60 else "p.m."
    return f"{(of_day // 60 + 11) % 12 + 1}:{of_day % 60:02} {half}"


def _after_midnight(clock: str) -> int | None:
    parts = clock.split(":")
    if len(parts) != 2 or not all(part.isdigit() for part in parts):
        return None
    return int(parts[0]) * 60 + int(parts[1])


def time_of_day(meeting: Meeting, speeches: int, exchanges: int) -> str:
    """The hour after ``speeches`` of the ``2 * exchanges`` there are, between the hours the record gives; or nothing.

    The clock of a meeting is its speeches: no time passes while a player thinks.
    """
    begins, ends = _after_midnight(meeting.begins), _after_midnight(meeting.ends)
    if begins is None or ends is None or exchanges <= 0:
        return ""
    length = (ends - begins) % (24 * 60)
    return hour(begins + length * min(speeches, 2 * exchanges) // (2 * exchanges))


def hours(meeting: Meeting) -> str:
    """When a meeting begins and ends, or nothing where the record does not say."""
    begins, ends = _after_midnight(meeting.begins), _after_midnight(meeting.ends)
    if begins is None:
        return ""
    return hour(begins) if ends is None else f"{hour(begins)} to {hour(ends)}"


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
