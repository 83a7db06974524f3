"""Values drawn at random with what they rest on, for a second reader who holds them against the documents."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from game.authoring.documents import Source
from game.authoring.library import Library
from game.authoring.schema.common import Citation, Shape
from game.authoring.sheet import Sheet
from game.authoring.yaml_source import Where
from game.engine.evidence import Basis
from game.slim import dataclass

WIDTH = 110
"""Characters of a printed line."""
AROUND = 2
"""Lines of the document printed before and after a passage; empty ones do not count."""
LONGEST = 360
"""Characters of one line of the document printed on either side of a passage; the rest is cut."""
_GROUNDS = ("basis", "why", "citations", "url", "source", "line", "quote")
"""Keys that say what a value rests on."""
_HOLDERS = ("code", "id", "question", "claim", "do", "about", "from")
"""Keys by which a part of a file that holds others is known."""


@dataclass(frozen=True, slots=True)
class Page:
    """An outside page a value rests on, and what it says in our own words."""

    url: str
    says: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation a value rests on. ``said`` tells who is held to have said it and when, where the file says so."""

    source: str
    line: int
    quote: str
    said: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a scenario: where it stands, what it says, what it belongs to, and what it rests on."""

    path: str
    line: int
    key: str
    says: str
    of: str
    basis: Basis
    why: str
    passages: tuple[Passage, ...]
    pages: tuple[Page, ...]


def drawn(values: Iterable[Value], count: int, seed: int) -> tuple[Value, ...]:
    """``count`` of the values, or all when there are fewer, in the order drawn; the same for the same seed."""
    there = tuple(values)
    return tuple(random.Random(seed).sample(there, min(count, len(there))))


def founded(library: Library, folders: Iterable[Path]) -> Iterator[Value]:
    """Every value of some scenarios that says what it rests on, in the order of the files."""
    for folder in folders:
        for sheet in library.draft(folder).folder.sheets:
            for where, part in sheet.parts:
                if not isinstance(part, Citation) and where and (value := _value(sheet, where)):
                    yield value


def _value(sheet: Sheet[Shape], where: Where) -> Value | None:
    plain = _plain(sheet.document.value, where)
    quoted = [plain, *plain.get("citations", ())]
    passages = tuple(_passage(sheet, one, plain) for one in quoted if "quote" in one)
    told = [(one.get("url") or one.get("work"), one.get("paraphrase", "")) for one in quoted]
    pages = tuple(Page(named, says) for named, says in told if named)
    if "basis" not in plain and not passages and not pages:
        return None
    return Value(
        path=sheet.document.path,
        line=sheet.document.at(where).line,
        key=_key(where),
        says=_told(plain, [key for key in plain if key not in _GROUNDS]),
        of=" / ".join(filter(None, (_told(one, _HOLDERS) for one in _above(sheet, where)))),
        basis=Basis(plain.get("basis", Basis.ATTESTED if passages else Basis.REPORTED)),
        why=plain.get("why") or "",
        passages=passages,
        pages=pages,
    )


def _plain(value: Any, where: Where) -> dict[str, Any]:  # noqa: ANN401
    for step in where:
        value = value[step]
    assert isinstance(value, dict)
    return value


def _above(sheet: Sheet[Shape], where: Where) -> Iterator[dict[str, Any]]:
    value: Any = sheet.document.value
    for step in where:
        if isinstance(value, dict):
            yield value
        value = value[step]


def _passage(sheet: Sheet[Shape], one: Mapping[str, Any], value: Mapping[str, Any]) -> Passage:
    """A quotation; a move of the record has its source from the file."""
    whole = sheet.document.value
    source = one.get("source") or (whole.get("source", "") if isinstance(whole, dict) else "")
    said = {**value, **one}
    words = [str(said[key]) for key in ("by", "date", "since") if said.get(key)]
    return Passage(source, one["line"], one["quote"], ", ".join(words))


def _key(where: Where) -> str:
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)
    return words.removeprefix(".")


def _told(plain: Mapping[str, Any], keys: Iterable[str]) -> str:
    """What a mapping says under some keys, as far as that is no mapping of its own with grounds."""
    found = []
    for key in keys:
        value = plain.get(key)
        if isinstance(value, list) and not any(isinstance(one, dict) for one in value):
            found.append(f"{key}: {', '.join(map(str, value)) or 'none'}")
        elif isinstance(value, dict) and not any(isinstance(one, dict | list) for one in value.values()):
            found.append(f"{key}: {', '.join(f'{name} {one}' for name, one in value.items())}")
        elif isinstance(value, str | int | float):
            found.append(f"{key}: {value}")
    return "; ".join(found)


def rendered(values: Iterable[Value], documents: Mapping[str, Source]) -> str:
    """The values as they are printed, numbered, each with its passages in the document."""
    return "\n\n".join("\n".join(_lines(number, one, documents)) for number, one in enumerate(values, 1))


def _lines(number: int, value: Value, documents: Mapping[str, Source]) -> Iterator[str]:
    yield f"{number}. {value.path}:{value.line}  {value.key}"
    for name, text in (("of", value.of), ("value", value.says), ("basis", value.basis.value), ("why", value.why)):
        if text:
            yield from _folded(f"   {name}: ", text)
    for page in value.pages:
        yield from _folded("   page: ", f"{page.url} {page.says}".rstrip())
    for passage in value.passages:
        said = f" ({passage.said})" if passage.said else ""
        yield from _folded("   quoted: ", f"“{passage.quote}”{said}, {passage.source} line {passage.line}")
        if passage.source in documents:
            yield from _in_place(passage, documents[passage.source])


def _in_place(passage: Passage, source: Source) -> Iterator[str]:
    """The passage's line in the document, marked, with those around it."""
    numbered = [(number, text) for number, text in enumerate(source.lines, 1) if text.strip() or number == passage.line]
    place = next((place for place, (number, _) in enumerate(numbered) if number == passage.line), 0)
    for number, text in numbered[max(0, place - AROUND) : place + AROUND + 1]:
        mark = ">" if number == passage.line else " "
        yield from _folded(f"   {mark} {number:>4} ", _cut(text.strip(), passage.quote if mark == ">" else ""))


def _cut(text: str, quote: str) -> str:
    """A line of a document, cut round the quotation that begins in it."""
    place = max(0, text.find(quote[:20])) if quote else 0
    start, end = max(0, place - LONGEST), place + len(quote) + LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _folded(lead: str, text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)
