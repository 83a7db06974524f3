"""The steps of one clause under ties; expected values are sums by hand."""

from game.bargaining.steps import steps_among, steps_under_ties

POINTS = ((0, 9), (4, 5), (10, 0))


def test_steps_from_an_option_are_the_differences_to_each_other():
    assert steps_among(POINTS, 1) == ((0, -4, 4), (2, 6, -5))


def test_steps_under_a_tie_add_what_it_gives_after_less_what_it_gave_before():
    steps = tuple(steps_among(POINTS, here) for here in range(3))
    # beside the other clause's only option the tie gives (1, 2), nothing, (3, 0)
    found = steps_under_ties(steps, ((7, (((1, 2), (0, 0), (3, 0)),)),))
    assert found.other == 7
    assert found.known[0][0] == ((1, 4 - 1, -4 - 2), (2, 10 + 2, -9 - 2))


def test_steps_under_a_tie_leave_out_what_it_forbids_also_from_an_option_that_is_forbidden():
    steps = tuple(steps_among(POINTS, here) for here in range(3))
    found = steps_under_ties(steps, ((7, ((None, (0, 0), (2, 2)),)),))
    assert found.known[0][1] == ((2, 6 + 2, -5 + 2),)
    assert found.known[0][0] == ((1, 4, -4), (2, 10 + 2, -9 + 2))


def test_steps_under_further_ties_keep_the_changes_by_the_other_clause():
    steps = tuple(steps_among(POINTS, here) for here in range(3))
    found = steps_under_ties(steps, ((7, (((0, 0),) * 3,)), (8, (((1, 0), None, (0, 5)),))))
    ((other, changes),) = found.more
    assert other == 8
    assert changes[0][0] == ((0, 0), None, (-1, 5))
