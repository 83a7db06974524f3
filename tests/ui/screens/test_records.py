"""The records: what is listed, what may be done with a game, and that going back belongs to study mode."""

from game.engine.moves import Propose
from game.ui.app import Plenipo, Request
from game.ui.archive import Kept
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.graph import GraphScreen
from game.ui.screens.home import HomeScreen
from game.ui.screens.records import RecordsScreen
from game.ui.screens.what_if import WhatIfScreen
from tests.ui.conftest import screen_text
from tests.ui.screens.test_home import listed
from tests.ui.standins import StandInArchive, refuses
from tests.ui.table import opened, press, settle, table_of


def kept(*played: tuple[bool, tuple[str, ...]]) -> StandInArchive:
    """An archive with a game for each (whether in study mode, what is played in it)."""
    archive = StandInArchive()
    for study, moves in played:
        game = archive.open(Request("small", "china", study=study))
        game.session.advance()
        for option in moves:
            from game.engine.moves import WalkOut
            from game.engine.package import Package

            move = WalkOut("china") if option == "over" else Propose("china", Package.of({"railway-board": option}))
            assert not hasattr(game.session.play(move), "remedy"), "refused"
            game.session.advance()
    archive.asked.clear()
    return archive


async def records(pilot):
    await listed(pilot)
    await pilot.press("r")
    await pilot.pause(0.1)
    assert isinstance(pilot.app.screen, RecordsScreen)


async def test_records_tell_chair_date_exchanges_and_how_it_ended():
    app = Plenipo(Request(), kept((False, ("over",)), (True, ("parity",))))
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        text = screen_text(app)
        assert "china · 10 July 1945, 14:00 · 1 exchange" in text
        assert "breakdown" in text
        assert "goes on" in text


async def test_record_that_cannot_be_read_says_so_and_can_only_be_deleted():
    archive = kept((False, ("over",)))
    broken = Kept("torn", "torn", "it is not JSON: line 1", "", 0, False, sound=False)
    archive.kept = lambda: (broken,)
    app = Plenipo(Request(), archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        text = screen_text(app)
        assert "can't be read" in text
        assert "it is not JSON: line 1" in text
        assert "plenipo replay" in text
        assert "goes on" not in text
        assert "two people" not in text
        await pilot.press("enter")
        assert isinstance(app.screen, RecordsScreen)
        await pilot.press("x")
        asked = " ".join(screen_text(app).replace("║", "").split())
        assert "torn, it is not JSON: line 1. It can't be had back." in asked


async def test_records_offer_only_what_may_be_done_with_the_game_under_the_cursor():
    app = Plenipo(Request(), kept((False, ("over",)), (False, ("parity",)), (True, ("parity",))))
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        bars = []
        for _ in range(3):
            bars.append("".join(screen_text(app).splitlines()[-2:]))
            await pilot.press("down")
        assert ["b debrief" in bar for bar in bars] == [True, False, False]
        assert ["u rewind" in bar for bar in bars] == [True, False, True]
        assert all("x delete" in bar for bar in bars)


async def test_records_debrief_of_a_finished_game_is_one_key():
    app = Plenipo(Request(), kept((False, ("over",))))
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        await pilot.press("b")
        await settle(pilot)
        await pilot.pause(0.2)
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("escape", "q")
        await pilot.pause(0.1)
        assert isinstance(app.screen, RecordsScreen)


async def test_records_rewind_opens_a_variation_before_the_last_move():
    archive = kept((True, ("parity",)))
    app = Plenipo(Request(), archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        await pilot.press("u")
        session = (await settle(pilot)).chair.session
        assert session.setup.parent.ply == 1  # the Soviet side has opened; parity was the second move
        assert not any(isinstance(step.move, Propose) and step.move.by == "china" for step in session.steps[:1])


async def test_records_what_if_opens_the_course_of_the_game():
    app = Plenipo(Request(), kept((True, ("parity",))))
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        await pilot.press("w")
        await settle(pilot)
        await pilot.pause(0.3)
        assert isinstance(app.screen, GraphScreen)


async def test_records_class_play_is_not_gone_back_on():
    archive = kept((False, ("parity",)))
    app = Plenipo(Request(), archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        await pilot.press("u")
        await pilot.pause(0.1)
        assert "class play" in screen_text(app)
        await pilot.press("enter", "w")
        assert archive.asked == []


async def test_records_delete_asks_and_enter_is_no():
    archive = kept((False, ("over",)))
    app = Plenipo(Request(), archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await records(pilot)
        await pilot.press("x", "enter")
        await pilot.pause(0.1)
        assert len(archive.games) == 1
        await pilot.press("x", "y")
        await pilot.pause(0.2)
        assert archive.games == {}
        assert "No game is kept yet." in screen_text(app)
        await pilot.press("u", "w", "b", "x", "enter", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_records_are_complete_by_mouse():
    app = Plenipo(Request(), kept((True, ("over",))))
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        for words in ("r records", "x delete", "goes back", "b debrief"):
            lines = screen_text(app).splitlines()
            row = next(number for number, line in enumerate(lines) if words in line)
            await pilot.click(offset=(lines[row].index(words) + 2, row))
            await pilot.pause(0.2)
        await settle(pilot)
        await pilot.pause(0.2)
        assert isinstance(app.screen, DebriefScreen)


async def test_home_mode_is_asked_for_with_the_game():
    archive = StandInArchive()
    app = Plenipo(Request(), archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("m", "enter")
        await settle(pilot)
        assert archive.asked[0].study


async def test_rewind_at_the_table_asks_and_goes_back_before_the_last_move():
    async with opened(StandInArchive(), Request("small", "china", study=True)) as pilot:
        table = await press(pilot, "right", "down", "p", "enter")
        played = table.chair.session
        assert "u rewind" in screen_text(pilot.app)
        await pilot.press("u")
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, WhatIfScreen)
        await pilot.press("enter")
        await pilot.pause(0.3)
        varied = (await settle(pilot)).chair.session
        assert varied.setup.parent.ply == played.last_choice("china")


async def test_composer_tells_what_was_refused_and_why_before_it_is_said_again():
    """The stand-in refuses the first thing put to it, and says that its instructions are clear."""
    async with opened(StandInArchive(reply=refuses), Request("small", "china")) as pilot:
        await press(pilot, "right", "home", "p", "enter")
        table = table_of(pilot)
        assert table.chair.refused
        assert "✗1 " in screen_text(pilot.app)
        await pilot.press("home", "p")
        text = " ".join(screen_text(pilot.app).split())
        assert "The Soviet side has refused this on Railway board: Our instructions are clear." in text
