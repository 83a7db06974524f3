"""The interface over the real rooms: the shipped scenario, saved games on disk, a kill in the middle."""

from __future__ import annotations

import os
import signal
import time

import pytest

from game.play import saves
from game.ui.app import Plenipo, Request
from game.ui.archive import CannotOpen
from game.ui.shelves import Shelves
from tests.ui.conftest import screen_text
from tests.ui.table import press, settle
from tests.ui.test_app import Terminal

TEN_JULY = "moscow-1945-07-10"


@pytest.fixture(autouse=True)
def _saves(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))


def test_listed_has_the_sitting_of_ten_july_with_both_chairs():
    found = {one.id: one for one in Shelves().listed()}
    assert found[TEN_JULY].issues == 34  # issue 2: "every issue that is on the table on 10 July"
    assert [one.party for one in found[TEN_JULY].chairs] == ["china", "ussr"]


def test_open_unknown_scenario_is_a_sentence_with_code_3():
    with pytest.raises(CannotOpen) as told:
        Shelves().open(Request("moscow-1946"))
    assert told.value.code == 3


def test_open_unknown_counterpart_lists_those_there_are():
    with pytest.raises(CannotOpen) as told:
        Shelves().open(Request(TEN_JULY, against="talleyrand"))
    assert "counterpart" in told.value.remedy
    assert told.value.code == 2


def test_open_unknown_save_is_a_sentence():
    with pytest.raises(CannotOpen):
        Shelves().open(Request(save="no-such-game"))


def test_document_tells_catalogue_from_document():
    # dossier 1.2: the document runs from line 9 to line 440
    document = Shelves().document("soong-molotov-1945-07-10")
    assert 1 in document.catalogue
    assert 266 not in document.catalogue
    assert "7 members 4+3" in document.lines[265]


async def test_recorded_counterpart_speaks_verbatim():
    app = Plenipo(Request(TEN_JULY, "china", "historical", seed=1))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "“ verbatim" in screen_text(app)


@pytest.mark.parametrize("chair", ["china", "ussr"])
async def test_played_move_is_on_disk_and_the_game_goes_on_where_it_was(chair):
    app = Plenipo(Request(TEN_JULY, chair, "boulware", seed=7))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        table = await press(pilot, "y", "enter")
        ply = table.chair.session.state.ply
        await pilot.press("q")
        await pilot.pause(0.2)
    kept = saves.list_saves()
    assert [one.ply for one in kept] == [ply]
    again = Plenipo(Request(save=kept[0].id))
    async with again.run_test(size=(80, 24)) as pilot:
        table = await settle(pilot)
        assert table.chair.party == chair
        assert table.chair.session.state.ply == ply


async def test_a_saved_games_name_given_as_a_scenario_goes_on_with_it():
    first = Shelves().open(Request(TEN_JULY, "ussr", "boulware", seed=7))
    first.session.close()
    again = Shelves().open(Request(first.name))
    again.session.close()
    assert (again.name, again.party) == (first.name, "ussr")


def top_of_page(app):
    """The first line under the names of the pages."""
    return screen_text(app).split("\n")[3].strip()


async def test_debrief_of_a_real_game_is_shown():
    app = Plenipo(Request(TEN_JULY, "china", "boulware", seed=7, study=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "w", "enter", "b")
        for _ in range(100):
            await pilot.pause(0.05)
            if "SUMMARY" in screen_text(app):
                break
        assert "you walked out" in screen_text(app)
        await press(pilot, "right")
        assert "YOUR PRINCIPAL'S VERDICT" in screen_text(app)


async def test_debrief_goes_from_heading_to_heading_of_a_long_page():
    """The sixth page has a heading for each issue; B1 and B2 are the first two of the 10th of July."""
    app = Plenipo(Request(TEN_JULY, "china", "boulware", seed=7, study=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "w", "enter", "b")
        for _ in range(100):
            await pilot.pause(0.05)
            if "SUMMARY" in screen_text(app):
                break
        await press(pilot, "6")
        seen = []
        for key in ("tab", "tab", "shift+tab"):
            await press(pilot, key)
            seen.append(top_of_page(app))
        assert [one[:2] for one in seen] == ["B1", "B2", "B1"]


def test_killed_after_a_move_resumes_with_it(tmp_path):
    setup = f'''
    class archive: pass
    from game.ui.app import run, Request
    sys.exit(run(Request("{TEN_JULY}", "ussr", "boulware", seed=3, mouse=False)))
    '''
    terminal = Terminal("\n".join(line.strip() for line in setup.splitlines()), tmp_path)
    terminal.until(b"Your floor")
    time.sleep(0.5)
    terminal.press("y")
    terminal.press("\r")
    terminal.until(b"29 exchanges")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.ended()
    kept = saves.list_saves()
    assert len(kept) == 1
    assert kept[0].ply >= 1
    session = Shelves().open(Request(save=kept[0].id)).session
    assert session.steps[0].move.by == "ussr"


async def test_variation_is_kept_beside_its_parent_and_listed_as_one():
    first = Shelves().open(Request(TEN_JULY, "china", "boulware", seed=7, study=True))
    first.session.advance()
    varied = Shelves().vary(first, 1)
    varied.session.close()
    listed = {one.id: one.left for one in Shelves().kept()}
    assert listed == {first.name: "", varied.name: f"leaves {first.name} after move 1"}


def test_note_adds_a_line_to_the_citations_beside_the_saves(tmp_path):
    shelves = Shelves()
    shelves.note("“Parity.”")
    assert shelves.note("“No.”") == str(tmp_path / "citations.txt")
    assert (tmp_path / "citations.txt").read_text(encoding="utf-8") == "“Parity.”\n“No.”\n"


def test_discard_of_a_game_that_is_not_there_is_a_sentence():
    with pytest.raises(CannotOpen):
        Shelves().discard("no-such-game")
