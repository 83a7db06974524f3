"""Whole games straight on the engine: the same as in a session, repeatable, and no fault hidden."""

from __future__ import annotations

import pytest

from game.delegates.delegate import Decision
from game.delegates.registry import UnknownDelegate, make
from game.engine.engine import IllegalMove, begin, replay
from game.engine.moves import Accept, Happening, Occur, Yield
from game.engine.package import Package
from game.engine.state import EndingKind
from game.play.session import Session
from game.play.setup import Setup
from game.simulate.runner import Seating, play, play_out
from tests.builders import small
from tests.builders_large import build

LINEAR = Seating((("china", "linear"), ("ussr", "boulware")), 8)


def test_a_game_replays_to_the_same_end():
    over = play(build(1), LINEAR, 1)
    steps = replay(begin(build(1), 8), over.moves)
    assert steps[-1].after.ending == over.final.ending
    assert steps[-1].after.table == over.final.table


def test_a_game_is_the_one_a_session_would_play():
    scenario = build(2)
    seats = {"china": "linear", "ussr": "counterpart"}
    over = play(scenario, Seating(tuple(seats.items())), 3)
    delegates = {party: make(name, 3, party) for party, name in seats.items()}
    session = Session.start(scenario, Setup(scenario.id, seats, 3), None, delegates)
    session.advance()
    assert [step.move for step in session.steps] == list(over.moves)


def test_principals_give_their_verdicts():
    over = play(build(1), LINEAR, 1)
    assert over.ending is EndingKind.AGREEMENT
    assert [move.what for move in over.moves[-2:] if isinstance(move, Occur)] == [Happening.RATIFIES] * 2


def test_an_unknown_delegate_is_named():
    with pytest.raises(UnknownDelegate, match="lineal"):
        play(small(), Seating((("china", "lineal"), ("ussr", "linear"))), 1)


class Cheat:
    name = "cheat"

    def choose(self, view):
        return Decision(Accept(view.party, Package.of({"railway-board": "parity"})))


class Mute:
    name = "mute"

    def choose(self, view):
        return Decision(Yield(view.party))


def test_a_delegate_that_breaks_the_rules_is_a_fault():
    with pytest.raises(IllegalMove):
        play_out(begin(small()), {"china": Cheat(), "ussr": Cheat()}, 1)


def test_a_game_of_silence_ends_by_the_clock():
    over = play_out(begin(small(3)), {"china": Mute(), "ussr": Mute()}, 1)
    assert over.ending is EndingKind.ADJOURNED
    assert len(over.moves) == 6
