"""One line. The hostile ones are those of traps.md; every one must end in a sentence of ours."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.record.errors import RecordError
from game.record.jsonl import LONGEST_LINE, decode, encode, parse

PREVIOUS = b'{"ply":1}'

HOSTILE = [
    (b"[" * 5000, "nested more than 16 deep"),
    (b'{"a":' * 5000, "nested more than 16 deep"),
    (b'{"a":' + b"9" * 6000 + b"}", "6000 digits"),
    (b'{"a":-' + b"9" * 6000 + b"}", "digits"),
    (b'{"a":1e999}', "too large"),
    (b'{"a":0.' + b"1" * 6000 + b"}", "too long or too large"),
    (b'{"a":"\\ud800"}', "lone surrogate"),
    (b'{"\\udfff":1}', "lone surrogate"),
    (b'{"a":NaN}', "“NaN” is not a number"),
    (b'{"a":-Infinity}', "“-Infinity” is not a number"),
    (b'{"a":1,"a":2}', "“a” is there twice"),
    (b"\xff\xfe\x00", "byte 1 is not UTF-8"),
    (b"\x00" * 100, "not JSON"),
    (b"", "not JSON"),
    (b"{", "not JSON"),
    (b'{"by', "not JSON: unterminated string starting at character 2"),
    (b"null", "must be an object in braces, not null"),
    (b"true", "must be an object in braces, not true or false"),
    (b'"text"', "must be an object in braces, not text"),
    (b"7", "must be an object in braces, not a number"),
    (b"[]", "must be an object in braces, not a list"),
    (b'{"a":"' + b"x" * LONGEST_LINE + b'"}', "bytes, where a line may have 65536"),
]


@pytest.mark.parametrize(("raw", "said"), HOSTILE, ids=range(len(HOSTILE)))
def test_decode_hostile_line_gives_one_sentence_with_its_number(raw, said):
    with pytest.raises(RecordError) as caught:
        decode(raw, PREVIOUS, 7)
    assert said in str(caught.value)
    assert str(caught.value).startswith("line 7: ")
    assert caught.value.line == 7
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_decode_brackets_in_text_do_not_count_as_nesting():
    line = {"words": '[{"' * 100 + "\\"}
    assert decode(encode(line, PREVIOUS), PREVIOUS, 2) == line


def test_encode_seals_the_line_to_the_one_before():
    sealed = encode({"ply": 2}, PREVIOUS)
    assert json.loads(sealed).keys() == {"ply", "chain"}
    assert decode(sealed, PREVIOUS, 2) == {"ply": 2}
    with pytest.raises(RecordError, match="altered"):
        decode(sealed, b'{"ply":9}', 2)


def test_decode_line_without_a_seal_says_so():
    with pytest.raises(RecordError, match="no “chain”"):
        decode(b'{"ply":2}', PREVIOUS, 2)


def test_decode_line_rewritten_with_spaces_is_altered():
    sealed = encode({"ply": 2, "by": "china"}, PREVIOUS)
    with pytest.raises(RecordError, match="altered"):
        decode(json.dumps(json.loads(sealed)).encode(), PREVIOUS, 2)


DEEP: list = []
for _ in range(40):
    DEEP = [DEEP]


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), "\ud800", {1, 2}, object(), 10**30, DEEP])
def test_encode_what_json_can_not_hold_is_refused(bad):
    with pytest.raises(RecordError):
        encode({"a": bad}, b"")


def test_encode_too_long_is_refused():
    with pytest.raises(RecordError, match="too long to keep"):
        encode({"a": "x" * LONGEST_LINE}, b"")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_parse_any_bytes_gives_an_object_or_our_own_error(raw):
    try:
        found = parse(raw, 3)
    except RecordError as error:
        found = {"line": error.line}
        assert found == {"line": 3}
    assert isinstance(found, dict)


TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
JSON_TEXT = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(TEXT.filter(lambda key: key != "chain"), JSON_TEXT, min_size=1, max_size=5))
def test_decode_what_was_encoded_is_the_same(line):
    sealed = encode(line, PREVIOUS)
    assert b"\n" not in sealed
    assert decode(sealed, PREVIOUS, 2) == line
