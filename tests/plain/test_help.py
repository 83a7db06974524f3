"""Help: complete, and true of the language it tells of."""

from __future__ import annotations

import re

import pytest

from game.plain.help import MOVES, PAPERS, helped
from game.plain.language import OTHER_WORDS, READINGS, SHORTEST, VERBS, verb_of
from game.plain.names import NotUnderstood


def test_help_has_a_line_for_every_order():
    assert set(MOVES) == set(VERBS)
    assert set(PAPERS) == set(READINGS.values())


@pytest.mark.parametrize("word", [*VERBS, *READINGS, *OTHER_WORDS, "3", "prop"])
def test_help_on_a_word_begins_with_how_it_is_written_and_ends_with_the_other_words(word):
    lines = helped(word)
    assert len(lines) <= 2
    others = [one for one, meant in OTHER_WORDS.items() if meant == verb_of(word)]
    assert all(re.search(rf"\b{re.escape(one)}\b", lines[-1]) for one in others)


def test_help_examples_begin_with_words_of_the_language():
    for _, written in MOVES.values():
        for example in re.findall(r"(?:^|: |, or )([a-z-]+) [A-Z#0-9]", written):
            assert verb_of(example), example


def test_help_on_nothing_known_gets_the_nearest():
    with pytest.raises(NotUnderstood, match="Did you mean “transcript”"):
        helped("transcrpit")


def test_first_letters_are_enough_where_only_one_order_begins_with_them():
    for word in VERBS:
        beginnings = [word[:length] for length in range(SHORTEST, len(word) + 1)]
        assert {verb_of(one) for one in beginnings} <= {word, "", *OTHER_WORDS.values()}
    assert (verb_of("pro"), verb_of("wit"), verb_of("re"), verb_of("rep")) == ("propose", "withdraw", "", "")
