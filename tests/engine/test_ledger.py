"""The ledger is a tuple of lines to whoever reads it, and costs its lines once to whoever keeps every moment of it."""

from __future__ import annotations

import copy
import pickle
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.engine import apply
from game.engine.ledger import Deed, Entry, Ledger
from game.engine.moves import Hold
from tests.engine.table import BOARD, offer, reached

ENTRIES = st.builds(
    Entry, st.integers(0, 3), st.sampled_from(("ussr", "china")), st.sampled_from((Deed.HELD, Deed.OFFERED))
)
SPEECHES = st.lists(st.lists(ENTRIES, max_size=4), max_size=8)
PLACES = st.none() | st.integers(-12, 12)


def spoken(speeches, ledger=None):
    """A ledger made by going on from one, and the plain tuple of its lines."""
    ledger = Ledger() if ledger is None else ledger
    for speech in speeches:
        ledger = ledger.with_lines(speech)
    return ledger


def flat(speeches):
    return tuple(line for speech in speeches for line in speech)


@given(SPEECHES)
def test_ledger_made_move_by_move_reads_as_the_tuple_of_its_lines(speeches):
    ledger, lines = spoken(speeches), flat(speeches)
    assert tuple(ledger) == lines
    assert tuple(reversed(ledger)) == lines[::-1]
    assert len(ledger) == len(lines)
    assert bool(ledger) == bool(lines)
    assert [ledger[place] for place in range(-len(lines), len(lines))] == [*lines, *lines]
    assert all(line in ledger for line in lines)


@given(SPEECHES, PLACES, PLACES, st.none() | st.sampled_from((-3, -2, -1, 1, 2, 3)))
def test_ledger_sliced_anywhere_is_the_slice_of_its_tuple(speeches, begin_at, end_at, stride):
    asked = slice(begin_at, end_at, stride)
    cut, lines = spoken(speeches)[asked], flat(speeches)[asked]
    assert tuple(cut) == lines
    assert len(cut) == len(lines)
    assert tuple(cut.with_lines(lines)) == lines + lines


@given(SPEECHES, SPEECHES)
def test_ledgers_are_equal_exactly_when_their_lines_are(one, other):
    lines, others = flat(one), flat(other)
    assert (spoken(one) == spoken(other)) == (lines == others)
    assert spoken(one) == Ledger(lines)
    assert hash(spoken(one)) == hash(Ledger(lines))


@given(SPEECHES, SPEECHES, SPEECHES)
def test_ledger_gone_on_from_twice_gives_two_that_know_nothing_of_each_other(shared, one, other):
    before = spoken(shared)
    first, second = spoken(one, before), spoken(other, before)
    assert tuple(before) == flat(shared)
    assert tuple(first) == flat(shared) + flat(one)
    assert tuple(second) == flat(shared) + flat(other)
    assert first[: len(before)] == before == second[: len(before)]


@given(SPEECHES)
def test_ledger_pickled_and_copied_is_the_same_ledger(speeches):
    ledger = spoken(speeches)
    assert pickle.loads(pickle.dumps(ledger)) == ledger
    assert copy.deepcopy(ledger) == ledger


@given(st.lists(st.integers(0, 9), max_size=12).map(sorted), st.integers(-1, 10))
def test_lines_since_a_ply_are_those_of_later_plies(plies, ply):
    ledger = spoken([[Entry(one, "china", Deed.HELD)] for one in plies])
    assert [line.ply for line in ledger.since(ply)] == [one for one in plies if one > ply]


@pytest.mark.parametrize("place", [2, -3])
def test_ledger_asked_for_a_line_it_has_not_says_so_as_a_tuple_does(place):
    line = Entry(1, "china", Deed.HELD)
    with pytest.raises(IndexError):
        Ledger([line]).with_lines([line])[place]


def test_ledger_is_no_tuple():
    """Lines alone are not a ledger: what takes one for the other is found out."""
    assert Ledger() != ()


def test_slice_up_to_a_moment_is_the_ledger_of_that_moment():
    """So that whoever has heard the talks up to there sees at once that these go on from them."""
    line = Entry(1, "china", Deed.HELD)
    moments = [spoken([[line]] * number) for number in range(1, 2)]
    for _ in range(50):
        moments.append(moments[-1].with_lines([line, line]))
    assert all(moments[-1][: len(moment)] is moment for moment in moments)


def test_ledger_of_a_hundred_thousand_moves_is_read_pickled_and_let_go():
    """Nothing in it goes as deep as the talks were long."""
    ledger = spoken([[Entry(ply, "china", Deed.HELD)] for ply in range(100_000)])
    assert ledger[0].ply == 0
    assert ledger[-1].ply == 99_999
    assert sum(line.ply for line in ledger) == 99_999 * 50_000
    assert len(pickle.loads(pickle.dumps(ledger))) == 100_000
    assert ledger == Ledger(ledger)
    assert hash(ledger) == hash(Ledger(ledger))
    del ledger


def test_ledger_gone_on_from_in_many_threads_at_once_keeps_each_talk_to_itself():
    before = spoken([[Entry(0, "china", Deed.HELD)]] * 20)

    def talk(number):
        ledger = before
        for ply in range(200):
            ledger = ledger.with_lines([Entry(ply, f"party-{number}", Deed.HELD)] * (1 + ply % 3))
        return ledger

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            talks = [*threads.map(talk, range(16))]
    finally:
        sys.setswitchinterval(interval)
    assert len(before) == 20
    for number, ledger in enumerate(talks):
        said = [(ply, f"party-{number}") for ply in range(200) for _ in range(1 + ply % 3)]
        assert [(line.ply, line.by) for line in ledger[20:]] == said


def test_moves_late_in_long_talks_take_no_more_memory_than_early_ones():
    """Each adds its line. Where every state holds its ledger anew, the last hundred take four times the first."""
    moves = offer("ussr", board="soviet-majority"), offer("china", board="parity")
    states = [reached(*moves, exchanges=10_000)]
    taken = []
    tracemalloc.start()
    try:
        for _ in range(10):
            before, _ = tracemalloc.get_traced_memory()
            for _ in range(100):
                states.append(apply(states[-1], Hold(states[-1].floor, (BOARD,))).after)
            taken.append(tracemalloc.get_traced_memory()[0] - before)
    finally:
        tracemalloc.stop()
    assert max(taken) < 1.2 * min(taken)
