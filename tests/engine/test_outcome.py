"""What an end amounts to. By hand: 60 a red line, 20 an option asked in vain, 30 below reservation, 95 at most."""

from __future__ import annotations

import pytest

from game.engine.engine import apply
from game.engine.moves import Accept, ConsultCapital, Degree, Happening, Occur, Propose, Responsibility, Terms, Yield
from game.engine.outcome import Verdict, excesses, gained, repudiation_risk, verdict
from game.engine.party import Latitude
from game.engine.scenario import Opening
from tests.builders import small
from tests.engine.table import BOARD, GUARDS, package, reached

OWN = Responsibility.OWN


def agreed(**options):
    """A Soviet package taken whole by China, each on its own responsibility."""
    deal = package(**options)
    return reached(Propose("ussr", deal, Terms.WHOLE, OWN), Accept("china", deal, 1, Degree.AD_REFERENDUM, OWN))


@pytest.mark.parametrize(
    ("options", "china", "ussr"),
    [
        ({"draft": "soviet-draft"}, 0, 0),
        ({"board": "soviet-majority"}, 60, 0),  # a red line for China
        ({"board": "joint-board"}, 0, 20),  # report for China; ask and no ruling for the Soviet side
        ({"guards": "later"}, 0, 0),  # ask for China, but Chiang would grant it
        ({"dairen": "soviet-port"}, 20, 0),  # ask for China, and Chiang would refuse
        ({"board": "parity"}, 0, 60),  # a red line for the Soviet side
        # signed: China 0 + 0 + 0 points < 350; red lines on board and guards, port in vain: 60 + 60 + 20 + 30 > 95
        ({"board": "soviet-majority", "guards": "soviet", "dairen": "soviet-port"}, 95, 0),
    ],
)
def test_repudiation_risk_is_the_sum_by_hand(options, china, ussr):
    state = agreed(**options)
    assert (repudiation_risk(state, "china"), repudiation_risk(state, "ussr")) == (china, ussr)


def test_repudiation_risk_below_reservation_counts_only_when_signed():
    """Soviet worth of joint board and free port: 300 + 0 + 0 < 350; nothing forbidden but guards granted by Stalin."""
    open_still = agreed(board="joint-board", guards="chinese")
    signed = agreed(board="joint-board", guards="chinese", dairen="free-port")
    assert repudiation_risk(open_still, "ussr") == 20
    assert signed.signed
    assert repudiation_risk(signed, "ussr") == 20 + 20 + 30


def test_excesses_name_the_option_and_whether_it_would_be_allowed():
    state = agreed(board="soviet-majority", guards="later")
    found = [(one.issue, one.latitude, one.allowed) for one in excesses(state, "china")]
    assert found == [(BOARD, Latitude.FORBIDDEN, False), (GUARDS, Latitude.ASK, True)]


def test_excesses_leave_out_what_was_agreed_before_the_scenario_opens():
    opening = (Opening(("soviet-majority", "soviet-majority"), "agreed"), Opening(), Opening(), Opening())
    assert excesses(reached(scenario=small(opening=opening)), "china") == ()


def test_excesses_after_the_principal_has_granted_it_are_none():
    word = ConsultCapital("ussr", package(guards="chinese"))
    deal = Propose("ussr", package(guards="chinese"))
    state = reached(word, Occur(Happening.ANSWER, "ussr", 1), deal, Accept("china", deal.package))
    assert excesses(state, "ussr") == ()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"draft": "soviet-draft"}, Verdict.RATIFIES),
        ({"guards": "later"}, Verdict.GRUMBLES),
        ({"board": "soviet-majority"}, Verdict.REPUDIATES),
    ],
)
def test_verdict_before_any_is_recorded_is_the_likelier(options, expected):
    assert verdict(agreed(**options), "china") is expected


def test_verdict_recorded_overrides_what_was_likely():
    signed = agreed(board="joint-board", guards="later", dairen="joint-use")
    ratified = apply(signed, Occur(Happening.RATIFIES, "china")).after
    refused = apply(ratified, Occur(Happening.REPUDIATES, "ussr")).after
    assert verdict(ratified, "china") is Verdict.GRUMBLES
    assert verdict(refused, "ussr") is Verdict.REPUDIATES


def test_gained_without_agreement_is_nothing():
    assert gained(reached(Yield("ussr")), "china") == 0.0


def test_gained_with_agreement_is_the_advantage():
    """China 250 + 150 + 120 = 520 of 350 to 1000; Soviet side 300 + 200 + 120 = 620."""
    state = agreed(board="joint-board", guards="later", dairen="joint-use")
    for party in ("china", "ussr"):
        state = apply(state, Occur(Happening.RATIFIES, party)).after
    assert gained(state, "china") == pytest.approx(170 / 650)
    assert gained(state, "ussr") == pytest.approx(270 / 650)
