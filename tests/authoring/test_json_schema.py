"""The schemas editors read: kept up to date with the shapes, and true of every file that is shipped.

``PLENIPO_GOLDEN=write`` writes them anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from game.authoring.folder import extends
from game.authoring.json_schema import KINDS, Schema, file_name, json_schema, written
from game.authoring.yaml_source import read

ROOT = Path(__file__).parent.parent.parent
KEPT = ROOT / "scenarios" / "schema"
HEADER = "# yaml-language-server: $schema="
SHIPPED = sorted([*ROOT.glob("scenarios/**/*.yaml"), *ROOT.glob("sources/**/*.yaml")])
MADE_FOR_TESTS = sorted([*ROOT.glob("tests/scenarios/**/*.yaml"), *ROOT.glob("tests/sources/**/*.yaml")])


def kind_of(path: Path) -> str:
    if path.name == "source.yaml":
        return "source"
    if path.name == "scenario.yaml":
        return "extension" if extends(path.parent) else "scenario"
    return path.parent.name if path.parent.name in KINDS else path.stem


@lru_cache
def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(json_schema(kind))


def mistakes(kind: str, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(kind).iter_errors(value)]


def inside(schema: object) -> Iterator[Schema]:
    """Every schema inside a schema, itself included."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from inside(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from inside(part)


@pytest.mark.parametrize("kind", KINDS)
def test_kept_schema_is_up_to_date(kind: str):
    kept = KEPT / file_name(kind)
    if os.environ.get("PLENIPO_GOLDEN") == "write":
        KEPT.mkdir(exist_ok=True)
        kept.write_text(written(kind), "utf-8")

    assert kept.read_text("utf-8") == written(kind), "run this test with PLENIPO_GOLDEN=write, then read the diff"


def test_no_other_schema_is_kept():
    assert {path.name for path in KEPT.iterdir()} == {file_name(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_draft_7_closed_and_described(kind: str):
    schema = json.loads(written(kind))

    Draft7Validator.check_schema(schema)
    for part in inside(schema):
        assert not {"$defs", "prefixItems"} & set(part)
        assert "$ref" not in part or set(part) == {"$ref"}, "draft-07 does not read what stands beside a reference"
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            properties = part.get("properties", {})
            assert [key for key, one in properties.items() if not {"description", "$ref"} & set(one)] == []
            assert part.get("description") or "patternProperties" in part


@pytest.mark.parametrize("path", [*SHIPPED, *MADE_FOR_TESTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_satisfies_its_schema(path: Path):
    assert mistakes(kind_of(path), read(path, path.name).value) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_names_its_schema_in_its_first_line(path: Path):
    first = path.read_text("utf-8").split("\n", 1)[0]

    assert first.startswith(HEADER)
    assert (path.parent / first.removeprefix(HEADER)).resolve() == KEPT / file_name(kind_of(path))


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        ("events", {"evnets": []}, "'evnets' was unexpected"),
        ("events", {"events": "rain"}, "'rain' is not of type 'array'"),
        ("events", {"events": [{"id": "Rain"}]}, "'Rain' does not match"),
        ("scenario", {"parties": ["eastquay"]}, "['eastquay'] is too short"),
        ("issues", {"issues": []}, "should be non-empty"),
        ("linkages", {"linkages": [{"kind": "ties"}]}, "'ties' is not one of"),
    ],
)
def test_a_file_of_another_shape_is_refused(kind: str, value: object, says: str):
    assert any(says in mistake for mistake in mistakes(kind, value))


def test_a_note_may_be_null_and_words_may_not():
    event = {"id": "rain", "date": "1952-05-16", "known_to": ["eastquay"], "basis": "invented", "why": "Rain."}

    assert mistakes("events", {"events": [{**event, "text": "It rains.", "note": None}]}) == []
    assert mistakes("events", {"events": [{**event, "text": None}]}) != []
