"""The baselines: targets from their published formulas, and what they do at the small table, worked out by hand."""

from __future__ import annotations

import time

import pytest

from game.delegates.ground import survey
from game.delegates.registry import make
from game.delegates.stonewaller import until_the_last
from game.delegates.time_dependent import by_clock
from game.delegates.tit_for_tat import received
from game.engine.engine import apply, begin
from game.engine.moves import Accept, Answer, Ask, Propose, Reply, Terms, Yield
from game.engine.package import Package
from game.engine.state import EndingKind
from game.engine.view import view
from game.simulate.runner import Seating, play
from tests.builders_large import Shape, build
from tests.delegates.games import agreed, at_the_table, moments

NAMES = ("boulware", "linear", "conceder", "tit-for-tat", "stonewaller", "random")


def after_yields(state, count):
    for _ in range(count):
        state = apply(state, Yield(state.floor)).after
    return state


@pytest.mark.parametrize(
    ("exponent", "half"),
    # Best 900, floor 351 (reservation 350 and one): 351 + 549 * (1 - 0.5 ** exponent).
    [(1.0, 625.5), (4.0, 865.6875), (0.25, 438.3485)],
)
def test_target_by_clock_half_way_is_the_formulas(exponent, half):
    state = after_yields(at_the_table("china", exchanges=3), 2)  # the second of three speeches
    assert by_clock(exponent)(view(state, "china"), 900) == pytest.approx(half, abs=1e-3)


def test_target_by_clock_at_the_ends_is_best_and_reservation():
    state = at_the_table("china", exchanges=3)
    assert by_clock(4.0)(view(state, "china"), 900) == 900
    assert by_clock(4.0)(view(after_yields(state, 4), "china"), 900) == 351


def test_boulware_concedes_later_than_linear_and_linear_than_conceder():
    # Half-way through, against one that never moves: how much of its own points each has put on the table.
    given = {}
    for name in ("boulware", "linear", "conceder"):
        mine = [m for m in moments(build(3), (name, "stonewaller"), exchanges=12) if m.name == name]
        half = next(m for m in mine if m.state.speeches >= 12)
        grounds = [ground for ground in survey(half.view) if ground.mine is not None]
        given[name] = sum(ground.most - ground.value(ground.mine) for ground in grounds)
    assert given["boulware"] < given["linear"] < given["conceder"]


def _gives(moment, issue, option):
    held = moment.view.mine(issue)
    return held is not None and held != option


def test_baseline_takes_a_position_as_good_as_its_plan():
    state = at_the_table("china", railway_board=("parity", "parity"))
    assert make("linear", 1, "china").choose(view(state, "china")).move == Accept(
        "china", Package.of({"railway-board": "parity"})
    )


def test_baseline_closes_when_all_on_the_table_is_worth_its_target():
    # At its last speech China wants 351: joint-board 250, Chinese guards 300, joint-use 120 are 670.
    state = at_the_table(
        "china",
        exchanges=1,
        railway_board=("parity", "joint-board"),
        railway_guards=("chinese", "chinese"),
        dairen_status=("free-port", "joint-use"),
    )
    move = make("boulware", 1, "china").choose(view(state, "china")).move
    assert isinstance(move, Accept)
    assert set(move.package.issues) == {"railway-board", "railway-guards", "dairen-status"}


def test_baseline_takes_a_whole_offer_worth_its_target():
    whole = {"railway-board": "joint-board", "railway-guards": "chinese", "dairen-status": "free-port"}
    state = begin(at_the_table().scenario, 2, "china")
    state = after_yields(state, 1)
    # The Soviet side may not offer this of itself; on its own responsibility it may.
    from game.engine.moves import Responsibility

    state = apply(state, Propose("ussr", Package.of(whole), Terms.WHOLE, Responsibility.OWN)).after
    move = make("boulware", 1, "china").choose(view(state, "china")).move
    assert move == Accept("china", Package.of(whole), 1)


def test_baseline_answers_truly():
    state = apply(at_the_table("china", railway_guards=("chinese", "soviet")), Ask("china", "railway-guards")).after
    assert make("conceder", 1, "ussr").choose(view(state, "ussr")).move == Answer("ussr", Reply.REPORT)


def test_tit_for_tat_counts_what_it_was_given():
    # The Soviet side comes from soviet-majority (0 to China) to joint-board (250).
    state = at_the_table("ussr", railway_board=("parity", "soviet-majority"), railway_guards=("chinese", "soviet"))
    from game.engine.moves import Responsibility

    offer = Propose("ussr", Package.of({"railway-board": "joint-board"}), responsibility=Responsibility.OWN)
    state = apply(state, offer).after
    assert received(view(state, "china")) == 250


def test_tit_for_tat_against_one_that_never_moves_gives_nothing():
    mine = [m for m in moments(build(3), ("tit-for-tat", "stonewaller"), exchanges=6) if m.name == "tit-for-tat"]
    held = [m for m in mine if isinstance(m.decision.move, Propose) and m.state.speeches < 8]
    assert not any(_gives(m, *pair) for m in held for pair in m.decision.move.package)


def test_stonewaller_wants_its_best_until_its_last_speech():
    state = at_the_table("china", exchanges=2)
    assert until_the_last(view(state, "china"), 900) == 900
    assert until_the_last(view(after_yields(state, 2), "china"), 900) == 351


@pytest.mark.parametrize("name", NAMES)
def test_baselines_play_only_legal_moves_within_instructions(name):
    # play() raises at the first move the rules refuse; instructions are the rules' too, on the delegate's own account.
    for seed in range(3):
        for seats in ((name, "random"), ("linear", name)):
            over = play(build(seed), Seating(tuple(zip(("china", "ussr"), seats, strict=True)), 8), seed)
            assert over.ending in set(EndingKind)


@pytest.mark.parametrize("name", NAMES)
def test_baselines_never_settle_below_their_reservation(name):
    scenario = build(9, Shape(room=(5,)))
    over = play(scenario, Seating((("china", name), ("ussr", "linear")), 10), 1)
    from game.engine.worth import worth

    if over.final.signed:
        assert (
            worth(scenario.agenda, scenario.stake("china"), over.final.settled) >= scenario.stake("china").reservation
        )


@pytest.mark.parametrize("name", NAMES)
def test_baselines_decide_the_same_when_asked_again(name):
    for moment in moments(build(4), (name, "linear"), exchanges=6):
        if moment.name == name:
            assert make(name, 1, moment.party).choose(moment.view) == moment.decision


@pytest.mark.parametrize("name", NAMES)
def test_baselines_give_a_reason_for_every_move(name):
    for moment in moments(build(4), (name, "linear"), exchanges=6):
        assert moment.decision.reasons
        assert all(reason.because and reason.remedy for reason in moment.decision.reasons)


@pytest.mark.benchmark
def test_baselines_decide_in_two_milliseconds():
    # The median of a game's decisions on 34 issues, a generous margin for a busy machine included.
    for name in ("boulware", "linear", "conceder", "tit-for-tat"):
        views = [moment.view for moment in moments(build(4), (name, "linear"), exchanges=10) if moment.name == name]
        delegate, times = make(name, 1, "china"), []
        for seen in views:
            begun = time.process_time()
            delegate.choose(seen)
            times.append(time.process_time() - begun)
        median = sorted(times)[len(times) // 2]
        print(f"{name}: {1000 * median:.2f} ms")
        assert median < 0.006


def test_agreed_issues_are_left_alone():
    state = agreed(at_the_table("china"), railway_board="joint-board")
    move = make("linear", 1, "china").choose(view(state, "china")).move
    assert isinstance(move, Propose)
    assert "railway-board" not in move.package.issues
