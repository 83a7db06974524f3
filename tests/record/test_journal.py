"""The file of a game being played: nothing acknowledged is lost, nothing is deleted, one writer at a time."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.record import journal as journalling
from game.record import lock
from game.record.errors import InUse, NotSaved, RecordError
from game.record.journal import Journal, read_file
from game.record.record import LARGEST, Closing, dump
from game.record.replay import line_of
from tests.record.games import HEADER, SHORT, record_of, steps_of

STEPS = steps_of(SHORT)
LINES = [line_of(step) for step in STEPS]
RECORD = record_of(STEPS)
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def path(tmp_path):
    return tmp_path / "afternoon.record.jsonl"


def begun(path: Path, moves: int = 0) -> Journal:
    """A journal with the first moves written."""
    journal = Journal.create(path, HEADER)
    for line in LINES[:moves]:
        journal.append(line)
    return journal


def test_journal_of_a_whole_game_is_what_dump_gives(path):
    with begun(path, 4) as journal:
        journal.finish(Closing(STEPS[-1].after.ending))
    assert path.read_bytes() == dump(RECORD)


def test_append_is_on_disk_when_it_returns(path):
    journal = begun(path)
    for number, line in enumerate(LINES, 1):
        journal.append(line)
        assert read_file(path).record.lines == tuple(LINES[:number])


def test_create_where_there_is_one_already_leaves_it(path):
    begun(path, 2).close()
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        Journal.create(path, HEADER)
    assert path.read_bytes() == before


def test_reopen_goes_on_with_the_chain(path):
    begun(path, 2).close()
    reading, journal = Journal.reopen(path)
    assert (reading.damage, reading.record.lines) == (None, tuple(LINES[:2]))
    for line in LINES[2:]:
        journal.append(line)
    journal.finish(Closing(STEPS[-1].after.ending))
    assert path.read_bytes() == dump(RECORD)


@pytest.mark.parametrize("missing", [1, 2, 17, 80])
def test_reopen_torn_last_line_serves_the_rest_and_keeps_the_tail_aside(path, missing):
    begun(path, 3).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:-missing])
    reading, journal = Journal.reopen(path)
    torn = path.with_name(path.name + ".torn")
    if missing == 1:  # only the line feed is gone: the line is sound
        assert (len(reading.record.lines), torn.exists()) == (3, False)
    else:
        assert (len(reading.record.lines), reading.damage.line) == (2, 4)
        lost = whole.splitlines()[-1][: 1 - missing]
        assert torn.read_bytes() == lost + b"\n"
        journal.append(LINES[2])
    journal.append(LINES[3])
    assert read_file(path).record.lines == tuple(LINES)


def test_reopen_bad_line_in_the_middle_keeps_all_that_follows_aside(path):
    begun(path, 4).close()
    whole = path.read_bytes()
    broken = whole.replace(b"Cannot accept.", b"Can accept now", 1)
    path.write_bytes(broken)
    reading, journal = Journal.reopen(path)
    journal.close()
    assert (len(reading.record.lines), reading.damage.line) == (1, 3)
    assert path.read_bytes() + path.with_name(path.name + ".torn").read_bytes() == broken + b"\n"


def test_reopen_twice_torn_keeps_both_tails(path):
    for tail in (b'{"ply":2', b'{"ply":2,"by"'):
        if not path.exists():
            begun(path, 1).close()
        with path.open("ab") as file:
            file.write(tail)
        Journal.reopen(path)[1].close()
    assert path.with_name(path.name + ".torn").read_bytes() == b'{"ply":2\n{"ply":2,"by"\n'


def test_reopen_what_is_no_record_leaves_it_as_it_is(path):
    path.write_bytes(b"dear diary\n")
    with pytest.raises(RecordError, match="line 1"):
        Journal.reopen(path)
    assert path.read_bytes() == b"dear diary\n"
    assert Path(path).stat().st_nlink == 1
    assert not path.with_name(path.name + ".torn").exists()


def test_reopen_what_is_not_there_raises_file_not_found(path):
    with pytest.raises(FileNotFoundError):
        Journal.reopen(path)


def full_disk(monkeypatch, room: int) -> None:
    """From now on the disk takes ``room`` more bytes, then says it is full."""
    left = [room]
    real = os.write

    def write(file: int, block: bytes) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = real(file, block[: left[0]])
        left[0] -= taken
        return taken

    monkeypatch.setattr(journalling.os, "write", write)


@pytest.mark.parametrize("room", [0, 1, 40])
def test_append_on_a_full_disk_says_it_is_not_saved_and_goes_on_when_there_is_room(path, monkeypatch, room):
    journal = begun(path, 1)
    with monkeypatch.context() as patched:
        full_disk(patched, room)
        with pytest.raises(NotSaved, match="the last move is not saved: afternoon") as caught:
            journal.append(LINES[1])
        assert "No space left on device" in str(caught.value)
        assert caught.value.path == path
        with pytest.raises(NotSaved, match="the last 2 moves are not saved"):
            journal.append(LINES[2])
        assert journal.unsaved == 2
    left = read_file(path)
    assert (left.record.lines, left.damage) == (tuple(LINES[:1]), None)
    journal.append(LINES[3])
    assert journal.unsaved == 0
    reading = read_file(path)
    assert (reading.record.lines, reading.damage) == (tuple(LINES), None)


def test_append_beyond_a_real_limit_of_the_system_is_taken_back(path):
    """A process that may write 700 bytes to a file and no more: the system itself cuts the write short."""
    script = f"""
import resource, signal
from pathlib import Path
from tests.record.test_journal import *
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path({str(path)!r})
journal = begun(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (700, resource.RLIM_INFINITY))
saved = 0
try:
    for line in LINES:
        journal.append(line)
        saved += 1
except NotSaved as error:
    print("not saved", saved, len(read_file(path).record.lines))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.retry()
print("saved", len(read_file(path).record.lines))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    first, second = ran.stdout.splitlines()
    saved, found = first.removeprefix("not saved ").split()
    assert 0 < int(saved) < len(LINES)
    assert found == saved
    assert second == f"saved {int(saved) + 1}"


def test_close_tries_once_more_what_is_not_saved(path, monkeypatch):
    journal = begun(path)
    with monkeypatch.context() as patched:
        full_disk(patched, 3)
        with pytest.raises(NotSaved):
            journal.append(LINES[0])
    journal.close()
    assert read_file(path).record.lines == tuple(LINES[:1])


def test_create_on_a_full_disk_leaves_no_empty_file(path, monkeypatch):
    full_disk(monkeypatch, 10)
    with pytest.raises(NotSaved):
        Journal.create(path, HEADER)
    assert not path.exists()


def test_create_in_a_folder_that_can_not_be_written_says_so(path):
    """No permission stops root, so the folder is one that nobody can write in: a file stands in its place."""
    path.write_text("not a folder")
    with pytest.raises(NotSaved, match="can't be saved in"):
        Journal.create(path / "inside" / "x.record.jsonl", HEADER)
    with pytest.raises(NotSaved, match="is not a folder"):
        Journal.create(path / "x.record.jsonl", HEADER)


def test_reopen_read_only_file_says_so_and_it_can_still_be_read(path, monkeypatch):
    begun(path, 2).close()
    real = os.open

    def refuse(name, flags, mode=0o777):
        if flags & os.O_WRONLY:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(name, flags, mode)

    monkeypatch.setattr(lock.os, "open", refuse)
    with pytest.raises(NotSaved, match="can only be read: Permission denied"):
        Journal.reopen(path)
    assert len(read_file(path).record.lines) == 2


def test_append_after_the_file_was_deleted_says_so(path):
    journal = begun(path, 1)
    path.unlink()
    with pytest.raises(NotSaved, match="it has been deleted"):
        journal.append(LINES[1])


def test_append_a_move_too_long_is_refused_and_not_kept(path):
    journal = begun(path, 1)
    endless = replace(LINES[1], move=replace(LINES[1].move, words="x" * 70_000))
    with pytest.raises(RecordError, match="too long"):
        journal.append(endless)
    assert journal.unsaved == 0
    journal.append(LINES[1])
    assert len(read_file(path).record.lines) == 2


def test_second_writer_in_this_process_is_told_and_can_read(path):
    journal = begun(path, 2)
    with pytest.raises(InUse, match="being played in another window or program; it can be opened to read only"):
        Journal.reopen(path)
    assert len(read_file(path).record.lines) == 2
    journal.close()
    Journal.reopen(path)[1].close()


def test_second_process_is_told_and_free_when_the_first_is_killed(path):
    script = f"""
import os, signal
from pathlib import Path
from tests.record.test_journal import *
journal = begun(Path({str(path)!r}), 2)
print("open", flush=True)
signal.pause()
"""
    first = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert first.stdout.readline() == "open\n"
        with pytest.raises(InUse):
            Journal.reopen(path)
    finally:
        first.kill()
        first.wait()
        first.stdout.close()
    reading, journal = Journal.reopen(path)
    journal.close()
    assert len(reading.record.lines) == 2


def test_lock_where_the_system_has_none_is_a_file_beside(path, monkeypatch):
    monkeypatch.setattr(lock, "fcntl", None)
    journal = begun(path, 2)
    beside = path.with_name(path.name + ".lock")
    assert beside.exists()
    with pytest.raises(InUse, match="if no other is running, delete afternoon"):
        Journal.reopen(path)
    journal.close()
    assert not beside.exists()
    Journal.reopen(path)[1].close()


def test_read_file_of_a_folder_a_device_or_nothing(tmp_path):
    with pytest.raises(RecordError, match="it is a folder"):
        read_file(tmp_path)
    with pytest.raises(RecordError, match="it is a device"):
        read_file(Path("/dev/zero"))
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "nothing")


def test_read_file_of_two_hundred_megabytes_reads_no_more_than_it_may(tmp_path):
    huge = tmp_path / "huge.record.jsonl"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(RecordError, match=f"the file has 209,715,200 bytes; a record has at most {LARGEST:,}"):
        read_file(huge)


def test_read_file_writes_nothing_even_when_it_is_torn(path):
    begun(path, 3).close()
    path.write_bytes(path.read_bytes()[:-5])
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    assert read_file(path).damage.line == 4
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before
