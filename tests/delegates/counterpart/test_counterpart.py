"""Whole games of the counterpart: the same seed the same game, nothing hidden read, nothing beyond its instructions."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from game.delegates.counterpart import counterpart
from game.delegates.registry import make
from game.engine.engine import apply, begin
from game.engine.moves import Propose, Reject
from game.engine.outcome import excesses
from game.engine.package import Package
from game.engine.rules import check
from game.engine.scenario import Scenario
from game.engine.state import EndingKind
from game.engine.view import view
from game.engine.worth import worth
from game.simulate.runner import Seating, play
from game.simulate.series import seed_of
from tests.builders import small
from tests.builders_large import Shape, build
from tests.delegates.games import moments

OPPONENTS = ("counterpart", "boulware", "linear", "conceder", "tit-for-tat", "stonewaller", "random")
SCENARIOS = (small(), build(31), build(32, Shape(room=(5,))), build(33, Shape(issues=10, reservation=500)))


def seated(first: str, second: str, **options) -> Seating:
    return Seating((("china", first), ("ussr", second)), **options)


def test_the_same_seed_gives_the_same_game():
    for scenario in SCENARIOS[:2]:
        seating = seated("counterpart", "counterpart", exchanges=8)
        assert play(scenario, seating, 5).moves == play(scenario, seating, 5).moves


def test_another_seed_gives_another_game():
    seating = seated("counterpart", "counterpart", exchanges=8)
    games = {play(build(31), seating, seed).moves for seed in range(6)}
    assert len(games) == 6


def test_a_fresh_counterpart_decides_as_the_one_that_played_so_far():
    # So that a game resumed after a kill goes on as it would have.
    for moment in moments(build(34), ("counterpart", "linear"), 3, 8):
        if moment.name == "counterpart":
            assert counterpart(3, moment.party).choose(moment.view) == moment.decision


def permuted(scenario: Scenario, side: int, seed: int) -> Scenario:
    """The scenario with one side's hidden points, rulings and instructions mixed up."""
    chance = random.Random(seed)
    stakes = scenario.stakes[side]
    mixed = replace(
        stakes,
        points=tuple(tuple(chance.sample(row, len(row))) for row in stakes.points),
        reservation=chance.randint(100, 600),
        instructions=tuple(
            replace(one, latitudes=tuple(chance.sample(one.latitudes, len(one.latitudes))))
            for one in stakes.instructions
        ),
        rulings=(),
        sweeteners=(),
    )
    pair = (mixed, scenario.stakes[1]) if side == 0 else (scenario.stakes[0], mixed)
    return replace(scenario, stakes=pair)


def test_what_the_other_side_hides_changes_no_decision():
    # Bar E5: at every decision of some games, with the other side's stakes and instructions replaced by others.
    seen = 0
    for scenario in SCENARIOS:
        for seed in range(2):
            for moment in moments(scenario, ("counterpart", "counterpart"), seed, 8):
                side = scenario.agenda.side(moment.party)
                other = permuted(scenario, 1 - side, seed)
                hidden = list(moment.state.instructions)
                hidden[1 - side] = begin(other).instructions[1 - side]
                state = replace(moment.state, scenario=other, instructions=tuple(hidden))
                assert counterpart(seed, moment.party).choose(view(state, moment.party)) == moment.decision
                seen += 1
    assert seen > 250


def test_every_decision_is_legal_and_every_refusal_has_its_reasons():
    seen, refusals = 0, 0
    for scenario in SCENARIOS:
        for seed, opponent in enumerate(OPPONENTS):
            for moment in moments(scenario, ("counterpart", opponent), seed, 9):
                if moment.name != "counterpart":
                    continue
                assert check(moment.state, moment.decision.move) is None
                assert moment.decision.reasons
                if isinstance(moment.decision.move, Reject):
                    refusals += 1
                    assert all(reason.because and reason.remedy for reason in moment.decision.reasons)
                seen += 1
    assert seen > 500
    assert refusals > 100


def test_it_stays_within_instructions_and_above_its_reservation():
    # 4 scenarios, 7 opponents, both chairs, both first movers: 112 games here; thousands more were run by hand.
    signed = 0
    for scenario in SCENARIOS:
        for number, opponent in enumerate(OPPONENTS):
            for side, opener in ((0, "china"), (0, "ussr"), (1, "china"), (1, "ussr")):
                names = ("counterpart", opponent) if side == 0 else (opponent, "counterpart")
                over = play(scenario, seated(*names, exchanges=8, opener=opener), seed_of(7, number))
                party = scenario.agenda.parties[side].id
                assert not excesses(over.final, party)
                if over.final.signed:
                    signed += 1
                    stakes = scenario.stake(party)
                    assert worth(scenario.agenda, stakes, over.final.settled) > stakes.reservation
    assert signed > 40


def test_it_never_tables_what_its_instructions_do_not_allow():
    for moment in moments(build(35), ("counterpart", "counterpart"), 2, 12):
        move = moment.decision.move
        if isinstance(move, Propose):
            ranks = [moment.state.latitude(moment.party, issue, option).rank for issue, option in move.package]
            agreed = moment.state.settled
            assert all(
                rank <= 1 or agreed.get(issue) == option
                for rank, (issue, option) in zip(ranks, move.package, strict=True)
            )


@pytest.mark.parametrize("exchanges", [12, 30])
@pytest.mark.parametrize("opponent", ["boulware", "linear", "conceder", "counterpart"])
def test_it_settles_with_reasonable_players_where_there_is_a_zone(opponent, exchanges):
    # The bar is nine in ten over many scenarios (python -m game.simulate prints them); here every game of four.
    settled = 0
    for side, opener in ((0, "china"), (0, "ussr"), (1, "china"), (1, "ussr")):
        names = ("counterpart", opponent) if side == 0 else (opponent, "counterpart")
        over = play(build(1), seated(*names, exchanges=exchanges, opener=opener), 11)
        settled += over.ending is EndingKind.AGREEMENT
    assert settled == 4


def test_a_stonewaller_gains_little():
    gains = []
    for seed in (1, 2):
        scenario = build(seed, Shape(room=(5,)))
        for opener in ("china", "ussr"):
            over = play(scenario, seated("counterpart", "stonewaller", exchanges=12, opener=opener), seed)
            if over.ending is EndingKind.AGREEMENT:
                stakes = scenario.stake("ussr")
                value = worth(scenario.agenda, stakes, over.final.settled)
                gains.append((value - stakes.reservation) / (1000 - stakes.reservation))
            else:
                gains.append(0.0)
    assert sum(gains) / len(gains) <= 0.2


def test_arguments_change_what_comes_of_a_game():
    # The small table has no zone before China's argument eases the Soviet instructions on the board.
    seating = seated("counterpart", "counterpart", exchanges=12, opener="china")
    with_arguments = play(small(12), seating, 2)
    without = play(replace(small(12), claims=(), minutes=()), seating, 2)
    assert with_arguments.ending is EndingKind.AGREEMENT
    assert without.ending is EndingKind.ADJOURNED


def test_a_campaign_of_two_sittings_is_played_through():
    over = play(build(36, Shape(issues=12, exchanges=5, meetings=2)), seated("counterpart", "counterpart"), 4)
    assert over.ending in (EndingKind.AGREEMENT, EndingKind.ADJOURNED)


@pytest.mark.benchmark
def test_a_reply_takes_milliseconds():
    times = []
    for moment in moments(build(37), ("counterpart", "linear"), 1, 12):
        if moment.name == "counterpart":
            seen = moment.view
            delegate = make("counterpart", 1, moment.party)
            begun = time.process_time()
            delegate.choose(seen)
            times.append(time.process_time() - begun)
    times.sort()
    print(f"median {1000 * times[len(times) // 2]:.1f} ms, longest {1000 * times[-1]:.1f} ms")
    assert times[len(times) // 2] < 0.05
    assert times[-1] < 0.3


def test_a_package_of_nothing_is_never_offered():
    for moment in moments(build(38), ("counterpart", "random"), 2, 10):
        if isinstance(moment.decision.move, Propose):
            assert moment.decision.move.package != Package()


def test_games_end_however_the_other_side_plays():
    for seed in range(4):
        state = begin(build(39), 6)
        seats = {"china": make("counterpart", seed, "china"), "ussr": make("random", seed, "ussr")}
        plies = 0
        while state.ending is None and plies < 400:
            from game.play.chance import draw

            due = draw(state, seed)
            move = due or seats[state.floor].choose(view(state, state.floor)).move
            state = apply(state, move).after
            plies += 1
        assert state.ending is not None
