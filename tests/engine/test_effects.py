"""What each move does. The outcome of every case is read off design.md section 4 and the verbs' docstrings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from game.engine.effects import MOVES_IN_A_SPEECH
from game.engine.engine import IllegalMove, apply, begin, carried_over, replay
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
    Happening,
    Hold,
    Occur,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.scenario import Opening
from game.engine.state import EndingKind, OfferStatus, Status
from tests.builders import small
from tests.engine.table import BOARD, DAIREN, DRAFT, GUARDS, offer, package, reached, take
from tests.strategies import picks, played

OWN = Responsibility.OWN
OFFERED = offer("ussr", board="soviet-majority")
WHOLE = Propose("ussr", package(guards="later", dairen="joint-use"), Terms.WHOLE)
TAKE_WHOLE = Accept("china", WHOLE.package, 1, responsibility=OWN)


def deeds(state):
    """The ledger as (by, deed, issue, option)."""
    return [(entry.by, entry.deed, entry.issue, entry.option) for entry in state.ledger]


def test_propose_moves_the_position_and_passes_the_floor():
    state = reached(OFFERED)
    assert (state.position("ussr", BOARD), state.floor, state.speeches) == ("soviet-majority", "china", 1)
    assert deeds(state) == [("ussr", Deed.OFFERED, BOARD, "soviet-majority")]


def test_propose_whole_leaves_positions_until_it_is_taken():
    state = reached(WHOLE)
    assert state.position("ussr", GUARDS) is None
    assert state.offers[0].status is OfferStatus.OPEN
    assert {deed for _, deed, _, _ in deeds(state)} == {Deed.CONDITIONED}


def test_propose_again_on_the_same_issue_lets_the_earlier_offer_lapse():
    state = reached(
        OFFERED, Yield("china"), Propose("ussr", package(board="joint-board", draft="soviet-draft"), responsibility=OWN)
    )
    assert [one.status for one in state.offers] == [OfferStatus.LAPSED, OfferStatus.OPEN]
    assert state.offers[1].own_responsibility


def test_propose_further_from_the_other_side_is_entered_as_a_retreat():
    nearer = Propose("ussr", package(board="joint-board"), responsibility=OWN)
    state = reached(nearer, Yield("china"), OFFERED)
    assert deeds(state)[-1] == ("ussr", Deed.RETREATED, BOARD, "soviet-majority")


def test_propose_on_an_agreed_issue_reopens_it():
    agreed = (offer("ussr", draft="soviet-draft"), take("china", draft="soviet-draft"))
    state = reached(*agreed, offer("china", draft="chinese-draft"))
    assert state.standing(DRAFT).agreement is None
    assert [deed for _, deed, _, _ in deeds(state)][-2:] == [Deed.REOPENED, Deed.RETREATED]


@pytest.mark.parametrize(
    ("moves", "status"),
    [
        ((), Status.SILENT),
        ((OFFERED,), Status.TABLED),
        ((OFFERED, offer("china", board="parity")), Status.OPEN),
        ((OFFERED, Reject("china", (BOARD,))), Status.OPEN),
        ((OFFERED, Reserve("china", (BOARD,))), Status.OPEN),
        ((OFFERED, Reserve("china", (BOARD,), Recourse.NOTED)), Status.TABLED),
        ((OFFERED, Reserve("china", (BOARD,), Recourse.EXPERTS)), Status.DEFERRED),
        ((OFFERED, Accept("china", OFFERED.package, degree=Degree.SUBSTANCE)), Status.PRINCIPLE),
        ((OFFERED, Accept("china", OFFERED.package, responsibility=OWN)), Status.AGREED),
    ],
)
def test_status_of_an_issue_follows_what_was_said(moves, status):
    assert reached(*moves).standing(BOARD).status is status


def test_reserve_with_experts_ends_when_a_position_is_tabled():
    state = reached(OFFERED, Reserve("china", (BOARD,), Recourse.EXPERTS), offer("china", board="parity"))
    assert state.standing(BOARD).status is Status.OPEN


def test_reserve_may_name_where_one_stands_meanwhile():
    state = reached(OFFERED, Reserve("china", (BOARD,), standing=package(board="parity")))
    assert state.position("china", BOARD) == "parity"


def test_accept_brings_both_positions_to_the_option_and_keeps_the_floor():
    state = reached(offer("ussr", draft="soviet-draft"), take("china", draft="soviet-draft"))
    standing = state.standing(DRAFT)
    assert standing.positions == ("soviet-draft", "soviet-draft")
    assert (standing.agreement.degree, standing.agreement.accepted_by) == (Degree.AD_REFERENDUM, "china")
    assert (state.floor, state.spoken) == ("china", 1)
    assert state.offers[0].status is OfferStatus.ACCEPTED


def test_accept_in_substance_keeps_the_position_voiced():
    state = reached(
        offer("ussr", guards="later"),
        offer("china", guards="chinese"),
        Accept("ussr", package(guards="chinese"), degree=Degree.SUBSTANCE),
    )
    assert state.position("ussr", GUARDS) == "later"
    assert state.standing(GUARDS).status is Status.PRINCIPLE


def test_accept_whole_offer_settles_all_of_it():
    state = reached(WHOLE, TAKE_WHOLE)
    assert state.settled == WHOLE.package
    assert state.offers[0].status is OfferStatus.ACCEPTED


def test_accept_of_something_else_lets_a_whole_offer_that_contradicts_it_lapse():
    state = reached(
        WHOLE, offer("china", dairen="free-port"), Accept("ussr", package(dairen="free-port"), responsibility=OWN)
    )
    assert state.offers[0].status is OfferStatus.LAPSED


def test_reject_ends_an_agreement_in_substance():
    substance = Accept("china", OFFERED.package, degree=Degree.SUBSTANCE)
    state = reached(OFFERED, substance, Reject("china", (BOARD,)))
    assert state.standing(BOARD).status is Status.OPEN


def test_reject_whole_offer_closes_it():
    state = reached(WHOLE, Reject("china", (), 1))
    assert state.offers[0].status is OfferStatus.REJECTED
    assert state.open_offers("ussr") == ()


def test_withdraw_goes_back_to_the_position_before_and_is_remembered():
    nearer = Propose("ussr", package(board="joint-board"), responsibility=OWN)
    state = reached(OFFERED, Yield("china"), nearer, Yield("china"), Withdraw("ussr", 2))
    assert state.position("ussr", BOARD) == "soviet-majority"
    assert deeds(state)[-1] == ("ussr", Deed.WITHDREW, BOARD, "joint-board")


def test_withdraw_leaves_what_has_been_agreed():
    both = Propose("ussr", package(guards="soviet", draft="soviet-draft"))
    state = reached(both, take("china", draft="soviet-draft"), Yield("china"), Withdraw("ussr", 1))
    assert state.position("ussr", GUARDS) is None
    assert state.settled == package(draft="soviet-draft")


def test_hold_answers_the_other_side_and_passes_the_floor():
    state = reached(OFFERED, offer("china", board="parity"), Hold("ussr", (BOARD,)))
    assert (state.floor, deeds(state)[-1]) == ("china", ("ussr", Deed.HELD, BOARD, "soviet-majority"))


def test_ask_passes_the_floor_and_the_answer_closes_the_question():
    asked = reached(Ask("ussr", BOARD))
    assert (asked.asked, asked.floor) == (BOARD, "china")
    answered = apply(asked, Answer("china", Reply.REPORT)).after
    assert (answered.asked, answered.floor) == ("", "china")
    assert answered.ledger[-1].note == "report"


def test_ask_unanswered_lapses_with_the_speech():
    assert reached(Ask("ussr", BOARD), Yield("china")).asked == ""


def test_argue_strong_passage_eases_the_other_side_by_one_step():
    """Soviet instructions on the board: parity forbidden, joint board ask; both one step easier."""
    state = reached(Yield("ussr"), Argue("china", "parity-in-1924", "treaty"))
    assert state.latitude("ussr", BOARD, "parity") is Latitude.ASK
    assert state.latitude("ussr", BOARD, "joint-board") is Latitude.REPORT
    assert state.latitude("china", BOARD, "parity") is Latitude.FREE


def test_argue_weak_passage_eases_nothing_and_is_entered_so():
    state = reached(Yield("ussr"), Argue("china", "parity-in-1924", "hearsay"))
    assert state.latitude("ussr", BOARD, "parity") is Latitude.FORBIDDEN
    assert state.ledger[-1].deed is Deed.ARGUED_WEAKLY


def test_argue_rebuttal_undoes_what_the_claim_had_eased():
    state = reached(
        Yield("ussr"),
        Argue("china", "parity-in-1924", "treaty"),
        Yield("china"),
        Argue("ussr", "always-conflict", "1929"),
    )
    assert state.latitude("ussr", BOARD, "parity") is Latitude.FORBIDDEN
    assert state.latitude("ussr", BOARD, "joint-board") is Latitude.ASK


def test_cite_after_argument_on_the_same_option_eases_no_further():
    """One easing an option in a game: joint board goes from ask to report by the argument, and stays there."""
    state = reached(Yield("ussr"), Argue("china", "parity-in-1924", "treaty"), CiteMinutes("china", BOARD, "m-joint"))
    assert state.latitude("ussr", BOARD, "joint-board") is Latitude.REPORT
    assert state.supported == ("argue", "cite")


def test_cite_alone_eases_what_was_said():
    state = reached(Yield("ussr"), CiteMinutes("china", BOARD, "m-joint"))
    assert state.latitude("ussr", BOARD, "joint-board") is Latitude.REPORT


def test_consult_corridor_is_answered_at_once_and_grants_as_the_ruling_says():
    """builders.py: Stalin grants Chinese guards."""
    word = ConsultCapital("ussr", package(guards="chinese"), "Pressed.")
    state = reached(word, Occur(Happening.ANSWER, "ussr", 1))
    assert state.telegrams[0].granted == package(guards="chinese")
    assert state.latitude("ussr", GUARDS, "chinese") is Latitude.REPORT
    assert state.floor == "ussr"


def test_consult_without_a_ruling_is_refused():
    word = ConsultCapital("ussr", package(board="joint-board"))
    state = reached(word, Occur(Happening.ANSWER, "ussr", 1))
    assert state.telegrams[0].refused == package(board="joint-board")
    assert state.latitude("ussr", BOARD, "joint-board") is Latitude.ASK


def test_consult_neither_passes_the_floor_nor_counts_as_speech():
    state = reached(ConsultCapital("ussr", report="All well."))
    assert (state.spoken, state.heard, state.ply, state.speeches) == (0, 0, 1, 0)


def test_consult_both_sides_number_their_messages_from_one():
    state = reached(
        ConsultCapital("ussr", report="a"),
        Occur(Happening.ANSWER, "ussr", 1),
        Yield("ussr"),
        ConsultCapital("china", report="b"),
        Yield("china"),
        ConsultCapital("ussr", report="c"),
    )
    assert [(one.party, one.number) for one in state.telegrams] == [("ussr", 1), ("china", 1), ("ussr", 2)]
    answered = apply(state, Occur(Happening.ANSWER, "ussr", 2)).after
    assert [one.answered for one in answered.telegrams] == [True, False, True]


def test_speech_of_six_moves_passes_the_floor_of_itself():
    parts = [Reserve("ussr", (BOARD,), Recourse.NOTED)] * MOVES_IN_A_SPEECH
    assert MOVES_IN_A_SPEECH == 6
    assert reached(*parts[:-1]).floor == "ussr"
    assert reached(*parts).floor == "china"


def test_adjourn_needs_both_sides():
    asked = reached(Adjourn("ussr"))
    assert (asked.rising, asked.floor, asked.ending) == ("ussr", "china", None)
    assert reached(Adjourn("ussr"), Adjourn("china", "Talks go on.")).ending.communique == "Talks go on."


def test_adjourn_not_taken_up_lapses():
    assert reached(Adjourn("ussr"), Yield("china")).rising == ""


def test_clock_out_of_speeches_adjourns():
    state = reached(Yield("ussr"), Yield("china"), exchanges=1)
    assert (state.ending.kind, state.ending.by) == (EndingKind.ADJOURNED, "")


def test_walk_out_breaks_off():
    state = reached(WalkOut("ussr"))
    assert (state.ending.kind, state.ending.by, state.floor) == (EndingKind.BREAKDOWN, "ussr", "")


def test_meeting_over_opens_the_next_with_its_own_instructions():
    """China's instruction of 12 July makes the Soviet port report; what was granted meanwhile stays easier."""
    scenario = small(meetings=2)
    telegram = ConsultCapital("china", package(guards="later"))
    state = reached(Yield("ussr"), telegram, Adjourn("china"), Adjourn("ussr"), scenario=scenario)
    assert (state.between, state.floor) == (True, "")
    state = apply(state, Occur(Happening.ANSWER, "china", 1)).after
    state = apply(state, Occur(Happening.MEETING, reference="1945-07-12")).after
    assert (state.meeting, state.floor, state.speeches, state.between) == (1, "ussr", 0, False)
    assert state.latitude("china", DAIREN, "soviet-port") is Latitude.REPORT
    assert state.latitude("china", GUARDS, "later") is Latitude.REPORT


def everything_agreed():
    """All but procedure agreed: board joint, guards later, Dairen joint use."""
    deal = package(board="joint-board", guards="later", dairen="joint-use")
    return reached(Propose("ussr", deal, Terms.WHOLE, OWN), Accept("china", deal, 1, Degree.AD_REFERENDUM, OWN))


def test_agreement_on_all_but_procedure_waits_for_the_principals():
    state = everything_agreed()
    assert (state.signed, state.floor, state.ending) == (True, "", None)


def test_agreement_ratified_by_both_ends_the_game():
    state = everything_agreed()
    steps = replay(state, [Occur(Happening.RATIFIES, "china"), Occur(Happening.RATIFIES, "ussr")])
    assert steps[-1].after.ending.kind is EndingKind.AGREEMENT
    assert steps[-1].after.verdicts == (True, True)


def test_agreement_repudiated_by_one_ends_it_otherwise():
    """The Soviet side gave a joint board, which needs new instructions and was never allowed: 20 per cent."""
    state = apply(everything_agreed(), Occur(Happening.RATIFIES, "china")).after
    ended = apply(state, Occur(Happening.REPUDIATES, "ussr")).after
    assert (ended.ending.kind, ended.ending.by) == (EndingKind.REPUDIATED, "ussr")


def test_begin_takes_the_opening_as_authored():
    opening = (
        Opening(("parity", "soviet-majority"), "open"),
        Opening(("chinese", "chinese"), "agreed"),
        Opening((None, "joint-use"), "tabled"),
        Opening(),
    )
    state = begin(small(opening=opening), exchanges=9, opener="china")
    assert [standing.status for standing in state.table] == [Status.OPEN, Status.AGREED, Status.TABLED, Status.SILENT]
    assert (state.floor, state.speeches_left) == ("china", 18)
    assert state.standing(GUARDS).agreement.ply == 0
    assert carried_over(state) == opening


def test_begin_with_an_opener_who_is_no_party_raises_key_error():
    with pytest.raises(KeyError):
        begin(small(), opener="japan")


def test_apply_illegal_move_raises_and_says_why():
    with pytest.raises(IllegalMove, match="not-your-floor") as caught:
        apply(begin(small()), Yield("china"))
    assert caught.value.refusal.code == "not-your-floor"
    assert caught.value.move == Yield("china")


@settings(max_examples=25, deadline=None)
@given(picks())
def test_apply_never_changes_the_state_before(chosen):
    state = begin(small(meetings=2))
    before = repr(state)
    steps = played(state, chosen)
    assert repr(state) == before
    assert all(old.after is new.before for old, new in pairwise(steps))


@settings(max_examples=30, deadline=None)
@given(picks(80))
def test_play_keeps_what_must_always_hold(chosen):
    """Ply counts moves; heard never outruns it; an agreed issue has both sides on its option; one floor at most."""
    for number, step in enumerate(played(begin(small(meetings=2)), chosen), 1):
        state = step.after
        assert state.ply == number
        assert state.heard <= state.ply
        assert state.floor in ("china", "ussr", "")
        assert (state.ending is None) or state.floor == ""
        for standing in state.table:
            if standing.agreement is not None:
                assert standing.positions == (standing.agreement.option,) * 2
        assert [one.number for one in state.offers] == list(range(1, len(state.offers) + 1))


@settings(max_examples=25, deadline=None)
@given(picks(80))
def test_replay_of_the_moves_gives_the_same_states(chosen):
    steps = played(begin(small(meetings=2)), chosen)
    again = replay(begin(small(meetings=2)), [step.move for step in steps])
    assert [step.after for step in again] == [step.after for step in steps]


def test_standing_of_an_unknown_issue_raises_key_error():
    with pytest.raises(KeyError):
        begin(small()).standing("mukden")


def test_package_of_another_order_is_the_same():
    assert Package.of({"b": "1", "a": "2"}) == Package.of({"a": "2", "b": "1"})


def test_accept_lapses_a_severable_offer_once_its_issues_are_agreed_otherwise():
    # The Soviet offer names the guards; then the Soviet side accepts what China holds on them instead.
    table = begin(small())
    for move in (
        Propose("ussr", Package.of({"railway-guards": "later"})),
        Propose("china", Package.of({"railway-guards": "chinese"})),
        Accept("ussr", Package.of({"railway-guards": "chinese"}), responsibility=Responsibility.OWN),
    ):
        table = apply(table, move).after
    assert [one.status for one in table.offers] == [OfferStatus.LAPSED, OfferStatus.ACCEPTED]


def test_a_move_on_many_issues_leaves_the_standings_of_the_others_the_same_objects_and_the_ledger_in_order():
    """Delegates and the graph look again only at what a step replaced: a move must not replace more than it touches."""
    before = reached(OFFERED)
    after = apply(before, offer("china", board="parity", dairen="free-port")).after
    rows = zip(before.scenario.agenda.issues, before.table, after.table, strict=True)
    kept = [issue.id for issue, one, other in rows if one is other]
    assert kept == [GUARDS, "working-draft"]
    assert [entry.issue for entry in after.ledger[len(before.ledger) :]] == sorted([BOARD, DAIREN])
    assert after.ledger[: len(before.ledger)] == before.ledger


def test_what_is_agreed_is_worked_out_once_for_a_table_and_anew_for_another():
    before = reached(OFFERED)
    assert before.settled is before.settled
    beyond = Accept("china", package(board="soviet-majority"), responsibility=OWN)
    after = apply(before, beyond).after
    assert after.settled.get(BOARD) == "soviet-majority"
    assert before.settled.get(BOARD) is None
