"""What may happen of itself, with which weight. Weights by hand from outcome.py's stated sizes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from game.engine.chance import Chance, chances
from game.engine.engine import apply, begin
from game.engine.moves import (
    Accept,
    Adjourn,
    ConsultCapital,
    Degree,
    Happening,
    Occur,
    Propose,
    Responsibility,
    Terms,
    WalkOut,
    Yield,
)
from game.engine.scenario import Event
from tests.builders import small
from tests.engine.table import package, reached
from tests.strategies import picks, played

RISEN = (Adjourn("ussr"), Adjourn("china"))


def test_chances_while_a_delegate_has_the_floor_are_none():
    assert chances(reached()) == ()


def test_chances_after_the_end_are_none():
    assert chances(reached(WalkOut("ussr"))) == ()


def test_chances_after_word_to_stalin_are_his_answer():
    assert chances(reached(ConsultCapital("ussr", report="x"))) == (Chance(Occur(Happening.ANSWER, "ussr", 1), 100),)


def test_chances_after_a_telegram_to_chiang_wait_for_the_end_of_the_meeting():
    state = reached(Yield("ussr"), ConsultCapital("china", report="x"), scenario=small(meetings=2))
    assert chances(state) == ()
    for move in (Adjourn("china"), Adjourn("ussr")):
        state = apply(state, move).after
    assert chances(state)[0].occur == Occur(Happening.ANSWER, "china", 1)


def test_chances_between_meetings_are_events_in_order_and_then_the_meeting():
    events = (
        Event("past", "1945-07-09", "Before.", ("china",)),
        Event("potsdam", "1945-07-11", "The conference is near.", ("china", "ussr")),
        Event("august", "1945-08-06", "Later.", ("china", "ussr")),
    )
    state = reached(*RISEN, scenario=replace(small(meetings=2), events=events))
    happened = []
    while due := chances(state):
        happened.append(due[0].occur.reference)
        state = apply(state, due[0].occur).after
    assert happened == ["potsdam", "1945-07-12"]


def test_chances_of_a_verdict_are_the_risk_and_the_rest():
    """Joint board: 20 per cent for the Soviet side, none for China, whose verdict comes first."""
    deal = package(board="joint-board", guards="later", dairen="joint-use")
    own = Responsibility.OWN
    state = reached(Propose("ussr", deal, Terms.WHOLE, own), Accept("china", deal, 1, Degree.AD_REFERENDUM, own))
    assert chances(state) == (Chance(Occur(Happening.RATIFIES, "china"), 100),)
    state = apply(state, Occur(Happening.RATIFIES, "china")).after
    assert chances(state) == (
        Chance(Occur(Happening.RATIFIES, "ussr"), 80),
        Chance(Occur(Happening.REPUDIATES, "ussr"), 20),
    )


@settings(max_examples=30, deadline=None)
@given(picks(80))
def test_chances_always_add_up_to_a_hundred(chosen):
    for step in played(begin(small(meetings=2)), chosen):
        due = chances(step.after)
        assert sum(chance.percent for chance in due) == (100 if due else 0)
        assert bool(due) == (not step.after.floor and step.after.ending is None) or step.after.floor
