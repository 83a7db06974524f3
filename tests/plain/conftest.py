"""Settings and saved games of the test's own."""

import pytest


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
