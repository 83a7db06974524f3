"""Reading a source's folder: what is known of the document, and its text line by line."""

from __future__ import annotations

from pathlib import Path

from game.authoring.diagnostics import Diagnostic
from game.authoring.documents import Source
from game.authoring.schema.source import SourceFile
from game.authoring.sheet import Sheet, shaped
from game.authoring.text_source import Unreadable, lines_of, read_text
from game.authoring.yaml_source import read

LARGEST_TEXT = 1024 * 1024
"""Bytes of one source's text."""


def read_source(folder: Path, shown: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The source in a folder, named ``shown`` in messages, and every mistake in it; None when it can't be used."""
    try:
        document = read(folder / "source.yaml", f"{shown}/source.yaml")
        sheet, problems = shaped(document, SourceFile)
        text = read_text(folder / "text.md", f"{shown}/text.md", LARGEST_TEXT)
    except Unreadable as failure:
        return None, (failure.diagnostic,)
    if sheet is None:
        return None, problems
    lines = lines_of(text.removesuffix("\n"))
    source = _source(sheet.model, lines)
    return source, (*problems, *_misplaced(sheet, source, folder.name))


def _source(model: SourceFile, lines: tuple[str, ...]) -> Source:
    return Source(
        id=model.id,
        title=model.title,
        kind=model.kind,
        date=model.dated,
        talk=model.talk,
        archive=model.archive,
        citation=model.citation,
        url=model.url or "",
        rights=model.rights,
        evidence=model.evidence,
        lines=lines,
        first_line=model.first_line,
        last_line=model.last_line,
        catalogue=model.catalogue,
        present=model.present,
        peculiarities=tuple((one.line, one.note) for one in model.peculiarities),
        note=model.note,
    )


def _misplaced(sheet: Sheet[SourceFile], source: Source, folder: str) -> list[Diagnostic]:
    found = []
    if source.id != folder:
        message = f"the id “{source.id}” differs from the folder’s name, “{folder}”"
        found.append(sheet.at("S209", ("id",), message, "make them the same"))
    last = len(source.lines)
    numbered = [(("first_line",), source.first_line), (("last_line",), source.last_line)]
    numbered += [(("peculiarities", place, "line"), one[0]) for place, one in enumerate(source.peculiarities)]  # type: ignore[misc]
    for where, number in numbered:
        if number > last:
            found.append(sheet.at("S408", where, f"there is no line {number}: text.md has {last} lines"))
    for place, (first, end) in enumerate(source.catalogue):
        if not first <= end <= last:
            message = f"{first} to {end} is no range of lines: text.md has {last} lines"
            found.append(sheet.at("S408", ("catalogue", place), message))
    if source.first_line > source.last_line:
        found.append(sheet.at("S408", ("last_line",), "the document ends before it begins"))
    return found
