"""A YAML file, read within bounds: values as the author typed them, and where each of them stands.

The rules are those of the YAML 1.2 core schema that editors share: only ``true`` and ``false`` are booleans, only plain
decimal numbers are numbers; ``no``, ``12:45``, ``030`` and ``1945-07-12`` stay text. Values are built from the parser's
events one by one, so that size, depth, length and number are bounded before anything is composed. Anchors, aliases,
tags, merge keys, further documents, tabs and control characters are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml import events

from game.authoring.diagnostics import Diagnostic
from game.authoring.text_source import (
    STEERING,
    Pos,
    Text,
    Unreadable,
    lines_of,
    read_text,
    refuse_hidden_characters,
)

LARGEST_FILE = 256 * 1024
"""Bytes of one file."""
DEEPEST = 24
"""Levels of nesting."""
LONGEST_SCALAR = 8 * 1024
"""Characters of one value."""
MOST_EVENTS = 60_000
"""Parser events of one file: about as many values and brackets."""
LONGEST_NUMBER = 15
"""Digits of a number."""

Value = str | int | float | bool | list[Any] | dict[str, Any] | None
"""What a file can hold."""
Where = tuple[str | int, ...]
"""The way to a value: keys and places (from 0) from the top of the file."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FRACTION = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("null", "Null", "NULL", "~", "")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(slots=True)
class Node:
    """Where a value stands, and where its keys and parts do."""

    pos: Pos
    keys: dict[str, Pos] | None = None
    parts: dict[str | int, Node] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its lines, its value, where everything stands, and the mistakes that did not stop the reading."""

    path: str
    lines: tuple[str, ...]
    value: Value
    root: Node
    problems: tuple[Diagnostic, ...] = ()

    def at(self, where: Where) -> Pos:
        """Where the value at the end of ``where`` stands; the nearest place above it when there is none."""
        node = self.root
        for step in where:
            if node.parts is None or step not in node.parts:
                break
            node = node.parts[step]
        return node.pos

    def key_at(self, where: Where) -> Pos:
        """Where the key that ``where`` ends with is written; the value's place when it is no key."""
        node = self.root
        for step in where[:-1]:
            if node.parts is None or step not in node.parts:
                return node.pos
            node = node.parts[step]
        if node.keys is None or not where:
            return self.at(where)
        return node.keys.get(str(where[-1]), node.pos)

    def keys_at(self, where: Where) -> tuple[str, ...]:
        """The keys written in the mapping at the end of ``where``; none where there is no mapping."""
        node: Node | None = self.root
        for step in where:
            node = (node.parts or {}).get(step) if node else None
        return tuple(node.keys or ()) if node else ()

    def problem(self, code: str, pos: Pos, message: str, hint: str = "") -> Diagnostic:
        """A mistake at a place of this file."""
        return Text(self.path, self.lines).problem(code, pos, message, hint)


def read(path: Path, shown: str, largest: int = LARGEST_FILE) -> Document:
    """The YAML file at ``path``, named ``shown`` in messages. Raises Unreadable."""
    return parse(read_text(path, shown, largest), shown)


def parse(text: str, shown: str) -> Document:
    """The value of a YAML text, named ``shown`` in messages. Raises Unreadable at what can't be read past."""
    text = text.removeprefix("\ufeff")
    lines = Text(shown, lines_of(text))
    refuse_hidden_characters(lines)
    return _Reader(lines).document(text)


class _Reader:
    """Builds one file's value from parser events."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.problems: list[Diagnostic] = []

    def document(self, text: str) -> Document:
        try:
            value, root = self._top(self._bounded(text))
        except yaml.YAMLError as reason:
            raise Unreadable(self._not_yaml(reason)) from None
        return Document(self.text.path, self.text.lines, value, root, tuple(self.problems))

    def refuse(self, code: str, pos: Pos, message: str, hint: str = "") -> Unreadable:
        return Unreadable(self.text.problem(code, pos, message, hint))

    def _bounded(self, text: str) -> Iterator[events.Event]:
        loader = _LOADER(text)
        depth = seen = 0
        while True:
            event = loader.get_event()
            kind = type(event)
            seen += 1
            if kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                depth += 1
                if depth > DEEPEST:
                    message = f"this is nested more than {DEEPEST} levels deep"
                    raise self.refuse("S107", _pos(event), message, "flatten it")
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                depth -= 1
            elif kind is events.StreamEndEvent:
                return
            if seen > MOST_EVENTS:
                raise self.refuse("S107", _pos(event), f"the file has more than {MOST_EVENTS:,} values", "split it")
            yield event

    def _top(self, stream: Iterator[events.Event]) -> tuple[Value, Node]:
        value: Value = None
        root = Node(Pos(1, 1))
        documents = 0
        for event in stream:
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.tags:
                    what = "a second document" if documents > 1 else "a %TAG directive"
                    raise self.refuse("S108", _pos(event), f"{what} is not used in these files", "remove it")
            elif isinstance(event, events.NodeEvent):
                value, root = self._value(event, stream)
        return value, root

    def _value(self, event: events.Event, stream: Iterator[events.Event]) -> tuple[Value, Node]:
        self._refuse_devices(event)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event), Node(_pos(event))
        if isinstance(event, events.SequenceStartEvent):
            return self._sequence(event, stream)
        return self._mapping(event, stream)

    def _sequence(self, start: events.Event, stream: Iterator[events.Event]) -> tuple[list[Value], Node]:
        values: list[Value] = []
        parts: dict[str | int, Node] = {}
        for event in stream:
            if isinstance(event, events.SequenceEndEvent):
                break
            value, node = self._value(event, stream)
            parts[len(values)] = node
            values.append(value)
        return values, Node(_pos(start), None, parts)

    def _mapping(self, start: events.Event, stream: Iterator[events.Event]) -> tuple[dict[str, Value], Node]:
        values: dict[str, Value] = {}
        keys: dict[str, Pos] = {}
        parts: dict[str | int, Node] = {}
        for event in stream:
            if isinstance(event, events.MappingEndEvent):
                break
            key = self._key(event)
            value, node = self._value(next(stream), stream)
            if key in values:
                self._written_twice(key, _pos(event), keys[key])
                continue
            values[key], keys[key], parts[key] = value, _pos(event), node
        return values, Node(_pos(start), keys, parts)

    def _key(self, event: events.Event) -> str:
        self._refuse_devices(event)
        if not isinstance(event, events.ScalarEvent) or not event.value:
            raise self.refuse("S106", _pos(event), "a key must be a word", "write it as “key: value”")
        if event.value == "<<" and event.implicit[0]:
            raise self.refuse("S108", _pos(event), "a merge key is not used in these files", "write the values out")
        self._checked_text(event)
        return str(event.value)

    def _written_twice(self, key: str, pos: Pos, first: Pos) -> None:
        message = f"“{key}” is written twice here; the first is on line {first.line}"
        self.problems.append(self.text.problem("S109", pos, message, "keep one of the two"))

    def _refuse_devices(self, event: events.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is None and tag is None:
            return
        device = f"the tag {str(tag).replace(_OWN_TAGS, '!!')}" if anchor is None else f"the anchor &{anchor}"
        if isinstance(event, events.AliasEvent):
            device = f"the alias *{anchor}"
        raise self.refuse("S108", _pos(event), f"{device} is not used in these files", "write the value out")

    def _scalar(self, event: events.ScalarEvent) -> Value:
        text = self._checked_text(event)
        if not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _NUMBER.match(text):
            return self._number(text, _pos(event))
        return float(text) if len(text) <= LONGEST_NUMBER and _FRACTION.match(text) else text

    def _number(self, text: str, pos: Pos) -> int:
        if len(text) > LONGEST_NUMBER:
            raise self.refuse("S107", pos, f"the number has more than {LONGEST_NUMBER} digits", "write a smaller one")
        return int(text)

    def _checked_text(self, event: events.ScalarEvent) -> str:
        text: str = event.value
        if len(text) > LONGEST_SCALAR:
            message = f"the text has {len(text):,} characters; at most {LONGEST_SCALAR:,} are read"
            raise self.refuse("S107", _pos(event), message, "shorten it")
        if not (text.isascii() and text.isprintable()) and (STEERING.search(text) or "\t" in text):
            raise self.refuse("S105", _pos(event), "an escape in this text makes a control character", "remove it")
        return text

    def _not_yaml(self, reason: yaml.YAMLError) -> Diagnostic:
        mark = getattr(reason, "problem_mark", None) or getattr(reason, "context_mark", None)
        pos = Pos(mark.line + 1, mark.column + 1) if mark else Pos(1, 1)
        said = str(getattr(reason, "problem", None) or "it can't be parsed").strip()
        hint = next((advice for sign, advice in _ADVICE if sign in said), _INDENTATION)
        return self.text.problem("S106", pos, f"this is not YAML: {said}", hint)


_OWN_TAGS = "tag:yaml.org,2002:"
_INDENTATION = "compare the indentation with the lines above"
_ADVICE = (
    ("mapping values are not allowed", "put text that contains “: ” in double quotes"),
    ("cannot start any token", "put text that begins with this character in double quotes"),
    ("unexpected end of stream", "close the quotation mark"),
    ("expected ':'", "write “key: value”, with a space after the colon"),
    ("escape", 'inside double quotes write \\\\ for a backslash and \\" for a quotation mark'),
    ("did not find expected ',' or", "close the bracket, or the quotation mark, before this place"),
    ("did not find expected node content", "close the bracket"),
)


def _pos(event: events.Event) -> Pos:
    mark: Any = event.start_mark
    return Pos(mark.line + 1, mark.column + 1)
