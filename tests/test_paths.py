"""Where things are: the environment first, then the wheel or the checkout, then the user's own folders."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from game import paths

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No variable set, and the user's folders inside the test's own."""
    for name in ("DATA", "SCENARIOS", "SOURCES", "SAVES", "CACHE"):
        monkeypatch.delenv(f"PLENIPO_{name}", raising=False)
    for kind in ("data", "state", "cache"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", lambda *_, kind=kind, **__: tmp_path / kind)
    return tmp_path


def test_shipped_root_is_the_checkout() -> None:
    assert paths.shipped_root() == CHECKOUT


def test_shipped_root_is_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLENIPO_DATA", str(tmp_path))
    assert paths.shipped_root() == tmp_path


def test_shipped_root_of_a_wheel_is_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    assert paths.shipped_root() == tmp_path / "_data"


def test_own_folders_come_first_where_they_exist(own_folders: Path) -> None:
    assert paths.scenarios_folders() == (CHECKOUT / "scenarios",)
    (own_folders / "data" / "scenarios").mkdir(parents=True)
    assert paths.scenarios_folders() == (own_folders / "data" / "scenarios", CHECKOUT / "scenarios")
    assert paths.sources_folders() == (CHECKOUT / "sources",)


def test_own_folders_are_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(tmp_path))
    monkeypatch.setenv("PLENIPO_SOURCES", str(tmp_path))
    assert paths.scenarios_folders()[0] == tmp_path
    assert paths.sources_folders()[0] == tmp_path


def test_saves_folder_is_made_when_it_is_missing(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.saves_folder() == own_folders / "state" / "saves"
    assert paths.saves_folder().is_dir()
    monkeypatch.setenv("PLENIPO_SAVES", str(own_folders / "elsewhere"))
    assert paths.saves_folder() == own_folders / "elsewhere"
    assert paths.crash_folder() == own_folders / "elsewhere" / "crashes"
    assert paths.crash_folder().is_dir()


def test_cache_folder_is_not_made(own_folders: Path) -> None:
    assert paths.cache_folder() == own_folders / "cache"
    assert not paths.cache_folder().exists()
