"""A line to write where a key is missing: the key with something that fits its kind, for the author to change."""

from __future__ import annotations

import types
import typing
from collections import Counter
from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo

from game.authoring.schema.common import DATE, SLUG
from game.authoring.yaml_source import Document, Where

_STEMS = {"id", "head", "meeting"}
"""Keys that, at the top of a file or as the head of an issue, name the file."""


def line_for(document: Document, where: Where, field: FieldInfo) -> str:
    """“key: value” for the missing key at the end of ``where``; empty where nothing can be told.

    The value is what the key mostly has elsewhere in the file, or else the first that is allowed, or the description.
    """
    key = str(where[-1])
    value = _value(document, where, field)
    return f"{key}: {value}" if value else ""


def _value(document: Document, where: Where, field: FieldInfo) -> str:
    key, kind = str(where[-1]), _bare(field.annotation)
    stem = document.path.rpartition("/")[2].removesuffix(".yaml")
    if key in _STEMS and (len(where) == 1 or key == "head"):
        return document.path.split("/")[-2] if stem == "scenario" else stem
    if where[0] == "issues" and where[2:3] == ("options",) and key == "id":
        return _unnamed_option(document, where)
    if key == "basis":
        return _basis(document, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        words = [str(one.value) for one in kind]
        return _usual(document.value, key, words) or words[-1]
    if typing.get_origin(kind) is typing.Literal:
        words = [str(one) for one in typing.get_args(kind)]
        return _usual(document.value, key, words) or words[0]
    if kind is int:
        return _usual(document.value, key) or "1"
    if kind is str:
        return _text(document, key, field)
    return ""


def _basis(document: Document, where: Where) -> str:
    """The basis that what else stands in the entry is enough for."""
    there = document.keys_at(where[:-1])
    if "why" in there:
        return next((one for one in (_usual(document.value, "basis", ["inferred", "invented"]),) if one), "inferred")
    return "attested" if "citations" in there else "reported" if "url" in there else ""


def _text(document: Document, key: str, field: FieldInfo) -> str:
    rules = [rule for one in (field, *_annotated(field)) for rule in getattr(one, "metadata", (one,))]
    pattern = next((rule.pattern for rule in rules if getattr(rule, "pattern", None)), None)
    if pattern == SLUG:
        return "" if key == "id" else _usual(document.value, key)
    if pattern == DATE:
        return _usual(document.value, key) or _usual(document.value, "date") or _usual(document.value, "from")
    if pattern is not None:
        return ""
    most = next((rule.max_length for rule in rules if getattr(rule, "max_length", None)), 200)
    return '"' + str(field.description).replace('"', "")[:most] + '"'


def _annotated(field: FieldInfo) -> tuple[Any, ...]:
    """What is said beside the type itself, where the type is annotated."""
    return typing.get_args(field.annotation)[1:] if typing.get_origin(field.annotation) is typing.Annotated else ()


def _usual(value: object, key: str, words: list[str] | None = None) -> str:
    """What a key mostly has in a file (one of ``words`` if given); empty when it has nothing anywhere."""
    found: Counter[str] = Counter()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get(key), str | int) and (words is None or str(one[key]) in words):
                found[str(one[key])] += 1
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found.most_common(1)[0][0] if found else ""


def _unnamed_option(document: Document, where: Where) -> str:
    """The id that an issue's stakes use for the one option that has none; empty when that can't be told."""
    try:
        issue: Any = document.value["issues"][where[1]]  # type: ignore[index, call-overload]
        known = {option.get("id") for option in issue["options"]}
        used = [name for stake in issue["stakes"].values() for name in stake["points"] if name not in known]
    except (KeyError, TypeError, AttributeError, IndexError):
        return ""
    return used[0] if len(set(used)) == 1 else ""


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - a type as pydantic keeps it
    """An annotation without what is said beside it and without “or None”."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        return _bare(next(one for one in typing.get_args(annotation) if one is not type(None)))
    return annotation
