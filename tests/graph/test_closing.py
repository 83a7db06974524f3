"""The deadlock as four states, by hand on the small table."""

from __future__ import annotations

from game.engine.engine import begin
from game.engine.party import Latitude
from game.engine.scenario import Opening
from game.graph.closing import FIRST_YIELDS, HALFWAY, HOLD, SECOND_YIELDS, closing
from game.graph.stability import Concept
from tests.builders import small
from tests.graph.cases import free_table

APART = (
    Opening(("parity", "soviet-majority"), "open"),
    Opening(("later", "later"), "agreed"),
    Opening(("free-port", "joint-use"), "open"),
    Opening(("chinese-draft", "chinese-draft"), "agreed"),
)


def test_four_outcomes_are_worth_what_they_are_by_hand():
    found = closing(begin(free_table(opening=APART)))
    assert found.apart == ("railway-board", "dairen-status")
    # no agreement; the Soviet stand 0+150+120+80, 450+200+120+0; China's 400+150+200+80, 0+200+0+0; half-way: joint
    # board (the middle) and, the odd one out going to China, the free port: 250+150+200+80, 300+200+0+0
    assert found.worths == ((350, 350), (350, 770), (830, 200), (680, 500))


def test_deadlock_is_nash_stable_when_neither_stand_is_better_than_none():
    found = closing(begin(free_table(opening=APART)))
    # China's 350 for the Soviet stand is no more than no agreement; the USSR's 200 is less
    assert found.stable(Concept.NASH)
    assert found.verdict(0).concepts == tuple(Concept)


def test_deadlock_that_one_side_would_gain_by_ending_is_not_nash_stable():
    opening = (Opening(("parity", "joint-board"), "open"), *APART[1:])
    found = closing(begin(free_table(opening=opening)))
    # the joint board and joint use: 250+150+120+80 = 600 to China, against 350; the USSR could answer only by meeting
    # China half-way, which is better for China still
    assert found.worths[FIRST_YIELDS] == (600, 620)
    assert not any(found.stable(concept) for concept in Concept)


def test_instructions_bar_the_way_and_name_what_bars_it():
    found = closing(begin(small(opening=APART)))
    # China: a Soviet majority is forbidden; USSR: parity is forbidden, the free port must be asked for
    assert found.barred == (
        (("railway-board", "soviet-majority"),),
        (("railway-board", "parity"), ("dairen-status", "free-port")),
    )
    assert found.conflict.moves[0][HOLD] == ()
    assert found.conflict.moves[1][HOLD] == ()
    assert all(found.stable(concept) for concept in Concept)


def test_what_may_be_asked_for_opens_the_way_when_granted():
    opening = (Opening(("joint-board", "joint-board"), "agreed"), APART[1], APART[2], APART[3])
    state = begin(small(opening=opening))
    assert closing(state).conflict.moves[1][HOLD] == ()
    assert closing(state, Latitude.ASK).conflict.moves[1][HOLD] == (SECOND_YIELDS,)


def test_package_that_a_linkage_forbids_counts_as_no_agreement():
    opening = (
        Opening(("parity", "parity"), "agreed"),
        Opening(("chinese", "chinese"), "agreed"),
        Opening(("free-port", "soviet-port"), "open"),
        Opening(("chinese-draft", "chinese-draft"), "agreed"),
    )
    found = closing(begin(free_table(opening=opening)))
    assert found.contradicted == (FIRST_YIELDS,)
    assert found.worths[FIRST_YIELDS] == found.worths[HOLD]
    assert found.packages[HALFWAY].get("dairen-status") == "joint-use"


def test_issue_nobody_has_spoken_to_keeps_nobody_from_closing():
    opening = (*APART[:3], Opening())
    found = closing(begin(small(opening=opening)))
    assert "working-draft" not in found.apart
    assert all(issue != "working-draft" for side in found.barred for issue, _ in side)
