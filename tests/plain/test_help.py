"""Help: complete, and true of the language it tells of."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.engine.effects import MOVES_IN_A_SPEECH
from game.engine.state import Status
from game.plain.help import ABOUT, MOVES, PAPERS, exemplified, helped
from game.plain.language import OTHER_WORDS, READINGS, SHORTEST, VERBS, verb_of
from game.plain.names import NotUnderstood
from game.plain.papers import LATITUDE, STATUS
from tests.builders import small


def test_help_has_a_line_for_every_order():
    assert set(MOVES) == set(VERBS)
    assert set(PAPERS) == set(READINGS.values())


@pytest.mark.parametrize("word", [*VERBS, *READINGS, *OTHER_WORDS, "3", "prop"])
def test_help_on_a_word_begins_with_how_it_is_written_and_ends_with_the_other_words(word):
    lines = helped(word)
    assert len(lines) <= 2
    others = [one for one, meant in OTHER_WORDS.items() if meant == verb_of(word)]
    assert all(re.search(rf"\b{re.escape(one)}\b", lines[-1]) for one in others)


def test_help_tells_every_word_for_a_latitude_and_for_how_an_issue_stands():
    text = " ".join(helped("words")).lower()
    assert all(word in text for word in LATITUDE.values())
    standing = {one: word for one, word in STATUS.items() if one is not Status.SILENT}
    assert all(word.partition(",")[0] in text for word in standing.values())


@pytest.mark.parametrize("topic", ABOUT)
def test_help_names_what_the_table_rests_on(topic):
    assert f"help {topic}" in helped("")[-1]
    assert helped(topic.upper()) == list(ABOUT[topic])


def test_help_on_a_speech_is_true_of_the_rules():
    assert MOVES_IN_A_SPEECH == 6
    assert "six moves" in helped("speech")[0]


def test_help_examples_begin_with_words_of_the_language():
    for _, written in MOVES.values():
        for example in re.findall(r"(?:^|: |, or )([a-z-]+) [A-Z#0-9]", written):
            assert verb_of(example), example


def test_help_examples_are_of_the_agenda_at_hand():
    """The small agenda has D8; without it the first and the last issue stand for D8 and E1."""
    agenda = small().agenda
    assert exemplified("propose D8=2 E1=1; s IV", agenda) == "propose D8=2 E1=1; s IV"
    other = replace(agenda, issues=tuple(replace(one, code=f"Z{n}") for n, one in enumerate(agenda.issues, 1)))
    assert exemplified("propose D8=2 E1=1", other) == "propose Z1=2 Z4=1"


def test_help_on_nothing_known_gets_the_nearest():
    with pytest.raises(NotUnderstood, match="Did you mean “transcript”"):
        helped("transcrpit")


def test_first_letters_are_enough_where_only_one_order_begins_with_them():
    for word in VERBS:
        beginnings = [word[:length] for length in range(SHORTEST, len(word) + 1)]
        assert {verb_of(one) for one in beginnings} <= {word, "", *OTHER_WORDS.values()}
    assert (verb_of("pro"), verb_of("wit"), verb_of("re"), verb_of("rep")) == ("propose", "withdraw", "", "")
