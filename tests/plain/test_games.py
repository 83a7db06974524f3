"""Whole small games typed at the line-by-line table, from both chairs. The golden transcripts were read by eye."""

from __future__ import annotations

from game.engine.engine import begin, replay
from game.engine.moves import Adjourn, Yield
from game.engine.state import EndingKind
from tests.builders import small
from tests.golden import golden
from tests.plain.rooms import SmallHouse, played

CHINA = """
reject D8: Cannot accept.
argue parity-in-1924 treaty
propose D8=parity
accept D8 E1
telegram D5=later: They will not move on guards.
propose D5=chinese
hold D5
adjourn: The talks are postponed.
adjourn
yield
"""
USSR = """propose D8=soviet-majority
word D8=joint-board: We need it before Berlin.
propose D8=joint-board own
propose D5=later E1=joint-use severable
"""


def test_game_in_the_chinese_chair_reads_as_the_golden_transcript():
    code, text = played(SmallHouse(), CHINA)
    assert code == 0
    assert text == golden("plain-china.txt", text)


def test_game_in_the_soviet_chair_reads_as_the_golden_transcript():
    code, text = played(SmallHouse(), USSR, "ussr")
    assert code == 0
    assert text == golden("plain-ussr.txt", text)


def test_game_to_the_end_is_an_agreement_both_principals_ratify():
    """Joint board, later guards, joint use: a required issue each, so the treaty is signed and the capitals answer."""
    house = SmallHouse()
    played(house, USSR, "ussr")
    assert house.games[0].session.state.ending.kind is EndingKind.AGREEMENT


def test_game_with_a_person_in_both_chairs_passes_the_desk_to_and_fro():
    house = SmallHouse()
    code, text = played(house, "propose D8=soviet-majority\nreject D8\nyield\nwalk-out yes\nq\n", against="human")
    assert code == 0
    prompts = [line.split(",")[0] for line in text.splitlines() if line.endswith("Your move:")]
    assert prompts == ["Soviet Union", "China", "China", "Soviet Union"]
    assert text.count("DEBRIEF:") == 2


def test_game_played_by_numbers_alone_makes_the_same_moves_as_by_words():
    """1 propose; issue 1, option 1, table it. 3 reject the only position. 12 yield."""
    by_words, by_numbers = SmallHouse(), SmallHouse()
    played(by_words, "reject D8\npropose D8=parity\nyield\n")
    played(by_numbers, "3\n1\n1\n1\n1\n1\n12\n")
    moves = [[step.move for step in house.games[0].session.steps] for house in (by_words, by_numbers)]
    assert moves[0] == moves[1]
    assert len(moves[0]) >= 6


def test_game_is_what_the_engine_makes_of_its_moves():
    house = SmallHouse()
    played(house, CHINA)
    session = house.games[0].session
    assert replay(begin(house.scenario), [step.move for step in session.steps])[-1].after == session.state


def test_game_over_two_meetings_brings_the_answer_between_them():
    house = SmallHouse(scenario=small(meetings=2), scripts={"ussr": (Yield("ussr"), Adjourn("ussr"), Yield("ussr"))})
    _, text = played(house, "telegram D5=later: We are pressed.\nadjourn\ns\nm\n")
    assert "Chiang Kai-shek answers message 1. D5 Railway guards, Later: granted." in text
    assert "The next meeting opens: Meeting of 1945-07-12." in text
