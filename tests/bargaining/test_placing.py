"""Where packages lie, on the small table, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from game.bargaining.placing import benchmark, place, stands_of
from game.bargaining.space import whole
from game.engine.engine import begin
from game.engine.issues import Benchmark
from game.engine.package import Package
from game.engine.scenario import Opening
from tests.bargaining.test_swaps import MIDDLE
from tests.builders import small

SMALL = small()


def test_complete_package_is_judged_against_no_agreement():
    found = place(SMALL.agenda, whole(SMALL), MIDDLE)
    assert found.complete
    assert found.least == found.most == (500, 570)
    assert found.acceptable is True


def test_package_that_leaves_a_matter_of_procedure_open_is_complete():
    found = place(SMALL.agenda, whole(SMALL), MIDDLE.only(("railway-board", "railway-guards", "dairen-status")))
    assert found.complete
    # without the 80 of the Chinese draft
    assert found.least == found.most == (420, 570)


def test_package_known_in_part_is_given_a_range_and_judged_by_itself():
    part = Package.of({"railway-board": "parity", "railway-guards": "chinese"})
    found = place(SMALL.agenda, whole(SMALL), part)
    assert not found.complete
    # 400 + 300 + 20, and up to 200 + 80; nothing to the USSR, and up to 200 + 50 (a Soviet port is forbidden with
    # Chinese guards, but the range takes every clause by itself)
    assert (found.least, found.most) == ((720, 0), (1000, 250))
    assert found.acceptable is None
    assert found.shares == (100, 0)
    assert found.better is not None
    assert found.better.efficient


def test_package_that_a_linkage_forbids_is_not_judged():
    found = place(SMALL.agenda, whole(SMALL), MIDDLE.merged(Package.of({"dairen-status": "soviet-port"})))
    assert not found.stands
    assert found.better is None


def test_options_a_space_does_not_allow_are_left_out():
    narrow = whole(SMALL).keeping({"railway-board": ("parity",)})
    assert place(SMALL.agenda, narrow, MIDDLE).settled == 3


def test_stands_are_what_is_agreed_else_what_is_held():
    opening = (
        Opening(("parity", "parity"), "agreed"),
        Opening(("chinese", "soviet"), "open"),
        Opening((None, "joint-use"), "tabled"),
        Opening(),
    )
    mine, theirs = stands_of(begin(small(opening=opening)))
    assert mine == Package.of({"railway-board": "parity", "railway-guards": "chinese"})
    assert theirs == Package.of({"railway-board": "parity", "railway-guards": "soviet", "dairen-status": "joint-use"})


def test_benchmark_names_the_options_it_amounts_to():
    known = Benchmark("Ten directors.", "parity", "china", "I-4", True)
    unknown = Benchmark("Not seen.", None, "unknown", "I-4", False)
    case = replace(SMALL, benchmarks=(("railway-board", known), ("railway-guards", unknown)))
    assert benchmark(case) == Package.of({"railway-board": "parity"})
