"""Plain values read into a shape, and every mistake found on the way, all of a file at once.

A value is never converted: text is text, a number a number. How a shape is read is worked out once, from its keys.

>>> from game.authoring.shape import Field
>>> class Span(Shape):
...     first: Annotated[int, Bounds(1, 9)] = Field(description="Where it begins.")
...     note: str = Field("", description="What is to be said of it.")
>>> [(one.sort, one.where, one.said) for one in read(Span, {"first": 12, "nte": "x"})[1]]
[('too-large', ('first',), '9'), ('unknown', ('nte',), '')]
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar

from game.authoring.shape import (
    NEEDED,
    NULL_IS_EMPTY,
    Bounds,
    Hint,
    Rule,
    Shape,
    Where,
    keys_of,
    parts_of,
    without_null,
)

S = TypeVar("S", bound=Shape)
KEY = "[key]"
"""The last step of the way to a key, where the key itself is wrong."""


class Finding(NamedTuple):
    """A value that is not as its shape has it. ``said`` is the bound, the pattern, the words or the sentence."""

    sort: str
    where: Where
    value: object
    said: str = ""


def read(kind: type[S], value: object) -> tuple[S, list[Finding]]:
    """A value in a shape, and what is wrong with it; with any finding the shape is not to be used."""
    found: list[Finding] = []
    shape: Hint = kind
    return _kept_reader(shape)(value, found), found


Reader = Callable[[Any, list[Finding]], Any]
"""Takes a plain value, gives it in its shape, and adds what is wrong; the way is counted from the value itself."""


def _reader(hint: Hint) -> Reader:
    """How what a hint says is read. One with null in it, or bounds, is read round the bare one."""
    bare, beside = parts_of(hint)
    inner = without_null(bare)
    if inner is not None:
        return _or_null(_kept_reader(Annotated[(inner, *beside)] if beside else inner))
    return _bare_reader(bare, beside)


_kept_reader = cache(_reader)


def _bare_reader(bare: Hint, beside: tuple[Any, ...]) -> Reader:
    bounds = [one for one in beside if isinstance(one, Bounds)]
    least = next((one.least for one in reversed(bounds) if one.least is not None), None)
    most = next((one.most for one in reversed(bounds) if one.most is not None), None)
    origin: object = typing.get_origin(bare)
    inside = typing.get_args(bare)
    if origin is tuple:
        return _list(_kept_reader(inside[0]), least, most) if Ellipsis in inside else _row(inside)
    if origin is dict:
        return _table(_kept_reader(inside[0]), _kept_reader(inside[1]), most)
    if origin is typing.Literal:
        return _word({word: word for word in inside})
    if issubclass(bare, Shape):
        return _shape(bare)
    if issubclass(bare, Enum):
        return _word({one.value: one for one in bare})
    if bare is str:
        return _text(beside, least, most)
    return _number(least, most) if bare is int else _truth


def _or_null(reader: Reader) -> Reader:
    return lambda value, found: None if value is None else reader(value, found)


def _text(beside: tuple[Any, ...], least: int | None, most: int | None) -> Reader:
    pattern = next((one.pattern for one in beside if isinstance(one, Bounds) and one.pattern), "")
    matches = re.compile(pattern.removesuffix("$") + r"\Z").match if pattern else None
    rules = [one for one in beside if isinstance(one, Rule)]
    shortest, longest, null_is_empty = least or 0, most or 10**9, NULL_IS_EMPTY in beside

    def text(value: Any, found: list[Finding]) -> str:  # noqa: ANN401
        if type(value) is not str:
            if not (null_is_empty and value is None):
                found.append(Finding("text", (), value))
            return ""
        if not shortest <= len(value) <= longest:
            long = len(value) > longest
            found.append(Finding("long-text" if long else "short-text", (), value, str(longest if long else shortest)))
        elif matches is not None and not matches(value):
            found.append(Finding("pattern", (), value, pattern))
        elif rules:
            found += [Finding(rule.sort, (), value) for rule in rules if not rule.holds(value)]
        return value

    return text


def _number(least: int | None, most: int | None) -> Reader:
    def number(value: Any, found: list[Finding]) -> int:  # noqa: ANN401
        if type(value) is not int:
            found.append(Finding("number", (), value))
            return 0
        if least is not None and value < least:
            found.append(Finding("too-small", (), value, str(least)))
        if most is not None and value > most:
            found.append(Finding("too-large", (), value, str(most)))
        return value

    return number


def _truth(value: Any, found: list[Finding]) -> bool:  # noqa: ANN401
    if type(value) is not bool:
        found.append(Finding("truth", (), value))
    return bool(value)


def _word(words: dict[str, Any]) -> Reader:
    def word(value: Any, found: list[Finding]) -> Any:  # noqa: ANN401
        if isinstance(value, str) and value in words:
            return words[value]
        found.append(Finding("word", (), value, " ".join(words)))
        return None

    return word


def _list(reader: Reader, least: int | None, most: int | None) -> Reader:
    def several(value: Any, found: list[Finding]) -> tuple[Any, ...]:  # noqa: ANN401
        if type(value) is not list:
            found.append(Finding("list", (), value))
            return ()
        if most is not None and len(value) > most:
            found.append(Finding("long-list", (), value, str(most)))
        if least is not None and len(value) < least:
            found.append(Finding("short-list", (), value, str(least)))
        return tuple([_at(place, reader, one, found) for place, one in enumerate(value)])

    return several


def _row(inside: tuple[Hint, ...]) -> Reader:
    """A list with a fixed number of parts."""
    readers = [_kept_reader(hint) for hint in inside]

    def row(value: Any, found: list[Finding]) -> tuple[Any, ...]:  # noqa: ANN401
        if type(value) is not list:
            found.append(Finding("list", (), value))
            return ()
        if len(value) > len(readers):
            found.append(Finding("long-list", (), value, str(len(readers))))
        found += [Finding("missing", (place,), value) for place in range(len(value), len(readers))]
        pairs = enumerate(zip(readers, value, strict=False))
        return tuple(_at(place, reader, one, found) for place, (reader, one) in pairs)

    return row


def _table(key_reader: Reader, reader: Reader, most: int | None) -> Reader:
    def table(value: Any, found: list[Finding]) -> dict[str, Any]:  # noqa: ANN401
        if type(value) is not dict:
            found.append(Finding("table", (), value))
            return {}
        if most is not None and len(value) > most:
            found.append(Finding("long-list", (), value, str(most)))
        for key in value:
            before = len(found)
            key_reader(key, found)
            if len(found) > before:
                found[before:] = [one._replace(where=(key, KEY)) for one in found[before:]]
        return {key: _at(key, reader, one, found) for key, one in value.items()}

    return table


def _shape(kind: type[Shape]) -> Reader:
    fields = [(key.name, key.word, _kept_reader(key.hint), key.default) for key in keys_of(kind)]
    words = {word for _, word, _, _ in fields}

    def shape(value: Any, found: list[Finding]) -> Any:  # noqa: ANN401
        if type(value) is not dict:
            found.append(Finding("table", (), value))
            return None
        made = object.__new__(kind)
        before = len(found)
        for name, word, reader, default in fields:
            if word in value:
                made.__dict__[name] = _at(word, reader, value[word], found)
            elif default is NEEDED:
                found.append(Finding("missing", (word,), value))
            else:
                made.__dict__[name] = default
        found += [Finding("unknown", (word,), one) for word, one in value.items() if word not in words]
        if len(found) == before and (sentence := made.mistake()):
            found.append(Finding("together", (), value, sentence))
        return made

    return shape


def _at(step: str | int, reader: Reader, value: object, found: list[Finding]) -> Any:  # noqa: ANN401
    """What stands at a step, its findings told from one step higher up."""
    before = len(found)
    made = reader(value, found)
    if len(found) > before:
        found[before:] = [one._replace(where=(step, *one.where)) for one in found[before:]]
    return made
