"""Neighbours of a package against changing it clause by clause and asking the space."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.moves import one_clause_away, two_clauses_away
from game.bargaining.space import whole
from tests.bargaining.cases import packages, scenario


def changed(here, *changes):
    there = bytearray(here)
    for place, option in changes:
        there[place] = option
    return bytes(there)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**9))
def test_every_package_one_clause_away_is_found_with_both_worths(seed):
    case = scenario(seed)
    if not packages(case):
        return
    space = whole(case)
    here = space.settlement(Random(seed).choice(packages(case))[0])
    expected = []
    for place, clause in enumerate(space.clauses):
        for option in range(len(clause.options)):
            there = changed(here, (place, option))
            if option != here[place] and space.stands(there):
                expected.append((place, option, *space.worth(there)))
    assert one_clause_away(space, here) == expected
    assert one_clause_away(space, here, space.worth(here)) == expected


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_every_package_two_clauses_away_that_changes_one_by_one_or_together_is_found(seed):
    case = scenario(seed)
    if not packages(case):
        return
    space = whole(case)
    here = space.settlement(Random(seed).choice(packages(case))[0])
    u, v = space.worth(here)
    tied = {(tie.left, tie.right) for tie in space.ties}
    expected = set()
    for left in range(len(space.clauses)):
        for right in range(left + 1, len(space.clauses)):
            for one in range(len(space.clauses[left].options)):
                for two in range(len(space.clauses[right].options)):
                    there = changed(here, (left, one), (right, two))
                    if one == here[left] or two == here[right] or not space.stands(there):
                        continue
                    a, b = space.worth(there)
                    expected.add(((left, one), (right, two), a - u, b - v))
    found = list(two_clauses_away(space, here))
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert tied <= {(left, right) for left in range(len(here)) for right in range(left + 1, len(here))}
