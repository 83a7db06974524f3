"""A passage as one cites it: its words, who said them when, and where the document lies."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from game.engine.evidence import Citation
from game.engine.scenario import Agenda
from game.paths import saves_folder
from game.record.names import day

CITATIONS = "citations.txt"
"""The file, beside the saved games, that citations are added to."""


class Document(Protocol):
    """What a citation takes from a kept source."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> str: ...  # noqa: D102
    @property
    def archive(self) -> str: ...  # noqa: D102
    @property
    def citation(self) -> str: ...  # noqa: D102
    @property
    def url(self) -> str: ...  # noqa: D102


def cited(agenda: Agenda, citation: Citation, document: Document | None) -> str:
    """The citation of a passage in a sentence or two. Without a document, the publication it is reported from."""
    if not citation.verbatim:
        return f"Reported: {citation.text} ({_said(agenda, citation)})"
    place = passage_in(document, citation.line) if document is not None else f"{citation.source}, line {citation.line}."
    return f"“{citation.text}” ({_said(agenda, citation)}). {place}"


def passage_in(document: Document, line: int) -> str:
    """Where a line of a document lies: as its archive asks to be cited, else title, date and archive; address; line."""
    dated = f"{document.title}, {day(document.date)}" if document.date else document.title
    whence = (document.citation,) if document.citation else (dated, document.archive)
    parts = (*whence, document.url, f"{document.id}, line {line}")
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def noted(text: str) -> Path:
    """Add a line to the file of citations; its path. OSError when it can't be written."""
    path = saves_folder() / CITATIONS
    with path.open("a", encoding="utf-8") as file:
        file.write(text + "\n")
    return path


def _said(agenda: Agenda, citation: Citation) -> str:
    who = agenda.party(citation.by).name if citation.by in {party.id for party in agenda.parties} else ""
    return ", ".join(part for part in (who, day(citation.date) if citation.date else "") if part)
