"""The home screen."""

from textual import events

from game.ui.app import Plenipo, Request
from game.ui.screens.home import HomeScreen
from game.ui.screens.table import TableScreen
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive
from tests.ui.table import listed, settle


def app_of(archive=None):
    return Plenipo(Request(), archive or StandInArchive())


async def test_home_lists_scenarios_and_opens_the_one_chosen():
    archive = StandInArchive()
    app = app_of(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("down", "c", "a", "l", "enter")
        await settle(pilot)
        assert archive.asked == [Request("moscow", "ussr", "boulware", 1945, 4)]


class Unread(StandInArchive):
    """What there is to play has yet to be read: nothing of it is kept, and to look for it is an error of ours."""

    def known(self):
        raise OSError("nothing is kept")


async def test_home_of_which_nothing_is_kept_yet_reads_beside_its_first_frame_and_keeps_keys():
    archive = Unread()
    app = app_of(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert archive.asked[0].scenario == "moscow"


async def test_home_seed_can_be_written():
    archive = StandInArchive()
    app = app_of(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("s", "4", "2", "enter", "enter")
        await settle(pilot)
        assert archive.asked[0].seed == 42


async def clicked_twice(pilot, words: str) -> None:
    """Two clicks on words, the second before the first is answered, as an impatient hand makes them."""
    y, row = next((y, row) for y, row in enumerate(screen_text(pilot.app).split("\n")) if words in row)
    x = row.index(words) + 1
    for _ in range(2):
        for kind in (events.MouseDown, events.MouseUp):
            pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
    await settle(pilot) if "opens" in words else await pilot.pause()


async def test_home_seed_clicked_twice_is_one_line_to_write_on():
    async with app_of().run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await clicked_twice(pilot, "Seed")
        assert len(pilot.app.screen.query("#number")) == 1


async def test_home_table_asked_for_twice_is_opened_once():
    archive = StandInArchive()
    async with app_of(archive).run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await clicked_twice(pilot, "Enter opens the table")
        assert len(archive.asked) == 1
        assert [type(screen) for screen in pilot.app.screen_stack[1:]] == [HomeScreen, TableScreen]


async def test_home_lists_only_the_keys_of_the_list_one_is_in():
    async with app_of().run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        assert "c chair" in screen_text(pilot.app)
        await pilot.press("tab")
        assert "c chair" not in screen_text(pilot.app)
        assert "Tab scenarios" in screen_text(pilot.app)


async def test_home_goes_on_with_a_saved_game():
    archive = StandInArchive()
    app = app_of(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("right", "p", "enter")
        table = await settle(pilot)
        played = table.chair.session.state.ply
        await pilot.press("q")
        await pilot.pause(0.2)
        assert isinstance(app.screen, HomeScreen)
        assert f"{played} moves" in screen_text(app)
        await pilot.press("tab", "enter")
        table = await settle(pilot)
        assert table.chair.session.state.ply == played


async def test_home_says_what_can_not_be_opened_and_stays():
    archive = StandInArchive()
    app = app_of(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        archive.scenarios.clear()
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert "There is no scenario “small”." in screen_text(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


async def test_home_quits_with_code_0():
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("q")
    assert app.return_code == 0


async def test_home_rows_can_be_clicked():
    archive = StandInArchive()
    app = app_of(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        for row in ("c Chair", "Enter opens"):
            lines = screen_text(app).splitlines()
            y = next(number for number, line in enumerate(lines) if row in line)
            await pilot.click(offset=(lines[y].index(row) + 1, y))
            await pilot.pause()
        await settle(pilot)
        assert archive.asked[0].party == "ussr"
        assert isinstance(app.screen, TableScreen)
