"""Exchanges better for both: by hand on the small table, and against every package of random ones."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.space import whole
from game.bargaining.swaps import citations, in_words, swaps
from game.engine.evidence import Attribution, Basis, Citation
from game.engine.package import Package
from tests.bargaining.cases import packages, scenario
from tests.builders import small

SMALL = small()
MIDDLE = Package.of(
    {
        "railway-board": "soviet-majority",
        "railway-guards": "chinese",
        "dairen-status": "joint-use",
        "working-draft": "chinese-draft",
    }
)


def test_swap_of_the_small_table_is_the_one_worked_out_by_hand():
    # 0 + 300 + 120 + 80 = 500 to China, 450 + 0 + 120 + 0 = 570 to the USSR. Board to parity and guards to Soviet would
    # be 400 + 0 + 120 + 80 = 600 and 0 + 300 + 120 + 0 = 420: no. Board to the joint board alone: 750 and 420: no.
    # Joint board (+250, -150) with later guards (-150, +200): +100 and +50, better for both.
    found = swaps(whole(SMALL), MIDDLE)
    assert found.worths == (500, 570)
    gains = {swap.package: swap.gains for swap in found.small}
    assert gains[Package.of({"railway-board": "joint-board", "railway-guards": "later"})] == (100, 50)
    assert not found.efficient


def test_swap_in_words_names_who_gives_what_clause():
    found = swaps(whole(SMALL), MIDDLE)
    swap = next(s for s in found.small if s.package.issues == ("railway-board", "railway-guards"))
    told = in_words(SMALL.agenda, swap)
    assert "The Chinese side gives “Later” instead of “Chinese” on Railway guards (D5)" in told
    assert "the Soviet side gives “Joint board” instead of “Soviet majority” on Railway board (D8)" in told
    assert told.endswith("(the Chinese side +100, the Soviet side +50).")


def test_efficient_package_has_no_swaps():
    best = Package.of(
        {
            "railway-board": "parity",
            "railway-guards": "chinese",
            "dairen-status": "free-port",
            "working-draft": "chinese-draft",
        }
    )
    found = swaps(whole(SMALL), best)
    assert (found.efficient, found.small, found.full) == (True, (), None)


def test_package_that_a_linkage_forbids_is_refused():
    forbidden = MIDDLE.merged(Package.of({"dairen-status": "soviet-port"}))
    with pytest.raises(ValueError, match="linkage"):
        swaps(whole(SMALL), forbidden)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9))
def test_swaps_of_a_random_package_are_better_for_both_and_found_when_there_are_any(seed):
    case = scenario(seed)
    if not packages(case):
        return
    space = whole(case)
    package, (u, v) = Random(seed).choice(packages(case))
    found = swaps(space, package, most=1000)
    worths = dict(packages(case))
    assert found.efficient == (not any(a >= u and b >= v and (a, b) != (u, v) for a, b in worths.values()))
    for swap in found.small:
        there = package.merged(swap.package)
        assert worths[there] == (u + swap.gains[0], v + swap.gains[1])
        assert min(swap.gains) > 0
        assert len(swap.changes) in (1, 2)
    strictly = [p for p, (a, b) in worths.items() if a > u and b > v]
    near = [p for p in strictly if len(set(p.items) - set(package.items)) <= 2]
    assert bool(near) == bool(found.small)
    if found.full is not None:
        assert worths[package.merged(found.full.package)] == (u + found.full.gains[0], v + found.full.gains[1])


def test_citations_of_a_swap_hold_nothing_said_later():
    agenda = SMALL.agenda
    said = (
        Citation(source="s", line=1, quote="early", date="1945-07-02"),
        Citation(source="s", line=2, quote="late", date="1945-08-14"),
    )
    board = agenda.issues[0]
    passages = Attribution(Basis.ATTESTED, citations=said)
    cited = replace(board, options=tuple(replace(option, attribution=passages) for option in board.options))
    changed = replace(agenda, issues=(cited, *agenda.issues[1:]))
    swap = next(s for s in swaps(whole(SMALL), MIDDLE).small if "railway-board" in s.package.issues)
    assert [one.quote for one in citations(changed, swap, "1945-07-10")] == ["early"]
