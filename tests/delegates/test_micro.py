"""MiCRO at the small table, worked out by hand from its definition (de Jonge 2022)."""

from __future__ import annotations

from game.delegates.ground import survey
from game.delegates.micro import Micro, new_offers, next_offer, owed
from game.engine.engine import apply, begin
from game.engine.moves import Accept, Hold, Propose, Responsibility, Yield
from game.engine.package import Package
from game.engine.state import EndingKind
from game.engine.view import view
from game.simulate.runner import Seating, play
from tests.builders import small
from tests.builders_large import Shape, build
from tests.delegates.games import at_the_table, moments


def package(**options):
    return Package.of({issue.replace("_", "-"): option for issue, option in options.items()})


def on_own_account(party, **options):
    return Propose(party, package(**options), responsibility=Responsibility.OWN)


def test_next_offer_is_the_cheapest_step_down_its_own_order():
    # China's points: board 400, 250, 0; guards 300, 150, 0 (150 is to be asked for); Dairen 200, 120, 0; draft 80, 0.
    state = begin(small(), opener="china")
    seen = view(state, "china")
    plans = [next_offer(seen, survey(seen), steps) for steps in range(4)]
    assert plans[0].worth == 920  # 20 for guards with parity; the draft, a matter of procedure, counts nothing
    assert [one.get("dairen-status") for one in plans[:2]] == ["free-port", "joint-use"]
    assert plans[1].worth == 840  # 80 for Dairen, as cheap as the draft: of equals the first on the agenda


def test_next_offer_never_falls_to_the_reservation_value():
    seen = view(begin(small(), opener="china"), "china")
    assert next_offer(seen, survey(seen), 50).worth > seen.stakes.reservation


def test_first_words_on_a_silent_issue_are_no_new_offer():
    state = apply(begin(small(), opener="china"), Propose("china", package(railway_board="parity"))).after
    assert new_offers(view(state, "ussr"), "china") == 0


def test_an_option_tabled_twice_counts_once():
    state = at_the_table("ussr", railway_board=("parity", "soviet-majority"), dairen_status=(None, "soviet-port"))
    state = apply(state, on_own_account("ussr", railway_board="joint-board")).after
    state = apply(state, Yield("china")).after
    state = apply(state, on_own_account("ussr", railway_board="soviet-majority")).after
    state = apply(state, Yield("china")).after
    assert new_offers(view(state, "china"), "ussr") == 2  # there, and back again: both were new
    state = apply(state, on_own_account("ussr", railway_board="joint-board")).after
    assert new_offers(view(state, "china"), "ussr") == 2


def test_it_owes_one_step_and_one_for_each_new_offer_beyond_its_own():
    state = at_the_table(
        "ussr", railway_board=("parity", "soviet-majority"), dairen_status=("free-port", "soviet-port")
    )
    assert owed(view(state, "china")) == 1
    state = apply(state, on_own_account("ussr", railway_board="joint-board", dairen_status="joint-use")).after
    assert owed(view(state, "china")) == 3
    state = apply(state, Propose("china", package(dairen_status="joint-use"))).after
    assert owed(view(state, "china")) == 2


def test_against_one_that_says_nothing_new_it_takes_one_step_and_repeats_itself():
    mine = [m.decision.move for m in moments(build(3), ("micro", "stonewaller"), exchanges=8) if m.name == "micro"]
    offers = [move for move in mine[:-3] if isinstance(move, Propose)]
    assert len(offers) <= 4  # its first words, a step, and what it owes for the issues the other side took up
    assert sum(isinstance(move, Hold) for move in mine) >= 3


def test_it_takes_what_is_as_good_as_its_own_next_offer():
    state = at_the_table("china", railway_board=("parity", "parity"))
    assert Micro().choose(view(state, "china")).move == Accept("china", package(railway_board="parity"))


def test_two_of_them_settle_where_there_is_room_and_time():
    # Two steps a speech from the second on: thirty speeches pass through a table of 14 issues with a wide zone.
    scenario = build(1, Shape(issues=14, room=(4,)))
    over = play(scenario, Seating((("china", "micro"), ("ussr", "micro")), 30), 1)
    assert over.ending is EndingKind.AGREEMENT
