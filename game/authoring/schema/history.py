"""The shape of ``history/<meeting>.yaml``: what was really done, move by move, each with its passage."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictInt

from game.authoring.schema.common import LineNumber, Note, Shape, Slug, Words

Choice = Annotated[dict[Slug, Slug], Field(max_length=60)]
Number = Annotated[StrictInt, Field(ge=0, le=100_000)]
PASSAGE = {"line", "quote", "note"}
"""Keys of a historic move that say where it comes from; the rest is the move."""


class HistoricMove(Shape):
    """A move, in the notation of records, and the passage in which it was made."""

    by: Slug = Field(description="The party that moves.")
    line: LineNumber = Field(description="Line of the source on which the words begin.")
    quote: Words = Field(description="The words, as they stand in the source.")
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

    def plain(self) -> dict[str, Any]:
        """The move as a mapping of plain values, without its passage; the words are the quotation."""
        move = self.model_dump(exclude=PASSAGE, exclude_none=True)
        return move if self.do == "consult" else {**move, "words": self.quote}


class HistoryFile(Shape):
    """``history/<meeting>.yaml``."""

    meeting: Slug = Field(description="Id of the meeting; also the name of the file.")
    source: Slug = Field(description="Id of the source the moves are coded from.")
    grain: Literal["minutes", "cable"] = Field(description="minutes (turn by turn) or cable (what a cable reports).")
    note: Note = Field("", description="How it was coded.")
    moves: tuple[HistoricMove, ...] = Field(min_length=1, max_length=1000, description="In order.")
