"""Who meets whom in a playtest, and how often."""

from __future__ import annotations

import pytest

from game.delegates.registry import everyone
from game.simulate.playtest.field import LEVELS, TRICKS, WAITING, shared, tables


def test_everybody_named_can_be_seated():
    assert {name for pair, _ in tables() for name in pair} <= set(everyone())


def test_every_line_meets_every_level_in_both_chairs():
    met = {pair for pair, _ in tables()}
    for name in (*WAITING, *TRICKS):
        assert {(name, level) for level in LEVELS} | {(level, name) for level in LEVELS} <= met


@pytest.mark.parametrize("games", [1, 7, 100, 1000, 1234])
def test_games_shared_out_are_as_many_as_were_wished_for(games: int):
    assert sum(shared(games)) == games


def test_thousand_games_let_every_table_play_at_least_twice():
    assert min(shared(1000)) >= 2
