"""The home desk: what can be asked for beside the answer. Expected: what the home screen offers."""

from __future__ import annotations

import io

from game.plain import Request, run
from game.play.settings import Hints, kept_settings
from tests.plain.rooms import SmallHouse


def typed(house: SmallHouse, text: str) -> str:
    out = io.StringIO()
    assert run(Request(), io.StringIO(text), out, house) == 0
    return " ".join(out.getvalue().split())


def test_home_wishes_go_into_the_game():
    house = SmallHouse()
    typed(house, "length 4\nseed 77\nstudy\n1\nussr\n1\n")
    setup = house.games[0].session.setup
    assert (setup.exchanges, setup.seed, setup.study) == (4, 77, True)


def test_home_wishes_can_be_taken_back():
    house = SmallHouse()
    typed(house, "length 4\nstudy\nlength record\nclass\n1\n1\n1\n")
    setup = house.games[0].session.setup
    assert (setup.exchanges, setup.study) == (None, False)


def test_home_tells_help_settings_and_what_a_scenario_is_about_and_asks_again():
    text = typed(SmallHouse(), "help\nabout small\nsettings hints never\nq\n")
    assert "about NAME: what a scenario is about." in text
    assert "A small table. Chairs: T. V. Soong (china); V. M. Molotov (ussr)." in text
    assert kept_settings().hints is Hints.NEVER
    assert text.count("Which scenario?") == 4


def test_home_points_a_first_time_player_to_the_lesson(tmp_path, monkeypatch):
    out = io.StringIO()
    assert run(Request(), io.StringIO("q\n"), out) == 0
    assert "New at this table: “first-session” teaches it in ten minutes." in " ".join(out.getvalue().split())
    assert "teaches it" not in typed(SmallHouse(), "q\n")


def test_home_wish_that_is_none_is_told():
    text = typed(SmallHouse(), "length 0\nseed x\nabout nothing\nsettings colour\nrecords\nq\n")
    assert "Line 1: Length is a number from 1 to 999, as in “length 8”." in text
    assert "Seed is a number from 1 to 999999" in text
    assert "There is no scenario “nothing”. As in “about 1”, or “about small”." in text
    assert "There is no setting “colour”." in text
    assert "No game is kept." in text
