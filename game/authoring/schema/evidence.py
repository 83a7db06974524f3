"""The shapes of ``evidence.yaml``, ``linkages.yaml``, ``events.yaml`` and ``disputes.yaml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from game.authoring.schema.common import Backed, Day, Note, Parties, Points, Quoted, Reading, Shape, Slug, Url, Words
from game.engine.evidence import Strength
from game.engine.issues import LinkageKind

Card = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{2}[a-z]?$")]


class Passage(Quoted):
    """A quotation that may be put forward for a claim."""

    strength: Strength = Field(description="strong or weak.")
    known_to: Parties = Field(description="The sides that know it.")
    since: Day = Field(description="Day of the talk; it may be cited at later meetings only.")
    why: Note = Field("", description="Why it is weak.")
    note: Note = Field("", description="What it shows.")


class Ground(Backed):
    """A fact from outside the kept sources that may be put forward for a claim."""

    id: Slug = Field(description="Id of the ground, unique in the claim.")
    text: Words = Field(description="The fact, in a sentence.")
    strength: Strength = Field(description="strong or weak.")
    known_to: Parties = Field(description="The sides that know it.")
    since: Day = Field(description="Day from which it was known; it may be cited at later meetings only.")
    note: Note = Field("", description="What it shows.")


class Answer(Quoted):
    """What the other side answered in the record."""

    by: Slug = Field(description="The party that answered.")
    text: Words = Field(description="The answer, in our own words.")


class Truth(Shape):
    """Whether the claim is true, as far as a page shows it; for the debrief."""

    text: Words = Field(description="What the check showed.")
    url: Url | None = Field(None, description="Address of the page.")


class Easing(Shape):
    """An option a claim makes easier for the other side."""

    issue: Slug = Field(description="Id of the issue.")
    option: Slug = Field(description="Id of the option.")


class Effect(Shape):
    """What a claim can move when a strong passage bears it out."""

    eases: tuple[Easing, ...] = Field((), max_length=12, description="Options made one step easier, once.")


class Claim(Shape):
    """An argument a delegate may use."""

    id: Slug = Field(description="Id of the claim.")
    card: Card = Field(description="Number of the evidence card, such as E11.")
    by: Parties = Field(description="The sides that may make it.")
    issues: tuple[Slug, ...] = Field(min_length=1, max_length=20, description="The issues it bears on.")
    claim: Words = Field(description="The argument, in a sentence.")
    passages: tuple[Passage, ...] = Field((), max_length=20, description="Quotations for it; ids p1, p2, …")
    grounds: tuple[Ground, ...] = Field((), max_length=20, description="Facts from outside the kept sources.")
    words: Quoted | None = Field(None, description="The claim as it was made at the table.")
    answer: Answer | None = Field(None, description="What was answered at the table, or null.")
    truth: Truth | None = Field(None, description="Whether it is true, or null.")
    effect: Effect | None = Field(None, description="What it can move, or null.")
    rebuts: tuple[Slug, ...] = Field((), max_length=12, description="Claims of the other side whose effect it undoes.")
    date: Day = Field(description="Day on which it was first made.")


class Minute(Quoted):
    """What a party said or agreed at a meeting, so that it can be held to it later."""

    id: Slug = Field(description="Id of the minute.")
    date: Day = Field(description="Day of the talk.")
    by: Slug = Field(description="The party that said it.")
    issue: Slug = Field(description="Id of the issue.")
    option: Slug = Field(description="The option it said or agreed.")


class EvidenceFile(Shape):
    """``evidence.yaml``."""

    claims: tuple[Claim, ...] = Field((), max_length=200, description="The arguments.")
    minutes: tuple[Minute, ...] = Field((), max_length=200, description="What was said at earlier meetings.")


class End(Shape):
    """One end of a linkage: any of these options of an issue."""

    issue: Slug = Field(description="Id of the issue.")
    options: tuple[Slug, ...] = Field(min_length=1, max_length=12, description="Any of these options.")


class Linkage(Backed):
    """A tie between two issues."""

    id: Slug = Field(description="Id of the linkage.")
    code: Note = Field("", description="Number such as L04, or null.")
    kind: LinkageKind = Field(description="requires, excludes, sweetens or statement.")
    when: End = Field(description="One end.")
    then: End | None = Field(None, description="The other end; null only for a statement.")
    party: Slug = Field(description="The side that voiced it, and gains by it when it sweetens.")
    points: Points = Field(0, description="What it adds when it sweetens, on the scale of the issue files; else 0.")
    text: Words = Field(description="The linkage, in a sentence.")


class LinkagesFile(Shape):
    """``linkages.yaml``."""

    linkages: tuple[Linkage, ...] = Field((), max_length=100, description="Ties between issues.")


class Event(Backed):
    """Something dated that happened outside the room."""

    id: Slug = Field(description="Id of the event.")
    date: Day = Field(description="The day.")
    known_to: Parties = Field(description="The sides that know of it, from that day on.")
    text: Words = Field(description="What happened, in a sentence or two.")
    talk: Slug | None = Field(
        None,
        description="Id of the meeting at which it happened or on which it rests, or null. Such an event is told only "
        "where that meeting is past: in a scenario that opens after it.",
    )
    note: Note = Field("", description="What is uncertain.")


class EventsFile(Shape):
    """``events.yaml``."""

    events: tuple[Event, ...] = Field((), max_length=200, description="By date.")


class OpenDispute(Shape):
    """A point on which the sources conflict."""

    id: Slug = Field(description="Id of the dispute.")
    about: Words = Field(description="What is in dispute, in a sentence.")
    issue: Slug | None = Field(None, description="The issue it concerns, or null.")
    readings: tuple[Reading, ...] = Field(min_length=2, max_length=8, description="The readings, none smoothed.")
    note: Note = Field("", description="What can be said of it.")


class DisputesFile(Shape):
    """``disputes.yaml``."""

    disputes: tuple[OpenDispute, ...] = Field((), max_length=100, description="Where the sources conflict.")
