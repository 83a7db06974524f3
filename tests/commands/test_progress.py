"""A bar where a bar can be drawn, text where not, and silence where it would only be in the way."""

from __future__ import annotations

import io

import pytest

from game.commands import progress
from game.commands.progress import Bar, draws


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def _a_terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("ACCESSIBLE", raising=False)


def moved(monkeypatch, *moments):
    """A clock that shows these moments, one after another."""
    shown = iter(moments)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(shown))


def test_bar_on_a_terminal_is_drawn_and_cleared(monkeypatch):
    moved(monkeypatch, 0.0, 1.0)
    stream = Terminal()
    with Bar(200, "games", stream) as bar:
        bar(100)
    assert stream.getvalue() == f"\r\x1b[K[{'#' * 15}{'.' * 15}] 100 of 200 games, 1 s left\r\x1b[K"


def test_bar_is_not_redrawn_at_every_game(monkeypatch):
    moved(monkeypatch, 0.0, *(number / 1000 for number in range(50)))
    stream = Terminal()
    bar = Bar(50, "games", stream)
    for done in range(50):
        bar(done)
    assert stream.getvalue() == ""


def test_text_is_said_now_and_then_where_there_is_no_terminal(monkeypatch):
    moved(monkeypatch, 0.0, 3.0, 11.0, 12.0)
    stream = io.StringIO()
    with Bar(1000, "games", stream) as bar:
        for done in (10, 100, 110):
            bar(done)
    assert stream.getvalue() == "100 of 1,000 games, 1 min 39 s left\n"


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("TERM", ""), ("ACCESSIBLE", "1")])
def test_no_bar_is_drawn_where_plain_text_is_asked_for(monkeypatch, name, value):
    assert draws(Terminal())
    monkeypatch.setenv(name, value)
    assert not draws(Terminal())
