"""The space of a scenario against the engine: same worths, same contradictions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.space import permitted, still_open, whole
from game.engine.engine import begin
from game.engine.issues import LinkageKind
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.scenario import Opening, contradictions
from game.engine.worth import worth
from tests.bargaining.cases import packages, scenario
from tests.builders import LINKAGES, small

SMALL = small()
PARITY = Package.of(
    {
        "railway-board": "parity",
        "railway-guards": "chinese",
        "dairen-status": "free-port",
        "working-draft": "chinese-draft",
    }
)


def test_worth_of_a_settlement_is_the_sum_by_hand():
    space = whole(SMALL)
    # 400 + 300 + 200 + 80 and 20 for the linkage; nothing to the other side
    assert space.worth(space.settlement(PARITY)) == (1000, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_every_settlement_is_worth_and_stands_as_the_engine_says(seed):
    case = scenario(seed)
    space = whole(case)
    standing = {package for package, _ in packages(case)}
    for package, worths in packages(case):
        here = space.settlement(package)
        assert space.worth(here) == worths
        assert space.stands(here)
        assert space.package(here) == package
    if space.blocked:
        assert not standing
        return
    for place, clause in enumerate(space.clauses):
        here = bytearray(len(space.clauses))
        here[place] = len(clause.options) - 1
        assert space.stands(bytes(here)) == (space.package(bytes(here)) in standing)


def test_settlement_of_a_package_with_an_open_clause_is_refused_by_name():
    with pytest.raises(ValueError, match="working-draft"):
        whole(SMALL).settlement(PARITY.only(("railway-board", "railway-guards", "dairen-status")))


def test_linkage_of_an_issue_with_itself_rules_an_option_out():
    odd = replace(
        LINKAGES[1],
        id="odd",
        issue="railway-board",
        options=("parity",),
        other="railway-board",
        other_options=("parity",),
    )
    assert odd.kind is LinkageKind.EXCLUDES
    case = replace(SMALL, agenda=replace(SMALL.agenda, linkages=(odd,)))
    assert whole(case).clauses[0].options == ("joint-board", "soviet-majority")
    assert contradictions(case.agenda, PARITY) == (odd,)


def test_keeping_options_keeps_worths_and_ties():
    space = whole(SMALL).keeping({"railway-guards": ("chinese",), "dairen-status": ("free-port", "soviet-port")})
    assert [clause.options for clause in space.clauses[1:3]] == [("chinese",), ("free-port", "soviet-port")]
    assert space.worth(space.settlement(PARITY)) == (1000, 0)
    assert not space.stands(space.settlement(PARITY.merged(Package.of({"dairen-status": "soviet-port"}))))


def test_only_some_issues_leaves_their_ties():
    space = whole(SMALL).only(("railway-board", "railway-guards"))
    assert [clause.issue for clause in space.clauses] == ["railway-board", "railway-guards"]
    assert space.worth(bytes((0, 0))) == (400 + 300 + 20, 0)
    assert whole(SMALL).only(("railway-board",)).ties == ()


def test_still_open_fixes_what_is_agreed():
    opening = (Opening(("parity", "parity"), "agreed"), Opening(("chinese", "soviet"), "open"), Opening(), Opening())
    space = still_open(begin(small(opening=opening)))
    assert [len(clause.options) for clause in space.clauses] == [1, 3, 3, 2]


def test_permitted_names_the_issues_on_which_mandates_do_not_meet():
    state = begin(SMALL)
    # China: parity free, joint board report, majority forbidden; USSR: majority free, joint board ask, parity forbidden
    within = permitted(whole(SMALL), SMALL.agenda, state.instructions, Latitude.REPORT)
    assert within.blocked == ("railway-board", "railway-guards")
    asked = permitted(whole(SMALL), SMALL.agenda, state.instructions, Latitude.ASK)
    assert asked.blocked == ()
    assert asked.clauses[0].options == ("joint-board",)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_settling_issues_leaves_the_packages_that_settle_them_so(seed):
    case = scenario(seed)
    space = whole(case)
    if not packages(case):
        return
    wanted = packages(case)[0][0].only((case.agenda.issues[0].id,))
    settled = space.settling(wanted)
    for package, worths in packages(case):
        if package.get(case.agenda.issues[0].id) == wanted.items[0][1]:
            assert (
                settled.worth(settled.settlement(package))
                == worths
                == tuple(worth(case.agenda, mine, package) for mine in case.stakes)
            )
