"""A few hundred random keys, clicks and resizes in every run; ten thousand by ``python -m tests.ui.fuzz``."""

from __future__ import annotations

import pytest

from tests.ui import fuzz


async def test_random_keys_clicks_and_resizes_crash_nothing_lose_nothing_and_freeze_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    monkeypatch.setattr(fuzz, "EPISODE", 50)
    found = await fuzz.fuzz(200, seed=7)
    assert found.faults == []
    assert found.events == 200
    assert found.checks >= 4
    assert len(found.screens) >= 5, found.screens


async def test_screen_never_come_to_is_named_after_a_long_walk(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    monkeypatch.setattr(fuzz, "MANY", 5)
    found = await fuzz.fuzz(5, seed=7)
    assert [fault.split(":")[0] for fault in found.faults] == ["never seen"]
    assert "SureScreen" in found.faults[0]


async def test_lost_move_would_be_found(tmp_path, monkeypatch):
    """The guard sees a save that is a move behind the table."""
    from game.engine.moves import Yield
    from game.play.saves import save_path
    from game.ui.request import Request
    from game.ui.shelves import Shelves

    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    game = Shelves().open(Request("first-session", against="counterpart", seed=9))
    game.session.advance()
    game.session.play(Yield(game.party))

    class Table:
        pass

    table = Table()
    table.game = game
    assert fuzz._unlost(table) == len(game.session.steps)
    path = save_path(game.name)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(AssertionError, match="the save is not the game"):
        fuzz._unlost(table)
    Shelves().close(game)
