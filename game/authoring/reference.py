"""The reference to the authoring guide: every key of every kind of file, and every diagnostic code, as Markdown.

``scenarios/REFERENCE.md`` keeps it between two markers for each section; a test compares, and writes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from game.authoring.codes import CODES, THEMES
from game.authoring.json_schema import KINDS, Schema, json_schema, shape_schema
from game.authoring.schema.common import DATE, SLUG, URL, Backed

PATTERNS = {
    SLUG: "id",
    DATE: "day",
    URL: "address",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "hour in double quotes",
    r"^[IVX]{0,5}$": "Roman number up to XXXIX",
    r"^[A-Z][0-9]{1,2}$": "capital letter and one or two digits",
    r"^[A-Z][0-9]{2}[a-z]?$": "capital letter and two digits, perhaps a small letter",
}
"""What a text of each pattern is called."""
BACKING = "Basis of a value"
"""Title of the table of the four keys that say where a value comes from."""


def keys_reference() -> str:
    """A table for each kind of file and for each kind of entry in it, each entry told once, where it is first met."""
    backed = shape_schema(Backed)
    told: set[str] = set()
    parts = [f"### {BACKING}\n\n{_sentence(backed)}\n\n{_table(backed, ())}", *_entries(backed, told)]
    for kind in KINDS:
        schema = json_schema(kind)
        parts.append(f"### {schema['description'].rstrip('.')}\n\n{_told(schema)}")
        parts += _entries(schema, told)
    return "\n\n".join(parts)


def codes_reference() -> str:
    """A paragraph for each diagnostic code, by theme."""
    parts = []
    for digit, theme in THEMES.items():
        parts.append(f"### {digit}xx: {theme}")
        parts += [f"**{code}.** {paragraph}" for code, paragraph in CODES.items() if code.startswith(digit)]
    return "\n\n".join(parts)


SECTIONS: dict[str, Callable[[], str]] = {"keys": keys_reference, "codes": codes_reference}
"""What makes each section, by the name in its markers."""


def renewed(guide: str) -> str:
    """The guide with its sections made anew. ValueError when it lacks a marker."""
    for name, made in SECTIONS.items():
        begin, end = f"<!-- {name}: made by program -->\n", f"<!-- {name}: end -->"
        before, found, rest = guide.partition(begin)
        _, closed, after = rest.partition(end)
        if not found or not closed:
            raise ValueError(f"the guide lacks the markers of “{name}”")
        guide = f"{before}{begin}\n{made()}\n\n{end}{after}"
    return guide


def _entries(schema: Schema, told: set[str]) -> Iterator[str]:
    """The entries of a file that have keys of their own, in the order in which they are met."""
    definitions = schema.get("definitions", {})
    for name in _met(schema, definitions, []):
        if name not in told:
            told.add(name)
            yield f"#### {_title(name)}\n\n{_sentence(definitions[name])}\n\n{_told(definitions[name])}"


def _met(schema: Schema, definitions: Schema, found: list[str]) -> list[str]:
    for name in _references(schema.get("properties", {})):
        if name not in found and "properties" in definitions[name]:
            found.append(name)
            _met(definitions[name], definitions, found)
    return found


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield _name(value)
        for part in value.values():
            yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)


def _told(schema: Schema) -> str:
    """The table of an entry; the four keys of a basis are told elsewhere."""
    backing = tuple(Backed.model_fields)
    if not set(backing) <= set(schema["properties"]):
        return _table(schema, ())
    names = ", ".join(f"`{name}`" for name in backing)
    return f"{_table(schema, backing)}\n\nAnd {names}: see [{BACKING}](#{_anchor(BACKING)})."


def _table(schema: Schema, without: tuple[str, ...]) -> str:
    needed = schema.get("required", ())
    rows = ["| key | needed | holds | what it is |", "| --- | --- | --- | --- |"]
    for key, entry in schema["properties"].items():
        if key not in without:
            meaning = entry.get("description") or _sentence(_definition(entry))
            holds = _kind(entry) if key in needed else _kind(entry).removesuffix(_OR_NULL)
            rows.append(f"| `{key}` | {_needed(key in needed, entry)} | {holds} | {meaning} |")
    return "\n".join(rows)


def _needed(needed: bool, entry: Schema) -> str:
    default = entry.get("default")
    if needed or default in (None, "", [], {}):
        return "yes" if needed else "no"
    return f"no; else `{str(default).lower()}`"


_OR_NULL = ", or null"
"""Said of keys that are needed; one that is not needed may be left out, which is plainer."""


def _kind(entry: Schema) -> str:
    """What a key holds, in plain words."""
    if "allOf" in entry:
        return _kind(entry["allOf"][0])
    if "anyOf" in entry:
        return _kind(entry["anyOf"][0]) + _OR_NULL
    if "$ref" in entry:
        choices = _ENUMS.get(_name(entry))
        return _one_of(choices) if choices else f"[{_title(_name(entry))}](#{_anchor(_title(_name(entry)))})"
    if "enum" in entry:
        return _one_of(entry["enum"])
    return _KINDS[entry["type"]](entry)


def _text(entry: Schema) -> str:
    if "pattern" in entry:
        return PATTERNS[entry["pattern"]]
    return f"text up to {entry['maxLength']} characters" if "maxLength" in entry else "text"


def _number(entry: Schema) -> str:
    return f"whole number, {entry['minimum']:,} to {entry['maximum']:,}"


def _list(entry: Schema) -> str:
    if isinstance(entry["items"], list):
        return f"list of exactly {len(entry['items'])}: {_kind(entry['items'][0])}"
    least, most = entry.get("minItems"), entry.get("maxItems")
    size = f", {least} to {most}" if least and most else f", up to {most}" if most else ""
    return f"list of: {_kind(entry['items'])}{size}"


def _by_id(entry: Schema) -> str:
    (part,) = entry["patternProperties"].values()
    return f"by id: {_kind(part)}"


_KINDS: dict[str, Callable[[Schema], str]] = {
    "string": _text,
    "integer": _number,
    "boolean": lambda entry: "`true` or `false`",
    "array": _list,
    "object": _by_id,
}


def _one_of(words: list[str]) -> str:
    return " / ".join(f"`{word}`" for word in words)


@cache
def _definitions() -> Schema:
    return {name: one for kind in KINDS for name, one in json_schema(kind).get("definitions", {}).items()}


_ENUMS = {name: one["enum"] for name, one in _definitions().items() if "enum" in one}


def _definition(entry: Schema) -> Schema:
    return _definitions()[_name(entry)] if "$ref" in entry else entry


def _name(reference: Schema) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _sentence(schema: Schema) -> str:
    return str(schema["description"])


def _title(name: str) -> str:
    """The name of a shape as a heading.

    >>> _title("OpenDispute")
    'Open dispute'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")
