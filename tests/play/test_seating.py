"""Delegates take their seats, or it is said in a sentence why not."""

from __future__ import annotations

import pytest

from game.delegates import registry
from game.play.seating import Absent, NotSeated, seated, seated_to_look
from game.play.setup import HUMAN, Setup


def setup(name: str) -> Setup:
    return Setup("small", {"china": HUMAN, "ussr": name}, 5)


def test_nobody_is_seated_where_a_person_plays():
    assert set(seated(setup("boulware"), tuple)) == {"ussr"}


def test_the_record_is_fetched_only_for_a_delegate_that_reads_it():
    asked = []

    def history():
        asked.append(1)
        return ()

    seated(setup("boulware"), history)
    assert not asked
    seated(setup("historical"), history)
    assert asked


def test_an_unknown_name_is_told_with_the_nearest_and_all_there_are():
    with pytest.raises(NotSeated) as told:
        seated(setup("bulware"), tuple)
    assert told.value.sentence == "There is no counterpart “bulware”. Did you mean “boulware”?"
    assert "stonewaller" in told.value.remedy


def test_a_delegate_whose_code_fails_is_told_by_name(monkeypatch):
    def breaks(*_):
        raise OSError("no such model")

    monkeypatch.setitem(registry.OWN, "linear", breaks)
    with pytest.raises(NotSeated, match="“linear” can't be had: OSError: no such model"):
        seated(setup("linear"), tuple)


def test_to_look_at_a_game_nobody_need_be_there():
    found = seated_to_look(setup("of-another-distribution"), tuple)["ussr"]
    assert isinstance(found, Absent)
    with pytest.raises(NotSeated, match="is not here"):
        found.choose(None)  # type: ignore[arg-type]
