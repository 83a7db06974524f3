"""How the order of settlement is told. Pairs are counted by hand."""

import pytest

from game.debrief.sections.history import _in_order
from game.graph.divergence import Order


@pytest.mark.parametrize(
    ("concordant", "discordant", "words"),
    [
        (1, 0, "The one pair that can be compared came in the record’s order"),
        (0, 1, "The one pair that can be compared came in the other order"),
        (2, 1, "2 of the 3 pairs that can be compared came in the record's order"),
        (5, 1, "5 of the 6 pairs that can be compared came in the record's order (Kendall’s tau: +0.67)"),
    ],
)
def test_order_is_told_with_a_coefficient_only_where_there_are_pairs_enough(concordant, discordant, words):
    order = Order(
        ("a", "b", "c", "d"), concordant, discordant, 0, (concordant - discordant) / (concordant + discordant)
    )
    assert _in_order(order, concordant + discordant) == words
