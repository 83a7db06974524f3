"""Reasons are true: with the stated causes removed, what was refused would be taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegates.acceptance import take_whole
from game.delegates.counterpart import Brief, Counterpart, brief
from game.delegates.counterpart.causes import against_offer, against_position
from game.delegates.counterpart.replies import refuse, take
from game.delegates.counterpart.temper import Temper, drawn
from game.delegates.delegate import Reason
from game.delegates.reasons import REFUSALS, Cause
from game.engine.engine import apply
from game.engine.moves import Propose, Reject, Reserve, Responsibility, Terms
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.view import View, view
from tests.builders import small
from tests.builders_large import Shape, build
from tests.delegates.games import agreed, at_the_table, moments

SCENARIOS = (small(), build(1), build(2, Shape(room=(5,))), build(3, Shape(issues=12)))


def without(of: Brief, reasons: tuple[Reason, ...]) -> Brief:
    """What the counterpart would make of the moment if these causes were not there."""
    seen = of.view
    for reason in reasons:
        seen = _without_private_cause(seen, reason)
    freed = brief(seen, of.temper)
    codes = {reason.code for reason in reasons}
    if Cause.ASPIRATION in codes:
        return _insisting_on(freed, 0.0)
    if Cause.RECIPROCITY in codes:
        return _insisting_on(freed, freed.posture.by_clock)
    return freed


def _without_private_cause(seen: View, reason: Reason) -> View:
    option = dict(reason.variables).get("option")
    if reason.code in (Cause.INSTRUCTIONS, Cause.PRINCIPAL):
        place = seen.agenda.place(reason.issue)
        level = seen.agenda.level(reason.issue, str(option)) - 1
        row = seen.instructions[place]
        row = (*row[:level], Latitude.FREE, *row[level + 1 :])
        return replace(seen, instructions=(*seen.instructions[:place], row, *seen.instructions[place + 1 :]))
    if reason.code == Cause.LINKAGE:
        return replace(seen, agenda=replace(seen.agenda, linkages=()))
    if reason.code == Cause.PRIORITY:
        place = seen.agenda.place(reason.issue)
        points = list(seen.stakes.points)
        points[place] = (0,) * len(points[place])
        return replace(seen, stakes=replace(seen.stakes, points=tuple(points)))
    return seen


def _insisting_on(of: Brief, aspiration: float) -> Brief:
    lowest = of.view.stakes.reservation + 1.0
    stance = replace(of.posture, aspiration=max(aspiration, lowest), by_return=0.0)
    return replace(of, posture=stance, plan=of.at(aspiration))


def refusals(games: int):
    """Every refusal of positions or of an offer by a counterpart in some games: (brief, decision)."""
    for scenario in SCENARIOS:
        for seed in range(games):
            for names in (("counterpart", "linear"), ("random", "counterpart"), ("counterpart", "counterpart")):
                for moment in moments(scenario, names, seed, 10):
                    said = moment.decision.move
                    if moment.name == "counterpart" and isinstance(said, Reject | Reserve):
                        yield brief(moment.view, drawn(seed, moment.party)), moment.decision


def test_every_refusal_gives_a_reason_for_every_issue_it_refuses():
    seen = 0
    for _, decision in refusals(2):
        move = decision.move
        assert decision.reasons
        assert all(reason.code in REFUSALS and reason.because and reason.remedy for reason in decision.reasons)
        if isinstance(move, Reject) and not move.offer:
            assert {reason.issue for reason in decision.reasons} == set(move.issues)
        seen += 1
    assert seen > 60


def test_removing_the_stated_causes_flips_the_refusal():
    # Game-design bar L2 asks for 90 in 100.
    flipped, stated = 0, 0
    for of, decision in refusals(2):
        move = decision.move
        if isinstance(move, Reserve) or move.offer:
            flipped += _offer_flips(of, decision.reasons, move)
            stated += 1
            continue
        for issue in move.issues:
            reasons = tuple(reason for reason in decision.reasons if reason.issue == issue)
            again = refuse(without(of, reasons))
            flipped += again is None or issue not in getattr(again.move, "issues", ())
            stated += 1
    assert stated > 150
    print(f"{flipped} of {stated}")
    assert flipped / stated >= 0.95


def _offer_flips(of: Brief, reasons: tuple[Reason, ...], move) -> bool:
    offers = [offer for offer in of.view.offers_to_me() if offer.terms is Terms.WHOLE]
    refused = [offer for offer in offers if move.__class__ is not Reject or offer.number == move.offer]
    freed = without(of, reasons)
    return any(not against_offer(freed, offer) for offer in refused)


def test_a_refusal_stands_while_any_of_its_causes_stands():
    # Where two causes are stated, removing either alone is not enough: neither is given for show.
    seen = 0
    for of, decision in refusals(1):
        if not isinstance(decision.move, Reject) or decision.move.offer:
            continue
        for issue in decision.move.issues:
            reasons = [reason for reason in decision.reasons if reason.issue == issue]
            if len(reasons) < 2:
                continue
            ground = of.grounds[of.view.agenda.place(issue)]
            assert ground.theirs is not None
            for kept in reasons:
                freed = without(of, tuple(reason for reason in reasons if reason is not kept))
                assert against_position(freed, freed.grounds[of.view.agenda.place(issue)])
                seen += 1
    assert seen


OWN = Responsibility.OWN


def after(state, *moves):
    for move in moves:
        state = apply(state, move).after
    return state


@pytest.mark.parametrize(
    ("party", "issue", "option", "code", "latitude"),
    [
        ("china", "railway-board", "soviet-majority", Cause.INSTRUCTIONS, "forbidden"),
        ("china", "railway-guards", "later", Cause.INSTRUCTIONS, "ask"),
        ("ussr", "railway-board", "joint-board", Cause.INSTRUCTIONS, "ask"),
    ],
)
def test_an_option_beyond_instructions_is_refused_for_them(party, issue, option, code, latitude):
    other = {"china": "ussr", "ussr": "china"}[party]
    state = after(at_the_table(other), Propose(other, Package.of({issue: option}), responsibility=OWN))
    of = brief(view(state, party), Temper())
    reasons = against_position(of, of.grounds[of.view.agenda.place(issue)])
    assert reasons[0].code == code
    assert ("latitude", latitude) in reasons[0].variables


def test_what_was_asked_for_in_vain_is_refused_for_the_principals_word():
    from game.engine.moves import ConsultCapital
    from game.play.chance import draw

    # Moscow may ask about parity... the small scenario rules nothing on joint-board, which means no.
    state = at_the_table("ussr", railway_board=("joint-board", "soviet-majority"))
    state = after(state, ConsultCapital("ussr", Package.of({"railway-board": "joint-board"})))
    state = after(state, draw(state, 1))
    of = brief(view(state, "ussr"), Temper())
    reasons = against_position(of, of.grounds[0])
    assert reasons[0].code == Cause.PRINCIPAL
    assert "Stalin" in reasons[0].because


def test_what_contradicts_a_linkage_is_refused_for_it():
    state = agreed(at_the_table("ussr", dairen_status=("free-port", None)), railway_guards="chinese")
    state = after(state, Propose("ussr", Package.of({"dairen-status": "soviet-port"})))
    of = brief(view(state, "china"), Temper())
    codes = [reason.code for reason in against_position(of, of.grounds[2])]
    assert Cause.LINKAGE in codes
    assert Cause.INSTRUCTIONS in codes  # soviet-port needs new instructions as well


def test_what_is_only_too_dear_now_is_refused_for_the_clock():
    # Early, China keeps the free port; the joint use it would give at the end of the clock.
    state = at_the_table("ussr", dairen_status=("free-port", None), railway_board=("parity", "soviet-majority"))
    state = after(state, Propose("ussr", Package.of({"dairen-status": "joint-use"})))
    of = brief(view(state, "china"), Temper(courtesy=0.0))
    reasons = against_position(of, of.grounds[2])
    assert [reason.code for reason in reasons] == [Cause.ASPIRATION]


def test_a_whole_offer_beyond_instructions_is_refused_outright_and_one_too_dear_is_thought_over():
    package = {"railway-board": "joint-board", "railway-guards": "later"}
    state = after(at_the_table("ussr"), Propose("ussr", Package.of(package), Terms.WHOLE, OWN))
    decision = Counterpart(Temper(courtesy=0.0)).choose(view(state, "china"))
    assert isinstance(decision.move, Reject)
    assert decision.move.offer == 1
    assert Cause.INSTRUCTIONS in {reason.code for reason in decision.reasons}

    dear = {"railway-board": "joint-board", "dairen-status": "joint-use"}
    state = after(at_the_table("ussr"), Propose("ussr", Package.of(dear), Terms.WHOLE, OWN))
    decision = Counterpart(Temper(courtesy=0.0)).choose(view(state, "china"))
    assert isinstance(decision.move, Reserve)
    assert {reason.code for reason in decision.reasons} <= {Cause.ASPIRATION, Cause.RECIPROCITY}


def test_a_good_offer_has_nothing_against_it():
    good = {"railway-board": "parity", "railway-guards": "chinese"}
    state = after(at_the_table("ussr"), Propose("ussr", Package.of(good), Terms.WHOLE, OWN))
    of = brief(view(state, "china"), Temper())
    assert against_offer(of, state.offers[0]) == ()
    assert take_whole(of.view, of.plan, of.posture.aspiration) is not None
    taken = take(of)
    assert taken is not None
    assert taken.move.offer == 1
