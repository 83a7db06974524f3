"""Three questions from the small game, each with what starts it."""

from __future__ import annotations

from dataclasses import replace

from game.debrief import findings
from game.debrief.beginnings import or_behind
from game.debrief.questions import MOST, questions
from game.engine.moves import Accept, Argue, Propose
from tests.builders import small
from tests.debrief.games import MOVES, OWN, RECORD, cited, game, package


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


def test_questions_are_about_different_issues_while_there_are_such():
    """The board, given against instructions, was also the dearest step: it is asked about once."""
    given = package(board="soviet-majority")
    played = game(
        Propose("ussr", package(board="soviet-majority", port="joint-use")),
        Accept("china", given, responsibility=OWN),
        Propose("china", package(port="free-port", guards="chinese")),
    )
    found = questions(findings(played, "china", RECORD))
    named = [one.issue for one in found if one.issue]
    assert len(named) == len(set(named))


def test_or_behind_passes_over_a_bare_agree_for_words_that_say_something():
    found = findings(game(*MOVES), "china", RECORD)
    assert or_behind(found, cited(5, "Agree."), "dairen-status", "free-port") != cited(5, "Agree.")
    said = cited(4, "It must be a free port.")
    assert or_behind(found, said, "dairen-status", "free-port") == said


def test_questions_ask_what_made_a_signature_worth_less_than_none():
    """All four signed as the Soviet side has them: 0 of China's points against 350 without agreement."""
    theirs = package(board="soviet-majority", guards="soviet", port="soviet-port", draft="soviet-draft")
    played = game(Propose("ussr", theirs), Accept("china", theirs, responsibility=OWN))
    asked = next(one for one in questions(findings(played, "china")) if one.kind == "signature")
    assert asked.text.startswith("You signed what is worth 0 of 1000 to your side, where no agreement was worth 350.")


def test_questions_do_not_say_never_argued_of_what_was_argued_weakly():
    majority = Propose("ussr", package(board="soviet-majority"))
    played = game(majority, Argue("china", "parity-in-1924", "hearsay"))
    asked = next(one for one in questions(findings(played, "china", RECORD)) if one.kind == "evidence")
    assert asked.text.startswith("You put it to ")
    assert "But not with the passage below" in asked.text


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
