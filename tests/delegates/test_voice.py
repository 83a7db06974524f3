"""What is said: only what the decision says, in words of the documents where they fit any occasion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.authoring.loader import load
from game.delegates.delegate import Decision
from game.delegates.reasons import (
    Cause,
    Since,
    compensates,
    exchanges,
    forbids,
    no_longer_allowed,
    not_returned,
    refused_at_home,
    thinks_again,
    too_little,
)
from game.delegates.statements import Kind, Statement
from game.delegates.voice import BEFORE, CAUSES, NOT_YET, PROMISES, TOGETHER, worded
from game.engine.engine import apply
from game.engine.moves import Accept, Adjourn, Answer, ConsultCapital, Propose, Reject, Reply, Terms, Yield
from game.engine.package import Package
from game.engine.party import Latitude, Phrase
from game.engine.scenario import Scenario
from game.engine.view import view
from tests.builders_large import build
from tests.delegates.games import agreed, at_the_table, moments

SAID = (
    Phrase("Cannot accept.", "refuse", "soong-molotov-1945-07-10", 287),
    Phrase("I cannot recommend to Chiang", "refuse", "soong-molotov-1945-07-10", 305),
    Phrase("On this point we cannot accept other proposals", "refuse", "soong-molotov-1945-07-10", 308),
    Phrase("I will prepare a draft.", "propose", "soong-molotov-1945-07-10", 107),
    Phrase("I think your proposal is fair. I accept.", "accept", "soong-molotov-1945-07-10", 263),
)


def speaking(state, phrases=SAID):
    """The view of China, with these phrases of the documents to draw on."""
    scenario: Scenario = state.scenario
    china, ussr = scenario.agenda.parties
    agenda = replace(scenario.agenda, parties=(replace(china, voice=phrases), ussr))
    return view(replace(state, scenario=replace(scenario, agenda=agenda)), "china")


def refusal(state, *reasons, phrases=SAID):
    issues = tuple(dict.fromkeys(reason.issue for reason in reasons))
    decision = worded(speaking(state, phrases), Decision(Reject("china", issues), tuple(reasons)))
    return decision.move.words


BOARD = at_the_table(railway_board=("parity", "soviet-majority"), railway_guards=("chinese", "soviet"))
ISSUES = BOARD.scenario.agenda.issues


def test_a_refusal_gives_its_cause():
    words = refusal(BOARD, forbids(ISSUES[0], "soviet-majority", Latitude.FORBIDDEN, "Chiang Kai-shek"))
    assert words == "“Cannot accept.” My instructions leave no room."


def test_a_refusal_that_could_be_changed_by_asking_says_so():
    words = refusal(BOARD, forbids(ISSUES[1], "later", Latitude.ASK, "Chiang Kai-shek"))
    assert words == "“Cannot accept.” I should have to ask Chiang."


def test_different_causes_are_told_apart_by_issue():
    words = refusal(
        BOARD,
        forbids(ISSUES[0], "soviet-majority", Latitude.FORBIDDEN, "Chiang Kai-shek"),
        too_little(ISSUES[1], 300, 400.0),
    )
    assert "Re Railway board. My instructions leave no room." in words
    assert "Re Railway guards. We can't go so far as things stand." in words


def test_of_two_causes_on_one_issue_the_weightier_is_said():
    words = refusal(
        BOARD,
        forbids(ISSUES[0], "soviet-majority", Latitude.FORBIDDEN, "Chiang Kai-shek"),
        not_returned(ISSUES[0], 0.0, 700.0),
    )
    assert "instructions" in words
    assert "step" not in words


@pytest.mark.parametrize("phrase", [SAID[1], SAID[2]])
def test_a_phrase_that_names_somebody_or_claims_more_is_not_used(phrase):
    words = refusal(BOARD, too_little(ISSUES[1], 300, 400.0), phrases=(phrase,))
    assert phrase.text not in words


def test_a_promise_of_the_documents_is_not_made_for_another():
    offer = Decision(Propose("china", Package.of({"railway-board": "joint-board"})))
    assert worded(speaking(BOARD), offer).move.words == ""
    assert "draft" in PROMISES


def test_words_of_the_documents_stand_in_quotation_marks():
    taken = Decision(Accept("china", Package.of({"railway-board": "parity"})))
    second = apply(apply(BOARD, Yield("china")).after, Yield("ussr")).after
    words = worded(speaking(second), taken).move.words
    assert words == "“I think your proposal is fair. I accept.”"


def test_words_of_a_later_talk_are_put_into_nobodys_mouth_before_it():
    # The small table sits on 10 July 1945; what was said on the 12th is no word of that day's, the day's own is.
    reason = forbids(ISSUES[0], "soviet-majority", Latitude.FORBIDDEN, "Chiang Kai-shek")
    heard = {
        day: refusal(BOARD, reason, phrases=(Phrase("Cannot accept.", "refuse", "a-talk", 1, day),))
        for day in ("1945-07-09", "1945-07-10", "1945-07-12")
    }
    assert BOARD.sitting.date == "1945-07-10"
    assert heard["1945-07-09"] == heard["1945-07-10"] == "“Cannot accept.” My instructions leave no room."
    assert heard["1945-07-12"] == "My instructions leave no room."


def test_phrases_of_a_scenario_are_dated_by_the_talk_they_are_from():
    china = load("moscow-1945").agenda.parties[0]
    assert {phrase.said for phrase in china.voice if phrase.source == "soong-molotov-1945-07-10"} == {"1945-07-10"}
    assert all(phrase.said for phrase in china.voice)


def test_most_speeches_do_without_a_phrase():
    state = apply(apply(BOARD, Yield("china")).after, Yield("ussr")).after
    words = refusal(state, too_little(ISSUES[1], 300, 400.0))
    assert "Cannot accept." not in words
    assert words == "As the whole stands, too little would be left to us."


def test_the_last_word_is_called_so_only_in_the_last_speech():
    offer = Decision(Propose("china", Package.of({"railway-board": "joint-board"})))
    last = speaking(at_the_table(exchanges=1))
    assert worded(last, offer).move.words == "I have nothing more to offer today."
    assert worded(speaking(at_the_table(exchanges=2)), offer).move.words == ""


def test_an_exchange_is_commended_as_one():
    whole = Propose("china", Package.of({"railway-board": "joint-board"}), Terms.WHOLE)
    assert "both sides" in worded(speaking(BOARD), Decision(whole)).move.words


def test_something_given_back_is_not_called_good_for_both():
    package = Package.of({"railway-board": "joint-board", "railway-guards": "later"})
    offer = Propose("china", package, Terms.WHOLE)
    words = worded(speaking(BOARD), Decision(offer, (compensates(package),))).move.words
    assert words == "We give something back, so that the rest may be settled."


def test_a_guarded_answer_says_that_it_is():
    assert worded(speaking(BOARD), Decision(Answer("china", Reply.GUARDED))).move.words
    assert not worded(speaking(BOARD), Decision(Answer("china", Reply.ROOM))).move.words


def test_the_formula_of_adjournment_counts_what_stands():
    state = agreed(at_the_table(), railway_board="parity")
    communique = worded(speaking(state), Decision(Adjourn("china"))).move.communique
    assert communique == (
        "The talks are adjourned. 1 question is agreed, subject to agreement on all the others; "
        "3 questions are left for further talks."
    )


def test_the_formula_of_adjournment_over_nothing_does_not_count_to_nought():
    communique = worded(speaking(at_the_table()), Decision(Adjourn("china"))).move.communique
    assert communique == "The talks are adjourned. Nothing is agreed; 4 questions are left for further talks."


def test_a_report_home_tells_what_is_agreed_and_what_is_not():
    state = agreed(BOARD, railway_board="parity")
    report = worded(speaking(state), Decision(ConsultCapital("china", Package.of({})))).move.report
    assert report == "Agreed here: Railway board. In dispute: Railway guards."


def test_every_cause_of_refusal_can_be_put_into_words():
    from game.delegates.reasons import REFUSALS

    assert set(CAUSES) == set(REFUSALS)
    assert all(Cause(code) for code in CAUSES)


def test_what_is_heard_never_tells_what_things_are_worth():
    # Reasons are shown at the table too: figures belong in their variables.
    heard = 0
    for moment in moments(build(8), ("counterpart", "counterpart"), 2, 10):
        said = str(getattr(moment.decision.move, "words", ""))
        stated = " ".join(f"{reason.because} {reason.remedy}" for reason in moment.decision.reasons)
        figures = {
            value for reason in moment.decision.reasons for _, value in reason.variables if value not in range(9)
        }
        assert not any(str(value) in said.split() for value in figures if isinstance(value, int))
        assert not any(str(value) in stated.split() for value in figures if isinstance(value, int))
        heard += len(figures)
    assert heard > 50


def in_person(state):
    """The same table with the principal in China's chair."""
    agenda = state.scenario.agenda
    sittings = tuple(replace(one, chairs=(("china", "Chiang Kai-shek"), ("ussr", "Stalin"))) for one in agenda.meetings)
    return replace(state, scenario=replace(state.scenario, agenda=replace(agenda, meetings=sittings)))


def test_a_principal_at_the_table_neither_asks_himself_nor_reports_to_himself():
    chaired = in_person(BOARD)
    bound = (
        forbids(ISSUES[0], "soviet-majority", Latitude.FORBIDDEN, "Chiang Kai-shek"),
        forbids(ISSUES[1], "later", Latitude.ASK, "Chiang Kai-shek"),
        refused_at_home(ISSUES[1], "later", Latitude.ASK, "Chiang Kai-shek"),
    )
    for reason in bound:
        words = refusal(chaired, reason)
        assert words
        assert "Chiang" not in words
        assert "instructions" not in words
    later = apply(apply(chaired, Yield("china")).after, Yield("ussr")).after
    phrases = (Phrase("O.K. Will report.", "accept", "soong-molotov-1945-07-10", 64),)
    taken = Decision(Accept("china", Package.of({"railway-board": "parity"})))
    assert worded(speaking(later, phrases), taken).move.words == ""


def test_a_change_of_mind_is_said_with_what_has_changed():
    said = Statement(3, Kind.REFUSED, Package.of({"railway-board": "joint-board"}))
    taken = Accept("china", Package.of({"railway-board": "joint-board"}))
    heard = {
        since: worded(speaking(BOARD), Decision(taken, (thinks_again(ISSUES[0], said, since, 1),))).move.words
        for since in Since
    }
    assert heard[Since.INSTRUCTIONS] == "Re Railway board. We have thought again: my instructions now allow it."
    assert heard[Since.STEPS] == "Re Railway board. We have thought again: you have moved, and so can we."
    assert heard[Since.HOUR] == "Re Railway board. We have thought again: there is little time left."


def test_refusals_for_different_causes_name_their_issues():
    words = refusal(
        BOARD,
        forbids(ISSUES[0], "soviet-majority", Latitude.FORBIDDEN, "Chiang Kai-shek"),
        too_little(ISSUES[1], 300, 400.0),
        too_little(ISSUES[2], 300, 400.0),
        phrases=(),
    )
    assert words == (
        "Re Railway board. My instructions leave no room. "
        "Re Railway guards; Dairen status. We can't go so far as things stand."
    )


def test_step_back_that_instructions_require_says_so():
    package = Package.of({"railway-board": "parity"})
    reason = no_longer_allowed(ISSUES[0], "joint-board")
    assert worded(speaking(BOARD), Decision(Propose("china", package), (reason,))).move.words == BEFORE


def test_exchanges_are_commended_each_time_in_other_words():
    package = Package.of({"railway-board": "parity", "railway-guards": "later"})
    decision = Decision(Propose("china", package, Terms.WHOLE), (exchanges(package, 10, 10.0),))
    said = [worded(replace(speaking(BOARD), speeches=speech), decision).move.words for speech in (1, 3, 5)]
    assert sorted(said) == sorted(TOGETHER)


@pytest.mark.parametrize("move", [Propose("china", Package.of({"railway-board": "parity"})), Yield("china")])
def test_proposal_to_rise_that_is_not_taken_up_is_declined_in_words(move):
    asked = replace(speaking(BOARD), rising="ussr")
    assert worded(asked, Decision(move)).move.words in NOT_YET
    assert worded(replace(asked, rising=""), Decision(move)).move.words == ""
