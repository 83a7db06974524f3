"""A file as an author wrote it and as the program understands it, kept together so that a mistake knows its place."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.authoring.diagnostics import Diagnostic, nearest, quoted, suggestion
from game.authoring.schema.common import DATE, PATTERNS, Shape
from game.authoring.templates import line_for
from game.authoring.text_source import Pos
from game.authoring.yaml_source import Document, Where
from game.slim import dataclass

M = TypeVar("M", bound=Shape)
M_co = TypeVar("M_co", bound=Shape, covariant=True)

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
}
_BOUNDS = {
    "string_too_long": "the text is too long: at most {max_length} characters",
    "string_too_short": "there must be some text here",
    "too_long": "the list is too long: at most {max_length}",
    "too_short": "the list is too short: at least {min_length}",
    "greater_than_equal": "the number is too small: at least {ge}",
    "less_than_equal": "the number is too large: at most {le}",
}


@dataclass(frozen=True)
class Sheet(Generic[M_co]):
    """One file: the document it was read from, and its shape."""

    document: Document
    model: M_co

    @cached_property
    def parts(self) -> tuple[tuple[Where, BaseModel], ...]:
        """The file's shape and every part of it, as ``walk`` finds them."""
        return tuple(walk(self.model))

    def at(self, code: str, where: Where, message: str, hint: str = "") -> Diagnostic:
        """A mistake at a value of this file."""
        return self.document.problem(code, self.document.at(where), message, hint)

    def at_key(self, code: str, where: Where, message: str, hint: str = "") -> Diagnostic:
        """A mistake at a key of this file."""
        return self.document.problem(code, self.document.key_at(where), message, hint)


def shaped(document: Document, kind: type[M]) -> tuple[Sheet[M] | None, tuple[Diagnostic, ...]]:
    """The document in the shape of ``kind``, and every mistake in it; no sheet when the shape does not fit."""
    if not isinstance(document.value, dict):
        message = "the file is empty" if document.value is None else "expected keys and values"
        hint = f"it should begin with: {', '.join(_names(kind)[:3])}"
        wrong = document.problem("S112", document.root.pos, message, hint)
        return None, (*document.problems, wrong)
    try:
        return Sheet(document, kind.model_validate(document.value)), document.problems
    except ValidationError as failure:
        found = failure.errors(include_url=False, include_input=True)
        return None, (*document.problems, *_mistakes(document, kind, found))


def walk(model: BaseModel, where: Where = ()) -> Iterator[tuple[Where, BaseModel]]:
    """A model and every model inside it, each with the way to it in its file, in the order of the file's shape."""
    yield where, model
    for name, key in _keys(type(model)):
        value = getattr(model, name)
        if isinstance(value, _HOLDERS):
            yield from _inside(value, (*where, key))


_HOLDERS = (BaseModel, tuple, dict)
"""What may have a model in it."""


@cache
def _keys(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The name of each field of a shape, and the key it has in a file."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())


def _inside(value: object, where: Where) -> Iterator[tuple[Where, BaseModel]]:
    if isinstance(value, BaseModel):
        yield from walk(value, where)
    elif isinstance(value, tuple | dict):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(one, _HOLDERS):
                yield from _inside(one, (*where, key))


def _mistakes(document: Document, kind: type[Shape], found: list[ErrorDetails]) -> Iterator[Diagnostic]:
    """A mistake for each finding, but none that only follows from another.

    A key that is missing because it is misspelled counts once; a list that is short because its parts have mistakes is
    not short.
    """
    meant = _meant(document, kind, found)
    replaced = {(*where[:-1], word) for where, word in meant.items()}
    for one in found:
        where = tuple(one["loc"])
        if one["type"] == "extra_forbidden":
            yield _unknown_key(document, kind, where, meant[where])
        elif not (one["type"] == "missing" and where in replaced) and not _only_spoiled(one):
            yield _mistake(document, kind, one)


def _meant(document: Document, kind: type[Shape], found: list[ErrorDetails]) -> dict[Where, str]:
    """For each key that is not known, the one that was meant, if any: one that must be there, then one that may be
    there and is not, and only then one that stands there already."""
    missing = [tuple(one["loc"]) for one in found if one["type"] == "missing"]
    meant = {}
    for one in found:
        if one["type"] == "extra_forbidden":
            where = tuple(one["loc"])
            word = str(where[-1])
            here = [str(other[-1]) for other in missing if other[:-1] == where[:-1]]
            names = _names(_kind_at(kind, where[:-1]))
            written = document.keys_at(where[:-1])
            unwritten = [name for name in names if name not in written]
            near = nearest(word, here, likeness=0.4) or nearest(word, unwritten)
            meant[where] = near or nearest(word, names)
    return meant


def _unknown_key(document: Document, kind: type[Shape], where: Where, meant: str) -> Diagnostic:
    names = _names(_kind_at(kind, where[:-1]))
    hint = f"did you mean “{meant}”?" if meant else suggestion(str(where[-1]), names)
    return document.problem("S110", document.key_at(where), f"unknown key “{where[-1]}”", hint)


def _only_spoiled(found: ErrorDetails) -> bool:
    return found["type"] == "too_short" and len(found["input"]) >= found.get("ctx", {})["min_length"]


def _mistake(document: Document, kind: type[Shape], found: ErrorDetails) -> Diagnostic:
    where: Where = tuple(found["loc"])
    sort, context = found["type"], found.get("ctx", {})
    if where and where[-1] == "[key]":
        pos = document.key_at(where[:-1])
        return document.problem("S114", pos, *_pattern(found["input"], context))
    pos = document.at(where)
    if sort == "missing":
        return document.problem("S111", pos, f"“{where[-1]}” is missing", _addition(document, kind, where, pos))
    if sort in _EXPECTED:
        message = f"expected {_EXPECTED[sort]}, found {_found(found['input'])}"
        return document.problem("S112", pos, message, _meaning(kind, where))
    if sort in ("literal_error", "enum"):
        return document.problem("S113", pos, *_choice(found["input"], str(context.get("expected", ""))))
    if sort == "string_pattern_mismatch":
        return document.problem("S114", pos, *_pattern(found["input"], context))
    if sort == "no_such_day":
        return document.problem("S114", pos, f"there is no day {found['input']}", PATTERNS[DATE])
    if sort in _BOUNDS:
        return document.problem("S115", pos, _BOUNDS[sort].format(**context), _meaning(kind, where))
    return document.problem("S116", pos, str(found["msg"]), _meaning(kind, where))


def _addition(document: Document, kind: type[Shape], where: Where, pos: Pos) -> str:
    """The line to add for a missing key, and where from the place of the mistake; and what the key is for."""
    holder = _kind_at(kind, where[:-1])
    fields = {field.alias or name: field for name, field in holder.model_fields.items()} if holder else {}
    line = document.lines[pos.line - 1] if pos.line <= len(document.lines) else ""
    before = line[: pos.column - 1]
    template = line_for(document, where, fields[str(where[-1])]) if str(where[-1]) in fields else ""
    if not template or before.strip(" -") or line[pos.column - 1 :].startswith(("{", "[")):
        return _meaning(kind, where)
    return f"add the line {quoted(template)} {'below' if '-' in before else 'above'}, with what is right"


def _pattern(value: object, context: dict[str, Any]) -> tuple[str, str]:
    rule = PATTERNS.get(str(context.get("pattern")), "look at the other entries of this kind")
    return f"“{value}” is not written as it must be", rule


def _choice(value: object, expected: str) -> tuple[str, str]:
    words = [word for word in expected.replace(" or ", ",").replace("'", " ").split(",") if word.strip()]
    return f"“{value}” is not one of the words allowed here", suggestion(str(value), [w.strip() for w in words])


def _found(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true or false"
    return f"the number {value}" if isinstance(value, int | float) else "text"


def _meaning(kind: type[Shape], where: Where) -> str:
    """What the key that ``where`` ends with is for, from its description."""
    for end in range(len(where), 0, -1):
        holder = _kind_at(kind, where[: end - 1])
        if holder is not None:
            for name, field in holder.model_fields.items():
                if where[end - 1] in (name, field.alias):
                    return f"{where[end - 1]}: {field.description}"
    return ""


def _names(kind: type[Shape] | None) -> list[str]:
    return [key for _, key in _keys(kind)] if kind else []


def _kind_at(kind: type[Shape], where: Where) -> type[Shape] | None:
    """The shape at the end of ``where``, or None where that is no mapping with fixed keys."""
    here: object = kind
    for step in where:
        here = _step(here, step)
    return here if isinstance(here, type) and issubclass(here, Shape) else None


def _step(here: object, step: str | int) -> object:
    if isinstance(here, type) and issubclass(here, BaseModel):
        for name, field in here.model_fields.items():
            if step in (name, field.alias):
                return _bare(field.annotation)
        return None
    parts = typing.get_args(here)
    if not parts:
        return None
    return _bare(parts[-1] if typing.get_origin(here) is dict or Ellipsis not in parts else parts[0])


def _bare(annotation: object) -> object:
    """An annotation without its metadata and without “or None”."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        return _bare(next(one for one in typing.get_args(annotation) if one is not type(None)))
    return annotation
