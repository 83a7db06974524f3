"""The minutes. Wanted: short and dry, as in the minutes of 10 July 1945; no telegram in them; no verb without words.

The golden file is read by a person when it changes: PLENIPO_GOLDEN=write rewrites it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from game.engine.engine import apply, begin, replay
from game.engine.moves import Accept, Adjourn, Degree, Happening, Hold, Occur, Propose, Reserve, Terms, WalkOut, Yield
from game.engine.notation import VERBS
from game.engine.scenario import Event
from game.record.minutes import LEGEND, minutes, quoted, spoken
from tests.builders import small
from tests.engine.table import BOARD, GUARDS, offer, package, reached
from tests.record.games import AFTERNOON, SHORT, steps_of
from tests.strategies import picks, played

GOLDEN = Path(__file__).parent.parent / "golden"
STEPS = steps_of(AFTERNOON)
AGENDA = small(meetings=2).agenda


def said(move, *before):
    """What a move sounds like after some others."""
    state = reached(*before)
    return spoken(state.scenario.agenda, apply(state, move))


def same_as_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("PLENIPO_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_minutes_of_an_afternoon_are_as_last_read():
    same_as_golden("minutes-afternoon.txt", minutes(begin(small(meetings=2)), STEPS))


def test_minutes_as_one_side_reads_them_are_as_last_read():
    """China's copy has its own telegram and Chiang's answer; the first speech is marked as a document's."""
    same_as_golden("minutes-afternoon-china.txt", minutes(begin(small(meetings=2)), STEPS, {1}, "china"))


def test_minutes_afternoon_has_every_verb():
    assert {spoken(AGENDA, step).kind for step in STEPS} == set(VERBS)


@pytest.mark.parametrize(
    ("before", "move", "text"),
    [
        (
            (),
            offer("ussr", board="soviet-majority"),
            "Re Railway board, propose: Soviet majority. It shall be soviet-majority.",
        ),
        (
            (offer("ussr", guards="soviet"), Yield("china")),
            offer("ussr", guards="later"),
            "Re Railway guards, we can go as far as: Later. It shall be later.",
        ),
        (
            (Yield("ussr"), offer("china", board="parity"), Yield("ussr")),
            offer("china", board="joint-board"),
            "Re Railway board, we can go as far as: Joint board. It shall be joint-board.",
        ),
        (
            (offer("ussr", guards="later"), Yield("china")),
            offer("ussr", guards="soviet"),
            "Re Railway guards, we go back to: Soviet. It shall be soviet.",
        ),
        (
            (offer("ussr", board="soviet-majority"), offer("china", guards="chinese")),
            Hold("ussr", (BOARD,)),
            "Re Railway board: Soviet majority. We hold to it.",
        ),
        (
            (offer("ussr", draft="soviet-draft"),),
            Propose("china", package(draft="soviet-draft", board="parity"), Terms.WHOLE),
            "Re Working draft: Soviet draft. We accept, if you accept re Railway board: Parity.",
        ),
        (
            (offer("ussr", guards="soviet"),),
            Reserve("china", (GUARDS,)),
            "Re Railway guards. Must reserve. We will think it over.",
        ),
        (
            (offer("ussr", draft="soviet-draft"),),
            Accept("china", package(draft="soviet-draft"), degree=Degree.FINAL),
            "Re Working draft: Soviet draft. Agree.",
        ),
    ],
)
def test_spoken_without_words_is_composed_in_the_manner_of_the_minutes(before, move, text):
    utterance = said(move, *before)
    assert (utterance.text, utterance.gist, utterance.verbatim) == (text, text, False)


def test_spoken_with_words_keeps_them_and_what_they_did():
    utterance = spoken(AGENDA, steps_of(SHORT)[1])
    assert (utterance.text, utterance.speaker) == ("Cannot accept.", "Soong")
    assert utterance.gist == "Re Railway board: Soviet majority. Cannot accept."
    assert not utterance.verbatim


def test_quoted_is_verbatim_only_where_the_move_has_words():
    step = steps_of(SHORT)[1]
    assert quoted(AGENDA, step).verbatim
    assert not quoted(AGENDA, steps_of(SHORT)[0]).verbatim


@settings(max_examples=30, deadline=None)
@given(picks(60))
def test_spoken_of_any_legal_move_is_a_sentence(chosen):
    state = begin(small(meetings=2))
    steps = played(state, chosen)
    for step in steps:
        utterance = spoken(AGENDA, step)
        assert utterance.kind in VERBS
        assert utterance.kind == "yield" or utterance.gist.rstrip()[-1] in ".?!”)"
        assert utterance.by in ("china", "ussr", "chance")
    assert minutes(state, steps).endswith(LEGEND + "\n")


@settings(max_examples=30, deadline=None)
@given(picks(60))
def test_minutes_for_the_table_never_tell_of_a_telegram(chosen):
    """strategies.py reports “We report.” in every message home."""
    state = begin(small(meetings=2))
    steps = played(state, chosen)
    for reader in ("", "china", "ussr"):
        text = minutes(state, steps, reader=reader)
        for step in steps:
            utterance = spoken(AGENDA, step)
            if utterance.private not in ("", reader):
                assert f"to {AGENDA.party(utterance.private).principal}. We report." not in text
                assert f"Answer from {AGENDA.party(utterance.private).principal}" not in text


def test_spoken_of_an_event_one_side_knows_is_private_to_it():
    secret = Event("secret", "1945-07-11", "The order is given.", ("ussr",))
    known = Event("known", "1945-07-11", "The conference is near.", ("china", "ussr"))
    scenario = replace(small(meetings=2), events=(secret, known))
    state = reached(scenario=scenario)
    both = [Occur(Happening.EVENT, reference=name) for name in ("secret", "known")]
    steps = replay(state, [Adjourn("ussr"), Adjourn("china"), *both])
    assert [spoken(AGENDA, step).private for step in steps] == ["", "", "ussr", ""]
    text = minutes(state, steps)
    assert "The conference is near." in text
    assert "The order is given." not in text
    assert "The order is given." in minutes(state, steps, reader="ussr")


def test_minutes_of_nothing_yet_have_a_head():
    text = minutes(begin(small()), ())
    assert text.startswith("Record of a Meeting between T. V. Soong and V. M. Molotov\n\n10 July 1945, 14:00 to 16:00")
    assert "Present. China: Hoo, Fu. Soviet Union: Petrov." in text


def test_minutes_of_a_breakdown_say_who_broke_off():
    assert "Soviet Union broke off the negotiations." in minutes(begin(small()), steps_of(SHORT, 1))


def test_minutes_two_speeches_with_a_silence_between_are_two_paragraphs():
    moves = (offer("ussr", board="soviet-majority"), Yield("china"), Hold("ussr", (BOARD,)), WalkOut("china"))
    steps = steps_of(moves, 1)
    speeches = [line for line in minutes(begin(small()), steps).split("\n\n") if line.startswith("Molotov: ")]
    assert len(speeches) == 2
