"""JSON Schema (draft-07) of every kind of file, made from the shapes, for editors that complete and check as one types.

A schema knows the shape of one file only; whether names exist and quotations hold is for ``plenipo check``.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from game.authoring.schema.common import Shape
from game.authoring.schema.evidence import DisputesFile, EventsFile, EvidenceFile, LinkagesFile
from game.authoring.schema.history import HistoryFile
from game.authoring.schema.issues import IssuesFile
from game.authoring.schema.parties import PartyFile
from game.authoring.schema.scenario import ExtensionFile, ScenarioFile
from game.authoring.schema.source import SourceFile

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
    return _as_draft_7(shape.model_json_schema(schema_generator=_Generator))


def written(kind: str) -> str:
    """The schema of one kind of file as it is kept under ``scenarios/schema/``."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def file_name(kind: str) -> str:
    """The name a schema is kept under.

    >>> file_name("issues")
    'issues.schema.json'
    """
    return f"{kind}.schema.json"


class _Generator(GenerateJsonSchema):
    """Leaves out the titles that would only repeat the names of keys."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def _as_draft_7(schema: Schema) -> Schema:
    """A schema of draft 2020-12, as pydantic makes it, in the words of draft-07, which editors know."""
    made = {_RENAMED.get(key, key): _part(one) for key, one in schema.items()}
    if "patternProperties" in made:
        made.setdefault("additionalProperties", False)
    if isinstance(made.get("items"), list):
        made["additionalItems"] = False
    return _referring(made) if "$ref" in made else made


def _part(value: object) -> object:
    if isinstance(value, dict):
        return _as_draft_7(value)
    if isinstance(value, list):
        return [_part(one) for one in value]
    return value.replace("``", "`") if isinstance(value, str) else value


_RENAMED = {"$defs": "definitions", "prefixItems": "items"}


def _referring(made: Schema) -> Schema:
    """A reference in the place draft-07 knows; what stands beside one is not read there, so it is wrapped."""
    reference = {"$ref": made.pop("$ref").replace("#/$defs/", "#/definitions/")}
    return {"allOf": [reference], **made} if made else reference
