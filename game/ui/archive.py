"""The doors from the interface to the other rooms, opened only when somebody goes through them.

Everything heavy (the loader, the counterparts, the debrief) is imported inside the function that needs it, so the
first frame waits for none of it. Tests give the app another archive.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from game.play.settings import Guidance
from game.slim import dataclass

if TYPE_CHECKING:
    from game.debrief.page import Figure
    from game.engine.state import Step
    from game.play.session import Session
    from game.play.walk import Walk
    from game.record.minutes import Utterance
    from game.ui.chair import Chair
    from game.ui.request import Request

USUAL = "counterpart"
"""Who sits opposite when nobody is named."""


@dataclass(frozen=True, slots=True)
class Chairs:
    """One chair of a scenario: the party, and who sits there."""

    party: str
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A scenario as the home screen lists it."""

    id: str
    title: str
    subtitle: str
    date: str
    chairs: tuple[Chairs, ...]
    issues: int
    meetings: int
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved game as it is listed. ``left`` says which game it leaves after which move, if any.

    ``outcome`` is how it ended, empty while it goes on; ``exchanges`` are those spoken; ``sound`` is whether it opens.
    """

    id: str
    title: str
    chair: str
    when: str
    ply: int
    ended: bool
    left: str = ""
    outcome: str = ""
    against: str = ""
    exchanges: int = 0
    study: bool = False
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A kept source, line for line. ``catalogue`` are the lines that are the archive's, not the document's.

    ``date`` is the document's own; ``talk`` that of the talk it speaks for.
    """

    id: str
    title: str
    date: str
    talk: str
    archive: str
    citation: str
    url: str
    rights: str
    lines: tuple[str, ...]
    catalogue: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Game:
    """A game on the table: the session, the chair a person sits in, and where it is kept.

    ``against`` is who sits opposite. ``warning`` is a sentence to say when it is opened, empty for none;
    ``guidance`` how much the table tells of what to press.
    """

    session: Session
    party: str
    name: str = ""
    against: str = ""
    warning: str = ""
    guidance: Guidance = Guidance.REMINDERS


class CannotOpen(Exception):
    """A game, scenario or document can't be opened: what was found, what to do, and the exit code."""

    def __init__(self, sentence: str, remedy: str = "", code: int = 3) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy
        self.code = code


class Archive(Protocol):
    """Everything the interface asks of the rest of the program."""

    def known(self) -> tuple[Listed, ...]: ...  # noqa: D102
    def listed(self) -> tuple[Listed, ...]: ...  # noqa: D102
    def counterparts(self) -> tuple[str, ...]: ...  # noqa: D102
    def kept(self) -> tuple[Kept, ...]: ...  # noqa: D102
    def discard(self, save: str) -> None: ...  # noqa: D102
    def new_seed(self) -> int: ...  # noqa: D102
    def open(self, request: Request) -> Game: ...  # noqa: D102
    def close(self, game: Game) -> None: ...  # noqa: D102
    def document(self, source: str) -> Document: ...  # noqa: D102
    def note(self, text: str) -> str: ...  # noqa: D102
    def vary(self, game: Game, ply: int) -> Game: ...  # noqa: D102
    def walk(self, chair: Chair) -> Walk: ...  # noqa: D102
    def spoken(self, game: Game, step: Step) -> Utterance: ...  # noqa: D102
    def figures(self, chair: Chair) -> tuple[Figure, ...]: ...  # noqa: D102
    def findings(self, game: Game, width: int) -> Mapping[str, str]: ...  # noqa: D102
