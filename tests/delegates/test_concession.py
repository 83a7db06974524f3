"""The arithmetic of giving way, against sums by hand on ``tests/builders.py``."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from game.delegates.concession import evenly, ladder, plan
from game.delegates.ground import survey
from game.engine.view import view
from tests.builders_large import Shape, build
from tests.delegates.games import agreed, at_the_table


def test_ladder_starts_at_the_best_that_may_be_asked():
    grounds = survey(view(at_the_table(), "china"))
    rungs = ladder(grounds, evenly)
    # Parity 400, Chinese guards 300, free port 200; the draft is procedure and counts nothing.
    assert rungs.worth == 900
    assert rungs.top == {0: 0, 1: 0, 2: 0, 3: 0}


def test_ladder_takes_the_steepest_stride_first():
    grounds = survey(view(at_the_table(), "china"))
    rungs = ladder(grounds, evenly)
    # China may give: joint-board (half the way for 150), joint-use (half for 80), the Soviet draft (all for 80).
    assert [(grounds[one.issue].issue.id, one.cost, one.gain) for one in rungs.strides] == [
        ("working-draft", 80, 1.0),
        ("dairen-status", 80, 0.5),
        ("railway-board", 150, 0.5),
    ]


def test_ladder_keeps_the_strides_of_one_issue_in_order_though_rounding_makes_a_later_one_steeper():
    """On one line: a point bought for 0.1 each way, but in floating point (0.4 - 0.1) / 3 is a little more than 0.1."""
    assert (0.1 - 0.0) / 1 < (0.4 - 0.1) / 3
    grounds = survey(view(_opened(build(5, Shape(issues=1, room=(9,)))), "china"))
    row = replace(grounds[0], points=(4, 3, 0), askable=(0, 1, 2), givable=(0, 1, 2))
    rungs = ladder((row,), lambda _, __: (0.0, 0.1, 0.4))
    assert [stride.place for stride in rungs.strides] == [1, 2]
    assert rungs.strides[0].steepness >= rungs.strides[1].steepness


@pytest.mark.parametrize(
    ("target", "worth", "given"),
    [
        # 920 with the sweetener of 20 for parity and Chinese guards; the draft is not needed, so it counts nothing.
        (900, 920, {}),
        (820, 920, {"working-draft": "soviet-draft"}),
        (740, 840, {"working-draft": "soviet-draft", "dairen-status": "joint-use"}),
        (600, 840, {"working-draft": "soviet-draft", "dairen-status": "joint-use"}),
        (590, 670, {"working-draft": "soviet-draft", "dairen-status": "joint-use", "railway-board": "joint-board"}),
    ],
)
def test_plan_walks_down_as_far_as_the_target_allows(target, worth, given):
    seen = view(at_the_table(), "china")
    grounds = survey(seen)
    mine = plan(seen, grounds, ladder(grounds, evenly), target)
    own_end = {"railway-board": "parity", "railway-guards": "chinese", "dairen-status": "free-port"}
    assert mine.worth == worth
    assert dict(mine.options) == {**own_end, "working-draft": "chinese-draft", **given}


def test_plan_keeps_what_is_agreed_out_of_it_and_in_the_worth():
    state = agreed(at_the_table(), railway_board="joint-board")
    seen = view(state, "china")
    grounds = survey(seen)
    mine = plan(seen, grounds, ladder(grounds, evenly), 1000)
    assert "railway-board" not in mine.options
    assert mine.worth == 250 + 300 + 200  # and no sweetener: that is for parity


def test_plan_that_contradicts_a_linkage_is_mended_at_the_least_cost():
    # Soviet side: Soviet guards (300) and a Soviet port (200) can stand; Chinese guards and a Soviet port can't.
    state = agreed(at_the_table("ussr"), railway_guards="chinese")
    seen = view(state, "ussr")
    grounds = survey(seen)
    mine = plan(seen, grounds, ladder(grounds, evenly), 1000)
    assert mine.get("dairen-status") == "joint-use"
    assert mine.worth == 450 + 0 + 120


def test_plan_never_goes_under_its_target_and_is_no_worse_than_any_smaller_walk():
    # Against brute force: no package worth the target brings the other side more, but for one unfinished stride.
    scenario = build(5, Shape(issues=6))
    seen = view(_opened(scenario), "china")
    grounds = survey(seen)
    rungs = ladder(grounds, evenly)
    for target in range(400, 1000, 50):
        mine = plan(seen, grounds, rungs, target)
        assert mine.worth >= target
        brought = sum(evenly(0, g)[g.place(mine.options[g.issue.id])] for g in grounds)
        best = _most_brought(grounds, target)
        assert best - brought <= 1.0 + 1e-9


def _opened(scenario):
    from game.engine.engine import begin

    return begin(scenario, 6, "china")


def _most_brought(grounds, target):
    most = 0.0
    for places in product(*(ground.askable for ground in grounds)):
        # As the ladder counts: an open matter of procedure brings nothing, but what is given on it is a cost.
        value = sum(
            ground.points[place] - (0 if ground.issue.required else max(ground.points[one] for one in ground.askable))
            for ground, place in zip(grounds, places, strict=True)
        )
        if value >= target:
            most = max(most, sum(evenly(0, ground)[place] for ground, place in zip(grounds, places, strict=True)))
    return most
