"""A short digest of a state: the same in every process, on every machine."""

from __future__ import annotations

from collections import deque
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any

from game.engine.scenario import Scenario
from game.engine.state import State

LENGTH = 16
"""Hex digits: 64 bits, enough to see a difference, not to withstand a forger."""

LONG = 32
"""Parts from which on a tuple is remembered as it was, to be gone on from."""


def digest(state: State) -> str:
    """Sixteen hex digits that differ when anything in the state does, the scenario aside, which has its own digest.

    Fields at their default are left out, so a field added to the rules with a neutral default does not orphan
    older records.
    """
    return sha256(canonical(state).encode("utf-8")).hexdigest()[:LENGTH]


def canonical(value: object) -> str:
    """A value of the engine as text, always the same: dataclasses by field, tuples in order, enums by their value."""
    match value:
        case None:
            return "-"
        case Scenario():
            return _text(value.id)
        case StrEnum():
            return _text(value.value)
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case str():
            return _text(value)
        case tuple():
            return _row(value) if value and isinstance(value[0], StrEnum) else _listed(value)
        case State():
            return _told(value)
        case _:
            return _part(value)


def _listed(values: tuple[object, ...]) -> str:
    return f"[{_grown(values) if len(values) > LONG else ','.join(map(canonical, values))}]"


def _grown(values: tuple[object, ...]) -> str:
    """The parts of a long tuple. A ledger only grows: what it begins with was put into text a ply ago."""
    begun = next((one for one in _begun if one[0] == values[: len(one[0])]), None)
    if begun is None:
        told = ",".join(map(canonical, values))
    else:
        _begun.remove(begun)
        told = ",".join((begun[1], *map(canonical, values[len(begun[0]) :])))
    _begun.append((values, told))
    return told


_begun: deque[tuple[tuple[object, ...], str]] = deque(maxlen=8)
"""The last long tuples, each with its parts in text."""


def _told(value: object) -> str:
    """A dataclass by its fields, those at their default left out. TypeError when it is none."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"a state holds no {type(value).__name__}")
    held = [(field, getattr(value, field.name)) for field in fields(value)]
    told = [f"{field.name}={canonical(one)}" for field, one in held if not _neutral(field, one)]
    return f"{{{','.join(told)}}}"


_part = lru_cache(maxsize=16384)(_told)
"""Most of a state is as it was a ply ago: its parts, and the rows of instructions, are put into text once."""
_row = lru_cache(maxsize=16384)(_listed)


def _neutral(field: Field[Any], value: object) -> bool:
    if field.default is not MISSING:
        return bool(field.default == value)
    if field.default_factory is not MISSING:
        return bool(field.default_factory() == value)
    return False


def _text(value: str) -> str:
    """Text with its length before it, so that no text can pass for two."""
    return f"{len(value)}'{value}"
