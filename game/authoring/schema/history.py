"""The shape of ``history/<meeting>.yaml``: what was really done, move by move, each with its passage."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictInt
from pydantic_core import PydanticCustomError

from game.authoring.schema.common import Grain, Label, LineNumber, Note, Shape, Slug, Url, Words

Choice = Annotated[dict[Slug, Slug], Field(max_length=60)]
Number = Annotated[StrictInt, Field(ge=0, le=100_000)]
PASSAGE = {"line", "quote", "paraphrase", "url", "work", "at", "note"}
"""Keys of a historic move that say where it comes from; the rest is the move."""


class HistoricMove(Shape):
    """A move, in the notation of records, and the passage in which it was made: quoted, or told in our own words."""

    by: Slug = Field(description="The party that moves.")
    line: LineNumber | None = Field(None, description="Line of the file's source on which the words begin.")
    quote: Words | None = Field(None, description="The words, as they stand in the source.")
    paraphrase: Words | None = Field(None, description="What an outside page tells, where no source is kept.")
    url: Url | None = Field(None, description="Address of that page, where it is not the file's own.")
    work: Slug | None = Field(None, description="Id of the work in scenario.yaml, instead of an address.")
    at: Label | None = Field(None, description="Where in the work: an article, a page.")
    do: Slug = Field(description="The verb: propose, accept, reject, hold, argue, cite, ask, answer, reserve, …")
    note: Note = Field("", description="Why it is coded so, where that is not plain.")
    package: Choice | None = Field(None, description="Options by issue (propose, accept).")
    terms: Slug | None = Field(None, description="severable or whole (propose).")
    responsibility: Slug | None = Field(None, description="instructed or own (propose, accept).")
    offer: Number | None = Field(None, description="Number of an offer (accept, reject, withdraw).")
    degree: Slug | None = Field(None, description="substance, ad-referendum or final (accept).")
    issues: tuple[Slug, ...] | None = Field(None, description="Issues (reject, hold, reserve).")
    issue: Slug | None = Field(None, description="An issue (ask, cite).")
    claim: Slug | None = Field(None, description="A claim (argue).")
    passage: Slug | None = Field(None, description="A passage or ground of the claim (argue).")
    minute: Slug | None = Field(None, description="An earlier minute (cite).")
    ply: Number | None = Field(None, description="A line of the ledger (cite).")
    reply: Slug | None = Field(None, description="room, report, firm or guarded (answer).")
    to: Slug | None = Field(None, description="thought, instructions, experts or noted (reserve).")
    standing: Choice | None = Field(None, description="Where the party stands meanwhile, by issue (reserve).")
    asks: Choice | None = Field(None, description="Options new instructions are asked for (consult).")
    report: Words | None = Field(None, description="What is reported home (consult).")
    communique: Words | None = Field(None, description="What is to be published (adjourn).")

    def model_post_init(self, context: object, /) -> None:
        """Refuse a move that is neither quoted nor told, or both."""
        quoted, told = (self.line, self.quote), (self.paraphrase,)
        whole = (all(quoted) and not any((*told, self.url, self.work))) or (all(told) and not any(quoted))
        if not whole:
            raise PydanticCustomError(
                "citation", "a move of the record has line and quote, or else a paraphrase, and not both"
            )

    def plain(self) -> dict[str, Any]:
        """The move as a mapping of plain values, without its passage; its words are the quotation, if there is one."""
        move = self.model_dump(exclude=PASSAGE, exclude_none=True)
        return move if self.do == "consult" or self.quote is None else {**move, "words": self.quote}


class HistoryFile(Shape):
    """``history/<meeting>.yaml``."""

    meeting: Slug = Field(description="Id of the meeting; also the name of the file.")
    source: Slug | None = Field(None, description="Id of the source the moves are coded from, when they are quoted.")
    url: Url | None = Field(None, description="Address of the page the moves are told from, when they are not.")
    work: Slug | None = Field(None, description="Id of the work they are told from, instead of an address.")
    grain: Grain = Field(description="minutes (turn by turn), cable (what a cable reports) or account (told later).")
    note: Note = Field("", description="How it was coded.")
    moves: tuple[HistoricMove, ...] = Field(min_length=1, max_length=1000, description="In order.")

    def model_post_init(self, context: object, /) -> None:
        """Refuse a file whose moves lack the source, or the page, they rest on."""
        if self.source is None and any(move.quote for move in self.moves):
            raise PydanticCustomError("citation", "a record that quotes its moves must name their source")
        named = self.url or self.work
        if not named and any(move.paraphrase and not (move.url or move.work) for move in self.moves):
            message = "a record that tells its moves must name a page or a work, here or at each"
            raise PydanticCustomError("citation", message)
