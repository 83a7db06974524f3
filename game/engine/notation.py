"""Moves as plain mappings, and back: the notation of records and of history files. Pure; no file format here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any

from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Happening,
    Hold,
    Move,
    Occur,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.package import Package

VERBS: dict[str, type] = {
    "propose": Propose,
    "accept": Accept,
    "reject": Reject,
    "hold": Hold,
    "argue": Argue,
    "cite": CiteMinutes,
    "ask": Ask,
    "answer": Answer,
    "reserve": Reserve,
    "withdraw": Withdraw,
    "consult": ConsultCapital,
    "yield": Yield,
    "adjourn": Adjourn,
    "walk-out": WalkOut,
    "occur": Occur,
}
_NAMES = {verb: name for name, verb in VERBS.items()}
_ENUMS: dict[tuple[type, str], type[StrEnum]] = {
    (Propose, "terms"): Terms,
    (Propose, "responsibility"): Responsibility,
    (Accept, "degree"): Degree,
    (Accept, "responsibility"): Responsibility,
    (Answer, "reply"): Reply,
    (Reserve, "to"): Recourse,
    (Occur, "what"): Happening,
}
_PACKAGES = {"package", "standing", "asks"}
_NUMBERS = {"offer", "ply", "number"}


class NotationError(ValueError):
    """A mapping that is not a move: what was found, and what was expected."""


def written(move: Move) -> dict[str, Any]:
    """A move as a mapping of plain values; fields at their default are left out.

    >>> written(Yield("china"))
    {'do': 'yield', 'by': 'china'}
    """
    out: dict[str, Any] = {"do": _NAMES[type(move)]}
    for field in fields(move):
        value = getattr(move, field.name)
        if value == _default(field):
            continue
        if isinstance(value, Package):
            value = dict(value.items)
        elif isinstance(value, StrEnum):
            value = value.value
        elif isinstance(value, tuple):
            value = list(value)
        out[field.name] = value
    return out


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def read(mapping: Mapping[str, Any]) -> Move:
    """The move a mapping describes. NotationError says what is wrong; unknown keys are refused.

    >>> read({"do": "ask", "by": "china", "issue": "railway-board"}).issue
    'railway-board'
    """
    name = mapping.get("do")
    verb = VERBS.get(name) if isinstance(name, str) else None
    if verb is None:
        raise NotationError(f"unknown move {name!r}; expected one of: {', '.join(VERBS)}")
    known = {field.name for field in fields(verb)}
    values: dict[str, Any] = {}
    for key, value in mapping.items():
        if key == "do":
            continue
        if key not in known:
            raise NotationError(f"a {name} has no {key!r}; it has: {', '.join(sorted(known))}")
        values[key] = _value(verb, key, value)
    try:
        move: Move = verb(**values)
    except TypeError:
        missing = [
            f for f in ("by", "package", "issue", "issues", "reply", "offer", "what") if f in known and f not in values
        ]
        raise NotationError(f"a {name} needs: {', '.join(missing)}") from None
    return move


def _value(verb: type, key: str, value: object) -> object:
    if key in _PACKAGES:
        if not isinstance(value, Mapping) or not all(isinstance(x, str) for pair in value.items() for x in pair):
            raise NotationError(f"{key} must map issues to options, not {value!r}")
        return Package.of({str(issue): str(option) for issue, option in value.items()})
    if key == "issues":
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            raise NotationError(f"issues must be a list of issue ids, not {value!r}")
        return tuple(value)
    if key in _NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int):
            raise NotationError(f"{key} must be a whole number, not {value!r}")
        return value
    if not isinstance(value, str):
        raise NotationError(f"{key} must be text, not {value!r}")
    kind = _ENUMS.get((verb, key))
    if kind is None:
        return value
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(kind)
        raise NotationError(f"{key} can't be {value!r}; expected one of: {allowed}") from None
