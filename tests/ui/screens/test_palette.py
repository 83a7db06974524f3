"""The palette: the same commands as the keys, under the same names, and only those that can be given now."""

from __future__ import annotations

from textual.widgets import Input

from game.engine.moves import Reserve
from game.ui.app import Plenipo, Request
from game.ui.screens.dossier import DossierScreen
from game.ui.screens.palette import PaletteScreen, commands_of
from game.ui.theme import ABOUT, CONTRAST
from game.ui.widgets.lines import Lines
from game.ui.widgets.verbs import Verbs
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive
from tests.ui.table import listed, opened, settle, table_of


def _names(screen) -> list[str]:
    return [one.name for one in commands_of(screen)]


async def test_palette_names_what_the_bar_names_in_its_order():
    async with opened() as pilot:
        bar = [key.word.capitalize() for key in pilot.app.screen.query_one(Verbs).keys]
        assert len(bar) >= 8
        assert _names(pilot.app.screen)[: len(bar)] == bar


async def test_verb_that_is_not_legal_now_is_not_in_it():
    async with opened() as pilot:
        table = table_of(pilot)
        legal = table.chair.verbs(table.panes.spot.issue, table.panes.spot.option)
        assert ("withdraw" in legal, "Take back" in _names(table)) == (False, False)
        assert ("reserve" in legal, "Reserve" in _names(table)) == (True, True)


async def test_what_needs_a_draft_is_there_once_there_is_one():
    async with opened() as pilot:
        assert not {"Another way", "Your words"} & set(_names(pilot.app.screen))
        await pilot.press("v")
        assert {"Another way", "Your words"} <= set(_names(pilot.app.screen))


async def test_every_screen_has_every_theme_by_name():
    async with opened() as pilot:
        named = {one.about for one in commands_of(pilot.app.screen) if one.name == "Theme"}
        assert named == {f"{name}: {about}" for name, about in ABOUT.values()}
        await pilot.press("d", "ctrl+p")
        await pilot.press(*"contrast", "enter")
        await pilot.pause(0.1)
        assert pilot.app.theme == CONTRAST
        assert isinstance(pilot.app.screen, DossierScreen)


async def test_verb_chosen_by_letters_does_what_its_key_does():
    async with opened() as pilot:
        await pilot.press("ctrl+p", *"reserve", "enter")
        await pilot.pause(0.1)
        assert table_of(pilot).composer.draft.verb == "reserve"
        await pilot.press("enter")
        table = await settle(pilot)
        assert [type(step.move) for step in table.chair.session.steps if getattr(step.move, "by", "") == "china"][
            :1
        ] == [Reserve]


async def test_letters_of_the_name_come_before_letters_of_the_sentence():
    async with opened() as pilot:
        await pilot.press("ctrl+p", *"ask")
        rows = [block.body.plain for block in pilot.app.screen.query_one(Lines).blocks]
        assert rows[0].startswith("Ask            Ask whether there is room")
        assert any(row.startswith("Cable") for row in rows[1:])  # "… and ask for latitude"


async def test_nothing_found_is_said_and_enter_does_nothing():
    async with opened() as pilot:
        await pilot.press("ctrl+p", *"zzzz")
        assert "Nothing by that name can be done now." in screen_text(pilot.app)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, PaletteScreen)
        await pilot.press("escape")
        assert pilot.app.screen is table_of(pilot)


async def test_markup_typed_into_it_is_text():
    async with opened() as pilot:
        await pilot.press("ctrl+p")
        pilot.app.screen.query_one(Input).value = "[bold]x[/nope]"
        await pilot.pause(0.1)
        assert "[bold]x[/nope]" in screen_text(pilot.app)


async def test_arrows_and_mouse_choose_too():
    async with opened() as pilot:
        await pilot.press("ctrl+p", *"dossier", "ctrl+p")
        assert pilot.app.screen is table_of(pilot)
        await pilot.press("ctrl+p", *"dossier")
        await pilot.pause(0.1)
        await pilot.click("#found", offset=(5, 0))
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, DossierScreen)


async def test_home_has_its_commands_there():
    app = Plenipo(Request(), StandInArchive())
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        assert _names(app.screen)[:2] == ["Open", "Chair"]
        await pilot.press("ctrl+p", *"quit", "enter")
        await pilot.pause(0.1)
        assert not app.is_running or app._exit


async def test_its_key_again_closes_it():
    async with opened() as pilot:
        await pilot.press("ctrl+p", "ctrl+p", "ctrl+p")
        assert sum(isinstance(one, PaletteScreen) for one in pilot.app.screen_stack) == 1
