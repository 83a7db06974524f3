"""The clock: what a variation says of itself. Expected words follow from the record's header (parent and ply)."""

import pytest

from game.record.record import Parent
from game.ui.widgets.clock import variation_words


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
