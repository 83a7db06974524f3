"""Linkages looked at ahead, on the small table: a Soviet port excludes Chinese guards (L91), all China may give."""

from __future__ import annotations

from game.authoring.loader import load
from game.delegates.counterpart.brief import brief
from game.delegates.counterpart.causes import against_offer, against_position
from game.delegates.counterpart.replies import take
from game.delegates.counterpart.temper import Temper
from game.delegates.counterpart.ties import trap, untied, untrapped
from game.delegates.ground import survey
from game.delegates.reasons import Cause
from game.engine.engine import apply
from game.engine.moves import Accept, Propose, Terms
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.state import EndingKind, State
from game.engine.view import view
from game.simulate.runner import Seating, play
from tests.delegates.games import allowing, at_the_table

PORT = Package.of({"dairen-status": "soviet-port"})


def with_the_port_allowed() -> State:
    state = at_the_table(dairen_status=("free-port", "soviet-port"))
    return allowing(state, "china", "dairen-status", "soviet-port", Latitude.FREE)


def places(state: State, issue: str) -> tuple[int, ...]:
    seen = view(state, "china")
    return untied(seen, survey(seen))[seen.agenda.place(issue)].givable


def test_an_option_that_leaves_nothing_on_a_tied_issue_is_not_given():
    assert places(with_the_port_allowed(), "dairen-status") == (0, 1)


def test_the_option_is_given_where_the_tied_issue_has_another_way_out():
    state = allowing(with_the_port_allowed(), "china", "railway-guards", "later", Latitude.FREE)
    assert places(state, "dairen-status") == (0, 1, 2)


def test_a_package_that_settles_both_ends_is_no_trap():
    seen = view(with_the_port_allowed(), "china")
    both = PORT.merged(Package.of({"railway-guards": "later"}))
    assert trap(seen, survey(seen), PORT) == "A Soviet port can't be guarded by Chinese railway guards."
    assert trap(seen, survey(seen), both) == ""


def test_a_position_that_is_a_trap_is_refused_for_the_linkage():
    seen = view(with_the_port_allowed(), "china")
    of = brief(seen, Temper())
    reasons = against_position(of, of.grounds[seen.agenda.place("dairen-status")])
    assert Cause.LINKAGE in [reason.code for reason in reasons]
    assert Cause.INSTRUCTIONS not in [reason.code for reason in reasons]


def test_an_offer_that_is_a_trap_is_not_taken_however_good():
    # Parity on the board is worth 400 to China, its best; the port with it would leave the guards without a way out.
    offer = Package.of({"railway-board": "parity", "dairen-status": "soviet-port"})
    state = apply(with_the_port_allowed_to_speak("ussr"), Propose("ussr", offer, Terms.WHOLE)).after
    of = brief(view(state, "china"), Temper())
    taken = take(of)
    assert taken is None or not (isinstance(taken.move, Accept) and taken.move.offer)
    assert untrapped(of.view, of.grounds).offers_to_me() == ()
    assert Cause.LINKAGE in [reason.code for reason in against_offer(of, state.offers[0])]


def with_the_port_allowed_to_speak(party: str) -> State:
    state = at_the_table(party, dairen_status=("free-port", "soviet-port"))
    state = allowing(state, "china", "dairen-status", "soviet-port", Latitude.FREE)
    for option in ("parity", "joint-board"):
        state = allowing(state, "ussr", "railway-board", option, Latitude.FREE)
    return state


def test_two_counterparts_settle_the_whole_campaign():
    # All 55 issues have an option both sides may come to give, by telegram or argument (plenipo analyze moscow-1945).
    seats = (("china", "counterpart"), ("ussr", "counterpart"))
    over = play(load("moscow-1945"), Seating(seats), 1945)
    assert over.ending is EndingKind.AGREEMENT
    assert len(over.final.settled) == 55
