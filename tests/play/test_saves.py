"""Saved games. The folder is the test's own; the small scenario stands in for an authored one."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from hashlib import sha256

import pytest

from game.authoring import loader
from game.authoring.errors import BrokenScenario
from game.engine.moves import Reject, WalkOut, Yield
from game.play.saves import (
    ScenarioLost,
    UnknownSave,
    discard,
    list_saves,
    new_save,
    open_save,
    read_save,
    save_path,
)
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from game.record.errors import InUse, NotSaved, RecordError
from tests.builders import small
from tests.engine.table import offer

TEXT = '{"the small scenario": "as authored"}'
SMALL = replace(small(), digest=sha256(TEXT.encode()).hexdigest())
SETUP = Setup("small", {"china": HUMAN, "ussr": HUMAN}, seed=7)
STARTED = "2026-11-22T01:30:05+00:00"
OFFERED = offer("ussr", board="soviet-majority")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A saves folder of one's own, and a loader that knows the small scenario as it was authored."""
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    monkeypatch.setattr(loader, "canonical", lambda scenario_id: TEXT)
    monkeypatch.setattr(loader, "from_canonical", lambda text: SMALL)
    monkeypatch.setattr(loader, "load", lambda scenario_id: SMALL)
    return tmp_path / "saves"


def begun(moves=(), setup=SETUP, started=STARTED):
    """The id of a saved game with some moves, closed again."""
    session = Session.start(SMALL, setup, new_save(SMALL, setup, started=started))
    for move in moves:
        session.play(move)
    session.close()
    return session.header.id


def test_new_save_is_named_by_its_moment_and_keeps_the_scenario_beside(folder):
    assert begun() == "2026-11-22-01-30-05"
    assert (folder / "2026-11-22-01-30-05.record.jsonl").is_file()
    assert (folder / "scenarios" / f"{SMALL.digest}.json").read_text() == TEXT


def test_new_save_of_the_same_second_has_a_number(folder):
    assert [begun(), begun(), begun()] == [f"2026-11-22-01-30-05{end}" for end in ("", "-2", "-3")]


def test_new_save_without_a_time_reads_the_clock():
    journal = new_save(SMALL, SETUP)
    assert journal.header.started[:2] == "20"
    assert journal.header.id[:2] == "20"


def test_new_save_at_a_path_is_there(tmp_path):
    journal = new_save(SMALL, SETUP, tmp_path / "My Game.record.jsonl", STARTED)
    assert journal.header.id == "my-game"
    with pytest.raises(FileExistsError):
        new_save(SMALL, SETUP, tmp_path / "My Game.record.jsonl", STARTED)


def test_new_save_where_nothing_can_be_written_says_so(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "file" / "saves"))
    with pytest.raises(NotSaved, match="there is no folder to save games in"):
        new_save(SMALL, SETUP)
    assert list_saves() == ()


def test_list_saves_tells_of_each_at_a_glance():
    one = begun([OFFERED, Yield("china")], Setup("small", {"china": HUMAN, "ussr": HUMAN}))
    two = begun([WalkOut("ussr")], started="2026-11-23T09:00:00+00:00")
    newest, oldest = list_saves()
    assert (newest.id, newest.ply, newest.ended, newest.chair) == (two, 1, "breakdown", "")
    assert (oldest.id, oldest.ply, oldest.ended, oldest.scenario) == (one, 2, "", "small")
    assert (oldest.when, oldest.trouble) == (STARTED, "")


def test_list_saves_counts_speeches_and_names_who_sits_opposite(folder):
    """Two moves of one side in a row are one speech: soviet offer, then two moves of China's, then the Soviet side."""
    moves = [OFFERED, Reject("china", ("railway-board",)), Yield("china"), Yield("ussr")]
    begun(moves, Setup("small", {"china": HUMAN, "ussr": HUMAN}, study=True))
    new_save(SMALL, Setup("small", {"china": HUMAN, "ussr": "conceder"}), started=STARTED).close()
    found = {(save.speeches, save.against, save.study) for save in list_saves()}
    assert found == {(3, "", True), (0, "conceder", False)}


def test_discard_takes_a_game_off_the_disk_and_no_other(folder):
    gone, kept = begun([OFFERED]), begun([OFFERED])
    discard(gone)
    assert [save.id for save in list_saves()] == [kept]
    with pytest.raises(UnknownSave):
        discard(gone)


def test_discard_of_a_game_being_played_is_refused(folder):
    journal = new_save(SMALL, SETUP)
    with pytest.raises(InUse):
        discard(journal.header.id)
    journal.close()
    discard(journal.header.id)
    assert list_saves() == ()


def test_list_saves_names_the_chair_of_one_person(folder):
    setup = Setup("small", {"china": "counterpart", "ussr": HUMAN})
    new_save(SMALL, setup, started=STARTED).close()
    assert [(save.chair, save.ply) for save in list_saves()] == [("ussr", 0)]


def test_list_saves_with_bad_files_among_them_lists_the_trouble(folder):
    good = begun([OFFERED])
    (folder / "bad.record.jsonl").write_bytes(b"\x00\xffnonsense")
    (folder / "old.record.jsonl").write_bytes(b'{"format":9}\n')
    (folder / "empty.record.jsonl").write_bytes(b"")
    (folder / "notes.txt").write_text("not a game")
    (folder / "folder.record.jsonl").mkdir()
    found = {save.id: save.trouble for save in list_saves()}
    assert found == {
        good: "",
        "bad": "byte 2 is not UTF-8 text",
        "old": "this record is in format 9; this program reads format 1",
    }


def test_list_saves_torn_file_says_the_rest_is_sound(folder):
    path = folder / f"{begun([OFFERED, Yield('china')])}.record.jsonl"
    path.write_bytes(path.read_bytes()[:-4])
    (save,) = list_saves()
    assert (save.ply, save.trouble) == (1, "its last line was cut short; the moves before it are sound")


def test_open_save_goes_on_where_it_was_left():
    opened = open_save(begun([OFFERED]))
    session = Session.resume(opened.record, opened.scenario, opened.journal)
    session.play(Yield("china"))
    session.close()
    assert [save.ply for save in list_saves()] == [2]


def test_open_save_torn_names_the_first_bad_line(folder):
    save = begun([OFFERED, Yield("china")])
    path = folder / f"{save}.record.jsonl"
    path.write_bytes(path.read_bytes()[:-4])
    opened = open_save(save)
    opened.journal.close()
    assert (opened.damage.line, len(opened.record.lines)) == (3, 1)
    assert (folder / f"{save}.record.jsonl.torn").exists()


def test_open_save_in_use_can_be_read_instead():
    opened = open_save(save := begun([OFFERED]))
    with pytest.raises(InUse, match="it can be opened to read only"):
        open_save(save)
    looked = read_save(save)
    assert (looked.journal, len(looked.record.lines)) == (None, 1)
    opened.journal.close()


def test_open_save_by_the_path_of_a_record(folder):
    path = folder / f"{begun([OFFERED])}.record.jsonl"
    assert len(read_save(str(path)).record.lines) == 1


@pytest.mark.parametrize("name", ["2026-11-22-01-30-50", "nothing", "con", "../x", "a" * 300, "a\0b", "", "Ä"])
def test_open_save_that_is_not_there_says_so(name):
    begun()
    with pytest.raises(UnknownSave, match="there is no saved game"):
        open_save(name)


def test_open_save_mistyped_gets_a_suggestion():
    begun()
    with pytest.raises(UnknownSave, match="did you mean “2026-11-22-01-30-05”"):
        open_save("2026-11-22-01-30-06")


def test_save_path_through_a_symlink_out_of_the_folder_is_refused(folder, tmp_path):
    begun()
    outside = tmp_path / "outside.record.jsonl"
    outside.write_text("secret")
    os.symlink(outside, folder / "inside.record.jsonl")
    with pytest.raises(UnknownSave):
        save_path("inside")


def test_open_save_after_the_scenario_was_edited_uses_the_kept_copy(monkeypatch):
    save = begun([OFFERED])
    edited = replace(SMALL, digest="0" * 64)
    monkeypatch.setattr(loader, "load", lambda scenario_id: edited)
    assert read_save(save).scenario.digest == SMALL.digest


def test_open_save_with_neither_the_copy_nor_the_same_scenario_says_so(folder, monkeypatch):
    save = begun([OFFERED])
    (folder / "scenarios" / f"{SMALL.digest}.json").write_text("altered")
    monkeypatch.setattr(loader, "load", lambda scenario_id: replace(SMALL, digest="0" * 64))
    with pytest.raises(ScenarioLost, match="“small” is no longer here as it was when"):
        open_save(save)
    monkeypatch.setattr(loader, "load", lambda scenario_id: SMALL)
    open_save(save).journal.close()


def test_open_save_whose_scenario_is_broken_now_says_so(folder, monkeypatch):
    save = begun([OFFERED])
    (folder / "scenarios" / f"{SMALL.digest}.json").unlink()

    def broken(scenario_id):
        raise BrokenScenario(scenario_id, ())

    monkeypatch.setattr(loader, "load", broken)
    with pytest.raises(ScenarioLost):
        read_save(save)


def test_read_save_of_no_record_is_a_sentence(folder):
    folder.mkdir()
    (folder / "diary.record.jsonl").write_text("dear diary")
    with pytest.raises(RecordError, match="line 1: it is not JSON"):
        read_save("diary")


def test_new_save_of_a_scenario_changed_since_it_was_loaded_keeps_no_wrong_copy(folder, monkeypatch):
    monkeypatch.setattr(loader, "canonical", lambda scenario_id: "another text")
    new_save(SMALL, SETUP, started=STARTED).close()
    assert not (folder / "scenarios").exists()


def test_list_saves_of_a_hundred_games_is_quick_enough(folder):
    """Only the first and the last line of each are read: a hundred games of 200 plies within a second."""
    save = begun([OFFERED, Yield("china")])
    whole = (folder / f"{save}.record.jsonl").read_bytes()
    for number in range(100):
        (folder / f"copy-{number}.record.jsonl").write_bytes(whole + whole.splitlines(keepends=True)[-1] * 198)
    begun_at = time.perf_counter()
    assert len(list_saves()) == 101
    assert time.perf_counter() - begun_at < 1
