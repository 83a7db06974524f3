"""The commands that write about games: one record, several, a damaged one, none."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.authoring import loader
from game.delegates.registry import make
from game.play.saves import new_save
from game.play.session import Session
from game.play.setup import Setup

TENTH = "moscow-1945-07-10"


def record(path: Path, party: str) -> Path:
    """A short game between the record's delegate and a stonewaller, kept at that path."""
    scenario = loader.load(TENTH)
    other = scenario.agenda.other(party)
    setup = Setup(TENTH, {party: "human", other: "stonewaller"}, 3, 3)
    history = loader.load_history(TENTH)
    session = Session.start(scenario, setup, new_save(scenario, setup, path), {other: make("stonewaller", 3, other)})
    player = make("historical", 3, party, history)
    session.advance()
    while not session.over:
        session.play(player.choose(session.view(party)).move)
        session.advance()
    session.close()
    return path


@pytest.fixture(scope="module")
def games(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("games")
    return [record(folder / f"{party}.record.jsonl", party) for party in ("china", "ussr")]


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", *map(str, words)], capture_output=True, text=True, check=False, timeout=120
    )


def test_debrief_prints_one_screen_and_names_the_other_pages(games):
    done = run("debrief", games[0])
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) <= 24
    assert "--section NAME" in " ".join(done.stdout.split())
    assert "principal, joint, durability, history" in " ".join(done.stdout.split())


def test_debrief_of_an_unknown_page_suggests_one_and_exits_with_usage(games):
    done = run("debrief", games[0], "--section", "histroy")
    assert done.returncode == 2
    assert "history" in done.stderr


def test_debrief_writes_page_and_gradebook_once_and_never_over_what_is_there(games, tmp_path):
    page, book = tmp_path / "a.html", tmp_path / "a.csv"
    assert run("debrief", games[0], "--html", page, "--csv", book).returncode == 0
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert len(list(csv.reader(book.open(encoding="utf-8", newline="")))) == 2
    before = page.read_bytes()
    again = run("debrief", games[0], "--html", page)
    assert again.returncode == 2
    assert page.read_bytes() == before


def test_debrief_json_holds_every_issue_and_every_page(games):
    found = json.loads(run("debrief", games[1], "--json").stdout)
    assert (found["version"], found["party"], len(found["issues"])) == (1, "ussr", 34)
    assert len(found["sections"]) == 11


def test_debrief_of_several_records_leaves_a_damaged_one_out_and_says_so(games, tmp_path):
    bad = tmp_path / "bad.record.jsonl"
    bad.write_bytes(b'{"format": 99}\n')
    done = run("debrief", *games, bad, tmp_path / "none.record.jsonl")
    assert done.returncode == 1
    assert done.stderr.count("left out") == 2
    assert "CLASS REPORT" in done.stdout
    assert "Traceback" not in done.stderr


def test_debrief_of_a_torn_record_shows_its_sound_part_with_a_warning(games, tmp_path):
    torn = tmp_path / "torn.record.jsonl"
    torn.write_bytes(games[0].read_bytes()[:-60])
    done = run("debrief", torn)
    assert done.returncode == 0
    assert "only the sound part" in done.stderr


def test_debrief_of_two_games_lays_them_side_by_side(games):
    assert "TWO GAMES SIDE BY SIDE" in run("debrief", *games).stdout


def test_minutes_are_markdown_or_a_page(games, tmp_path):
    done = run("minutes", games[0])
    assert done.stdout.startswith("# Moscow, 10 July 1945\n")
    assert "## Record of a Meeting between T. V. Soong and V. M. Molotov" in done.stdout
    page = tmp_path / "m.html"
    assert run("minutes", games[0], "--html", page).returncode == 0
    assert "<h1>Moscow, 10 July 1945</h1>" in page.read_text("utf-8")
    assert run("minutes", tmp_path / "none").returncode == 3
