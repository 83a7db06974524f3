"""JSON Schema (draft-07) of every kind of file, made from the shapes, for editors that complete and check as one types.

A schema knows the shape of one file only; whether names exist and quotations hold is for ``plenipo check``.
"""

from __future__ import annotations

import inspect
import json
import typing
from enum import Enum
from typing import Annotated, Any

from game.authoring.schema.evidence import DisputesFile, EventsFile, EvidenceFile, LinkagesFile
from game.authoring.schema.history import HistoryFile
from game.authoring.schema.issues import IssuesFile
from game.authoring.schema.parties import PartyFile
from game.authoring.schema.scenario import ExtensionFile, ScenarioFile
from game.authoring.schema.source import SourceFile
from game.authoring.shape import NULL_IS_EMPTY, Bounds, Hint, Key, Shape, keys_of, parts_of, without_null

DRAFT = "http://json-schema.org/draft-07/schema#"
KINDS: dict[str, type[Shape]] = {
    "scenario": ScenarioFile,
    "parties": PartyFile,
    "issues": IssuesFile,
    "evidence": EvidenceFile,
    "linkages": LinkagesFile,
    "events": EventsFile,
    "disputes": DisputesFile,
    "history": HistoryFile,
    "extension": ExtensionFile,
    "source": SourceFile,
}
"""The shape of each kind of file, in the order in which an author meets them; the keys name the schema files."""

Schema = dict[str, Any]


def json_schema(kind: str) -> Schema:
    """The schema of one kind of file; KeyError when there is no such kind."""
    return {"$schema": DRAFT, **shape_schema(KINDS[kind])}


def shape_schema(shape: type[Shape]) -> Schema:
    """The schema of one shape, a whole file or a part of one."""
    inside: dict[str, Schema] = {}
    whole = _table(shape, inside)
    return {"definitions": dict(sorted(inside.items())), **whole} if inside else whole


def written(kind: str) -> str:
    """The schema of one kind of file as it is kept under ``scenarios/schema/``."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def file_name(kind: str) -> str:
    """The name a schema is kept under.

    >>> file_name("issues")
    'issues.schema.json'
    """
    return f"{kind}.schema.json"


def _table(shape: type[Shape], inside: dict[str, Schema]) -> Schema:
    """A mapping with fixed keys; the shapes inside it are put into ``inside``."""
    keys = keys_of(shape)
    needed = [key.word for key in keys if key.needed]
    return {
        "additionalProperties": False,
        "description": _told(shape),
        "properties": {key.word: _entry(key, inside) for key in keys},
        **({"required": needed} if needed else {}),
        "title": shape.__name__,
        "type": "object",
    }


def _entry(key: Key, inside: dict[str, Schema]) -> Schema:
    """What a key may hold. What stands beside a reference is not read in draft-07, so a reference is wrapped."""
    holds = _holds(key.hint, inside)
    if "$ref" in holds:
        holds = {"allOf": [holds]}
    if not key.needed:
        holds["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    return dict(sorted({**holds, "description": key.description.replace("``", "`")}.items()))


def _holds(hint: Hint, inside: dict[str, Schema]) -> Schema:
    bare, beside = parts_of(hint)
    inner = without_null(bare)
    if inner is not None:
        return {"anyOf": [_holds(Annotated[(inner, *beside)] if beside else inner, inside), {"type": "null"}]}
    made = _bare(bare, inside)
    for bounds in (one for one in beside if isinstance(one, Bounds)):
        made |= _bounded(str(made["type"]), bounds)
    made = dict(sorted(made.items()))
    return {"anyOf": [made, {"type": "null"}]} if NULL_IS_EMPTY in beside else made


def _bare(bare: Hint, inside: dict[str, Schema]) -> Schema:
    origin: object = typing.get_origin(bare)
    parts = typing.get_args(bare)
    if origin is tuple and Ellipsis in parts:
        return {"items": _holds(parts[0], inside), "type": "array"}
    if origin is tuple:
        size = {"maxItems": len(parts), "minItems": len(parts)}
        return {"additionalItems": False, "items": [_holds(one, inside) for one in parts], **size, "type": "array"}
    if origin is dict:
        (pattern,) = (one.pattern for one in parts_of(parts[0])[1] if isinstance(one, Bounds))
        entries = {pattern: _holds(parts[1], inside)}
        return {"additionalProperties": False, "patternProperties": entries, "type": "object"}
    if origin is typing.Literal:
        return {"enum": list(parts), "type": "string"}
    if issubclass(bare, Shape | Enum):
        return _referred(bare, inside)
    return {"type": {str: "string", int: "integer", bool: "boolean"}[bare]}


def _referred(kind: type[Shape | Enum], inside: dict[str, Schema]) -> Schema:
    name = kind.__name__
    if name not in inside:
        inside[name] = {}
        if issubclass(kind, Shape):
            inside[name] = _table(kind, inside)
        else:
            words = [one.value for one in kind]
            inside[name] = {"description": _told(kind), "enum": words, "title": name, "type": "string"}
    return {"$ref": f"#/definitions/{name}"}


_LIMITS = {
    "string": ("minLength", "maxLength"),
    "integer": ("minimum", "maximum"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}
"""What the least and the most are called in a schema, by type."""


def _bounded(kind: str, bounds: Bounds) -> Schema:
    limits = zip((*_LIMITS[kind], "pattern"), (bounds.least, bounds.most, bounds.pattern or None), strict=True)
    return {word: limit for word, limit in limits if limit is not None}


def _told(kind: type) -> str:
    return inspect.cleandoc(kind.__doc__ or "").replace("``", "`")
