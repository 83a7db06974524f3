"""``plenipo play``: on the screen or line by line. Expected: the README, and what the settings are said to mean."""

from __future__ import annotations

import io
import sys

import pytest

from game.commands.play import _line_by_line
from game.play.settings import Settings, keep_settings


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("ACCESSIBLE", raising=False)


def seated_at_a_terminal(monkeypatch) -> None:
    """In the test itself: pytest puts its own streams back between set-up and test."""
    for name in ("stdin", "stdout", "__stderr__"):
        monkeypatch.setattr(sys, name, Terminal())


@pytest.mark.parametrize(
    ("asked", "kept", "accessible", "plain"),
    [
        (None, False, "", False),
        (True, False, "", True),
        (None, True, "", True),
        (None, False, "1", True),
        (None, False, "0", False),
        (False, True, "1", False),
    ],
)
def test_line_by_line_is_asked_for_here_in_the_environment_or_for_good(monkeypatch, asked, kept, accessible, plain):
    seated_at_a_terminal(monkeypatch)
    keep_settings(Settings(plain=kept))
    monkeypatch.setenv("ACCESSIBLE", accessible)
    assert _line_by_line(asked) is plain


@pytest.mark.parametrize("asked", [None, False])
def test_line_by_line_where_nothing_can_be_drawn_whatever_is_asked(monkeypatch, asked):
    seated_at_a_terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    assert _line_by_line(asked)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert _line_by_line(asked)
