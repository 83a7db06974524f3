"""Replay is strict: it repairs nothing and names the first ply that differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.engine.engine import begin
from game.engine.moves import Yield
from game.engine.state import Ending, EndingKind
from game.record.errors import Diverged
from game.record.record import Closing, dump, load
from game.record.replay import replay, replay_checked_at_the_end
from tests.builders import small
from tests.record.games import AFTERNOON, HEADER, SHORT, record_of, steps_of
from tests.strategies import picks, played

STEPS = steps_of(AFTERNOON)
RECORD = record_of(STEPS)


@settings(max_examples=30, deadline=None)
@given(picks(80))
def test_replay_of_any_written_game_equals_live_play(chosen):
    steps = played(begin(small(meetings=2)), chosen)
    reading = load(dump(record_of(steps)))
    assert list(replay(reading.record, small(meetings=2))) == steps


def test_replay_starts_with_the_headers_clock_and_opener():
    header = replace(HEADER, exchanges=2, opener="china")
    steps = replay(record_of(played(begin(small(), 2, "china"), [0]), header), small())
    assert (steps[0].before.floor, steps[0].before.speeches_left) == ("china", 4)


def test_replay_of_nothing_is_nothing():
    assert replay(record_of([]), small()) == ()


def test_replay_illegal_move_names_its_ply_and_the_reason():
    lines = list(RECORD.lines)
    lines[4] = replace(lines[4], move=Yield("china"), by="china")
    with pytest.raises(Diverged, match=r"^ply 5: this move is not legal here: Soviet Union has the floor\.$") as caught:
        replay(replace(RECORD, lines=tuple(lines)), small(meetings=2))
    assert caught.value.ply == 5


def test_replay_other_digest_names_its_ply():
    lines = list(RECORD.lines)
    lines[6] = replace(lines[6], digest="0" * 16)
    with pytest.raises(Diverged, match=r"^ply 7: the state after it is [0-9a-f]{16}, where the record says 0{16}$"):
        replay(replace(RECORD, lines=tuple(lines)), small(meetings=2))


def test_replay_another_legal_move_is_seen_by_the_digest():
    lines = list(RECORD.lines)
    lines[0] = replace(lines[0], move=Yield("ussr"))
    with pytest.raises(Diverged) as caught:
        replay(replace(RECORD, lines=tuple(lines)), small(meetings=2))
    assert caught.value.ply == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"scenario": "large"}, "the record is of “large”, not of “small”"),
        ({"digest": "other-digest"}, "“small” has been changed since this game was played"),
        (
            {"seats": {"china": "human", "japan": "human"}},
            "the record seats china and japan, but the parties are china and",
        ),
        ({"opener": "japan"}, "the record lets “japan” speak first"),
    ],
)
def test_replay_on_another_scenario_is_refused_before_any_move(changed, said):
    with pytest.raises(Diverged) as caught:
        replay(replace(RECORD, header=replace(HEADER, **changed)), small(meetings=2))
    assert caught.value.ply == 0
    assert said in str(caught.value)


def test_replay_other_ending_is_seen():
    wrong = replace(record_of(steps_of(SHORT)), closing=Closing(Ending(EndingKind.AGREEMENT)))
    with pytest.raises(Diverged, match="ply 4: the record ends in agreement, but its moves end in breakdown"):
        replay(wrong, small())


def test_replay_ending_too_early_is_seen():
    early = replace(RECORD, lines=RECORD.lines[:3])
    with pytest.raises(Diverged, match="but its moves end in nothing yet"):
        replay(early, small(meetings=2))


def test_replay_checked_at_the_end_gives_the_same_steps():
    assert replay_checked_at_the_end(RECORD, small(meetings=2)) == replay(RECORD, small(meetings=2))


def test_replay_checked_at_the_end_names_the_first_ply_that_differs_as_replay_does():
    lines = list(RECORD.lines)
    lines[4] = replace(lines[4], move=Yield("china"), by="china")
    wrong = replace(RECORD, lines=tuple(lines))
    with pytest.raises(Diverged, match=r"^ply 5: this move is not legal here"):
        replay_checked_at_the_end(wrong, small(meetings=2))
    last = replace(RECORD.lines[-1], digest="0" * 16)
    with pytest.raises(Diverged, match=rf"^ply {len(RECORD.lines)}: "):
        replay_checked_at_the_end(replace(RECORD, lines=(*RECORD.lines[:-1], last)), small(meetings=2))
