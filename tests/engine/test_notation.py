"""Moves as mappings and back. The notation is that of design.md section 6: plain values, one key `do` for the verb."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from game.engine.engine import begin
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
from game.engine.notation import VERBS, NotationError, read, written
from tests.builders import small
from tests.engine.table import BOARD, GUARDS, package
from tests.strategies import picks, played

FULL = {
    "propose": Propose("china", package(board="parity"), Terms.WHOLE, Responsibility.OWN, "Be fair."),
    "accept": Accept("china", package(board="parity"), 3, Degree.FINAL, Responsibility.OWN, "Agree."),
    "reject": Reject("china", (BOARD, GUARDS), 2, "Cannot accept."),
    "hold": Hold("china", (BOARD,), "Thirty years."),
    "argue": Argue("china", "parity-in-1924", "treaty", "5+5."),
    "cite": CiteMinutes("china", BOARD, "m-joint", 4, "Read minutes."),
    "ask": Ask("china", BOARD, "What would you like?"),
    "answer": Answer("china", Reply.GUARDED, "We will see."),
    "reserve": Reserve("china", (BOARD,), Recourse.EXPERTS, package(board="parity"), "Must reserve."),
    "withdraw": Withdraw("china", 2, "We take it back."),
    "consult": ConsultCapital("china", package(guards="later"), "They press."),
    "yield": Yield("china", "Well."),
    "adjourn": Adjourn("china", "Talks go on.", "Let us rise."),
    "walk-out": WalkOut("china", "Enough."),
    "occur": Occur(Happening.ANSWER, "china", 1, "ref"),
}


def test_notation_has_an_example_of_every_verb_here():
    assert set(FULL) == set(VERBS)
    assert {type(move) for move in FULL.values()} == set(VERBS.values())


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_read_what_is_written_of_every_verb_is_the_same_move(verb):
    mapping = written(FULL[verb])
    assert mapping["do"] == verb
    assert read(mapping) == FULL[verb]


@settings(max_examples=25, deadline=None)
@given(picks())
def test_read_what_is_written_in_random_play_is_the_same_move(chosen):
    for step in played(begin(small(meetings=2)), chosen):
        assert read(written(step.move)) == step.move


def test_read_refusal_of_a_whole_offer_needs_no_issues():
    refusal = Reject("china", offer=2)
    assert written(refusal) == {"do": "reject", "by": "china", "offer": 2}
    assert read(written(refusal)) == refusal


def test_written_leaves_out_what_is_empty():
    assert written(Withdraw("china", 2)) == {"do": "withdraw", "by": "china", "offer": 2}


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ({}, "unknown move None"),
        ({"do": "surrender", "by": "china"}, "expected one of: propose, accept"),
        ({"do": ["propose"]}, "unknown move"),
        ({"do": "yield"}, "needs: by"),
        ({"do": "ask", "by": "china"}, "needs: issue"),
        ({"do": "ask", "by": "china", "issue": "x", "isue": "y"}, "no 'isue'"),
        ({"do": "propose", "by": "china", "package": ["parity"]}, "must map issues to options"),
        ({"do": "propose", "by": "china", "package": {"a": 1}}, "must map issues to options"),
        ({"do": "propose", "by": "china", "package": {"a": "b"}, "terms": "maybe"}, "severable, whole"),
        ({"do": "hold", "by": "china", "issues": "board"}, "must be a list"),
        ({"do": "withdraw", "by": "china", "offer": True}, "must be a whole number"),
        ({"do": "withdraw", "by": "china", "offer": "1"}, "must be a whole number"),
        ({"do": "yield", "by": 7}, "must be text"),
        ({"do": "answer", "by": "china", "reply": "yes"}, "expected one of: room"),
    ],
)
def test_read_what_is_no_move_says_what_was_found_and_expected(mapping, said):
    with pytest.raises(NotationError, match=said.replace("+", r"\+")):
        read(mapping)
