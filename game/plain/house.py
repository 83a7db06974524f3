"""The doors to the other rooms: scenarios, sources, counterparts, saved games. Tests give the table another house.

Everything behind a door is imported when somebody goes through it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.engine.history import HistoricMeeting
from game.engine.scenario import Agenda
from game.engine.state import Step
from game.plain.request import Request
from game.play import citing
from game.play.settings import Guidance
from game.slim import dataclass

if TYPE_CHECKING:
    from game.debrief import Coded
    from game.debrief.page import Figure
    from game.plain.chair import Chair
    from game.play.session import Session
    from game.play.walk import Walk
    from game.record.minutes import Utterance


class CannotOpen(Exception):
    """A game or a document that can't be opened: what was found and what to do, in plain sentences."""

    def __init__(self, sentence: str, code: int = 3) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


class Document(citing.Document, Protocol):
    """A kept source; ``authoring.Source`` is one. ``talk`` is the ISO date of the talk it speaks for."""

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
    """A scenario as the home desk reads it out: its id and title, and (party id, who sits there) for each chair.

    ``size`` says how much of it there is; ``about`` is what it is about, a paragraph or several.
    """

    id: str
    title: str
    chairs: tuple[tuple[str, str], ...]
    size: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved game: its id and one line about it. ``ended`` and ``study`` say what may be done with it."""

    id: str
    about: str
    ended: bool = False
    study: bool = False
    ply: int = 0
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Game:
    """A game on the table: the session, the name it is saved under (empty: nowhere), the folder it is saved in.

    ``warning`` is a sentence to say when it is opened, empty for none; ``guidance`` is how much is told of what to do;
    ``again`` is what goes on with it on a command line, where that is not its name.
    """

    session: Session
    name: str
    folder: str
    against: str = ""
    warning: str = ""
    guidance: Guidance = Guidance.NONE
    again: str = ""


class House(Protocol):
    """What the table asks of the rest of the program. Whatever can't be had raises CannotOpen."""

    def scenarios(self) -> tuple[Chairs, ...]: ...  # noqa: D102
    def counterparts(self) -> tuple[str, ...]: ...  # noqa: D102
    def saves(self) -> tuple[Kept, ...]: ...  # noqa: D102
    def open(self, request: Request) -> Game: ...  # noqa: D102
    def close(self, game: Game) -> None: ...  # noqa: D102
    def document(self, source: str) -> Document: ...  # noqa: D102
    def discard(self, save: str) -> None: ...  # noqa: D102
    def vary(self, game: Game, ply: int) -> Game: ...  # noqa: D102
    def walk(self, chair: Chair) -> Walk: ...  # noqa: D102
    def history(self, scenario: str) -> tuple[HistoricMeeting, ...]: ...  # noqa: D102
    def wider(self, scenario: str) -> Coded | None: ...  # noqa: D102
    def note(self, text: str) -> str: ...  # noqa: D102
    def figures(self, chair: Chair) -> tuple[Figure, ...]: ...  # noqa: D102
    def spoken(self, agenda: Agenda, step: Step) -> Utterance: ...  # noqa: D102
    def minutes(self, session: Session, party: str) -> str: ...  # noqa: D102
