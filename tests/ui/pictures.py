"""The README's pictures: ``python -m tests.ui.pictures`` plays a few moves of 10 July and draws what is on the screen.

``test_pictures.py`` plays them again and compares what is written on them, line by line.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from game.ui.app import Plenipo, Request
from tests.ui.table import press, settle, table_of
from tests.ui.tour import quiet

PICTURES = Path(__file__).parent.parent.parent / "game" / "ui" / "pictures"
SIZE = (100, 32)
"""Small enough to be read at the width of a page on the web."""
GAME = Request("moscow-1945-07-10", "china", seed=3)
BOARD, TERM = "railway-board", "agreement-term"


async def drawn() -> dict[str, str]:
    """The pictures by name: the table, its course, the map."""
    app = Plenipo(GAME)
    found = {}
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await _propose(pilot, BOARD, 2)
        await _propose(pilot, TERM, 2)
        await _propose(pilot, BOARD, 3)
        await _take_up(pilot, BOARD)
        await press(pilot, "right", "end")
        found["table"] = app.export_screenshot()
        await pilot.press("g")
        await quiet(pilot)
        found["course"] = app.export_screenshot()
        await pilot.press("escape", "d", "6")
        await quiet(pilot)
        found["map"] = app.export_screenshot()
    return found


async def _propose(pilot: Pilot, issue: str, level: int) -> None:
    """Propose an option by its level, and wait for the answer."""
    await _take_up(pilot, issue)
    await press(pilot, "right", "home", *["down"] * (level - 1), "p", "enter")


async def _take_up(pilot: Pilot, issue: str) -> None:
    """Press ] or [ until the issue is in hand."""
    table = table_of(pilot)
    assert table.chair is not None
    agenda = table.chair.view.agenda
    ahead = agenda.place(issue) - agenda.place(table.panes.spot.issue)
    await press(pilot, *["]" if ahead > 0 else "["] * abs(ahead))


def lines_of(picture: str) -> list[str]:
    """What is written on a picture, line by line, without the spaces between the words and the ends of scroll bars."""
    rows: dict[str, list[tuple[float, str]]] = {}
    for x, y, text in re.findall(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', picture):
        rows.setdefault(y, []).append((float(x), html.unescape(text)))
    lines = ("".join(text for _, text in sorted(rows[y])) for y in sorted(rows, key=float))
    return [" ".join(re.sub("[▁-█\N{NO-BREAK SPACE}]", " ", line).split()) for line in lines]


async def draw() -> None:
    """Write all of them."""
    for name, picture in (await drawn()).items():
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ["PLENIPO_SAVES"] = tempfile.mkdtemp(prefix="plenipo-pictures-")
    os.environ["PLENIPO_SETTINGS"] = f"{os.environ['PLENIPO_SAVES']}/settings.json"
    asyncio.run(draw())
