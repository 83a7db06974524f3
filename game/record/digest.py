"""A short digest of a state: the same in every process, on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache, lru_cache
from hashlib import sha256
from operator import is_not
from typing import Any, NamedTuple
from weakref import ref

from game.engine.ledger import Entry, Ledger
from game.engine.scenario import Scenario
from game.engine.state import State

LENGTH = 16
"""Hex digits: 64 bits, enough to see a difference, not to withstand a forger."""

LONG = 32
"""Parts from which on a tuple is remembered as it was, to be gone on from."""
REMEMBERED = 10
"""Long tuples remembered: the table, both sides' instructions and the offers, of two games at once."""
LEDGERS = 2
"""Ledgers whose text is kept, to be gone on from: those of two games."""


def digest(state: State) -> str:
    """Sixteen hex digits that differ when anything in the state does, the scenario aside, which has its own digest.

    Fields at their default are left out, so a field added to the rules with a neutral default does not orphan
    older records. Worked out once for each state, as long as that is held.
    """
    place = id(state)
    known = _digests.get(place)
    if known is not None and known[0]() is state:
        return known[1]
    sum_of_all = sha256()
    for piece in _pieces(state):
        sum_of_all.update(piece)
    found = sum_of_all.hexdigest()[:LENGTH]
    _digests[place] = (ref(state, lambda _: _digests.pop(place, None)), found)
    return found


_digests: dict[int, tuple[ref[State], str]] = {}
"""The digests of the states that still are held, by identity: to compare whole states would cost as much again."""


def canonical(value: object) -> str:
    """A value of the engine as text, always the same: dataclasses by field, tuples in order, enums by their value."""
    match value:
        case str():  # an enum's value, too
            return _text(value)
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case Entry():
            return _line(value)
        case tuple():
            return _row(value) if value and isinstance(value[0], StrEnum) else _listed(value)
        case Ledger():
            return f"[{_lines(value).decode('utf-8')}]"
        case Scenario():
            return _text(value.id)
        case State():
            return b"".join(_pieces(value)).decode("utf-8")
        case _:
            return _part(value)


def _pieces(state: State) -> Iterator[bytes]:
    """The canonical text of a state, as bytes in pieces: a ledger is long, and is not put together again each time."""
    separator = b"{"
    for name, neutral in _fields(State):
        held = getattr(state, name)
        if neutral is MISSING or neutral != held:
            yield separator + name.encode("utf-8") + b"="
            if type(held) is Ledger:  # what an abstract class has to ask is slow, and this is asked of every field
                yield from (b"[", _lines(held), b"]")
            elif isinstance(held, tuple) and len(held) > LONG:
                yield from (b"[", _long(held), b"]")
            else:
                yield canonical(held).encode("utf-8")
            separator = b","
    yield b"}"


def _listed(values: tuple[object, ...]) -> str:
    return f"[{_long(values).decode('utf-8') if len(values) > LONG else ','.join(map(canonical, values))}]"


def _lines(ledger: Ledger) -> bytes:
    """The text of a ledger's lines, separated by commas: that of a ply ago, with what was said since."""
    global _written
    known = next((one for one in _written if one[0] == ledger[: len(one[0])]), (Ledger(), b""))
    told = [known[1]] if known[1] else []
    text = b",".join(told + [_line(line).encode("utf-8") for line in ledger[len(known[0]) :]])
    _written = ((ledger, text), *[one for one in _written if one is not known][: LEDGERS - 1])
    return text


_written: tuple[tuple[Ledger, bytes], ...] = ()


class _Long(NamedTuple):
    """A long tuple, its text, and the texts of its parts."""

    values: tuple[object, ...]
    text: bytes
    parts: tuple[str, ...]


def _long(values: tuple[object, ...]) -> bytes:
    """The text of the parts of a long tuple, separated by commas. What it was a ply ago is changed, or gone on from."""
    global _remembered
    for known in _remembered:
        if known.values is values:
            return known.text
    found, before = next(((made, one) for one in _remembered if (made := _from(one, values))), (None, None))
    if found is None:
        parts = tuple(map(canonical, values))
        found = _Long(values, ",".join(parts).encode("utf-8"), parts)
    _remembered = (found, *[one for one in _remembered if one is not before][: REMEMBERED - 1])
    return found.text


_remembered: tuple[_Long, ...] = ()


def _from(known: _Long, values: tuple[object, ...]) -> _Long | None:
    """The text made from that of another tuple with which this one begins, but for a few parts; None if it does not."""
    length = len(known.values)
    if length > len(values):
        return None
    other = () if known.values == values[:length] else _others(known.values, values)
    if len(other) > length // 2:
        return None
    added = tuple(map(canonical, values[length:]))
    if not other:
        more = "".join([f",{one}" for one in added]).encode("utf-8")
        return _Long(values, known.text + more, (*known.parts, *added))
    parts = [*known.parts, *added]
    for place in other:
        parts[place] = canonical(values[place])
    return _Long(values, ",".join(parts).encode("utf-8"), tuple(parts))


def _others(before: tuple[object, ...], after: tuple[object, ...]) -> tuple[int, ...]:
    """The places at which two tuples do not hold the same object."""
    return tuple([place for place, differs in enumerate(map(is_not, before, after)) if differs])


def _line(entry: Entry) -> str:
    """A line of the ledger by its fields, as ``_told`` tells a part; there are thousands."""
    ply, by, deed, *named = entry
    more = zip(("issue", "option", "note"), named, strict=True)
    rest = "".join([f",{name}={_text(one)}" for name, one in more if one])
    return f"{{ply={ply},by={_text(by)},deed={_text(deed.value)}{rest}}}"


def _told(value: object) -> str:
    """A part by its fields, those at their default left out. TypeError when it has none."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"a state holds no {type(value).__name__}")
    told = []
    kind: Any = type(value)
    for name, neutral in _fields(kind):
        held = getattr(value, name)
        if neutral is MISSING or neutral != held:
            told.append(f"{name}={canonical(held)}")
    return f"{{{','.join(told)}}}"


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The fields of a part with their defaults, MISSING where there is none."""
    pairs = [(one.name, one.default, one.default_factory) for one in fields(kind)]
    return tuple((name, value if made is MISSING else made()) for name, value, made in pairs)


_part = lru_cache(maxsize=16384)(_told)
"""Most of a state is as it was a ply ago: its parts, and the rows of instructions, are put into text once."""
_row = lru_cache(maxsize=16384)(_listed)


def _text(value: str) -> str:
    """Text with its length before it, so that no text can pass for two."""
    return f"{len(value)}'{value}"
