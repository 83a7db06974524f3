"""The shape a part of a file must have, declared as a class.

A shape names its keys once: what each may hold, whether it may be left out, what it means. Reading, the schemas that
editors use and the authoring guide are all made from that.

>>> class Span(Shape):
...     first: Annotated[int, Bounds(1, 9)] = Field(description="Where it begins.")
...     note: str = Field("", description="What is to be said of it.")
>>> [(key.word, key.needed, key.description) for key in keys_of(Span)]
[('first', True, 'Where it begins.'), ('note', False, 'What is to be said of it.')]
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any

Where = tuple[str | int, ...]
"""The way to a value: keys and places (from 0) from the top of the file."""
Hint = Any
"""What a key may hold, as its annotation says."""
NULL_IS_EMPTY = "null is empty text"
"""Written beside a text that may also be given as null."""
NEEDED: Any = object()
"""Stands for the default of a key that has none."""


class Shape:
    """The base of every shape. No key is allowed that is not named, and nothing changes after reading."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def mistake(self) -> str:
        """What is wrong with the keys taken together; empty when nothing is."""
        return ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How small and how large: characters of a text, parts of a list, or the number; ``pattern`` for a text."""

    least: int | None = None
    most: int | None = None
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something more that a text must satisfy; ``sort`` names the finding when it does not."""

    sort: str
    holds: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Declared:
    """What ``Field`` was told."""

    default: Any
    description: str
    bounds: Bounds
    alias: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a shape: the name of the attribute, the word in the file, what it may hold and means."""

    name: str
    word: str
    hint: Hint
    default: Any
    description: str

    @property
    def needed(self) -> bool:
        """Whether it must be there."""
        return self.default is NEEDED


def Field(  # noqa: N802
    default: Any = NEEDED,  # noqa: ANN401
    *,
    description: str,
    least: int | None = None,
    most: int | None = None,
    alias: str = "",
) -> Any:  # noqa: ANN401
    """Declares a key. Without a default it must be there; ``alias`` is its word in the file where that is another."""
    return Declared(default, description, Bounds(least, most), alias)


def keys_of(kind: type[Shape]) -> tuple[Key, ...]:
    """The keys of a shape, those of its bases first."""
    shape: Hint = kind
    return _keys(shape)


@cache
def _keys(kind: Hint) -> tuple[Key, ...]:
    found = []
    for name, hint in typing.get_type_hints(kind, include_extras=True).items():
        declared: Declared = getattr(kind, name)
        bounded = declared.bounds != Bounds()
        whole = Annotated[hint, declared.bounds] if bounded else hint
        found.append(Key(name, declared.alias or name, whole, declared.default, declared.description))
    return tuple(found)


def plain(shape: Shape) -> dict[str, Any]:
    """A shape as plain values under the words of the file; what is at its default is left out."""
    there = ((key, getattr(shape, key.name)) for key in keys_of(type(shape)))
    return {key.word: _plain(value) for key, value in there if key.needed or value != key.default}


def walk(shape: Shape, where: Where = ()) -> Iterator[tuple[Where, Shape]]:
    """A shape and every shape inside it, each with the way to it in its file, in the order of its keys."""
    yield where, shape
    for key in keys_of(type(shape)):
        value = getattr(shape, key.name)
        if isinstance(value, _HOLDERS):
            yield from _inside(value, (*where, key.word))


def parts_of(hint: Hint) -> tuple[Hint, tuple[Any, ...]]:
    """What a key may hold without its bounds and rules, and these."""
    origin: object = typing.get_origin(hint)
    if origin is Annotated:
        bare, *beside = typing.get_args(hint)
        return bare, tuple(beside)
    return hint, ()


def without_null(hint: Hint) -> Hint | None:
    """What a key may hold besides null; None where it may not be null."""
    origin: object = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return next(one for one in typing.get_args(hint) if one is not type(None))
    return None


_HOLDERS = (Shape, tuple, dict)
"""What may have a shape in it."""


def _inside(value: object, where: Where) -> Iterator[tuple[Where, Shape]]:
    if isinstance(value, Shape):
        yield from walk(value, where)
    elif isinstance(value, tuple | dict):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(one, _HOLDERS):
                yield from _inside(one, (*where, key))


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Shape):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value.value if isinstance(value, Enum) else value
