"""Shapes that several kinds of file share: words with rules, citations, and what every value says of its basis."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from game.engine.evidence import Basis

SLUG = r"^[a-z0-9-]{1,40}$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
URL = r'^https?://[^\s<>"]+$'
PATTERNS = {
    SLUG: "an id is 1 to 40 lower-case letters, digits and hyphens",
    DATE: "a date is written year-month-day: 1945-07-10",
    URL: "an address begins with http:// or https:// and has no spaces",
}
"""What each pattern means, in words."""


def _real_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("no_such_day", "there is no such day") from None
    return text


def _empty_for_null(value: object) -> object:
    return "" if value is None else value


Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Day = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(_real_day)]
Url = Annotated[str, StringConstraints(pattern=URL)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=120)]
_Remark = Annotated[str, StringConstraints(max_length=4000)]
Note = Annotated[_Remark, BeforeValidator(_empty_for_null, json_schema_input_type=_Remark | None)]
Grain = Literal["minutes", "cable", "account"]
"""How a record was kept: turn by turn, as a cable reports it, or as somebody told it later."""
Parties = Annotated[tuple[Slug, ...], Field(min_length=1, max_length=2)]
Points = Annotated[StrictInt, Field(ge=0, le=100_000)]
LineNumber = Annotated[StrictInt, Field(ge=1, le=100_000)]


class Shape(BaseModel):
    """The base of every shape: no key that is not named is allowed, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class Quoted(Shape):
    """A passage of a kept source, verbatim."""

    source: Slug = Field(description="Id of the source: the name of its folder under sources/.")
    line: LineNumber = Field(description="Line of text.md, from 1, on which the quotation begins.")
    quote: Words = Field(description="The words as they stand in the source, without omissions.")


class Citation(Shape):
    """A passage of a kept source (source, line, quote), or a paraphrase of an outside page or work."""

    source: Slug | None = Field(None, description="Id of the source: the name of its folder under sources/.")
    line: LineNumber | None = Field(None, description="Line of text.md, from 1, on which the quotation begins.")
    quote: Words | None = Field(None, description="The words as they stand in the source, without omissions.")
    url: Url | None = Field(None, description="Address of an outside page, where there is no kept source.")
    work: Slug | None = Field(None, description="Id of an outside work in scenario.yaml, instead of an address.")
    at: Label | None = Field(None, description="Where in the work: an article, a page.")
    paraphrase: Words | None = Field(None, description="What the outside page or work says, in our own words.")
    by: Slug | None = Field(None, description="Id of the party that said it.")
    date: Day | None = Field(None, description="Day of the talk in which it was said, not of the dispatch.")
    known_to: Parties | None = Field(None, description="The sides that could know of it then, where not both could.")

    def model_post_init(self, context: object, /) -> None:
        """Refuse a citation that is neither whole quotation nor whole paraphrase."""
        quoted = (self.source, self.line, self.quote)
        told = (self.url or self.work, self.paraphrase)
        whole = (all(quoted) and not any(told)) or (all(told) and not any(quoted))
        if not whole or (self.url and self.work):
            raise PydanticCustomError(
                "citation", "a citation has source, line and quote, or else url or work and paraphrase, and not both"
            )


class Backed(Shape):
    """A value that says where it comes from."""

    basis: Basis = Field(description="attested, reported, inferred or invented.")
    why: Note = Field("", description="The reason, in a sentence; needed when inferred or invented.")
    citations: tuple[Citation, ...] = Field((), max_length=40, description="The passages behind it.")
    url: Url | None = Field(None, description="Address of the publication, when reported.")
    work: Slug | None = Field(None, description="Id of the publication in scenario.yaml, instead of its address.")


class Reading(Quoted):
    """One reading of a disputed point."""

    text: Words = Field(description="The reading, in a sentence.")
    date: Day | None = Field(None, description="Day of the talk; the source's own when left out.")
