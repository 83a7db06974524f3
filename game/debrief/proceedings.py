"""The game as a record of each meeting, in parts: heads, speeches, notes, what was agreed.

Three kinds of words: a document's own (*verbatim*), those the player wrote (*as given*), and those made from the move
(*composed*). Each part says which it is by a word and by a sign.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from game.engine.issues import Meeting
from game.engine.moves import ConsultCapital
from game.engine.scenario import Agenda
from game.engine.state import State, Step
from game.record.minutes import (
    Utterance,
    agreed_between,
    ending_told,
    head_of,
    opening_lines,
    private_to,
    sittings,
    spoken,
)
from game.record.wording import composed
from game.slim import dataclass


class Origin(StrEnum):
    """Whose the words are."""

    VERBATIM = "verbatim"
    GIVEN = "as given"
    COMPOSED = "composed"


SIGNS = {Origin.VERBATIM: "■", Origin.GIVEN: "◆", Origin.COMPOSED: "□"}
LEGEND = (
    f"{SIGNS[Origin.VERBATIM]} verbatim: a document's own words. "
    f"{SIGNS[Origin.GIVEN]} as given: words a player wrote. "
    f"{SIGNS[Origin.COMPOSED]} composed: made by the game. What the words did stands in brackets."
)


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of one origin; ``gist`` is what they did, where they are not composed from it themselves."""

    text: str
    origin: Origin
    gist: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker said in one turn under one head; no speaker for a note. ``head`` is empty where none is new."""

    head: str
    speaker: str
    said: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting: its title, when and where, who was there, what was said, what was agreed, and what came after.

    ``note`` is what the author says of the day's own record; empty where nothing.
    """

    title: str
    when: str
    present: str
    talk: tuple[Speech, ...]
    agreed: tuple[str, ...]
    after: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The whole game. ``ending`` is empty while it goes on."""

    title: str
    sittings: tuple[Sitting, ...]
    ending: str


def proceedings(opening: State, steps: Sequence[Step], origins: Mapping[str, Origin], reader: str = "") -> Proceedings:
    """The record of a game. ``origins`` says, by party, whose words its moves carry, where they carry any.

    What only one side knows is left out, but for the party ``reader``.
    """
    agenda = opening.scenario.agenda
    made = []
    for place in sittings(opening, steps):
        part = [step for step in steps if step.before.meeting == place]
        heard = [step for step in part if private_to(step.before, step.move) in ("", reader)]  # type: ignore[arg-type]
        told = [(step, spoken(agenda, step)) for step in heard]
        made.append(_sitting((agenda, agenda.meetings[place]), part, told, origins))
    ending = steps[-1].after.ending if steps else None
    return Proceedings(agenda.title, tuple(made), ending_told(agenda, ending) if ending else "")


def _sitting(
    at: tuple[Agenda, Meeting], part: list[Step], told: list[tuple[Step, Utterance]], origins: Mapping[str, Origin]
) -> Sitting:
    title, when, *present = opening_lines(*at)
    at_table = [one for one in told if one[0].before.floor]
    after = tuple(said.text for step, said in told if not step.before.floor and step.before.between)
    agreed = agreed_between(part[0].before, part[-1].after) if part else []
    listed = tuple(line.removeprefix("- ") for text in agreed for line in text.split("\n")[1:])
    return Sitting(title, when, "".join(present), tuple(_talk(at_table, origins)), listed, after, at[1].note)


def _talk(told: list[tuple[Step, Utterance]], origins: Mapping[str, Origin]) -> list[Speech]:
    """One part a turn of speech, under the agenda's heads as the talk turns from one to another."""
    made: list[Speech] = []
    shown = heading = ""
    turn: tuple[int, str, str] | None = None
    for step, said in told:
        if not said.text:
            continue
        heading = head_of(step.before.scenario.agenda, step) or heading
        now = (step.before.speeches, heading, said.speaker)
        words = _words(step, said, origins)
        if turn == now and said.speaker:
            made[-1] = replace(made[-1], said=(*made[-1].said, words))
        else:
            made.append(Speech(heading if heading != shown else "", said.speaker, (words,)))
        shown, turn = heading, now
    return made


def _words(step: Step, said: Utterance, origins: Mapping[str, Origin]) -> Words:
    """The words of a step and whose they are. A telegram is its writer's; what it asks for is composed."""
    move = step.move
    if isinstance(move, ConsultCapital) and move.report:
        asked = composed(step.before.scenario.agenda, step.before, replace(move, report=""))
        return Words(move.report, origins.get(said.by, Origin.COMPOSED), asked)
    if said.text == said.gist:
        return Words(said.text, Origin.COMPOSED)
    return Words(said.text, origins.get(said.by, Origin.COMPOSED), said.gist)
