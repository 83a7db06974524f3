"""The hour at the table: a meeting's clock is its speeches, between the hours the record gives."""

from __future__ import annotations

from game.engine.issues import Meeting


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
