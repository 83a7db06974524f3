"""Chance from seed and ply only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from game.engine.chance import chances
from game.engine.engine import apply
from game.engine.moves import Accept, ConsultCapital, Degree, Happening, Occur, Propose, Responsibility, Terms
from game.play.chance import draw, throw
from tests.engine.table import package, reached

ROOT = Path(__file__).parent.parent.parent


def a_verdict_of_eighty_to_twenty():
    """The Soviet principal's turn to ratify a deal whose risk is 20 per cent (test_outcome.py)."""
    deal, own = package(board="joint-board", guards="later", dairen="joint-use"), Responsibility.OWN
    state = reached(Propose("ussr", deal, Terms.WHOLE, own), Accept("china", deal, 1, Degree.AD_REFERENDUM, own))
    return apply(state, Occur(Happening.RATIFIES, "china")).after


def test_draw_when_nothing_is_due_is_nothing():
    assert draw(reached(), 1) is None


def test_draw_of_what_is_certain_is_that():
    state = reached(ConsultCapital("ussr", report="x"))
    assert {draw(state, seed) for seed in range(50)} == {Occur(Happening.ANSWER, "ussr", 1)}


def test_draw_is_the_same_for_the_same_seed_and_ply():
    state = a_verdict_of_eighty_to_twenty()
    assert [draw(state, seed) for seed in range(100)] == [draw(state, seed) for seed in range(100)]


def test_draw_over_many_seeds_keeps_to_the_weights():
    """1,000 seeds at 20 per cent: 200 expected, standard deviation 12.6; 150 to 250 is four of them."""
    state = a_verdict_of_eighty_to_twenty()
    assert [chance.percent for chance in chances(state)] == [80, 20]
    drawn = Counter(draw(state, seed).what for seed in range(1000))
    assert 150 < drawn[Happening.REPUDIATES] < 250


def test_throw_lies_between_nought_and_ninety_nine_and_reaches_most():
    thrown = Counter(throw(seed, 7) for seed in range(2000))
    assert set(thrown) <= set(range(100))
    assert len(thrown) > 95


def test_throw_differs_between_plies():
    assert len({throw(1945, ply) for ply in range(50)}) > 20


def test_throw_in_another_process_is_the_same():
    ran = subprocess.run(
        [sys.executable, "-c", "from game.play.chance import throw; print(*(throw(1945, n) for n in range(40)))"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "77"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert [int(one) for one in ran.stdout.split()] == [throw(1945, ply) for ply in range(40)]
