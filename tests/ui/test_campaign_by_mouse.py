"""All of July by mouse alone: whatever is done is done by a click on words that stand on the screen.

What is expected follows from the scenario: five meetings, and a move of each kind that was clicked.
"""

from __future__ import annotations

from itertools import cycle

import pytest
from textual.events import MouseScrollDown

from game.engine.moves import Accept, Ask, Happening, Occur, Propose
from game.play.saves import list_saves, read_save
from game.ui.app import Plenipo, Request
from game.ui.screens.home import HomeScreen
from game.ui.shelves import Shelves
from tests.ui.conftest import screen_text
from tests.ui.table import has_table, settle

SPEECHES = (
    ("TABLED", "accept"),
    ("TABLED", "accept", "another way"),
    ("AGENDA", "OPTION", "propose"),
    ("TABLED", "OPTION", "propose"),
    ("hold",),
    ("AGENDA", "ask"),
    ("AGENDA", "OPTION", "propose", "another way"),
    ("yield",),
)
"""The verbs clicked when the player has the floor; TABLED is a click on an issue the other side has spoken to,
AGENDA on some issue, OPTION on some option of it."""


@pytest.fixture(autouse=True)
def _saves(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    monkeypatch.setattr(Shelves, "new_seed", lambda self: 1945)  # the home screen draws one; a test wants the same game


async def click(pilot, words: str, rows: range = range(1, 24)) -> bool:
    """Click on words where they stand in those rows, the lowest ones first; whether they stand there at all."""
    for row, line in reversed(list(enumerate(screen_text(pilot.app).splitlines()))):
        if words in line and row in rows:
            await pilot.click(offset=(line.index(words) + len(words) // 2, row))
            await pilot.pause()
            return True
    return False


async def click_row(pilot, column: int, row: int) -> None:
    await pilot.click(offset=(column, row))
    await pilot.pause()


async def click_what_is_tabled(pilot) -> None:
    """Turn the wheel over the agenda until an issue is in sight that one side has spoken to, and click on it."""
    for _ in range(30):
        rows = screen_text(pilot.app).splitlines()
        tabled = [row for row in range(2, 17) if " tabled" in rows[row][:31] or " open " in rows[row][:32]]
        if tabled:
            await click_row(pilot, 8, tabled[-1])
            return
        await pilot._post_mouse_events([MouseScrollDown], pilot.app.screen.query_one("#agenda"), (4, 4))
        await pilot.pause()


async def until(pilot, words: str) -> str:
    for _ in range(400):
        seen = screen_text(pilot.app)
        if words in seen:
            return seen
        await pilot.pause(0.02)
    raise AssertionError(f"“{words}” never came:\n{screen_text(pilot.app)}")


async def speak(pilot, words: tuple[str, ...], turn: int) -> None:
    """Click through one speech, and on what says it; what can't be said is dropped."""
    for word in words:
        if word == "TABLED":
            await click_what_is_tabled(pilot)
        elif word == "AGENDA":
            await click_row(pilot, 8, 3 + turn % 12)
        elif word == "OPTION":
            await click_row(pilot, 44, 5 + turn % 3)
        elif not await click(pilot, f" {word}"):
            return
    if not await click(pilot, "Enter says it"):
        await click(pilot, "Esc drops it")
    await settle(pilot)


async def test_whole_campaign_is_played_by_mouse_alone_to_the_debrief():
    app = Plenipo(Request())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Enter opens the table")
        for _ in range(40):
            if "5 sittings" in screen_text(app):
                break
            await turn_to_the_campaign(pilot)
        assert await click(pilot, "Length")
        assert await click(pilot, "Enter opens the table")
        await settle(pilot)
        for turn, speech in enumerate(cycle(SPEECHES)):
            table = await settle(pilot)
            if table.chair.session.over:
                break
            assert turn < 400, "the game does not come to an end"
            speaking = table.chair.session.state.speeches
            await speak(pilot, speech, turn)
            if table.chair.session.state.speeches == speaking:
                await speak(pilot, ("yield",), turn)
        assert await click(pilot, "b debrief")
        await until(pilot, "summary]")
        for page in ("issues", "questions"):
            assert await click(pilot, page, range(1, 4))
            await until(pilot, f"{page}]")
        assert await click(pilot, "back to the table")
        assert await click(pilot, "q leave")
        await pilot.pause(0.2)
        assert isinstance(app.screen, HomeScreen)
        assert not has_table(pilot)
    (kept,) = list_saves()
    moves = [line.move for line in read_save(kept.id).record.lines]
    assert kept.ended
    assert sum(1 for move in moves if isinstance(move, Occur) and move.what is Happening.MEETING) == 4
    mine = {type(move) for move in moves if getattr(move, "by", "") == "china"}
    assert {Propose, Accept, Ask} <= mine
    assert len(mine) >= 4


async def turn_to_the_campaign(pilot) -> None:
    """Click on the campaign's title where it is in sight, else turn the wheel over the list."""
    listed = pilot.app.screen.query_one("#scenarios")
    if not await click(pilot, " Moscow, July 1945 ", range(2, 18)):
        await pilot._post_mouse_events([MouseScrollDown], listed, (4, 4))
        await pilot.pause()
