"""Text hygiene. The lists of dangerous characters are those of Unicode's own categories and of ECMA-48."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.clean import MARKS_ON_A_LETTER, clean, clean_line


def test_clean_escape_sequence_loses_its_escape():
    # ECMA-48: ESC ] 0 ; title BEL sets a window title
    assert clean("a\x1b]0;owned\x07b") == "a]0;ownedb"


@pytest.mark.parametrize("byte", [0x80, 0x84, 0x8D, 0x90, 0x9B, 0x9D, 0x9F])
def test_clean_c1_control_is_dropped(byte):
    assert clean(f"a{chr(byte)}b") == "ab"


@pytest.mark.parametrize("mark", "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad\ufe0f")
def test_clean_invisible_character_is_dropped(mark):
    assert clean(f"Soong{mark}!") == "Soong!"


def test_clean_decomposed_letter_is_composed():
    assert clean("e\u0301") == "é"


def test_clean_chinese_and_cyrillic_stay_as_they_are():
    assert clean("宋子文 и Молотов") == "宋子文 и Молотов"


def test_clean_stacked_marks_are_capped():
    stacked = clean("x" + "\u0310" * 40)
    assert sum(unicodedata.combining(character) > 0 for character in stacked) == MARKS_ON_A_LETTER


def test_clean_surrogate_is_dropped_and_text_can_be_written():
    assert clean("a\ud800b").encode("utf-8") == b"ab"


def test_clean_line_joins_lines():
    assert clean_line("one\r\ntwo\u2028three") == "one two three"


@given(st.text())
def test_clean_twice_is_clean_once(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_leaves_no_control_but_newline(text):
    assert not [c for c in clean(text) if unicodedata.category(c) in {"Cc", "Cf", "Cs"} and c != "\n"]
