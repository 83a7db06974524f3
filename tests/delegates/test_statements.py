"""What was said and what contradicts it, on the small table: its options run from China's end to the Soviet one."""

from __future__ import annotations

import pytest

from game.delegates.statements import Heard, Kind, gone_back_on, standing_statements
from game.engine.engine import apply
from game.engine.moves import Accept, Answer, Ask, Degree, Hold, Propose, Reject, Reply, Responsibility, Terms, Yield
from game.engine.package import Package
from tests.delegates.games import at_the_table

OWN = Responsibility.OWN


def package(**options: str) -> Package:
    return Package.of({issue.replace("_", "-"): option for issue, option in options.items()})


def after(state, *moves):
    for move in moves:
        state = apply(state, move).after
    return state


def heard(state) -> Heard:
    return Heard(state.scenario.agenda, state.ledger, state.offers, state.table)


REFUSED = after(
    at_the_table("ussr"),
    Propose("ussr", package(railway_board="joint-board"), responsibility=OWN),
    Reject("china", ("railway-board",)),
)
"""China has refused a joint board; Soviet majority lies beyond it, parity short of it."""


@pytest.mark.parametrize(
    ("option", "kinds"),
    [("parity", []), ("joint-board", [Kind.REFUSED]), ("soviet-majority", [Kind.REFUSED])],
)
def test_what_was_refused_is_contradicted_by_it_and_by_what_lies_beyond(option, kinds):
    offer = Propose("china", package(railway_board=option))
    assert [one.kind for one in gone_back_on(heard(REFUSED), "china", offer)] == kinds


def test_an_offer_on_a_condition_counts_as_giving():
    offer = Propose("china", package(railway_board="joint-board", railway_guards="chinese"), Terms.WHOLE)
    assert [one.kind for one in gone_back_on(heard(REFUSED), "china", offer)] == [Kind.REFUSED]


def test_agreement_in_substance_gives_nothing_yet():
    accept = Accept("china", package(railway_board="joint-board"), degree=Degree.SUBSTANCE)
    assert gone_back_on(heard(REFUSED), "china", accept) == ()


@pytest.mark.parametrize(("option", "contradicts"), [("parity", False), ("joint-board", True)])
def test_a_position_held_to_is_contradicted_only_by_what_lies_beyond(option, contradicts):
    state = after(at_the_table("china", railway_board=("parity", "soviet-majority")), Hold("china", ("railway-board",)))
    offer = Propose("china", package(railway_board=option))
    assert [one.kind for one in gone_back_on(heard(state), "china", offer)] == ([Kind.HELD] if contradicts else [])


def test_an_answer_of_no_room_is_contradicted_by_a_step_from_where_one_stood():
    # Soviet majority is all Moscow may give: the true answer is that there is no room.
    state = at_the_table("china", railway_board=("parity", "soviet-majority"))
    state = after(state, Ask("china", "railway-board"), Answer("ussr", Reply.FIRM))
    step = Propose("ussr", package(railway_board="joint-board"), responsibility=OWN)
    assert [one.kind for one in gone_back_on(heard(state), "ussr", step)] == [Kind.NO_ROOM]


def test_a_whole_offer_refused_is_contradicted_by_all_of_it_together():
    whole = package(railway_board="joint-board", railway_guards="later")
    state = after(at_the_table("ussr"), Propose("ussr", whole, Terms.WHOLE, OWN), Reject("china", offer=1))
    part = Propose("china", package(railway_board="joint-board"))
    assert gone_back_on(heard(state), "china", part) == ()
    both = Propose("china", whole, responsibility=OWN)
    assert [one.kind for one in gone_back_on(heard(state), "china", both)] == [Kind.REFUSED_WHOLE]


def test_what_has_once_been_gone_back_on_no_longer_stands():
    state = after(REFUSED, Propose("china", package(railway_board="joint-board")), Yield("ussr"))
    assert standing_statements(heard(state), "china") == ()
