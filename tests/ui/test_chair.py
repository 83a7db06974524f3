"""What one chair may do and hears. Verdicts come from the engine's own rules; the scenario is worked out by hand."""

from dataclasses import replace

from game.authoring.loader import load
from game.delegates.delegate import Reason
from game.engine.engine import begin
from game.engine.moves import Accept, Argue, ConsultCapital, Hold, Propose, Reject, Responsibility
from game.engine.package import Package
from game.engine.view import view
from game.play.motives import heard
from game.ui.archive import Game
from game.ui.chair import Chair
from game.ui.draft import begun, with_option
from game.ui.request import Request
from game.ui.staging import Spot, answering, staged
from game.ui.transcript import opening, reasoned, remarks
from tests.builders import small
from tests.ui.standins import StandInArchive, holds, refuses

BOARD, GUARDS = "railway-board", "railway-guards"


def seated(party="china", reply=holds, scenario=None):
    archive = StandInArchive([scenario or small()], reply)
    game = archive.open(Request("small", party))
    game.session.advance()
    return Chair(game, archive)


def test_verbs_before_and_after_a_proposal_of_ones_own():
    chair = seated()
    before = chair.verbs(BOARD, "parity")
    assert "hold" not in before
    assert "withdraw" not in before
    chair.session.play(Propose("china", Package.of({BOARD: "parity"})))
    chair.session.advance()
    assert {"hold", "withdraw"} <= chair.verbs(BOARD, "parity")
    assert "propose" not in chair.verbs(BOARD, "parity")  # it is China's position already


def test_verbs_beyond_instructions_stays_listed_since_it_may_be_said_at_a_risk():
    assert "propose" in seated().verbs(BOARD, "soviet-majority")


def test_verbs_without_the_floor_are_none():
    chair = seated("ussr")
    chair.session.play(Propose("ussr", Package.of({BOARD: "soviet-majority"})))
    assert chair.verbs(BOARD, "parity") == frozenset()


def test_askable_is_what_needs_leave_and_no_more():
    # builders.CHINA_STAKES: board F R X, guards F A X, Dairen F R A; procedure free
    assert seated().askable() == (
        (BOARD, "soviet-majority"),
        (GUARDS, "later"),
        (GUARDS, "soviet"),
        ("dairen-status", "soviet-port"),
    )


def test_askable_leaves_out_what_was_asked():
    chair = seated()
    chair.session.play(ConsultCapital("china", Package.of({GUARDS: "later"})))
    assert (GUARDS, "later") not in chair.askable()


def test_hears_nothing_of_the_other_sides_messages():
    def wires(view):
        return ConsultCapital("ussr", report="secret") if not view.telegrams else holds(view)

    chair = seated(reply=wires)
    heard = [chair.hears(step) for step in chair.session.steps]
    assert heard == [False, False, True]  # the message, its answer down the corridor, the proposal


def test_reasons_of_a_refusal_are_told_and_of_a_gift_are_not():
    chair = seated(reply=refuses)
    chair.session.play(Propose("china", Package.of({BOARD: "parity"})))
    steps = chair.session.advance()
    refusal = next(step for step in steps if isinstance(step.move, Reject))
    told = heard(chair.session.reasons, refusal, chair.party)
    assert [one.because for one in told] == ["Our instructions are clear."]
    chair.session.reasons.tell(refusal.after.ply, tuple(replace(one, code="exchange") for one in told))
    assert heard(chair.session.reasons, refusal, chair.party) == ()


def test_staged_hold_without_position_is_the_engines_refusal():
    assert staged(seated(), None, "hold", Spot(BOARD, "parity")).code == "no-position"


def test_staged_accept_of_nothing_says_so():
    assert staged(seated(), None, "accept", Spot(GUARDS, "later")).code == "nothing-there"


def test_staged_verb_again_on_another_issue_gathers_both():
    chair = seated("ussr")
    first = staged(chair, None, "propose", Spot(BOARD, "soviet-majority"))
    both = staged(chair, first, "propose", Spot(GUARDS, "soviet"))
    assert both.package.issues == (BOARD, GUARDS)


def test_refusal_of_an_empty_package_is_a_sentence():
    refusal = seated().refusal(begun("propose"))
    assert refusal.message
    assert refusal.remedy


def test_refusal_of_a_legal_draft_is_none():
    assert seated().refusal(with_option(begun("propose"), BOARD, "parity")) is None


def test_answering_begins_with_the_true_answer():
    from game.engine.moves import Ask

    def asks(view):
        return Ask("ussr", BOARD) if not view.ledger else Hold("ussr", (BOARD,))

    chair = seated(reply=asks)
    assert answering(chair).manner == "report"  # joint-board may be given ad referendum
    assert set(chair.replies()) == {"report", "guarded"}


def test_remarks_group_moves_of_one_speech():
    chair = seated(reply=refuses)
    chair.session.play(Propose("china", Package.of({BOARD: "parity"})))
    told = remarks(chair, chair.session.advance())
    assert [one.speaker for one in told] == ["Molotov", "Molotov"]
    assert told[0].speech == told[1].speech


def test_remarks_of_a_weak_argument_say_why_once_it_is_made():
    chair = seated()
    step = chair.session.play(Argue("china", "parity-in-1924", "hearsay"))
    assert remarks(chair, [step])[0].why == ("It carries little weight. It is hearsay.",)
    strong = chair.session.check(Argue("china", "parity-in-1924", "treaty"))
    assert strong.code == "once-a-speech"


def test_opening_names_the_sitting_its_hours_and_all_present():
    lines = [one.text for one in opening(seated().view)]
    assert lines == [
        "Meeting of 1945-07-10, 10 July 1945, 2:00 p.m. to 4:00 p.m., Moscow",
        "China: T. V. Soong, Hoo and Fu",
        "Soviet Union: V. M. Molotov and Petrov",
    ]


def test_opening_of_a_sitting_whose_title_has_the_date_says_it_once():
    """As in the minutes of July, whose sittings are called by their days."""
    lines = [one.text for one in opening(view(begin(load("moscow-1945-07-10")), "china"))]
    assert lines[0] == "Tuesday 10 July 1945, 2:00 p.m. to 4:00 p.m., Moscow"


def test_reasons_stand_under_their_issues_and_what_would_change_them_is_said_once():
    told = reasoned(
        small().agenda,
        (
            Reason("instructions", "railway-board", "“Parity” is too much.", "Leave."),
            Reason("instructions", "railway-guards", "“Chinese” is too much.", "Leave."),
            Reason("aspiration", "dairen-status", "Too little is left.", "A later hour."),
        ),
    )
    assert told == (
        "Re Railway board. “Parity” is too much.",
        "Re Railway guards. “Chinese” is too much. → Leave.",
        "Re Dairen status. Too little is left. → A later hour.",
    )


def test_reasons_on_one_issue_do_not_name_it():
    told = reasoned(small().agenda, (Reason("instructions", "railway-board", "Too much.", ""),))
    assert told == ("Too much.",)


def test_view_is_built_once_for_each_ply():
    chair = seated()
    assert chair.view is chair.view


def test_game_without_warning_has_none():
    chair = seated()
    assert Game(chair.session, "china").warning == ""


def test_leave_is_not_offered_for_what_is_settled_otherwise():
    """Leave for “later” guards could be asked for until Chinese ones are agreed."""
    guards = Accept("ussr", Package.of({GUARDS: "chinese"}), responsibility=Responsibility.OWN)
    chair = seated(reply=lambda view: guards if view.theirs(GUARDS) else holds(view))
    assert (GUARDS, "later") in chair.askable()
    chair.session.play(Propose("china", Package.of({GUARDS: "chinese"})))
    chair.session.advance_one()
    assert GUARDS in chair.session.state.settled.issues
    assert (GUARDS, "later") not in chair.askable()
