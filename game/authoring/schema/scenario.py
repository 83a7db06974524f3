"""The shapes of ``scenario.yaml``: a scenario of its own, or one that opens a meeting of another."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from game.authoring.schema.common import Backed, Citation, Day, Grain, Label, Note, Parties, Shape, Slug, Url, Words

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Title = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class Head(Shape):
    """A heading of the agenda."""

    id: Slug = Field(description="Id of the head; also the name of its file under issues/.")
    number: Annotated[str, StringConstraints(pattern=r"^[IVX]{0,5}$")] = Field("", description="As in the minutes.")
    title: Label = Field(description="As in the minutes.")
    printed: StrictBool = Field(True, description="Whether the minutes print it.")
    note: Note = Field("", description="What is to be said of it.")


class Meeting(Shape):
    """One sitting."""

    id: Slug = Field(description="Id of the meeting; its date, as a rule.")
    date: Day = Field(description="Day of the talk.")
    weekday: Label | None = Field(None, description="Day of the week.")
    begins: Clock | None = Field(None, description='Hour of opening, such as "14:00", or null.')
    ends: Clock | None = Field(None, description="Hour of rising, or null.")
    place: Label = Field(description="Where it was held.")
    chairs: dict[Slug, Label] = Field(description="Who speaks for each party.")
    present: dict[Slug, tuple[Label, ...]] = Field(description="Who was present, by party.")
    heads: tuple[Slug, ...] = Field((), max_length=40, description="Heads taken up, in order.")
    exchanges: Annotated[StrictInt, Field(ge=1, le=500)] = Field(description="Speeches each side may make.")
    opens: Slug = Field(description="The party that speaks first.")
    source: Slug | None = Field(None, description="Id of the source that records it.")
    grain: Grain = Field("minutes", description="minutes (turn by turn), cable or account.")
    url: Url | None = Field(None, description="Address of a record of it.")
    note: Note = Field("", description="What is uncertain about it.")
    citations: tuple[Citation, ...] = Field((), max_length=20, description="Passages on the meeting itself.")


class Signature(Shape):
    """One who signed the settlement that followed."""

    party: Slug = Field(description="Id of the party signed for.")
    name: Label = Field(description="Who signed.")
    role: Label = Field(description="In what office.")


class Settlement(Backed):
    """The settlement that followed in the end; what became of each issue stands with the issue, under settled."""

    date: Day = Field(description="The day it is dated.")
    name: Label = Field(description="What it is called.")
    signed: tuple[Signature, ...] = Field((), max_length=10, description="Who signed it.")
    text: Words = Field(description="What is to be said of who signed, and when.")


class Work(Shape):
    """A publication that is cited and not kept: a book, an article, a page."""

    title: Label = Field(description="How it is named where it is cited: author, title, year.")
    url: Url | None = Field(None, description="Its address, or null.")
    note: Note = Field("", description="What to know of it: how good it is, what of it was seen.")
    known_to: Parties | None = Field(
        None, description="The sides that could read then what it tells, such as one side's instructions; else both."
    )


class ScenarioFile(Shape):
    """``scenario.yaml`` of a scenario of its own."""

    id: Slug = Field(description="Id of the scenario; also the name of its folder.")
    title: Title = Field(description="Name of the scenario.")
    subtitle: Title = Field(description="The matter in a line.")
    summary: Words = Field(description="The situation, for the home screen.")
    parties: tuple[Slug, Slug] = Field(description="The two parties; the first one's end is the first option.")
    heads: tuple[Head, ...] = Field(min_length=1, max_length=40, description="The agenda, in order.")
    sources: tuple[Slug, ...] = Field((), max_length=100, description="The documents it rests on.")
    works: Annotated[dict[Slug, Work], Field(max_length=100)] = Field(
        default_factory=dict, description="The publications it cites without keeping them, by id."
    )
    meetings: tuple[Meeting, ...] = Field(min_length=1, max_length=40, description="By date.")
    settlement: Settlement | None = Field(None, description="The settlement that followed; for the debrief.")
    exchanges_note: Note = Field("", description="How the lengths of the meetings were chosen.")


class Override(Backed):
    """A reservation value that differs from that of the scenario it extends."""

    points: Annotated[StrictInt, Field(ge=0, le=1_000_000)] = Field(
        description="On the scale on which the best package is worth 1000."
    )


class ExtensionFile(Shape):
    """``scenario.yaml`` of a scenario that opens some meetings of another, from where history had got to."""

    id: Slug = Field(description="Id of the scenario; also the name of its folder.")
    extends: Slug = Field(description="Id of the scenario it takes everything else from.")
    title: Title = Field(description="Name of the scenario.")
    subtitle: Title = Field(description="The matter in a line.")
    summary: Words = Field(description="The situation, for the home screen.")
    meetings: tuple[Slug, ...] = Field(min_length=1, max_length=40, description="Ids of the meetings it holds.")
    after: Day | None = Field(None, description="It opens from where history stood after this day.")
    issues: tuple[Slug, ...] = Field((), max_length=200, description="The issues on the table; all when left out.")
    reservation: dict[Slug, Override] = Field(default_factory=dict, description="By party, where it differs.")
    briefs: dict[Slug, Words] = Field(default_factory=dict, description="The situation by party, where it differs.")
