"""The preview, by keys and by real edits of files: it keeps its place, and mistakes stand over the last version."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.commands.preview import FilesOf
from game.ui.preview import Preview
from game.ui.request import Request
from game.ui.screens.bench import BenchScreen, MistakesScreen, WaitingScreen
from game.ui.screens.dossier import DossierScreen
from game.ui.screens.too_small import TooSmall
from game.ui.widgets.paper import Paper
from tests.authoring.copies import started
from tests.ui.conftest import screen_text

NAME = "scenarios/two-villages"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter, in use alone."""
    for name, place in (("DATA", "."), ("CACHE", "cache"), ("SAVES", "saves")):
        monkeypatch.setenv(f"PLENIPO_{name}", str(tmp_path / place))
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(tmp_path / "none"))
    monkeypatch.setenv("PLENIPO_SOURCES", str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("game.ui.preview.PAUSE", 0.02)
    return started(tmp_path)


@asynccontextmanager
async def previewed(folder: Path, size=(80, 24)):
    app = Preview(Request("two-villages", "hillside"), FilesOf(NAME, folder))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: len(app.screen_stack) > 1)
        await pilot.pause()
        yield pilot


async def until(pilot: Pilot, holds: Callable[[], bool]) -> None:
    for _ in range(500):
        await pilot.pause(0.02)
        if holds():
            await pilot.pause()
            return
    raise AssertionError(screen_text(pilot.app))


def seen(pilot: Pilot) -> str:
    bench = next(one for one in pilot.app.screen_stack if isinstance(one, BenchScreen))
    return str(bench.query_one("#seen", Paper).render())


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


async def test_saved_change_is_on_the_table_at_the_same_issue_option_pane_and_chair(folder: Path):
    async with previewed(folder) as pilot:
        await pilot.press("c", "down", "right", "down")
        bench = pilot.app.screen
        assert isinstance(bench, BenchScreen)
        before = (bench.panes.spot, bench.focused.id, bench.game.party)
        assert (before[0].issue, before[1], before[2]) == ("pipe", "ladder", "lowmead")
        edit(folder / "issues/spring.yaml", "heading: The new pipe", "heading: The leaking pipe")
        await until(pilot, lambda: "The leaking pipe" in screen_text(pilot.app))
        assert (bench.panes.spot, bench.focused.id, bench.game.party) == before
        assert "no mistakes" in seen(pilot)


async def test_mistakes_stand_over_the_last_sound_version_until_they_are_mended(folder: Path):
    issues = folder / "issues/spring.yaml"
    async with previewed(folder) as pilot:
        edit(issues, "tier: procedure", "teir: procedure")
        await until(pilot, lambda: "1 mistake;" in seen(pilot))
        assert f"{NAME}/issues/spring.yaml:118:5: unknown key “teir” [S110]" in seen(pilot)
        assert "did you mean “tier”?" in screen_text(pilot.app)
        assert "Who draws first" in screen_text(pilot.app)
        await pilot.press("f")
        assert isinstance(pilot.app.screen, MistakesScreen)
        await pilot.press("escape")
        edit(issues, "teir: procedure", "tier: procedure")
        await until(pilot, lambda: "no mistakes" in seen(pilot))


@pytest.mark.parametrize("broken", ["\t", "[", '"', "- - -\n", "\x00", "issues: 3\n"])
async def test_file_that_is_no_yaml_at_all_takes_nothing_off_the_table(folder: Path, broken: str):
    async with previewed(folder) as pilot:
        (folder / "issues/spring.yaml").write_text(broken, "utf-8")
        await until(pilot, lambda: "mistake" in seen(pilot) and "no mistakes" not in seen(pilot))
        assert "Who draws first" in screen_text(pilot.app)


async def test_folder_that_is_gone_takes_nothing_off_the_table(folder: Path):
    async with previewed(folder) as pilot:
        folder.rename(folder.parent / "elsewhere")
        await until(pilot, lambda: "no mistakes" not in seen(pilot))
        assert "Who draws first" in screen_text(pilot.app)


async def test_moves_made_so_far_are_kept_as_long_as_they_can_be_made(folder: Path):
    issues = folder / "issues/spring.yaml"
    async with previewed(folder) as pilot:
        bench = pilot.app.screen
        assert isinstance(bench, BenchScreen)
        await pilot.press("p", "enter")
        assert [step.move.package.items for step in bench.game.session.steps] == [(("first-draw", "hillside-first"),)]
        edit(issues, "heading: Who draws first", "heading: Who drinks first")
        await until(pilot, lambda: "Who drinks first" in screen_text(pilot.app))
        assert len(bench.game.session.steps) == 1
        edit(issues, "hillside-first", "hillside-before-all")
        edit(folder / "evidence.yaml", "hillside-first", "hillside-before-all")
        await until(pilot, lambda: "1 move can't be made any more" in seen(pilot))
        assert bench.game.session.steps == []


async def test_dossier_that_is_open_is_renewed_at_its_page(folder: Path):
    async with previewed(folder) as pilot:
        await pilot.press("d", "2")
        edit(folder / "issues/spring.yaml", "heading: Who draws first", "heading: Who drinks first")
        await until(
            pilot, lambda: "Who drinks first" in screen_text(pilot.app) and isinstance(pilot.app.screen, DossierScreen)
        )
        assert pilot.app.screen.page == 1


async def test_scenario_that_begins_with_mistakes_is_laid_when_the_last_is_mended(folder: Path):
    issues = folder / "issues/spring.yaml"
    edit(issues, "tier: procedure", "teir: procedure")
    async with previewed(folder) as pilot:
        assert isinstance(pilot.app.screen, WaitingScreen)
        assert "unknown key “teir”" in screen_text(pilot.app)
        edit(issues, "teir: procedure", "tier: procedur")
        await until(pilot, lambda: "“procedur” is not one" in screen_text(pilot.app))
        edit(issues, "tier: procedur", "tier: procedure")
        await until(pilot, lambda: isinstance(pilot.app.screen, BenchScreen))
        assert "no mistakes" in seen(pilot)


async def test_terminal_that_is_too_small_stays_covered_while_files_change(folder: Path):
    issues = folder / "issues/spring.yaml"
    edit(issues, "tier: procedure", "teir: procedure")
    async with previewed(folder) as pilot:
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: isinstance(pilot.app.screen, TooSmall))
        edit(issues, "teir: procedure", "tier: procedure")
        await until(pilot, lambda: any(isinstance(one, BenchScreen) for one in pilot.app.screen_stack))
        await until(pilot, lambda: isinstance(pilot.app.screen, TooSmall))
        edit(issues, "heading: Who draws first", "heading: Who drinks first")
        await pilot.pause(0.5)
        assert isinstance(pilot.app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "Who drinks first" in screen_text(pilot.app))


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+c", 130)])
async def test_leaving_is_quiet_and_nothing_is_saved(folder: Path, tmp_path: Path, key: str, code: int):
    async with previewed(folder) as pilot:
        await pilot.press("p", "enter", key)
    assert (pilot.app.return_code or 0) == code
    assert pilot.app.last_words == ""
    assert not list(tmp_path.glob("saves/**/*.jsonl"))
