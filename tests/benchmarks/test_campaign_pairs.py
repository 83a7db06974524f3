"""The long run over every pair of delegates, at the smallest size; and that its checks can fail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegates.registry import OWN, names
from game.engine.engine import begin
from game.engine.moves import Yield
from game.engine.state import EndingKind, Standing, Step
from tests.benchmarks import campaign_pairs as pairs
from tests.builders import small


@pytest.mark.parametrize(
    "seats",
    [("historical", "counterpart"), ("conceder", "linear"), ("random", "tit-for-tat"), ("stonewaller", "boulware")],
)
def test_whole_campaign_of_a_pair_is_sound_and_replays(seats: tuple[str, str]) -> None:
    opener = "china" if seats[0] < seats[1] else "ussr"
    account = pairs.played(pairs.Pairing("moscow-1945", seats, opener, 3))
    assert account.faults == ()
    assert account.ending in set(EndingKind)
    assert account.plies > 20


def test_every_pair_and_both_first_movers_are_played() -> None:
    games = list(pairs.pairings("moscow-1945", 2))
    assert len(games) == 2 * 2 * len(names()) ** 2
    assert {game.seats for game in games} >= {(one, other) for one in OWN for other in OWN}
    assert {game.opener for game in games} == {"china", "ussr"}


def test_unsound_step_is_told() -> None:
    before = begin(small())
    strange = (Standing(("no-such-option", None)), *before.table[1:])
    after = replace(before, ply=before.ply + 2, table=strange)
    told = list(pairs.unsound(Step(before, Yield(before.floor), after)))
    assert any("no option of it" in one for one in told)
    assert any("count of plies" in one for one in told)
    assert list(pairs.not_over(before)) == ["no end after 0 plies"]


def test_table_counts_games_and_faults(capsys: pytest.CaptureFixture[str]) -> None:
    pairing = pairs.Pairing("a", ("linear", "random"), "china", 0)
    accounts = [
        pairs.Account(pairing, EndingKind.AGREEMENT, 10, 100, ()),
        pairs.Account(pairing, EndingKind.ADJOURNED, 20, 200, ("ply 3: it tried to accept",)),
    ]
    assert list(pairs.told(accounts)) == [accounts]
    head, line = capsys.readouterr().out.splitlines()
    assert head.split()[-3:] == ["agreed", "plies", "faults"]
    assert line.split() == ["linear", "random", "2", "1", "1", "0", "0", "15.0", "150", "1"]
