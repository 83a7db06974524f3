"""Whole records: round trips, damage, versions. What must hold is design.md section 6 and traps.md, “Saves”."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.engine.engine import begin
from game.engine.state import Ending, EndingKind
from game.record.errors import OtherVersion, RecordError
from game.record.jsonl import encode
from game.record.record import LARGEST, Closing, Header, Line, Parent, Record, dump, header_line, load
from tests.builders import small
from tests.record.games import AFTERNOON, HEADER, SHORT, record_of, steps_of
from tests.strategies import picks, played

RECORD = record_of(steps_of(SHORT))
BYTES = dump(RECORD)


def sealed(*lines: dict) -> bytes:
    """Lines with good seals, whatever is in them."""
    previous, out = b"", b""
    for line in lines:
        previous = encode(line, previous)
        out += previous + b"\n"
    return out


def first(**changed: object) -> dict:
    """The header line with some keys changed; None takes one out."""
    return {key: value for key, value in (header_line(HEADER) | changed).items() if value is not None}


def test_load_what_was_dumped_is_the_same_record():
    reading = load(BYTES)
    assert reading.record == RECORD
    assert (reading.damage, reading.sound) == (None, len(BYTES))


def test_dump_of_a_game_with_every_verb_comes_back_byte_for_byte():
    whole = dump(record_of(steps_of(AFTERNOON)))
    assert dump(load(whole).record) == whole


@settings(max_examples=30, deadline=None)
@given(picks(60))
def test_dump_of_any_game_comes_back_byte_for_byte(chosen):
    written = dump(record_of(played(begin(small(meetings=2)), chosen)))
    reading = load(written)
    assert reading.damage is None
    assert dump(reading.record) == written


def test_dump_has_a_header_a_line_a_move_and_the_ending():
    lines = [json.loads(line) for line in BYTES.splitlines()]
    assert [line.get("ply") for line in lines] == [None, 1, 2, 3, 4, None]
    assert lines[0]["seats"] == {"china": "human", "ussr": "counterpart"}
    assert lines[2]["move"] == {"do": "reject", "by": "china", "issues": ["railway-board"], "words": "Cannot accept."}
    assert lines[-1] == {"ending": "breakdown", "by": "ussr", "chain": lines[-1]["chain"]}


def test_header_with_everything_comes_back():
    full = replace(
        HEADER,
        exchanges=9,
        opener="china",
        parent=Parent("morning", 3),
        study=True,
        extra={"room": {"table": [1, None]}},
    )
    assert load(dump(Record(full))).record.header == full


def test_unknown_keys_survive_rewriting_on_every_kind_of_line():
    record = Record(
        replace(RECORD.header, extra={"class": "3b"}),
        tuple(replace(line, extra={"seconds": line.ply * 1.5, "note": "中"}) for line in RECORD.lines),
        Closing(RECORD.closing.ending, {"grade": None}),
    )
    again = load(dump(load(dump(record)).record)).record
    assert again == record
    assert again.lines[1].extra == {"seconds": 3.0, "note": "中"}


@pytest.mark.parametrize("seed", range(200))
def test_load_after_one_flipped_bit_sees_it_and_serves_what_is_before(seed):
    dice = random.Random(seed)
    place, bit = dice.randrange(len(BYTES)), 1 << dice.randrange(8)
    flipped = bytearray(BYTES)
    flipped[place] ^= bit
    line = BYTES[:place].count(b"\n")
    if line == 0:
        with pytest.raises(RecordError, match="line 1: "):
            load(bytes(flipped))
        return
    reading = load(bytes(flipped))
    assert reading.damage is not None
    assert reading.damage.line in (line + 1, line + 2)
    good = reading.record.lines
    assert good == RECORD.lines[: len(good)]
    assert len(good) >= line - 1


def test_load_after_truncation_at_every_byte_serves_the_good_prefix():
    ends = [place for place, byte in enumerate(BYTES) if byte == ord("\n")]
    for cut in range(len(BYTES)):
        whole = sum(end <= cut for end in ends)
        if whole == 0:
            with pytest.raises(RecordError):
                load(BYTES[:cut])
            continue
        reading = load(BYTES[:cut])
        assert reading.record.lines == RECORD.lines[: whole - 1]
        assert (reading.damage is None) == (cut in ends or cut - 1 in ends)
        assert reading.damage is None or reading.damage.line == whole + 1


def test_load_without_the_last_line_feed_is_whole():
    reading = load(BYTES[:-1])
    assert (reading.record, reading.damage, reading.sound) == (RECORD, None, len(BYTES) - 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04\xff\xfe binary", "line 1: byte 5 is not UTF-8"),
        (b"scenario: moscow-1945\n", "line 1: it is not JSON"),
        (b'{"games": []}\n', "line 1: this is not the record of a game"),
        (b'{"format": "1"}\n', "line 1: “format” must be a whole number, not '1'"),
        (b"x" * (LARGEST + 1), "a record has at most 16,777,216"),
        (b"\n" * 1000, "line 1: it is not JSON"),
    ],
)
def test_load_what_is_no_record_says_so_in_a_sentence(data, said):
    with pytest.raises(RecordError) as caught:
        load(data)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"format": 2}, "line 1: this record is in format 2; this program reads format 1"),
        ({"rules": 7}, "line 1: this game was played by rules 7; this program plays rules 1"),
    ],
)
def test_load_another_version_is_named_before_anything_else_is_looked_at(changed, said):
    with pytest.raises(OtherVersion) as caught:
        load(sealed(first(**changed, seats="new shape")))
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"scenario": None}, "it has no “scenario”"),
        ({"scenario": "../../etc/passwd"}, "“scenario” must be an id"),
        ({"digest": "A B"}, "“digest” must be an id"),
        ({"id": 7}, "“id” must be an id"),
        ({"seats": ["human"]}, "“seats” must be an object"),
        ({"seats": {"china": "human"}}, "“seats” must name two parties, not 1"),
        ({"seats": {"china": "human", "ussr": ""}}, "“ussr” must be a name"),
        ({"seed": True}, "“seed” must be a whole number, not True"),
        ({"seed": "x" * 500}, "“seed” must be a whole number"),
        ({"exchanges": 0}, "“exchanges” must be 1 or more, not 0"),
        ({"exchanges": 10**9}, "“exchanges” must be 1000 or less"),
        ({"opener": ["china"]}, "“opener” must be an id"),
        ({"study": "yes"}, "“study” must be true or false"),
        ({"parent": {"record": "x"}}, "it has no “ply”"),
        ({"parent": {"record": "x", "ply": -1}}, "“ply” must be 0 or more"),
        ({"started": 1945}, "“started” must be text"),
    ],
)
def test_load_header_of_a_wrong_shape_names_the_key(changed, said):
    with pytest.raises(RecordError) as caught:
        load(sealed(first(**changed)))
    assert said in str(caught.value)
    assert caught.value.line == 1
    assert len(str(caught.value)) < 200


MOVE = {"do": "yield", "by": "ussr"}
STATE = "0123456789abcdef"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"by": "ussr", "move": MOVE, "state": STATE}, "it has no “ply”"),
        ({"ply": 2, "by": "ussr", "move": MOVE, "state": STATE}, "“ply” is 2 where 1 should follow"),
        ({"ply": 1, "by": "china", "move": MOVE, "state": STATE}, "“by” is 'china', but the move is made by 'ussr'"),
        ({"ply": 1, "by": "ussr", "move": {"do": "occur", "what": "meeting"}, "state": STATE}, "made by 'chance'"),
        ({"ply": 1, "by": "ussr", "state": STATE}, "it has no “move”"),
        ({"ply": 1, "by": "ussr", "move": [MOVE], "state": STATE}, "“move” must be an object"),
        ({"ply": 1, "by": "ussr", "move": {"do": "bomb"}, "state": STATE}, "unknown move 'bomb'"),
        ({"ply": 1, "by": "ussr", "move": {**MOVE, "loudly": 1}, "state": STATE}, "no 'loudly'"),
        ({"ply": 1, "by": "ussr", "move": MOVE}, "it has no “state”"),
        ({"ending": "victory"}, "“ending” can't be 'victory'; it is one of: agreement"),
        ({"ending": ["breakdown"]}, "“ending” must be text"),
    ],
)
def test_load_line_of_a_wrong_shape_is_damage_and_names_it(line, said):
    reading = load(sealed(first(), line))
    assert reading.record.lines == ()
    assert reading.damage.line == 2
    assert said in str(reading.damage)


def test_load_line_after_the_ending_is_damage():
    data = sealed(
        first(), {"ending": "breakdown", "by": "ussr"}, {"ply": 1, "by": "ussr", "move": MOVE, "state": STATE}
    )
    reading = load(data)
    assert reading.record.closing.ending == Ending(EndingKind.BREAKDOWN, "ussr")
    assert "after the ending" in str(reading.damage)


def test_load_swapped_lines_are_seen():
    one, two, three, *rest = BYTES.splitlines(keepends=True)
    reading = load(b"".join([one, three, two, *rest]))
    assert (reading.damage.line, reading.record.lines) == (2, ())


def test_load_line_of_another_game_is_seen():
    """The same move at the same ply with a good seal, but of a game with another seed."""
    other = dump(replace(RECORD, header=replace(HEADER, seed=7))).splitlines(keepends=True)
    mine = BYTES.splitlines(keepends=True)
    assert load(b"".join([mine[0], other[1], *mine[2:]])).damage.line == 2


def test_load_line_cut_out_is_seen():
    lines = BYTES.splitlines(keepends=True)
    del lines[2]
    assert load(b"".join(lines)).damage.line == 3


def test_load_carriage_returns_are_no_line_ends():
    with pytest.raises(RecordError, match="altered"):
        load(BYTES.replace(b"\n", b"\r\n", 1))


def test_header_defaults_are_this_programs_versions():
    header = Header("", "small", "", {"china": "human", "ussr": "human"})
    assert (header.format, header.rules) == (1, 1)


def test_line_of_a_move_keeps_words_of_any_script():
    words = '「大連」 — “Dalny” \\ " \u2028 \x1b[31m'
    line = RECORD.lines[1]
    spoken = Line(1, "ussr", replace(line.move, by="ussr", words=words), line.digest)
    assert load(dump(Record(HEADER, (spoken,)))).record.lines[0].move.words == words
