"""Keys of tables: read back as they were, followed step by step, and named alike everywhere."""

from __future__ import annotations

from hypothesis import given, settings

from game.engine.engine import begin
from game.engine.scenario import Opening
from game.engine.state import Status
from game.graph.positions import Held, Keys, agreed, changed, held, key, name, places_changed
from tests.builders import small
from tests.strategies import picks, played

OPENING = (
    Opening(("parity", "parity"), "agreed"),
    Opening(("chinese", "soviet"), "open"),
    Opening((None, "joint-use"), "tabled"),
    Opening(),
)


def test_key_is_read_back_as_the_table_stands():
    state = begin(small(opening=OPENING))
    assert held(state.scenario.agenda, key(state)) == (
        Held("railway-board", ("parity", "parity"), Status.AGREED),
        Held("railway-guards", ("chinese", "soviet"), Status.OPEN),
        Held("dairen-status", (None, "joint-use"), Status.TABLED),
        Held("working-draft", (None, None), Status.SILENT),
    )
    assert agreed(state.scenario.agenda, key(state)) == ("railway-board",)


@settings(max_examples=25, deadline=None)
@given(picks())
def test_key_followed_step_by_step_is_the_key_of_the_state(chosen):
    steps = played(begin(small(meetings=2)), chosen)
    keys = Keys(small().agenda)
    for step in steps:
        agenda = step.before.scenario.agenda
        places = places_changed(step.before.table, step.after.table)
        assert keys.after(key(step.before), step.after.table, places) == key(step.after)
        for one, now in zip(held(agenda, key(step.after)), step.after.table, strict=True):
            assert one.options == now.positions
            assert one.status is now.status


def test_changed_names_the_issues_that_stand_differently():
    one, two = begin(small(opening=OPENING)), begin(small())
    agenda = one.scenario.agenda
    assert changed(agenda, key(one), key(two)) == ("railway-board", "railway-guards", "dairen-status")


def test_name_of_a_table_is_short_and_the_same_in_every_process():
    # the value is the first one computed; it must never change, or exported graphs could not be compared
    assert name(key(begin(small()))) == "3f0e587d42bf"
    assert name(key(begin(small()))) != name(key(begin(small(opening=OPENING))))
