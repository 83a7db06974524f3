"""What the counterpart does in a speech, verb by verb, at the small table set up by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegates.counterpart import Counterpart, brief
from game.delegates.counterpart.amends import amends
from game.delegates.counterpart.capital import consult
from game.delegates.counterpart.closing import close
from game.delegates.counterpart.offers import _question, propose
from game.delegates.counterpart.prudence import ruinous, withdraw
from game.delegates.counterpart.replies import answer, refuse, take
from game.delegates.counterpart.support import support
from game.delegates.counterpart.temper import Temper, drawn
from game.delegates.counterpart.trades import gets, gives
from game.delegates.ground import objection
from game.delegates.reasons import Cause
from game.engine.engine import apply, begin
from game.engine.ledger import Deed
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Hold,
    Propose,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    Withdraw,
    Yield,
)
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.state import Agreement, EndingKind
from game.engine.view import view
from game.play.chance import draw
from tests.builders import small
from tests.builders_large import Shape, build
from tests.delegates.games import agreed, allowing, at_the_table, moments

OWN = Responsibility.OWN
TALKER = Temper(talk=1, courtesy=0.0)


def after(state, *moves):
    for move in moves:
        state = apply(state, move).after
    return state


def later(state, speeches):
    return after(state, *(Yield(side) for side in _sides(state, speeches)))


def _sides(state, speeches):
    other = {"china": "ussr", "ussr": "china"}
    return [state.floor if number % 2 == 0 else other[state.floor] for number in range(speeches)]


def moment(state, party="china", temper=TALKER):
    return brief(view(state, party), temper)


# Answers


def test_a_question_is_answered_truly():
    state = after(at_the_table("ussr", railway_guards=("chinese", "soviet")), Ask("ussr", "railway-guards"))
    decision = answer(moment(state))
    assert decision is not None
    assert decision.move == Answer("china", Reply.FIRM)  # nothing but Chinese guards without asking


def test_many_questions_are_answered_guardedly():
    state = at_the_table("ussr", railway_board=("parity", None), exchanges=20)
    replies = []
    for _ in range(4):
        state = after(state, Ask("ussr", "railway-board"))
        decision = answer(moment(state))
        assert decision is not None
        replies.append(decision.move.reply)
        state = after(state, decision.move, Yield("china"))
    assert replies == [Reply.REPORT, Reply.REPORT, Reply.GUARDED, Reply.GUARDED]


def test_with_no_question_there_is_no_answer():
    assert answer(moment(at_the_table())) is None


# Acceptances


def test_its_own_option_in_the_other_sides_mouth_is_accepted():
    state = at_the_table(railway_board=("parity", "parity"))
    decision = take(moment(state))
    assert decision is not None
    assert decision.move == Accept("china", Package.of({"railway-board": "parity"}))


def test_at_the_end_what_completes_a_good_settlement_is_accepted():
    state = begin(small(1), opener="ussr")
    package = Package.of({"railway-board": "joint-board", "railway-guards": "chinese", "dairen-status": "joint-use"})
    state = after(state, Propose("ussr", package, responsibility=OWN))
    decision = Counterpart(Temper()).choose(view(state, "china"))
    assert isinstance(decision.move, Accept)
    assert set(decision.move.package.issues) == set(package.issues)


def test_nothing_is_asked_in_the_last_speech_of_a_sitting():
    """The Soviet side speaks second: what it asked last on 10 July nobody could answer."""
    asked = 0
    for exchanges in (2, 4, 6):
        state = begin(small(exchanges=exchanges, meetings=2), opener="china")
        table = list(state.table)
        table[0] = replace(table[0], positions=("parity", "soviet-majority"), answered=True)
        state = replace(state, table=tuple(table))
        last = later(state, 2 * exchanges - 1)
        assert view(last, "ussr").my_speeches_left == 1
        assert _question(moment(last, "ussr")) is None
        asked += sum(
            _question(moment(later(state, spoken), "ussr")) is not None for spoken in range(1, 2 * exchanges - 1, 2)
        )
    assert asked


# The capital


def test_stalin_is_asked_for_what_blocks_an_issue():
    # Chinese guards need Stalin's leave; China will have nothing else.
    state = later(at_the_table("ussr", exchanges=5, railway_guards=("chinese", "later")), 4)
    decision = consult(moment(state, "ussr"))
    assert decision is not None
    assert decision.move == ConsultCapital("ussr", Package.of({"railway-guards": "chinese"}))
    answered = after(state, decision.move)
    answered = after(answered, draw(answered, 1))
    assert view(answered, "ussr").latitude("railway-guards", "chinese") is Latitude.REPORT


def test_stalin_is_not_asked_at_the_start_nor_about_what_may_be_given():
    early = at_the_table("ussr", exchanges=5, railway_guards=("chinese", "later"))
    assert consult(moment(early, "ussr")) is None
    allowed = later(at_the_table("ussr", exchanges=5, railway_guards=("later", "soviet")), 4)
    assert consult(moment(allowed, "ussr")) is None


def test_chiang_is_not_asked_when_no_sitting_follows():
    state = later(at_the_table("china", exchanges=3, railway_guards=("chinese", "later")), 4)
    assert consult(moment(state)) is None


WITH_CHINESE_GUARDS = Package.of(
    {"railway-board": "soviet-majority", "railway-guards": "chinese", "dairen-status": "joint-use"}
)
"""620 of the Soviet side's 1000 with its own draft. Chinese guards need Stalin's leave; he gives it."""


def offered(state, by, package):
    """The state after an all-or-nothing offer; instructions are not what is looked at here."""
    return after(state, Propose(by, package, Terms.WHOLE, responsibility=OWN))


def test_stalin_is_asked_for_what_an_offer_needs_and_with_his_leave_it_is_taken_in_time():
    """China has spoken of guards in this offer only: no position of its own blocks the issue."""
    state = offered(later(begin(small(exchanges=6), opener="china"), 8), "china", WITH_CHINESE_GUARDS)
    molotov = Counterpart(Temper())
    asks = molotov.choose(view(state, "ussr")).move
    assert isinstance(asks, ConsultCapital)
    assert asks.asks == Package.of({"railway-guards": "chinese"})
    answered = after(state, asks)
    answered = after(answered, draw(answered, 1))
    thinks = molotov.choose(view(answered, "ussr")).move
    assert isinstance(thinks, Reserve)  # the offer stays on the table
    last = after(answered, thinks, Yield("ussr"), Yield("china"))
    taken = molotov.choose(view(last, "ussr")).move
    assert isinstance(taken, Accept)
    assert taken.offer == 1


def test_stalin_is_not_asked_about_an_offer_that_is_too_little_all_the_same():
    """A free port and the Chinese draft as well: 450 for the board is all that is left of 1000."""
    too_little = WITH_CHINESE_GUARDS.merged(
        Package.of({"dairen-status": "free-port", "working-draft": "chinese-draft"})
    )
    state = offered(begin(small(), opener="china"), "china", too_little)
    assert consult(moment(state, "ussr")) is None


def test_stalin_is_not_asked_for_what_nothing_is_offered_for():
    state = offered(begin(small(), opener="china"), "china", Package.of({"railway-guards": "chinese"}))
    assert consult(moment(state, "ussr")) is None


def test_stalin_is_not_asked_about_an_offer_that_crosses_a_red_line_as_well():
    """Parity is forbidden to Molotov: leave for the guards would be of no use."""
    package = Package.of({"railway-board": "parity", "railway-guards": "chinese"})
    state = offered(later(begin(small(), opener="china"), 8), "china", package)
    assert consult(moment(state, "ussr")) is None


def test_offer_that_needs_chiangs_leave_is_put_off_while_his_answer_can_still_come():
    """Guards “later” need his leave; all else is what China asks for."""
    package = Package.of({"railway-board": "parity", "railway-guards": "later", "dairen-status": "free-port"})
    for meetings, verb in ((2, Reserve), (1, Reject)):
        state = offered(begin(small(exchanges=4, meetings=meetings), opener="ussr"), "ussr", package)
        decision = refuse(moment(state))
        assert decision is not None
        assert isinstance(decision.move, verb)
        assert decision.reasons[0].code == Cause.INSTRUCTIONS


def test_chiang_is_asked_for_what_an_offer_needs_before_the_sitting_ends():
    package = Package.of({"railway-board": "parity", "railway-guards": "later", "dairen-status": "free-port"})
    early = offered(begin(small(exchanges=3, meetings=2), opener="ussr"), "ussr", package)
    assert consult(moment(early)) is None
    late = offered(later(begin(small(exchanges=3, meetings=2), opener="ussr"), 4), "ussr", package)
    decision = consult(moment(late))
    assert decision is not None
    assert decision.move.asks == Package.of({"railway-guards": "later"})


def test_chiang_is_asked_before_a_sitting_ends_when_another_follows():
    state = begin(small(exchanges=3, meetings=2), opener="china")
    table = list(state.table)
    table[1] = replace(table[1], positions=("chinese", "later"), answered=True)
    state = later(replace(state, table=tuple(table)), 2)
    decision = consult(moment(state))
    assert decision is not None
    assert decision.move.asks == Package.of({"railway-guards": "later"})


# Arguments


def test_the_strong_passage_is_put_forward_once():
    state = at_the_table(railway_board=("parity", "soviet-majority"))
    decision = support(moment(state))
    assert decision is not None
    assert decision.move in (
        Argue("china", "parity-in-1924", "treaty"),
        CiteMinutes("china", "railway-board", minute="m-joint"),
    )
    assert support(moment(after(state, decision.move))) is None  # one a speech


def test_the_other_side_is_held_to_its_earlier_minutes():
    state = at_the_table(railway_board=("parity", "soviet-majority"))
    decision = support(moment(state))
    assert decision is not None
    assert decision.move == CiteMinutes("china", "railway-board", minute="m-joint")


def test_nothing_is_argued_on_what_is_settled_or_unspoken():
    assert support(moment(agreed(at_the_table(), railway_board="parity"))) is None
    assert support(moment(at_the_table())) is None


def test_it_does_not_argue_in_every_speech():
    state = at_the_table(railway_board=("parity", "soviet-majority"), exchanges=12)
    quiet = Temper(talk=3, courtesy=0.0)
    assert support(moment(state, temper=quiet)) is None
    assert support(moment(later(state, 4), temper=quiet)) is not None


# Offers


def test_a_position_beyond_its_instructions_is_left_at_once():
    state = at_the_table("ussr", railway_board=("parity", "joint-board"))
    decision = propose(moment(state, "ussr"))
    assert isinstance(decision.move, Propose)
    assert decision.move.package.get("railway-board") == "soviet-majority"


def test_it_does_not_concede_twice_running_to_one_that_has_not_moved():
    mine = [m for m in moments(build(6), ("counterpart", "stonewaller"), exchanges=12) if m.name == "counterpart"]
    conceded_before = False
    for found in mine:
        move = found.decision.move
        if found.state.speeches_left <= 8 or not isinstance(move, Propose) or move.terms is Terms.WHOLE:
            continue
        steps = [i for i, _ in move.package if found.view.mine(i) is not None]
        others = [e for e in found.state.ledger if e.by == "ussr" and e.deed.value in ("offered", "accepted")]
        if steps and not others:
            assert not conceded_before
            conceded_before = True


def test_an_exchange_has_few_issues_and_seems_to_serve_both():
    seen = 0
    for seed in range(4):
        for found in moments(build(seed), ("counterpart", "boulware"), seed, 16):
            move = found.decision.move
            if found.name != "counterpart" or not isinstance(move, Propose) or move.terms is Terms.SEVERABLE:
                continue
            reason = found.decision.reasons[0]
            if "profit" in dict(reason.variables):
                assert 2 <= len(move.package) <= 5
                assert dict(reason.variables)["profit"] > 0
                assert dict(reason.variables)["brings"] >= 0
                seen += 1
    assert seen


def test_trades_have_their_prices_on_both_sides():
    state = at_the_table(
        "china", railway_board=("parity", "soviet-majority"), dairen_status=("free-port", "soviet-port")
    )
    of = moment(state)
    board = next(trade for trade in gets(of) if trade.ground.issue.id == "railway-board") if gets(of) else None
    given = gives(of, of.at(0.0))
    dairen = next(trade for trade in given if trade.ground.issue.id == "dairen-status")
    assert dairen.mine == -80
    assert dairen.theirs > 0
    assert board is None or (board.mine == 400 and board.theirs < 0)


def test_when_nothing_is_left_to_give_some_of_what_was_agreed_is_offered_back():
    scenario = build(3, Shape(issues=8))
    state = begin(scenario, 1, "china")
    table = list(state.table)
    for place, issue in enumerate(scenario.agenda.issues):
        best = issue.options[0].id
        if place == 0:
            table[place] = replace(table[place], positions=(best, issue.options[-1].id), agreement=None)
        else:
            held = Agreement(best, Degree.AD_REFERENDUM, 1, "ussr")
            table[place] = replace(table[place], positions=(best, best), agreement=held)
    state = replace(state, table=tuple(table), heard=2)
    free = tuple((Latitude.FREE,) * len(issue.options) for issue in scenario.agenda.issues)
    first = scenario.agenda.issues[0]
    only = ((Latitude.FREE, *(Latitude.FORBIDDEN,) * (len(first.options) - 1)), *free[1:])
    state = replace(state, instructions=(only, free))
    soft = Temper(return_rate=3.0, credit=1.0)
    decision = amends(brief(view(state, "china"), soft), has_steps=False)
    assert decision is not None
    assert decision.move.terms is Terms.WHOLE
    assert first.id in decision.move.package.issues
    assert len(decision.move.package) > 1
    assert objection(view(state, "china"), decision.move) is None


# Prudence


def test_an_offer_that_would_now_ruin_it_is_taken_back():
    state = at_the_table("china", railway_board=("parity", "soviet-majority"))
    whole = Package.of({"railway-board": "joint-board", "dairen-status": "joint-use"})
    state = after(state, Propose("china", whole, Terms.WHOLE), Yield("ussr"))
    poor = replace(state, scenario=_with_reservation(state.scenario, 900))
    decision = withdraw(moment(poor))
    assert decision is not None
    assert decision.move == Withdraw("china", 1)
    assert withdraw(moment(state)) is None


def test_a_move_that_could_leave_less_than_no_agreement_is_ruinous():
    state = at_the_table("china")
    poor = replace(state, scenario=_with_reservation(state.scenario, 780))
    of = moment(poor)
    # 400 + 300 + 200 and 20 for the sweetener; joint-board takes 150 and the sweetener: 750.
    assert ruinous(of, Propose("china", Package.of({"railway-board": "joint-board"})))
    assert not ruinous(of, Propose("china", Package.of({"dairen-status": "joint-use"})))
    assert not ruinous(of, Hold("china", ("railway-board",)))


def _with_reservation(scenario, reservation):
    china, ussr = scenario.stakes
    return replace(scenario, stakes=(replace(china, reservation=reservation), ussr))


# Rising


def test_it_adjourns_in_its_last_speech_when_nothing_can_be_closed():
    state = later(at_the_table("ussr", exchanges=2, railway_board=("parity", "soviet-majority")), 3)
    assert state.floor == "china"
    decision = close(moment(state))
    assert decision is not None
    assert isinstance(decision.move, Adjourn)


def test_it_does_not_rise_while_there_is_time():
    state = at_the_table("china", exchanges=6, railway_board=("parity", "soviet-majority"))
    assert close(moment(state)) is None
    asked = after(at_the_table("ussr", exchanges=6), Adjourn("ussr"))
    assert close(moment(asked)) is None


def test_it_agrees_to_rise_when_asked_at_the_end():
    state = later(at_the_table("ussr", exchanges=2, railway_board=("parity", "soviet-majority")), 2)
    asked = after(state, Adjourn("ussr"))
    over = asked
    while over.ending is None:
        over = after(over, Counterpart(Temper()).choose(view(over, "china")).move)
    assert over.ending.kind is EndingKind.ADJOURNED
    assert "adjourned" in over.ending.communique


@pytest.mark.parametrize("party", ["china", "ussr"])
def test_the_first_move_of_a_game_has_a_reason(party):
    decision = Counterpart(Temper()).choose(view(at_the_table(party), party))
    assert decision.reasons


def test_it_does_not_argue_the_ground_from_under_what_it_has_given():
    # Where it holds what only the other side's argument, or its principal, allowed, an answer would forbid it again.
    state = at_the_table("china", railway_board=("parity", "soviet-majority"))
    eased = allowing(state, "china", "railway-board", "soviet-majority", Latitude.REPORT)
    table = list(eased.table)
    table[0] = replace(table[0], positions=("soviet-majority", None))
    held = replace(eased, table=tuple(table), scenario=replace(eased.scenario, minutes=()))
    assert support(moment(held)) is None
    assert support(moment(replace(state, scenario=replace(state.scenario, minutes=())))) is not None


def test_a_position_is_reaffirmed_once_until_something_new_is_said_to_it():
    # Against a wall that only holds, nothing is said twice: what was held is held again after an offer, not before.
    for moment in moments(build(3), ("counterpart", "stonewaller"), 3, 12):
        move = moment.decision.move
        if moment.name != "counterpart" or not isinstance(move, Hold):
            continue
        for issue in move.issues:
            lines = [entry for entry in moment.state.ledger if entry.issue == issue]
            new = [one for one in lines if one.by == moment.party or one.deed is not Deed.HELD]
            assert not new or (new[-1].by, new[-1].deed) != (moment.party, Deed.HELD)


def test_what_has_not_been_spoken_to_is_opened_sooner_than_the_floor_is_left():
    opened = 0
    for moment in moments(build(3), ("counterpart", "stonewaller"), 3, 12):
        move = moment.decision.move
        if moment.name == "counterpart" and isinstance(move, Yield):
            of = brief(moment.view, drawn(3, moment.party))
            silent = [one for one in gives(of, of.plan) if one.ground.mine is None]
            assert not silent
        opened += moment.name == "counterpart" and isinstance(move, Propose)
    assert opened > 3
