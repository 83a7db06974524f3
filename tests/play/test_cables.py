"""Messages home. What a report may say is what the side knows; an answer's passages are those known by the day."""

from __future__ import annotations

import pytest

from game.authoring.loader import load
from game.engine.engine import begin
from game.engine.moves import ConsultCapital, Propose, Reject
from game.engine.package import Package
from game.engine.view import view
from game.play.cables import answer, answered_when, composed, report_sentences
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from tests.builders import small

BOTH = Setup("small", {"china": HUMAN, "ussr": HUMAN}, seed=7)


def played(*moves) -> Session:
    session = Session.start(small(), BOTH)
    for move in moves:
        assert not hasattr(session.play(move), "remedy"), "refused"
        session.advance()
    return session


def test_report_names_first_what_the_other_side_refuses():
    session = played(
        Propose("ussr", Package.of({"dairen-status": "soviet-port"})),
        Propose("china", Package.of({"railway-board": "parity"})),
        Reject("ussr", ("railway-board",)),
    )
    said = report_sentences(session.view("china"))
    assert said[0] == "The Soviet side refuses: Railway board, Parity."
    assert said[1].startswith("The Soviet side asks for: ")
    assert said[-1] == "We may speak 5 times more in this sitting."


def test_report_of_an_untouched_table_tells_the_time_left_alone():
    session = Session.start(small(), BOTH)
    assert report_sentences(session.view("ussr")) == ("We may speak 6 times more in this sitting.",)


@pytest.mark.parametrize(
    ("scenario", "party", "last", "when"),
    [
        ("moscow-1945", "china", "Please answer before the next sitting.", "answered after the sitting"),
        ("moscow-1945", "ussr", "", "answered at once"),
        ("moscow-1945-07-10", "china", "", "no answer can come before the end"),
    ],
)
def test_report_asks_for_an_answer_only_where_one_can_come_in_time(scenario, party, last, when):
    """Chiang answers by telegram between sittings, never after 10 July played alone; Stalin is next door."""
    seen = view(begin(load(scenario)), party)
    assert answered_when(seen) == when
    assert ("Please answer before the next sitting." in report_sentences(seen)) is bool(last)


def test_answer_before_it_has_come_is_empty_and_after_it_has_words_and_basis():
    """Stalin is down the corridor in the small scenario, and answers at once."""
    session = played(ConsultCapital("ussr", Package.of({"railway-board": "joint-board"}), "We need it."))
    (telegram,) = session.state.telegrams
    (ruled,) = answer(session.scenario, telegram, "1945-07-10")
    assert (ruled.issue, ruled.option, ruled.granted) == ("railway-board", "joint-board", False)
    assert answer(session.scenario, type(telegram)(1, "ussr", 0, 1, telegram.asks, ""), "1945-07-10") == ()


@pytest.mark.parametrize(("date", "lines"), [("1945-07-09", []), ("1945-07-10", [305])])
def test_answer_is_laid_beside_passages_known_by_the_day_and_no_later_ones(date, lines):
    """Chiang on the Soviet majority rests on line 305 of the minutes of 10 July."""
    scenario = load("moscow-1945")
    asked = Package.of({"railway-board": "soviet-majority"})
    state = begin(scenario)
    assert view(state, "china").party == "china"
    from game.engine.state import Telegram

    telegram = Telegram(1, "china", 0, 1, asks=asked, report="", answered=True, refused=asked)
    (ruled,) = answer(scenario, telegram, date)
    assert [one.line for one in ruled.passages] == lines
    assert ruled.words == "My instructions are clear; I should turn it down."


@pytest.mark.parametrize(
    ("sentences", "own", "longest", "report"),
    [
        (("One.", "Two."), "Three.", 600, "One. Two. Three."),
        (("One.", "Much too long to fit."), "Two.", 12, "One. Two."),
        ((), "  Mine alone. ", 600, "Mine alone."),
    ],
)
def test_composed_report_leaves_out_whole_sentences_that_do_not_fit(sentences, own, longest, report):
    assert composed(sentences, own, longest) == report
