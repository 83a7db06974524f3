"""Settings and saved games of the test's own, and a locale that asks for nothing."""

import pytest


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "settings.json"))
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
