"""Series of games: the same for any number of workers, and summed up as design.md section 11 says."""

from __future__ import annotations

import json

import pytest

from game.engine.state import EndingKind
from game.play.guest import Report
from game.simulate.hands import Hands
from game.simulate.runner import Seating
from game.simulate.series import GamesLost, Result, Series, all_played, played, run, seed_of, simulate, summary
from tests.builders import small
from tests.builders_large import Shape, build

SCENARIO = build(1, Shape(issues=12, room=(3,)))
SERIES = Series(SCENARIO, Seating((("china", "counterpart"), ("ussr", "linear")), 8), games=6, seed=1945)


def result(game=0, ending=EndingKind.AGREEMENT, **changes):
    made = {
        "game": game,
        "seed": 1,
        "ending": ending,
        "signed": ending is EndingKind.AGREEMENT,
        "worths": (600, 500),
        "advantages": (0.4, 0.2) if ending is EndingKind.AGREEMENT else (0.0, 0.0),
        "beyond": (0, 0),
        "settled": (("a", "x"),),
        "unclaimed": 0.02 if ending is EndingKind.AGREEMENT else None,
        "unclaimed_anyhow": 0.1 if ending is EndingKind.AGREEMENT else None,
        "plies": 10,
    }
    return Result(**{**made, **changes})


@pytest.mark.parametrize("workers", [2, 3])
def test_results_do_not_depend_on_the_number_of_workers(workers):
    assert run(SERIES, workers=1) == run(SERIES, workers=workers)


def test_each_game_has_its_own_seed_and_stands_alone():
    results = run(SERIES, workers=1)
    assert [one.game for one in results] == list(range(6))
    assert len({one.seed for one in results}) == 6
    assert played(SERIES, 4) == results[4]


def test_seeds_depend_on_series_and_game_only():
    assert seed_of(1, 2) == seed_of(1, 2)
    assert len({seed_of(series, game) for series in range(20) for game in range(20)}) == 400


def test_another_seed_plays_other_games():
    other = Series(SCENARIO, SERIES.seating, 6, 7)
    assert [one.settled for one in run(other, 1)] != [one.settled for one in run(SERIES, 1)]


def test_progress_is_told_game_by_game():
    told = []
    run(Series(small(), Seating((("china", "linear"), ("ussr", "linear"))), 3, 1), 1, told.append)
    assert told == [1, 2, 3]


def test_simulate_has_the_keys_of_the_design():
    found = simulate(SERIES, workers=1)
    wanted = (
        "games agreement_rate endings advantage below_reservation unclaimed_joint_gain distinct_settlements seconds"
    )
    assert set(wanted.split()) <= set(found)
    assert found["games"] == 6
    assert set(found["advantage"]) == set(found["below_reservation"]) == {"china", "ussr"}
    assert set(found["unclaimed_joint_gain"]) == {"mean", "max"}
    assert sum(found["endings"].values()) == 6
    assert json.loads(json.dumps(found)) == found


def test_summary_counts_and_averages_by_hand():
    results = (
        result(0),
        result(1, advantages=(0.2, 0.6), unclaimed=0.04, settled=(("a", "y"),)),
        result(2, EndingKind.ADJOURNED, settled=()),
        result(3, EndingKind.REPUDIATED, signed=True, worths=(300, 500), beyond=(1, 0)),
    )
    found = summary(small(), results, 1.5)
    assert found["agreement_rate"] == 0.5
    assert found["endings"] == {"agreement": 2, "adjourned": 1, "breakdown": 0, "repudiated": 1}
    assert found["advantage"] == {"china": pytest.approx(0.15), "ussr": pytest.approx(0.2)}
    assert found["below_reservation"] == {"china": 1, "ussr": 0}  # 300 is under the 350 of both
    assert found["beyond_instructions"] == {"china": 1, "ussr": 0}
    assert found["unclaimed_joint_gain"] == {"mean": 0.03, "max": 0.04}
    assert found["distinct_settlements"] == 3
    assert found["seconds"] == 1.5
    # Two of four, by Wilson: (0.5 + 1.92 / 4 ± 1.96 sqrt(0.0625 + 0.96 / 16)) / (1 + 3.84 / 4) = 0.15 to 0.85.
    rate = found["intervals"]["agreement_rate"]
    assert (rate["low"], rate["high"]) == (pytest.approx(0.15, abs=5e-3), pytest.approx(0.85, abs=5e-3))
    # 0.4, 0.2, 0 and 0: mean 0.15, deviation 0.1915, times 3.18 / 2.
    china = found["intervals"]["advantage"]["china"]
    assert (china["low"], china["high"]) == (pytest.approx(-0.155, abs=2e-3), pytest.approx(0.455, abs=2e-3))
    assert (rate["method"], china["method"]) == ("Wilson", "t")


def test_summary_counts_lost_turns_and_tells_the_first():
    lost = tuple(Report(ply, "ussr", "mine", "it failed") for ply in range(1, 16))
    found = summary(small(), (result(0, lost=lost), result(1, lost=lost)), 0.0)
    assert found["lost_turns"] == {"china": 0, "ussr": 30}
    assert len(found["reports"]) == 20
    assert found["reports"][0] == "game 0, ply 1: mine (ussr) lost its turn: it failed"


def test_summary_without_agreement_has_no_gain_to_measure():
    found = summary(small(), (result(0, EndingKind.ADJOURNED),), 0.0)
    assert found["unclaimed_joint_gain"] == {"mean": None, "max": None}
    assert found["agreement_rate"] == 0.0


def test_summary_of_nothing_is_all_noughts():
    found = summary(small(), (), 0.0)
    assert found["agreement_rate"] == 0.0
    assert found["intervals"]["agreement_rate"] is None


@pytest.mark.parametrize("workers", [1, 2])
def test_games_that_can_not_be_played_are_told_of_and_none_is_dropped(workers):
    broken = Series(small(), Seating((("china", "nobody"), ("ussr", "linear"))), 4, 1)
    with pytest.raises(GamesLost, match="4 games could not be played; game 0: UnknownDelegate: There is no delegate"):
        run(broken, workers=workers)
    found = all_played((broken, SERIES), Hands(workers))
    assert [one.task for one in found.died] == [(0, game) for game in range(4)]
    assert [len(results) for results in found.results] == [0, 6]


def test_games_differ_from_seed_to_seed():
    # The bar (game-design.md E4) is 15 distinct settlements in 100 seeds; here, in small, most of ten differ.
    seating = Seating((("china", "counterpart"), ("ussr", "counterpart")), 10)
    settled = [one.settled for one in run(Series(build(2), seating, 10, 3), 2)]
    assert len(set(settled)) >= 7
