"""Concession paths of the small game: the worths are sums of the points in tests/builders.py."""

from __future__ import annotations

from game.debrief import findings
from game.debrief.paths import tracks
from tests.builders import small
from tests.debrief.games import MOVES, RECORD, game


def test_tracks_begin_at_each_sides_own_end_and_fall_by_what_it_gave():
    """China's own end: 400 + 300 + 200 + 80 and 20 for guards with parity, 1000; at the joint board 150 less, and
    the sweetener gone: 830. The Soviet side's: 450 + 300 + 200 + 50; at joint board and joint use 150 and 80 less."""
    china, ussr = tracks(small(), game(*MOVES).steps)
    assert (china.stages[0].worth, china.stages[-1].worth) == (1000, 830)
    assert (ussr.stages[0].worth, ussr.stages[-1].worth) == (1000, 770)
    assert china.given == 170


def test_tracks_place_every_step_within_its_sitting():
    (china, _) = tracks(small(), game(*MOVES).steps)
    assert [stage.at for stage in china.stages] == [place / len(MOVES) for place in range(len(MOVES) + 1)]
    assert china.after_sitting(0) == 830
    assert china.after_sitting(1) is None


def test_tracks_of_no_step_are_none():
    assert tracks(small(), ()) == ()


def test_believed_weights_and_real_ones_are_parts_of_a_thousand():
    believed = findings(game(*MOVES), "china", RECORD).believed
    assert abs(sum(one.believed for one in believed) - 1000) <= len(believed)
    assert abs(sum(one.real for one in believed) - 1000) <= len(believed)
