"""A file as an author wrote it and as the program understands it, kept together so that a mistake knows its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar, get_args, get_origin

from game.authoring.diagnostics import Diagnostic, nearest, suggestion
from game.authoring.reading import KEY, Finding, read
from game.authoring.schema.common import DATE, PATTERNS
from game.authoring.shape import Shape, Where, keys_of, parts_of, walk, without_null
from game.authoring.yaml_source import Document

M = TypeVar("M", bound=Shape)
M_co = TypeVar("M_co", bound=Shape, covariant=True)

_EXPECTED = {
    "text": "text",
    "number": "a whole number",
    "truth": "true or false",
    "list": "a list",
    "table": "keys and values",
}
_BOUNDS = {
    "long-text": "the text is too long: at most {} characters",
    "short-text": "there must be some text here",
    "long-list": "the list is too long: at most {}",
    "short-list": "the list is too short: at least {}",
    "too-small": "the number is too small: at least {}",
    "too-large": "the number is too large: at most {}",
}


@dataclass(frozen=True)
class Sheet(Generic[M_co]):
    """One file: the document it was read from, and its shape."""

    document: Document
    model: M_co

    @cached_property
    def parts(self) -> tuple[tuple[Where, Shape], ...]:
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
    shape, found = read(kind, document.value)
    if found:
        return None, (*document.problems, *_mistakes(document, kind, found))
    return Sheet(document, shape), document.problems


def _mistakes(document: Document, kind: type[Shape], found: list[Finding]) -> Iterator[Diagnostic]:
    """A mistake for each finding, but none that only follows from another: a misspelled key is not missing as well."""
    meant = _meant(document, kind, found)
    replaced = {(*where[:-1], word) for where, word in meant.items()}
    for one in found:
        if one.sort == "unknown":
            yield _unknown_key(document, kind, one.where, meant[one.where])
        elif not (one.sort == "missing" and one.where in replaced):
            yield _mistake(document, kind, one)


def _meant(document: Document, kind: type[Shape], found: list[Finding]) -> dict[Where, str]:
    """For each key that is not known, the one that was meant, if any: one that must be there, then one that may be
    there and is not, and only then one that stands there already."""
    missing = [one.where for one in found if one.sort == "missing"]
    meant = {}
    for where in (one.where for one in found if one.sort == "unknown"):
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


def _mistake(document: Document, kind: type[Shape], found: Finding) -> Diagnostic:
    where, sort = found.where, found.sort
    if where and where[-1] == KEY:
        pos = document.key_at(where[:-1])
        return document.problem("S114", pos, *_pattern(found))
    pos = document.at(where)
    if sort == "missing":
        return document.problem("S111", pos, f"“{where[-1]}” is missing", _meaning(kind, where))
    if sort in _EXPECTED:
        message = f"expected {_EXPECTED[sort]}, found {_found(found.value)}"
        return document.problem("S112", pos, message, _meaning(kind, where))
    if sort == "word":
        message = f"“{found.value}” is not one of the words allowed here"
        return document.problem("S113", pos, message, suggestion(str(found.value), found.said.split()))
    if sort == "pattern":
        return document.problem("S114", pos, *_pattern(found))
    if sort == "no-such-day":
        return document.problem("S114", pos, f"there is no day {found.value}", PATTERNS[DATE])
    if sort in _BOUNDS:
        return document.problem("S115", pos, _BOUNDS[sort].format(found.said), _meaning(kind, where))
    return document.problem("S116", pos, found.said, _meaning(kind, where))


def _pattern(found: Finding) -> tuple[str, str]:
    rule = PATTERNS.get(found.said, "look at the other entries of this kind")
    return f"“{found.value}” is not written as it must be", rule


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
        for key in keys_of(holder) if holder else ():
            if where[end - 1] == key.word:
                return f"{where[end - 1]}: {key.description}"
    return ""


def _names(kind: type[Shape] | None) -> list[str]:
    return [key.word for key in keys_of(kind)] if kind else []


def _kind_at(kind: type[Shape], where: Where) -> type[Shape] | None:
    """The shape at the end of ``where``, or None where that is no mapping with fixed keys."""
    here: object = kind
    for step in where:
        here = _step(here, step)
    return here if isinstance(here, type) and issubclass(here, Shape) else None


def _step(here: object, step: str | int) -> object:
    if isinstance(here, type) and issubclass(here, Shape):
        return next((_bare(key.hint) for key in keys_of(here) if key.word == step), None)
    parts = get_args(here)
    if not parts:
        return None
    return _bare(parts[-1] if get_origin(here) is dict or Ellipsis not in parts else parts[0])


def _bare(hint: object) -> object:
    """What may stand somewhere, without bounds and without “or null”."""
    bare, _ = parts_of(hint)
    inner = without_null(bare)
    return bare if inner is None else _bare(inner)
