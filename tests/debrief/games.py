"""A finished small game and a coded record to lay it beside, both worked out by hand in the tests that use them."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.engine import begin, replay
from game.engine.evidence import Citation
from game.engine.history import HistoricMeeting, HistoricMove
from game.engine.moves import (
    Accept,
    Argue,
    ConsultCapital,
    Hold,
    Move,
    Propose,
    Reject,
    Responsibility,
    WalkOut,
)
from game.engine.package import Package
from game.engine.scenario import Scenario
from game.engine.state import State, Step
from tests.builders import small

OWN = Responsibility.OWN


def package(**options: str) -> Package:
    """A package on the small table: board, guards, port, draft."""
    names = {"board": "railway-board", "guards": "railway-guards", "port": "dairen-status", "draft": "working-draft"}
    return Package.of({names[name]: option for name, option in options.items()})


@dataclass
class Played:
    """What the debrief asks of a session."""

    state: State
    steps: tuple[Step, ...]
    reasons: dict = field(default_factory=dict)


def game(*moves: Move, scenario: Scenario | None = None) -> Played:
    """The game these moves make."""
    opening = begin(scenario or small())
    steps = replay(opening, moves)
    return Played(steps[-1].after if steps else opening, steps)


def cited(line: int, quote: str) -> Citation:
    """A passage of the made-up minutes."""
    return Citation(source="minutes", line=line, quote=quote, date="1945-07-10")


RECORD = (
    HistoricMeeting(
        "1945-07-10",
        "minutes",
        "minutes",
        (
            HistoricMove(Propose("ussr", package(board="soviet-majority")), cited(1, "Propose our draft.")),
            HistoricMove(Propose("china", package(board="parity")), cited(2, "Parity.")),
            HistoricMove(Hold("ussr", ("railway-board",)), cited(3, "It is our view.")),
            HistoricMove(Propose("china", package(port="free-port")), cited(4, "A free port.")),
            HistoricMove(Accept("ussr", package(port="free-port"), responsibility=OWN), cited(5, "Agree.")),
        ),
    ),
)
"""The record: the board stays open at parity against Soviet majority; Dairen is agreed a free port."""


def record_of(*moves: Move) -> tuple[HistoricMeeting, ...]:
    """A record of 10 July made of these moves, each with its number for a line."""
    coded = tuple(HistoricMove(move, cited(line, f"Passage {line}.")) for line, move in enumerate(moves, 1))
    return (HistoricMeeting("1945-07-10", "minutes", "minutes", coded),)


MOVES: tuple[Move, ...] = (
    Propose("ussr", package(board="soviet-majority")),
    Reject("china", ("railway-board",)),
    Argue("china", "parity-in-1924", "treaty"),
    Propose("china", package(board="parity")),
    Propose("ussr", package(board="joint-board", port="joint-use")),
    Accept("china", package(board="joint-board")),
    ConsultCapital("china", package(guards="later"), "We are pressed."),
    Propose("china", package(guards="chinese")),
    Hold("ussr", ("dairen-status",)),
    WalkOut("china"),
)
"""The game: the board agreed at a joint board, Dairen open with the Soviet side at joint use, a telegram on its way."""
