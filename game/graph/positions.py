"""A table as a short key: for each issue both positions and the status, one character an issue.

Keys are what the nodes of the concession graph are compared by: two moments are the same node when every issue
stands the same, whatever was said on the way. Instructions, offers and telegrams are not part of it.
"""

from __future__ import annotations

from hashlib import blake2s
from itertools import compress
from operator import is_not

from game.engine.scenario import Agenda
from game.engine.state import Standing, State, Status
from game.slim import dataclass

Key = str
"""One character for each issue in agenda order."""
_STATUSES = tuple(Status)
_PLACES = {status: place for place, status in enumerate(_STATUSES)}
_FIRST_CHARACTER = 0x100


@dataclass(frozen=True, slots=True)
class Held:
    """One issue at a table: the option each side holds (None where it holds none), and the status."""

    issue: str
    options: tuple[str | None, str | None]
    status: Status


def key(state: State) -> Key:
    """The key of a state's table."""
    agenda = state.scenario.agenda
    return "".join([_character(agenda, place, standing) for place, standing in enumerate(state.table)])


def places_changed(before: tuple[Standing, ...], after: tuple[Standing, ...]) -> list[int]:
    """The places of the issues whose standing a step replaced. A step shares with the table before it all others."""
    if before is after:
        return []
    return list(compress(range(len(after)), map(is_not, before, after)))


class Keys:
    """The keys of one agenda's tables, each made from the key of the table before it."""

    def __init__(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self._known: list[dict[tuple[tuple[str | None, str | None], Status], str]] = [{} for _ in agenda.issues]

    def after(self, before: Key, table: tuple[Standing, ...], places: list[int]) -> Key:
        """The key of ``table``, from the key of the table before it and the places that changed."""
        for place in places:
            standing = table[place]
            known = self._known[place]
            told = standing.positions, standing.status
            if told not in known:
                known[told] = _character(self._agenda, place, standing)
            before = before[:place] + known[told] + before[place + 1 :]
        return before


def _character(agenda: Agenda, place: int, standing: Standing) -> str:
    issue = agenda.issues[place]
    first, second = standing.positions
    here = agenda.level(issue.id, first) if first else 0
    there = agenda.level(issue.id, second) if second else 0
    number = (here * (len(issue.options) + 1) + there) * len(_STATUSES) + _PLACES[standing.status]
    return chr(_FIRST_CHARACTER + number)


def held(agenda: Agenda, table: Key) -> tuple[Held, ...]:
    """What a key says of each issue, in agenda order."""
    found = []
    for issue, character in zip(agenda.issues, table, strict=True):
        number, status = divmod(ord(character) - _FIRST_CHARACTER, len(_STATUSES))
        first, second = divmod(number, len(issue.options) + 1)
        options = tuple(issue.options[level - 1].id if level else None for level in (first, second))
        found.append(Held(issue.id, (options[0], options[1]), _STATUSES[status]))
    return tuple(found)


def statuses(table: Key) -> list[Status]:
    """The status of each issue, in agenda order."""
    return [_STATUSES[(ord(character) - _FIRST_CHARACTER) % len(_STATUSES)] for character in table]


def changed(agenda: Agenda, before: Key, after: Key) -> tuple[str, ...]:
    """The issues that stand differently, in agenda order."""
    pairs = zip(agenda.issues, before, after, strict=True)
    return tuple([issue.id for issue, was, now in pairs if was != now])


def agreed(agenda: Agenda, table: Key) -> tuple[str, ...]:
    """The issues agreed at a table, in agenda order."""
    pairs = zip(agenda.issues, statuses(table), strict=True)
    return tuple(issue.id for issue, status in pairs if status is Status.AGREED)


def name(table: Key) -> str:
    """A short name for a table, the same in every process: 12 hexadecimal digits."""
    return blake2s(table.encode("utf-8"), digest_size=6).hexdigest()
