"""What is read away from the table, and the ways to leave a game for another. Words expected stand in the sources."""

from __future__ import annotations

import pytest

from game.engine.moves import Propose
from tests.plain.rooms import PARITY, SmallHouse, played, studied
from tests.plain.test_rooms import new, saves, typed

__all__ = ["saves"]


def joined(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("d", "Without an agreement: The talks pause and you fly to Chungking."),
        ("people", "T. V. Soong (宋子文): Chief negotiator;"),
        ("map", "E1 Status of Dairen: Dairen."),
        ("map E1", "“We want Dairen to be a great commercial base”"),
        ("disputes", "The sources known by this day do not conflict on anything at this table."),
        ("find great commercial base", "soong-molotov-1945-07-10 365: "),
        ("find soong-stalin-1945-07-12 Chiang", "stands in nothing that may be read by this day"),
        ("citation D8 2", "Victor Hoo Collection, box 6, folder 9"),
        ("p D8=2\ng", "we can go as far as: Equal numbers."),
        ("p D8=2\ng D8", "China, 2 Equal numbers; Soviet Union, 4 Soviet majority of four to three."),
        ("map A9", "There is no issue “A9” here."),
        ("map B1", "B1 Named enemy is about no place on the map."),
        ("citation", "The citation of what? As in “citation D8 2”, or “citation SOURCE LINE”."),
        ("find", "Find what? As in “find parity”"),
    ],
)
def test_paper_is_read_out_at_the_table_of_10_july(order, told):
    _, text = typed(new(), f"{order}\n")
    assert told in joined(text)


def test_letters_of_the_screen_are_moves_here_too():
    """p proposes, h holds, y leaves the floor: three speeches, the last of them by word for comparison."""
    letters, words = SmallHouse(), SmallHouse()
    played(letters, "r D8\np D8=parity\ny\n")
    played(words, "reject D8\npropose D8=parity\nyield\n")
    assert [step.move for step in letters.games[0].session.steps] == [
        step.move for step in words.games[0].session.steps
    ]


def test_rewind_in_class_play_says_why_not_and_the_game_stays():
    house = SmallHouse()
    _, text = played(house, "propose D8=parity\nu\nwhat-if 1\n")
    assert joined(text).count("This game is in class play") == 2
    assert len(house.games) == 1


def test_rewind_goes_back_to_before_ones_own_last_move_in_a_game_of_its_own():
    house = SmallHouse()
    _, text = studied(house, "propose D8=parity\nu\npropose E1=free-port\n")
    left, varied = (game.session for game in house.games)
    assert Propose("china", PARITY) in [step.move for step in left.steps]
    assert Propose("china", PARITY) not in [step.move for step in varied.steps]
    assert varied.setup.parent.ply == 1
    assert "after its move 1, and is kept as a variation of it" in joined(text)


def test_what_if_leaves_the_game_where_it_is_told_and_a_number_out_of_range_is_asked_again():
    house = SmallHouse()
    _, text = studied(house, "propose D8=parity\nwhat-if 77\nwhat-if\nwhat-if 0\n")
    assert joined(text).count("After which move? A number from 0 to") == 2
    assert house.games[0].session.setup.parent is None
    assert house.games[1].session.setup.parent.ply == 0


def test_rewind_before_any_move_of_ones_own_has_nothing_to_take_back():
    _, text = studied(SmallHouse(), "u\n")
    assert "You have made no move that could be taken back." in text


def test_transcript_holds_everything_from_the_beginning_and_what_follows(tmp_path):
    path = tmp_path / "game.txt"
    _, text = played(SmallHouse(), f"reject D8\ntranscript {path}\nyield\nq\n")
    assert path.read_text(encoding="utf-8") == text


def test_transcript_to_a_file_that_is_there_is_refused_and_the_file_is_left_as_it_was(tmp_path):
    path = tmp_path / "game.txt"
    path.write_text("mine")
    _, text = played(SmallHouse(), f"transcript {path}\ntranscript\n")
    assert "already. Choose another name." in text
    assert "To which file?" in text
    assert path.read_text() == "mine"


def test_issue_tells_what_the_other_side_has_refused_and_why():
    """The script refuses parity with the reason of the small house's counterpart."""
    _, text = played(SmallHouse(), "propose D8=parity\nD8\n")
    assert "they have refused it, saying: My instructions are clear." in joined(text)


def test_report_is_put_together_from_sentences_and_ones_own_words():
    house = SmallHouse()
    played(house, "propose D8=parity\nt\nreport\n1: It presses.\n")
    (telegram,) = house.games[0].session.view("china").telegrams
    assert telegram.report == "The Soviet side refuses: Railway board, Parity. It presses."


def test_messages_tell_what_an_answer_is_built_on():
    """Stalin is next door: he answers at once, and the small scenario cites nothing for it."""
    _, text = played(SmallHouse(), "word D8=joint-board: We need it before Berlin.\nm\n", "ussr")
    assert "The answer on D8 is " in joined(text)
