"""The shape of ``sources/<id>/source.yaml``: what a document is, and what to beware of in it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.authoring.schema.common import Day, Label, LineNumber, Note, Shape, Slug, Url, Words


class Peculiarity(Shape):
    """A slip, a damaged word or a doubtful name, never mended in the text."""

    line: LineNumber = Field(description="Line of text.md, from 1.")
    note: Words = Field(description="What to know about it.")


class SourceFile(Shape):
    """``sources/<id>/source.yaml``."""

    id: Slug = Field(description="Id of the source; also the name of its folder.")
    title: Words = Field(description="Title of the document.")
    kind: Literal["minutes", "cable", "telegram", "letter", "note", "treaty"] = Field(description="What it is.")
    dated: Day = Field(description="Date of the document.")
    talk: Day = Field(description="Date of the talk it speaks for.")
    archive: Words = Field(description="Where it is kept.")
    citation: Words = Field(description="How to cite it.")
    url: Url | None = Field(description="Its address, or null.")
    rights: Words = Field(description="The rights statement as printed, or that none is printed.")
    evidence: Literal["first-hand", "second-hand", "third-hand"] = Field(description="How near it is to the talk.")
    first_line: LineNumber = Field(description="First line of the document proper.")
    last_line: LineNumber = Field(description="Last line of the document proper.")
    catalogue: tuple[tuple[LineNumber, LineNumber], ...] = Field(
        (), max_length=40, description="Ranges of lines that are catalogue matter: not evidence."
    )
    present: tuple[Label, ...] = Field((), max_length=60, description="Who was present, as spelled.")
    peculiarities: tuple[Peculiarity, ...] = Field((), max_length=200, description="Slips and damage, by line.")
    note: Note = Field("", description="What to know about the document.")
