"""Series of games: the same for any number of workers, and summed up as design.md section 11 says."""

from __future__ import annotations

import json

import pytest

from game.engine.state import EndingKind
from game.simulate.runner import Seating
from game.simulate.series import Result, Series, played, run, seed_of, simulate, summary
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


def test_results_do_not_depend_on_the_number_of_workers():
    assert run(SERIES, workers=1) == run(SERIES, workers=2)


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


def test_summary_without_agreement_has_no_gain_to_measure():
    found = summary(small(), (result(0, EndingKind.ADJOURNED),), 0.0)
    assert found["unclaimed_joint_gain"] == {"mean": None, "max": None}
    assert found["agreement_rate"] == 0.0


def test_summary_of_nothing_is_all_noughts():
    assert summary(small(), (), 0.0)["agreement_rate"] == 0.0


def test_a_fault_in_a_worker_is_raised_and_no_game_dropped():
    broken = Series(small(), Seating((("china", "nobody"), ("ussr", "linear"))), 4, 1)
    with pytest.raises(LookupError, match="nobody"):
        run(broken, workers=2)


def test_games_differ_from_seed_to_seed():
    # The bar (game-design.md E4) is 15 distinct settlements in 100 seeds; here, in small, most of ten differ.
    seating = Seating((("china", "counterpart"), ("ussr", "counterpart")), 10)
    settled = [one.settled for one in run(Series(build(2), seating, 10, 3), 2)]
    assert len(set(settled)) >= 7
