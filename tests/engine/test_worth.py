"""What packages are worth. Sums by hand on the points of builders.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.package import Package
from game.engine.worth import advantage, points, sweetened, worth
from tests.builders import CHINA_STAKES, ISSUES, USSR_STAKES, small
from tests.engine.table import BOARD, package

AGENDA = small().agenda


@pytest.mark.parametrize(
    ("settled", "china", "ussr"),
    [
        (package(), 0, 0),
        (package(board="joint-board"), 250, 300),
        (package(board="soviet-majority", guards="soviet", dairen="soviet-port", draft="soviet-draft"), 0, 1000),
        # 400 + 300 + 200 + 80 and 20 for the linkage: China's best, by definition 1000
        (package(board="parity", guards="chinese", dairen="free-port", draft="chinese-draft"), 1000, 0),
        (package(board="parity", guards="later", dairen="joint-use"), 400 + 150 + 120, 0 + 200 + 120),
        (package(board="parity", guards="chinese"), 400 + 300 + 20, 0),
    ],
)
def test_worth_of_a_package_is_the_sum_by_hand(settled, china, ussr):
    assert (worth(AGENDA, CHINA_STAKES, settled), worth(AGENDA, USSR_STAKES, settled)) == (china, ussr)


def test_sweetened_needs_both_ends_of_the_linkage():
    assert sweetened(AGENDA, CHINA_STAKES, package(board="parity", guards="chinese")) == 20
    assert sweetened(AGENDA, CHINA_STAKES, package(guards="chinese")) == 0
    assert sweetened(AGENDA, USSR_STAKES, package(board="parity", guards="chinese")) == 0


def test_points_of_an_option_are_its_partys_own():
    assert points(AGENDA, CHINA_STAKES, BOARD, "joint-board") == 250
    assert points(AGENDA, USSR_STAKES, BOARD, "joint-board") == 300


def test_points_of_an_unknown_option_raise_key_error():
    with pytest.raises(KeyError):
        points(AGENDA, CHINA_STAKES, BOARD, "nobody")


@pytest.mark.parametrize(("value", "expected"), [(350, 0.0), (1000, 1.0), (675, 0.5), (25, -0.5)])
def test_advantage_lies_between_reservation_and_best(value, expected):
    """Reservation 350: half way to 1000 is 675."""
    assert advantage(CHINA_STAKES, value) == expected


@given(st.permutations([(issue.id, issue.options[-1].id) for issue in ISSUES]))
def test_worth_does_not_depend_on_the_order_of_the_issues(pairs):
    assert worth(AGENDA, USSR_STAKES, Package(tuple(pairs))) == 1000
