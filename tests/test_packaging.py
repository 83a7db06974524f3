"""The wheel carries everything the game needs: every scenario and source file, every stylesheet, every picture."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", ["scenarios", "sources"])
def test_wheel_carries_every_file_of(folder: str, wheel_names: set[str]):
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert len(files) >= 10
    for path in files:
        assert f"game/_data/{path.relative_to(ROOT).as_posix()}" in wheel_names


def test_wheel_carries_the_starter_of_new_scenarios(wheel_names: set[str]):
    files = list((ROOT / "game" / "authoring" / "starter").rglob("*.yaml"))
    assert len(files) >= 5
    for path in files:
        assert path.relative_to(ROOT).as_posix() in wheel_names


def test_wheel_carries_the_stylesheets(wheel_names: set[str]):
    sheets = list((ROOT / "game").rglob("*.tcss"))
    assert sheets
    for path in sheets:
        assert path.relative_to(ROOT).as_posix() in wheel_names


def test_wheel_carries_the_page_of_the_browser(wheel_names: set[str]):
    assert {f"game/web/page/{name}" for name in ("index.html", "page.css", "page.js")} <= wheel_names


def test_top_level_is_what_was_fixed():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    top = {name.split("/")[0] for name in tracked}
    allowed = {"pyproject.toml", "game", "scenarios", "sources", "tests", "README.md", "LICENSE"}
    assert {name for name in top if not name.startswith(".")} <= allowed
