"""Whole games straight on the engine: the same as in a session, repeatable, and no fault hidden."""

from __future__ import annotations

import threading

import pytest

from game.delegates.delegate import Decision
from game.delegates.registry import UnknownDelegate, make
from game.engine.engine import begin, replay
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


def test_a_delegate_that_breaks_the_rules_loses_its_turn_and_is_told_of():
    over = play_out(begin(small(1)), {"china": Cheat(), "ussr": Mute()}, 1)
    assert over.ending is EndingKind.ADJOURNED
    assert over.moves == (Yield("ussr"), Yield("china"))
    (told,) = over.lost
    assert (told.ply, told.party, told.delegate) == (2, "china", "cheat")
    assert told.what.startswith("it tried to accept: Railway board: the other side does not hold that")


class Failing:
    name = "failing"

    def choose(self, view):
        raise KeyError("no plan")


def test_a_delegate_that_fails_loses_its_turn_and_is_told_of():
    over = play_out(begin(small(2)), {"china": Failing(), "ussr": Mute()}, 1)
    assert [told.what for told in over.lost] == ["it failed: KeyError: 'no plan'"] * 2


def test_a_delegate_of_others_is_seated_as_a_guest(monkeypatch):
    hung = threading.Event()

    class Hanging(Mute):
        def choose(self, view):
            hung.wait(20)

    monkeypatch.setattr("game.simulate.runner.make", lambda *_: Hanging())
    over = play(small(2), Seating((("china", "theirs"), ("ussr", "theirs")), patience=0.05), 1)
    hung.set()
    assert over.ending is EndingKind.ADJOURNED
    assert {told.what for told in over.lost} <= {
        "it had not answered after 0.05 seconds",
        "it is still thinking about an earlier turn",
    }
    assert len(over.lost) == 4


def test_a_game_of_silence_ends_by_the_clock():
    over = play_out(begin(small(3)), {"china": Mute(), "ussr": Mute()}, 1)
    assert over.ending is EndingKind.ADJOURNED
    assert len(over.moves) == 6
