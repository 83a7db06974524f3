"""The delegate that plays the record, against a short record made here by hand."""

from __future__ import annotations

from game.delegates.historical import historical
from game.delegates.reasons import Cause
from game.engine.engine import apply
from game.engine.evidence import Citation
from game.engine.history import HistoricMeeting, HistoricMove
from game.engine.moves import Accept, Argue, Hold, Propose, Reject, Reserve, Yield
from game.engine.package import Package
from game.engine.view import view
from tests.delegates.games import at_the_table

SEEN = Citation(source="soong-molotov-1945-07-10", line=275, quote="In 1924 there were 5+5 directors.")


def record(*moves):
    return (HistoricMeeting("1945-07-10", "s", "minutes", tuple(HistoricMove(move, SEEN) for move in moves)),)


OWN_END = Propose("china", Package.of({"railway-board": "parity"}))
GUARDS = Propose("china", Package.of({"railway-guards": "chinese"}))
ARGUE = Argue("china", "parity-in-1924", "treaty", words="In 1924 there were 5+5 directors.")
TAKE = Accept("china", Package.of({"dairen-status": "joint-use"}))
THEIRS = Propose("ussr", Package.of({"dairen-status": "joint-use"}))


def chosen(state, history):
    return historical("china", history).choose(view(state, "china"))


def test_moves_come_in_the_order_of_the_record():
    history = record(ARGUE, OWN_END, Yield("ussr"), GUARDS)
    state = at_the_table("china")
    first = chosen(state, history)
    assert first.move == ARGUE
    assert "line 275" in first.reasons[0].because
    state = apply(state, first.move).after
    second = chosen(state, history)
    assert second.move == OWN_END
    state = apply(apply(state, second.move).after, Yield("ussr")).after
    assert chosen(state, history).move == GUARDS


def test_an_acceptance_waits_until_it_can_be_made():
    history = record(OWN_END, THEIRS, TAKE, GUARDS)
    state = apply(at_the_table("china"), OWN_END).after
    state = apply(state, Yield("ussr")).after
    early = chosen(state, history)
    assert early.move == GUARDS
    assert any("could not be made" in reason.because for reason in early.reasons)
    state = apply(apply(state, early.move).after, THEIRS).after
    assert chosen(state, history).move == TAKE


def test_what_the_rules_refuse_is_left_out_with_a_report():
    history = record(Propose("china", Package.of({"railway-board": "soviet-majority"})), GUARDS)
    decision = chosen(at_the_table("china"), history)
    assert decision.move == GUARDS
    report = decision.reasons[1]
    assert report.code == Cause.RECORD
    assert ("refusal", "beyond-instructions") in report.variables


def test_after_the_record_it_thinks_over_what_is_new_then_holds():
    history = record(OWN_END)
    state = apply(at_the_table("china"), OWN_END).after
    state = apply(state, THEIRS).after
    thinking = chosen(state, history)
    assert thinking.move == Reserve("china", ("dairen-status",))
    state = apply(state, thinking.move).after
    assert chosen(state, history).move == Hold("china", ("railway-board",))


def test_without_a_record_it_holds_what_is_disputed():
    state = at_the_table("china", railway_board=("parity", "soviet-majority"))
    assert chosen(state, ()).move == Hold("china", ("railway-board",))


def test_a_fresh_delegate_goes_on_where_the_other_stopped():
    # It keeps nothing: made anew before every move, it plays the same.
    history = record(ARGUE, Reject("china", ("railway-guards",)), OWN_END)
    state = at_the_table("china", railway_guards=("chinese", "soviet"))
    played = []
    for _ in range(3):
        move = chosen(state, history).move
        played.append(type(move).__name__)
        state = apply(state, move).after
    assert played == ["Argue", "Reject", "Propose"]


def test_issues_off_the_agenda_are_left_out_of_a_move():
    history = record(Propose("china", Package.of({"railway-board": "parity", "sinkiang-rebels": "silence"})))
    assert chosen(at_the_table("china"), history).move == OWN_END
