"""The shape of ``issues/<head>.yaml``: issues, their options, what each side has at stake, and what became of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from game.authoring.schema.common import Backed, Day, Label, Note, Points, Reading, Shape, Slug, Url, Words
from game.engine.issues import Tier

Lists = Annotated[tuple[Slug, ...], Field(max_length=12)]


class Option(Backed):
    """One possible settlement of an issue."""

    id: Slug = Field(description="Id of the option, unique in its issue.")
    label: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(
        description="The settlement in at most 40 characters, without any party's rhetoric."
    )
    wording: Words = Field(description="A sentence that could stand in a treaty, a note or a minute.")
    positions: tuple[Annotated[StrictInt, Field(ge=1, le=99)], ...] = Field(
        (), max_length=12, description="Numbers of the voiced positions that amount to this option."
    )
    next: Lists = Field((), description="Options one step away, where the order branches; else the neighbours.")


class Instruction(Backed):
    """What the principal lays down on an issue from a day on: every option stands in exactly one list."""

    since: Day = Field(alias="from", description="Day from which it holds, until the next entry.")
    free: Lists = Field((), description="Options that may be given on the spot.")
    report: Lists = Field((), description="Options that may be given ad referendum, and are reported.")
    ask: Lists = Field((), description="Options that need new instructions first.")
    forbidden: Lists = Field((), description="Red lines.")


class Ruling(Backed):
    """What the principal answers when asked for an option."""

    option: Slug = Field(description="The option asked for.")
    answer: Literal["grant", "refuse"] = Field(description="grant or refuse.")
    words: Words = Field(description="The answer in a short sentence the player may read.")


class Stake(Backed):
    """What one side wants and may do on an issue."""

    points: dict[Slug, Points] = Field(
        description="Points of every option on any scale of whole numbers; the worst is 0. Rescaled so that the "
        "best package is worth 1000."
    )
    instructions: tuple[Instruction, ...] = Field(min_length=1, max_length=20, description="By day, oldest first.")
    rulings: tuple[Ruling, ...] = Field((), max_length=12, description="The principal's answers, when asked.")


class Settled(Shape):
    """What became of the issue in the settlement that followed; shown only in the debrief."""

    text: Words = Field(description="What was settled, or that the clause was not seen.")
    option: Slug | None = Field(None, description="The option it amounts to, or null.")
    nearer: Slug = Field(description="The party whose position at the table it is nearer; or middle, or unknown.")
    instrument: Label | None = Field(None, description="The instrument, such as I-4, or null.")
    seen: StrictBool = Field(description="Whether the clause itself was seen.")
    url: Url | None = Field(None, description="Where it was seen, or null.")
    work: Slug | None = Field(None, description="Id of the work in which it was seen, instead of an address.")


class Dispute(Shape):
    """A point of the issue on which the sources conflict."""

    about: Words = Field(description="What is in dispute, in a sentence.")
    readings: tuple[Reading, ...] = Field(min_length=2, max_length=8, description="The readings, none smoothed.")
    note: Note = Field("", description="What can be said of it.")


class Issue(Shape):
    """A question between the parties, with its options in order from the first party's end to the second's."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,2}$")] = Field(description="Code, such as D8.")
    id: Slug = Field(description="Id of the issue, unique in the scenario.")
    head: Slug = Field(description="The agenda's head it stands under; also the name of the file.")
    heading: Annotated[str, StringConstraints(min_length=1, max_length=34)] = Field(
        description="Name of the issue in at most 34 characters."
    )
    question: Annotated[str, StringConstraints(min_length=1, max_length=90)] = Field(
        description="The question in at most 90 characters."
    )
    tier: Tier = Field(description="core, support or procedure.")
    options: tuple[Option, ...] = Field(min_length=2, max_length=8, description="First party's end first.")
    stakes: dict[Slug, Stake] = Field(description="By party id; both parties.")
    settled: Settled | None = Field(None, description="What the settlement that followed made of it, outside play.")
    disputes: tuple[Dispute, ...] = Field((), max_length=8, description="Where the sources conflict.")


class IssuesFile(Shape):
    """``issues/<head>.yaml``."""

    issues: tuple[Issue, ...] = Field(min_length=1, max_length=40, description="The issues under this head.")
