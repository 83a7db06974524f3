"""A YAML file, read within bounds: values as the author typed them, and where each of them stands.

The rules are those of the YAML 1.2 core schema that editors share: only ``true`` and ``false`` are booleans, only plain
decimal numbers are numbers; ``no``, ``12:45``, ``030`` and ``1945-07-12`` stay text. Values are built from the parser's
events one by one, so that size, depth, length and number are bounded before anything is composed. Anchors, aliases,
tags, merge keys, further documents, tabs and control characters are refused.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

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
from game.slim import dataclass

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
Event: TypeAlias = Any
"""What the parser reports: the beginning or end of something, or a scalar."""
Mark: TypeAlias = Any
"""The parser's name for a place: line and column from 0. It is made a ``Pos`` only when somebody asks for the place."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FRACTION = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NUMERIC = frozenset("+-.0123456789")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("null", "Null", "NULL", "~", "")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Node(NamedTuple):
    """Where a value stands, and where its keys and parts do."""

    mark: Mark
    keys: dict[str, Mark] | None = None
    parts: dict[str | int, Node] | None = None

    @property
    def pos(self) -> Pos:
        """The place of the value."""
        return _pos(self.mark)


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
        return _pos(node.keys.get(str(where[-1]), node.mark))

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
        self.seen = 0

    def document(self, text: str) -> Document:
        try:
            self._event = _LOADER(text).get_event
            value, root = self._top()
        except yaml.YAMLError as reason:
            raise Unreadable(self._not_yaml(reason)) from None
        return Document(self.text.path, self.text.lines, value, root, tuple(self.problems))

    def refuse(self, code: str, mark: Mark, message: str, hint: str = "") -> Unreadable:
        return Unreadable(self.text.problem(code, _pos(mark), message, hint))

    def _next(self) -> Event:
        """The next event, of those a file may have."""
        event = self._event()
        self.seen += 1
        if self.seen > MOST_EVENTS:
            message = f"the file has more than {MOST_EVENTS:,} values"
            raise self.refuse("S107", event.start_mark, message, "split it")
        return event

    def _top(self) -> tuple[Value, Node]:
        value: Value = None
        root = Node(_TOP)
        documents = 0
        while not isinstance(event := self._next(), events.StreamEndEvent):
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.tags:
                    what = "a second document" if documents > 1 else "a %TAG directive"
                    raise self.refuse("S108", event.start_mark, f"{what} is not used in these files", "remove it")
            elif isinstance(event, events.NodeEvent):
                value, root = self._value(event, 1)
        return value, root

    def _value(self, event: Event, depth: int) -> tuple[Value, Node]:
        """The value that begins with an event, ``depth`` levels down if it is nested."""
        if type(event) is events.ScalarEvent:
            return self._scalar(event), Node(event.start_mark)
        if depth > DEEPEST and not isinstance(event, events.AliasEvent):
            message = f"this is nested more than {DEEPEST} levels deep"
            raise self.refuse("S107", event.start_mark, message, "flatten it")
        self._refuse_devices(event)
        return (self._sequence if isinstance(event, events.SequenceStartEvent) else self._mapping)(event, depth + 1)

    def _sequence(self, start: Event, depth: int) -> tuple[list[Value], Node]:
        values: list[Value] = []
        parts: dict[str | int, Node] = {}
        while type(event := self._next()) is not events.SequenceEndEvent:
            value, parts[len(values)] = self._value(event, depth)
            values.append(value)
        return values, Node(start.start_mark, None, parts)

    def _mapping(self, start: Event, depth: int) -> tuple[dict[str, Value], Node]:
        values: dict[str, Value] = {}
        keys: dict[str, Mark] = {}
        parts: dict[str | int, Node] = {}
        while type(event := self._next()) is not events.MappingEndEvent:
            key = self._key(event)
            value, node = self._value(self._next(), depth)
            if key in values:
                self._written_twice(key, event.start_mark, keys[key])
                continue
            values[key], keys[key], parts[key] = value, event.start_mark, node
        return values, Node(start.start_mark, keys, parts)

    def _key(self, event: Event) -> str:
        if type(event) is not events.ScalarEvent:
            self._refuse_devices(event)
        elif text := self._text_of(event):
            if text == "<<" and event.implicit[0]:
                message = "a merge key is not used in these files"
                raise self.refuse("S108", event.start_mark, message, "write the values out")
            return text
        raise self.refuse("S106", event.start_mark, "a key must be a word", "write it as “key: value”")

    def _written_twice(self, key: str, mark: Mark, first: Mark) -> None:
        message = f"“{key}” is written twice here; the first is on line {_pos(first).line}"
        self.problems.append(self.text.problem("S109", _pos(mark), message, "keep one of the two"))

    def _refuse_devices(self, event: Event) -> None:
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor is None and tag is None:
            return
        device = f"the tag {str(tag).replace(_OWN_TAGS, '!!')}" if anchor is None else f"the anchor &{anchor}"
        if isinstance(event, events.AliasEvent):
            device = f"the alias *{anchor}"
        raise self.refuse("S108", event.start_mark, f"{device} is not used in these files", "write the value out")

    def _scalar(self, event: Event) -> Value:
        text = self._text_of(event)
        if not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in _CURLED and text[-1] in _CURLED and len(text) > 1:
            self._curled(text, event.start_mark)
            return text
        if text[0] not in _NUMERIC:
            return text
        if _NUMBER.match(text):
            return self._number(text, event.start_mark)
        return float(text) if len(text) <= LONGEST_NUMBER and _FRACTION.match(text) else text

    def _curled(self, text: str, mark: Mark) -> None:
        message = "these quotation marks are part of the text: YAML knows only straight ones"
        straight = text[1:-1].replace("\\", "\\\\").replace('"', '\\"')
        hint = f'write `"{straight}"` instead of `{text}`'
        self.problems.append(self.text.problem("S118", _pos(mark), message, hint))

    def _number(self, text: str, mark: Mark) -> int:
        if len(text) > LONGEST_NUMBER:
            raise self.refuse("S107", mark, f"the number has more than {LONGEST_NUMBER} digits", "write a smaller one")
        return int(text)

    def _text_of(self, event: Event) -> str:
        if event.anchor is not None or event.tag is not None:
            self._refuse_devices(event)
        text: str = event.value
        if len(text) > LONGEST_SCALAR:
            message = f"the text has {len(text):,} characters; at most {LONGEST_SCALAR:,} are read"
            raise self.refuse("S107", event.start_mark, message, "shorten it")
        if event.style == '"' and not text.isprintable() and (STEERING.search(text) or "\t" in text):
            message = "an escape in this text makes a control character"
            raise self.refuse("S105", event.start_mark, message, "remove it")
        return text

    def _not_yaml(self, reason: yaml.YAMLError) -> Diagnostic:
        mark = getattr(reason, "problem_mark", None) or getattr(reason, "context_mark", None)
        pos = Pos(mark.line + 1, mark.column + 1) if mark else Pos(1, 1)
        said = str(getattr(reason, "problem", None) or "it can't be parsed").strip()
        hint = next((advice for sign, advice in _ADVICE if sign in said), _INDENTATION)
        return self.text.problem("S106", pos, f"this is not YAML: {said}", hint)


_CURLED = frozenset("“”„‟‘’‚‛«»")
"""Quotation marks of word processors."""
_TOP = yaml.Mark("", 0, 0, 0, None, 0)
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


def _pos(mark: Mark) -> Pos:
    """The place of a parser's mark."""
    return Pos(mark.line + 1, mark.column + 1)
