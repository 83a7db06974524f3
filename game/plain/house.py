"""The doors to the other rooms: scenarios, sources, counterparts, saved games. Tests give the table another house.

Everything behind a door is imported when somebody goes through it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.engine.history import HistoricMeeting
from game.engine.moves import Move
from game.engine.scenario import Agenda
from game.engine.state import Refusal, State, Step
from game.engine.view import View
from game.plain.request import Request


class CannotOpen(Exception):
    """A game or a document that can't be opened: what was found and what to do, in plain sentences."""

    def __init__(self, sentence: str, code: int = 3) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


class Reason(Protocol):
    """Why a counterpart did what it did; ``delegates.Reason`` is one."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def issue(self) -> str: ...  # noqa: D102
    @property
    def because(self) -> str: ...  # noqa: D102
    @property
    def remedy(self) -> str: ...  # noqa: D102


class Report(Protocol):
    """A delegate that lost its turn by its own fault: what went wrong."""

    @property
    def what(self) -> str: ...  # noqa: D102


class Session(Protocol):
    """The negotiation being played: what the table asks of ``play.Session``."""

    @property
    def state(self) -> State: ...  # noqa: D102
    @property
    def steps(self) -> Sequence[Step]: ...  # noqa: D102
    @property
    def opening(self) -> State: ...  # noqa: D102
    @property
    def reasons(self) -> Mapping[int, Sequence[Reason]]: ...  # noqa: D102
    @property
    def reports(self) -> Sequence[Report]: ...  # noqa: D102
    @property
    def unsaved(self) -> Exception | None: ...  # noqa: D102
    @property
    def over(self) -> bool: ...  # noqa: D102
    @property
    def human_parties(self) -> tuple[str, ...]: ...  # noqa: D102
    def view(self, party: str) -> View: ...  # noqa: D102
    def check(self, move: Move) -> Refusal | None: ...  # noqa: D102
    def play(self, move: Move) -> Step | Refusal: ...  # noqa: D102
    def advance(self) -> tuple[Step, ...]: ...  # noqa: D102


class Utterance(Protocol):
    """A step as the minutes would have it."""

    @property
    def speaker(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def verbatim(self) -> bool: ...  # noqa: D102


class Document(Protocol):
    """A kept source; ``authoring.Source`` is one. ``talk`` is the ISO date of the talk it speaks for."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def talk(self) -> str: ...  # noqa: D102
    @property
    def first_line(self) -> int: ...  # noqa: D102
    @property
    def last_line(self) -> int: ...  # noqa: D102
    @property
    def lines(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Chairs:
    """A scenario as the home desk reads it out: its id and title, and (party id, who sits there) for each chair."""

    id: str
    title: str
    chairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved game: its id and one line about it."""

    id: str
    about: str


@dataclass(frozen=True, slots=True)
class Game:
    """A game on the table: the session, the name it is saved under (empty: nowhere), the folder it is saved in.

    ``warning`` is a sentence to say when it is opened, empty for none.
    """

    session: Session
    name: str
    folder: str
    against: str = ""
    warning: str = ""


class House(Protocol):
    """What the table asks of the rest of the program. Whatever can't be had raises CannotOpen."""

    def scenarios(self) -> tuple[Chairs, ...]: ...  # noqa: D102
    def counterparts(self) -> tuple[str, ...]: ...  # noqa: D102
    def saves(self) -> tuple[Kept, ...]: ...  # noqa: D102
    def open(self, request: Request) -> Game: ...  # noqa: D102
    def close(self, game: Game) -> None: ...  # noqa: D102
    def document(self, source: str) -> Document: ...  # noqa: D102
    def history(self, scenario: str) -> tuple[HistoricMeeting, ...]: ...  # noqa: D102
    def spoken(self, agenda: Agenda, step: Step) -> Utterance: ...  # noqa: D102
    def minutes(self, session: Session, party: str) -> str: ...  # noqa: D102
