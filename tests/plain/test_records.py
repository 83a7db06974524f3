"""The records desk in the real house: what is listed, what may be done with a game, and that deleting asks first."""

from __future__ import annotations

import pytest

from game.plain.house import Kept
from game.plain.records import deeds
from game.plain.rooms import Rooms
from game.record.journal import read_file
from tests.plain.test_rooms import Request, new, records, saves, typed

__all__ = ["saves"]


def test_records_list_a_finished_game_with_chair_date_exchanges_and_how_it_ended():
    """One exchange: the Soviet side opens, China breaks off."""
    typed(new(), "walk-out yes\nq\n")
    _, text = typed(Request(), "records\nhome\nq\n")
    assert "moscow-1945-07-10, china against counterpart, begun" in text
    assert "1 exchange (" in text
    assert "ended: breakdown" in text


def test_records_finished_game_opens_its_debrief_again():
    typed(new(), "walk-out yes\nq\n")
    _, text = typed(Request(), "records\n1\ndebrief\ndebrief issues\nq\n")
    assert "1 read how it ended, and the debrief" in text
    assert "DEBRIEF: Moscow, 10 July 1945" in text
    assert "“debrief” and a name reads a page" in text


def test_records_delete_asks_first_and_then_the_game_is_gone(saves):
    typed(new(), "walk-out yes\nq\n")
    _, text = typed(Request(), "records\n1\ndelete\nno\nhome\nq\n")
    assert "It can't be had back." in text
    assert len(records(saves)) == 1
    _, text = typed(Request(), "records\n1\ndelete\nyes\nq\n")
    assert "is deleted." in text
    assert records(saves) == []


def test_records_game_in_class_play_can_not_be_turned_back_while_it_lasts():
    typed(new(), "reject D8\n")
    _, text = typed(Request(), "records\n1\nwhat-if\nback\nhome\nq\n")
    assert "“what-if” is not one of the answers." in text


def test_records_what_if_of_a_finished_game_is_a_variation_that_names_its_parent(saves):
    typed(new(), "reject D8\nwalk-out yes\nq\n")
    parent = records(saves)[0]
    _, text = typed(Request(), "records\n1\nwhat-if\n99999\n1\nq\n")
    assert "A number from 0 to" in text
    varied = next(path for path in records(saves) if path != parent)
    header = read_file(varied).record.header
    assert (header.parent.record, header.parent.ply, header.study) == (read_file(parent).record.header.id, 1, True)
    assert Rooms().saves()[0].about.count("leaves") == 1


@pytest.mark.parametrize(
    ("kept", "possible"),
    [
        (Kept("a", "", ended=False, study=False), ["open", "delete", "back"]),
        (Kept("a", "", ended=False, study=True), ["open", "rewind", "what-if", "delete", "back"]),
        (Kept("a", "", ended=True, study=False), ["open", "rewind", "what-if", "delete", "back"]),
        (Kept("a", "damaged", sound=False), ["delete", "back"]),
    ],
)
def test_deeds_turn_back_only_a_game_in_study_mode_or_one_that_is_over(kept, possible):
    assert [choice.key for choice in deeds(kept)] == possible
