"""The bound on joint gains, against brute force and sums by hand."""

from __future__ import annotations

import random
from itertools import product

import pytest

from game.engine.engine import begin
from game.simulate.bound import Bound, bound, everything, remembered, signable
from tests.builders import small
from tests.delegates.games import agreed


def undominated(points):
    """By definition: no other point at least as good for both and better for one."""
    return tuple(
        sorted(
            {p for p in points if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in points)},
        )
    )


@pytest.mark.parametrize("seed", range(20))
def test_bound_equals_brute_force(seed):
    chance = random.Random(seed)
    menus = tuple(
        tuple((chance.randint(0, 9), chance.randint(0, 9)) for _ in range(chance.randint(1, 4))) for _ in range(5)
    )
    totals = [(sum(a for a, _ in one), sum(b for _, b in one)) for one in product(*menus)]
    assert bound(menus).points == undominated(totals)


def test_unclaimed_is_nothing_on_the_frontier_and_the_common_share_below_it():
    line = Bound(((0, 100), (50, 60), (100, 0)))
    assert line.unclaimed((50, 60)) == 0.0
    assert line.unclaimed((100, 0)) == 0.0
    assert line.unclaimed((40, 30)) == pytest.approx(0.1)  # up to (50, 60): a tenth for one, three tenths for the other
    assert line.unclaimed((200, 200)) == 0.0


def test_signable_keeps_to_what_both_sides_may_give():
    # On the board China may give parity and joint-board, the Soviet side soviet-majority only: nothing in common.
    # Guards: "later" is for China to ask about. Dairen: joint use. The draft is free to both.
    menus = signable(begin(small()))
    assert menus == (((120, 120),), ((80, 0), (0, 50)))


def test_signable_counts_what_was_agreed():
    menus = signable(agreed(begin(small()), railway_board="joint-board"))
    assert menus[0] == ((250, 300),)


def test_everything_has_every_option():
    assert [len(menu) for menu in everything(small())] == [3, 3, 3, 2]


def test_remembered_is_the_same_bound():
    menus = everything(small())
    assert remembered(menus) == bound(menus)
    assert remembered(menus) is remembered(everything(small()))
