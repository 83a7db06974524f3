"""Games on the small table of builders.py, played once and written down, for the tests of this room."""

from __future__ import annotations

from game.engine.engine import begin, replay
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Happening,
    Hold,
    Move,
    Occur,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.state import Step
from game.record.record import Closing, Header, Record
from game.record.replay import line_of
from tests.builders import small
from tests.engine.table import BOARD, DRAFT, GUARDS, offer, package, take

SEATS = {"china": "human", "ussr": "counterpart"}
HEADER = Header("afternoon", "small", "small-digest", SEATS, seed=1945, started="1945-07-10T14:00:00")
OWN = Responsibility.OWN

SHORT: tuple[Move, ...] = (
    offer("ussr", board="soviet-majority"),
    Reject("china", (BOARD,), words="Cannot accept."),
    offer("china", board="parity"),
    WalkOut("ussr"),
)
"""Four plies to a breakdown."""

AFTERNOON: tuple[Move, ...] = (
    Propose("ussr", package(board="soviet-majority"), words="Item 6 very important."),
    Reject("china", (BOARD,)),
    Argue("china", "parity-in-1924", "treaty"),
    Propose("china", package(board="parity"), words="You must be more fair to us."),
    Ask("ussr", BOARD, words="What would you like to have?"),
    Answer("china", Reply.REPORT),
    CiteMinutes("china", BOARD, "m-joint"),
    Hold("china", (BOARD,)),
    ConsultCapital("ussr", package(guards="chinese"), "They will not have our guards."),
    Occur(Happening.ANSWER, "ussr", 1),
    Propose("ussr", package(board="joint-board", guards="later"), Terms.SEVERABLE, OWN),
    take("china", board="joint-board"),
    ConsultCapital("china", package(guards="later"), "They press for their guards."),
    Reserve("china", (GUARDS,), Recourse.INSTRUCTIONS),
    Propose("china", package(draft="chinese-draft", board="joint-board"), Terms.WHOLE),
    Accept("ussr", package(draft="chinese-draft", board="joint-board"), 4, Degree.AD_REFERENDUM, OWN),
    Withdraw("ussr", 3),
    Reserve("ussr", (GUARDS,), Recourse.EXPERTS),
    Yield("ussr"),
    Adjourn("china"),
    Adjourn("ussr", "The talks go on."),
    Occur(Happening.ANSWER, "china", 1),
    Occur(Happening.MEETING, reference="1945-07-12"),
    Propose("ussr", package(guards="soviet")),
    Accept("china", package(guards="soviet"), degree=Degree.SUBSTANCE),
    WalkOut("china"),
)
"""Every verb, over two meetings."""


def steps_of(moves: tuple[Move, ...], meetings: int = 2) -> tuple[Step, ...]:
    """The steps of a game on the small table."""
    return replay(begin(small(meetings=meetings)), moves)


def record_of(steps: tuple[Step, ...] | list[Step], header: Header = HEADER) -> Record:
    """The record of some steps."""
    ending = steps[-1].after.ending if steps else None
    return Record(header, tuple(map(line_of, steps)), Closing(ending) if ending else None)


__all__ = ["AFTERNOON", "BOARD", "DRAFT", "GUARDS", "HEADER", "SEATS", "SHORT", "record_of", "steps_of"]
