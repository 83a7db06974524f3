"""The night in words."""

from __future__ import annotations

import json

from game.authoring.loader import positions_after
from game.engine.engine import begin
from game.engine.scenario import Opening
from game.graph.report import night, night_text
from tests.builders import small
from tests.graph.cases import free_table
from tests.graph.test_closing import APART


def test_night_names_the_move_and_why_it_was_barred():
    text = night_text(night(begin(small(opening=APART))))
    assert "T. V. Soong was not free to accept what V. M. Molotov held" in text
    assert "Railway board (D8)" in text
    assert "stable in the strictest sense (Nash, GMR, SMR, SEQ): neither delegate was free to give way." in text


def test_night_names_a_profitable_move_and_that_nothing_answers_it():
    opening = (Opening(("parity", "joint-board"), "open"), *APART[1:])
    told = night(begin(free_table(opening=opening)))
    sentences = " ".join(told["closing"]["sentences"])
    assert (
        "T. V. Soong could profitably have accepted what V. M. Molotov held (600 to the Chinese side against 350)"
        in sentences
    )
    # the USSR could only have met China half-way, which is better still for China
    assert "nothing V. M. Molotov could then do would have undone the gain" in sentences
    assert told["closing"]["stable"] == []
    # China would hold under the orders that rank giving way below no agreement: half of them
    assert told["closing"]["orders"][0] == {"stable": 12, "tried": 24, "must_rank_below": ["first gives way"]}


def test_night_of_hardening_names_what_would_be_taken_back_and_the_counter_move():
    opening = tuple(Opening((one, one), "agreed") for one in ("joint-board", "later", "free-port", "chinese-draft"))
    text = night_text(night(begin(small(opening=opening))))
    assert "T. V. Soong could profitably have hardened to “Parity” on Railway board (D8) (+150)" in text
    assert (
        "V. M. Molotov would then have hardened to “Soviet majority” on Railway board (D8) (-250 for the Chinese side)"
        in text
    )


def test_night_is_plain_values():
    told = night(begin(small(opening=APART)))
    assert json.loads(json.dumps(told)) == told


def test_deadlock_of_12_july_was_stable_given_the_instructions_of_that_night():
    told = night(positions_after("moscow-1945-07-12", "1945-07-12"))
    assert told["closing"]["stable"] == ["Nash", "GMR", "SMR", "SEQ"]
    assert {"railway-board", "dairen-zone"} <= {issue for side in told["closing"]["barred"] for issue, _ in side}


def test_night_before_anybody_has_spoken_has_no_deadlock_to_judge():
    assert night_text(night(begin(small()))) == "Nobody has spoken to the issues yet, so there is no deadlock to judge."
