"""The clock: what a variation says of itself. Expected words follow from the record's header (parent and ply)."""

import pytest

from game.authoring.loader import load
from game.engine.engine import begin
from game.engine.view import view
from game.record.record import Parent
from game.ui.widgets.clock import _dates, variation_words


@pytest.mark.parametrize(
    ("parent", "words"),
    [
        (Parent("moscow-1", 7), "after move 7 of moscow-1"),
        (Parent("moscow-1", 0), "from the opening of moscow-1"),
        (Parent("", 7), "after move 7 of a game that was not saved"),
    ],
)
def test_variation_words_name_the_move_and_the_parent(parent, words):
    assert variation_words(parent) == f"What if: a variation {words}"


def test_clock_counts_the_sittings_where_there_are_several():
    assert "sitting 1 of 5" in _dates(view(begin(load("portsmouth-1905")), "russia"))[0].plain
    assert "sitting" not in _dates(view(begin(load("moscow-1945-07-12")), "ussr"))[0].plain


def test_clock_gives_up_the_hour_and_then_the_sitting_where_there_is_little_room():
    told = [one.plain.strip() for one in _dates(view(begin(load("river-port")), "tarnfield"))]
    assert told == ["4 June 2024  sitting 1 of 2  6:00 p.m.", "4 June 2024  sitting 1 of 2", "4 June 2024"]
