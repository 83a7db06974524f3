"""Three questions from the small game, each with what starts it."""

from __future__ import annotations

from dataclasses import replace

from game.debrief import findings
from game.debrief.questions import MOST, questions
from game.engine.moves import Accept, Propose
from tests.builders import small
from tests.debrief.games import MOVES, OWN, RECORD, game, package


def test_questions_are_three_of_different_kinds_each_with_a_passage():
    found = questions(findings(game(*MOVES), "china", RECORD))
    assert len(found) == MOST
    assert len({one.kind for one in found}) == MOST
    assert all(one.passage.text for one in found)


def test_questions_begin_with_what_was_given_against_instructions():
    given = package(board="soviet-majority")
    played = game(Propose("ussr", given), Accept("china", given, responsibility=OWN))
    first = questions(findings(played, "china", RECORD))[0]
    assert first.kind == "mandate"
    assert "At ply 2 you crossed a red line by agreeing to “Soviet majority” on Railway board (D8)" in first.text


def test_questions_name_the_ply_the_record_was_left_at_and_what_it_had_there():
    """China's refusal at ply 2 stands where the record has it propose parity."""
    left = next(one for one in questions(findings(game(*MOVES), "china", RECORD)) if one.kind == "departure")
    assert (left.ply, left.passage.line) == (2, 2)


def test_questions_of_a_game_without_a_move_are_about_first_words():
    assert [one.kind for one in questions(findings(game(), "china"))][-1] == "opening"


def test_questions_without_any_document_start_from_the_clause_itself():
    bare = replace(small(), claims=(), minutes=())
    moves = (Propose("ussr", package(board="soviet-majority")), Propose("china", package(board="parity")))
    found = questions(findings(game(*moves, scenario=bare), "china"))
    assert found
    assert {one.passage.source for one in found} == {"the clause as this scenario words it"}
