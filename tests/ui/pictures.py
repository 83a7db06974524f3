"""The README's pictures: ``python -m tests.ui.pictures`` plays a few moves and draws what is on the screen."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

PICTURES = Path(__file__).parent.parent.parent / "game" / "ui" / "pictures"
SIZE = (120, 40)


async def draw() -> None:
    """Draw the table after an exchange on the board of directors, the dossier, and the home screen."""
    from game.ui.app import Plenipo, Request
    from tests.ui.table import press, settle

    PICTURES.mkdir(exist_ok=True)
    app = Plenipo(Request("moscow-1945-07-10", "china", seed=3))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await _to(pilot, "railway-board")
        await press(pilot, "right", "home", "down", "p", "enter")
        await settle(pilot)
        await _to(pilot, "railway-board")
        await press(pilot, "right", "end")
        await settle(pilot)
        _keep(app, "table")
        await press(pilot, "d", "2")
        await settle(pilot)
        _keep(app, "dossier")
        await press(pilot, "6")
        await settle(pilot)
        _keep(app, "map")
    app = Plenipo(Request())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1.5)
        _keep(app, "home")


async def _to(pilot: object, issue: str) -> None:
    """Press ] until the issue is in hand."""
    from tests.ui.table import press

    for _ in range(60):
        if pilot.app.screen.panes.spot.issue == issue:  # type: ignore[attr-defined]
            return
        await press(pilot, "right_square_bracket")


def _keep(app: object, name: str) -> None:
    (PICTURES / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")  # type: ignore[attr-defined]


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ["PLENIPO_SAVES"] = tempfile.mkdtemp(prefix="plenipo-pictures-")
    asyncio.run(draw())
