"""The table in the real house: the shipped scenario of 10 July, the real counterpart, saves in a folder of its own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.plain import Request, run
from game.plain.house import CannotOpen
from game.plain.rooms import Rooms
from game.record.journal import read_file

TENTH = "moscow-1945-07-10"


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch) -> Path:
    """A saves folder of the test's own."""
    folder = tmp_path / "saves"
    monkeypatch.setenv("PLENIPO_SAVES", str(folder))
    return folder


def typed(request: Request, text: str = "") -> tuple[int, str]:
    out = io.StringIO()
    code = run(request, io.StringIO(text), out)
    return code, out.getvalue().replace("\n  ", " ")


def records(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.record.jsonl"))


def new(party: str = "china", exchanges: int = 2) -> Request:
    return Request(scenario=TENTH, party=party, seed=7, exchanges=exchanges)


def test_rooms_usual_game_is_the_tenth_of_july_and_is_saved(saves):
    code, text = typed(Request())
    assert code == 0
    assert "You are T. V. Soong" in text
    assert read_file(records(saves)[0]).record.header.scenario == TENTH


def test_rooms_soviet_player_is_molotov_also_where_stalin_leads(saves):
    """The chairs of 2 July as the scenario has them; the brief speaks to Molotov at every meeting."""
    _, text = typed(Request(scenario="moscow-1945-07-02", party="ussr", seed=7, exchanges=2))
    assert "You are V. M. Molotov, for the Soviet side, answering to J. V. Stalin, who leads." in " ".join(text.split())


@pytest.mark.parametrize("party", ["china", "ussr"])
def test_rooms_whole_game_ends_in_a_debrief_for_either_chair(party):
    """Two speeches a side, all of them silent: the time runs out."""
    code, text = typed(new(party), "yield\nyield\nyield\n")
    assert code == 0
    assert "The negotiation is adjourned: the time was up." in text
    assert "DEBRIEF: Moscow, 10 July 1945" in text
    assert "The four panels:" in text


def test_rooms_saved_game_is_listed_and_gone_on_with(saves):
    typed(new(), "reject D8: Cannot accept.\n")
    before = read_file(records(saves)[0]).record.lines
    code, text = typed(Request(), "2\n1\nhold D8\n")
    assert code == 0
    assert "What will you do?\n1 begin a new game\n2 go on with a saved game" in text
    assert "The game goes on after" in text
    assert read_file(records(saves)[0]).record.lines[: len(before)] == before


def test_rooms_torn_record_goes_on_from_its_sound_part_with_a_warning(saves):
    typed(new(), "reject D8: Cannot accept.\n")
    path = records(saves)[0]
    path.write_bytes(path.read_bytes()[:-40])
    code, text = typed(Request(save=path.name.removesuffix(".record.jsonl")))
    assert code == 0
    assert "Part of the file could not be read and was put aside" in text


def test_rooms_finished_game_is_kept_but_not_offered_to_go_on_with():
    typed(new(), "walk-out yes\n")
    assert [one.ended for one in Rooms().saves()] == [True]
    _, text = typed(Request(), "q\n")
    assert "go on with a saved game" not in text


def test_rooms_game_open_elsewhere_is_refused_in_a_sentence():
    game = Rooms().open(new())
    code, text = typed(Request(save=game.name))
    Rooms().close(game)
    assert code == 3
    assert f"“plenipo debrief {game.name}” reads it." in text


def test_rooms_record_of_another_version_is_refused_in_a_sentence(saves):
    typed(new())
    path = records(saves)[0]
    path.write_text(path.read_text(encoding="utf-8").replace('"format":1', '"format":9'), encoding="utf-8")
    code, text = typed(Request(save=str(path)))
    assert code == 3
    assert len(text.splitlines()) == 1


@pytest.mark.parametrize(
    ("request_", "code", "sentence"),
    [
        (Request(scenario="moscow-1945-07-1"), 3, "There is no scenario “moscow-1945-07-1”"),
        (Request(scenario=TENTH, party="chin"), 2, "There is no chair “chin”. Did you mean “china”?"),
        (Request(scenario=TENTH, against="bulware"), 2, "There is no counterpart “bulware”. Did you mean “boulware”?"),
        (Request(save="nothing"), 3, "There is no saved game “nothing”"),
    ],
)
def test_rooms_what_can_not_be_opened_is_one_sentence(request_, code, sentence):
    found, text = typed(request_)
    assert found == code
    assert sentence in text
    assert "Traceback" not in text


def test_rooms_where_nothing_can_be_saved_says_so_and_plays(tmp_path, monkeypatch):
    blocked = tmp_path / "a-file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("PLENIPO_SAVES", str(blocked))
    code, text = typed(new(), "reject D8\n")
    assert code == 0
    assert "This game can't be saved:" in text
    assert "The game was kept nowhere." in text


def test_rooms_record_at_a_path_is_written_there_and_never_over_another(tmp_path):
    path = tmp_path / "mine.record.jsonl"
    request = Request(scenario=TENTH, seed=1, exchanges=2, record=str(path))
    assert typed(request)[0] == 0
    assert path.exists()
    assert f"To go on: “plenipo play {path} --plain”." in typed(Request(save=str(path)))[1]
    code, text = typed(request)
    assert code == 2
    assert "already. Choose another name" in text


def test_rooms_record_of_the_day_shows_only_what_is_quoted_until_the_end():
    # Line 266 stands behind an option (4+3); line 440, "I will report", behind none.
    minutes = "show soong-molotov-1945-07-10"
    text = typed(new(), f"{minutes} 266\n{minutes} 440\nwalk-out yes\n{minutes} 440\n")[1].replace("\n  ", " ")
    assert "7 members 4+3" in text
    assert "Line 440 of soong-molotov-1945-07-10 opens when the negotiation is over." in text
    assert "440 Soong: I will report." in text


def test_rooms_record_of_a_later_day_is_closed_until_the_end():
    text = typed(new(), "show soong-stalin-1945-07-12\n")[1]
    assert "is closed until this negotiation is over" in text or "There is no document" in text


def test_rooms_unknown_document_is_refused():
    with pytest.raises(CannotOpen, match="no source"):
        Rooms().document("nowhere")


def test_rooms_same_seed_and_lines_make_the_same_game(saves):
    lines = "reject D8\nargue e15-logic-of-50-50 1\npropose D8=2\nyield\n"
    texts = [typed(new(), lines)[1].split("The game is")[0] for _ in range(2)]
    assert texts[0] == texts[1]
