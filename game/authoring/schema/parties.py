"""The shape of ``parties/<party>.yaml``: who a side is, who instructs it, and what it does without an agreement."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from game.authoring.schema.common import Backed, Day, Label, Note, Quoted, Shape, Slug, Words
from game.engine.party import Line


class Seat(Backed):
    """The delegate whose chair a player takes."""

    name: Label = Field(description="The delegate's name.")
    title: Label = Field(description="The delegate's office.")


class Principal(Backed):
    """Who instructs the delegate, and how it is reached."""

    name: Label = Field(description="The principal's name.")
    line: Line = Field(description="telegram (answered after the meeting) or corridor (answered at once).")
    answers: Literal["after-meeting", "at-once"] = Field(description="after-meeting or at-once, as the line has it.")
    message: Label | None = Field(None, description="What a message home is called: e-mail, letter; else telegram.")
    text: Words = Field(description="What the player must know of the principal.")


class Person(Backed):
    """A member of a delegation, or somebody the documents name on its side."""

    name: Label = Field(description="The name used in the game.")
    role: Label = Field(description="Office or part in the talks.")
    spelled: tuple[Label, ...] = Field((), max_length=12, description="How the sources spell the name.")
    native: Note = Field("", description="The name in its own script, or null.")
    present: tuple[Day, ...] = Field((), max_length=40, description="Days of the meetings attended.")
    note: Note = Field("", description="What is uncertain.")


class Alternative(Backed):
    """What the side does when there is no agreement."""

    text: Words = Field(description="What happens then, as the side could see it at the time.")


class Reservation(Backed):
    """The worth of no agreement."""

    points: Annotated[StrictInt, Field(ge=0, le=1_000_000)] = Field(
        description="On the scale on which the best package is worth 1000."
    )


class Phrase(Quoted):
    """A turn of speech of this side."""

    use: Slug = Field(description="What it does: refuse, reserve, accept, propose, thank, question, press.")


class PartyFile(Shape):
    """``parties/<party>.yaml``."""

    id: Slug = Field(description="Id of the party; also the name of the file.")
    name: Label = Field(description="Name of the side.")
    adjective: Label = Field(description="As in “the Chinese side”.")
    seat: Seat = Field(description="The delegate whose chair a player takes.")
    principal: Principal = Field(description="Who instructs the delegate.")
    people: tuple[Person, ...] = Field((), max_length=60, description="The delegation.")
    alternative: Alternative = Field(description="What the side does without an agreement.")
    reservation: Reservation = Field(description="The worth of no agreement.")
    brief: Words = Field(description="The situation as the delegate knows it, for the dossier.")
    voice: tuple[Phrase, ...] = Field((), max_length=60, description="Turns of speech, verbatim.")
