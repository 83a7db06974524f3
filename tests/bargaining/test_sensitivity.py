"""Weightings keep the author's orders, and shares come with the right interval."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.sensitivity import (
    BEST,
    Trials,
    acceptable,
    efficient,
    favours,
    judge,
    refused,
    weightings,
    wilson,
    zone_exists,
)
from game.bargaining.space import Clause, Space, whole
from game.engine.package import Package
from tests.bargaining.cases import space
from tests.bargaining.test_space import PARITY
from tests.builders import small


@pytest.mark.parametrize(
    ("held", "draws", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_interval_is_the_published_one(held, draws, low, high):
    """Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    found = wilson(held, draws)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)
    assert found.share == held / draws


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**6))
def test_weighting_keeps_the_order_of_options_and_of_issues(seed, drawn):
    authored = space(seed)
    (found,) = weightings(authored, Trials(1, seed=drawn, reservations=0))
    for side in (0, 1):
        tops, new_tops = [], []
        for clause, drawn_clause in zip(authored.clauses, found.clauses, strict=True):
            old = [points[side] for points in clause.points]
            new = [points[side] for points in drawn_clause.points]
            for one, two in zip(old, new, strict=True):
                for other, other_new in zip(old, new, strict=True):
                    assert not (one < other and two >= other_new)
                    assert not (one == other and two != other_new)
            tops.append(max(old, default=0))
            new_tops.append(max(new, default=0))
        for one, two in zip(tops, new_tops, strict=True):
            assert all(two <= other_new for other, other_new in zip(tops, new_tops, strict=True) if one < other)
        # each issue is rounded to whole points, at least one apart
        if any(tops):
            assert abs(sum(new_tops) - BEST) <= sum(len(clause.options) for clause in authored.clauses)
    assert found.reservations == tuple(min(BEST, max(0, one)) for one in authored.reservations)
    assert [tie.bans for tie in found.ties] == [tie.bans for tie in authored.ties]


def test_same_seed_gives_the_same_weightings_and_another_seed_others():
    one, two = (list(weightings(whole(small()), Trials(5, seed=7))) for _ in "ab")
    assert one == two
    assert list(weightings(whole(small()), Trials(5, seed=8))) != one


def test_best_package_for_one_side_is_efficient_and_favours_it_under_every_weighting():
    verdicts = {"efficient": efficient(PARITY), "china": favours(PARITY, 0), "ussr": favours(PARITY, 1)}
    found = judge(whole(small()), {**verdicts, "zone": zone_exists}, Trials(60))
    # favour is a share of what could be gained, so it is only judged where there is a zone
    assert found["zone"].held > 50
    assert (found["efficient"].held, found["china"].held, found["ussr"].held) == (60, found["zone"].held, 0)


def test_package_worth_nothing_to_one_side_is_never_acceptable():
    found = judge(whole(small()), {"acceptable": acceptable(PARITY)}, Trials(40))
    assert found["acceptable"].held == 0


def test_package_worth_nothing_to_one_side_is_refused_by_it_alone_and_an_empty_one_by_nobody():
    # parity on everything is China's best package and brings the USSR nothing; an empty one may yet become anything
    verdicts = {
        "china": refused(PARITY, 0),
        "ussr": refused(PARITY, 1),
        "nothing yet": refused(Package(), 1),
    }
    found = judge(whole(small()), verdicts, Trials(40))
    assert {name: share.held for name, share in found.items()} == {"china": 0, "ussr": 40, "nothing yet": 0}


def test_zone_of_a_wide_and_of_a_hopeless_table_is_judged_so():
    points = ((0, 500), (250, 250), (500, 0))
    clauses = tuple(Clause(name, ("a", "b", "c"), points) for name in ("x", "y"))
    wide = Space(("china", "ussr"), clauses, (), (100, 100))
    hopeless = Space(("china", "ussr"), clauses, (), (990, 990))
    trials = Trials(40, reservations=5)
    assert judge(wide, {"zone": zone_exists}, trials)["zone"].held == 40
    assert judge(hopeless, {"zone": zone_exists}, trials)["zone"].held == 0


def test_judging_reports_progress_draw_by_draw():
    seen: list[int] = []
    judge(whole(small()), {"zone": zone_exists}, Trials(3, progress=seen.append))
    assert seen == [1, 2, 3]


def test_judging_without_draws_says_nothing():
    assert judge(whole(small()), {"zone": zone_exists}, Trials(0)) == {}
