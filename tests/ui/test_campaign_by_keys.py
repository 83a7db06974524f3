"""All of July by key presses alone, in a real terminal: from the home screen through five meetings to the debrief.

The player reads the screen and presses one key at a time. What is expected follows from the scenario: five meetings.
"""

from __future__ import annotations

import re
import time
from itertools import cycle

import pytest

from game.engine.moves import ConsultCapital, Happening, Occur, Propose
from game.play.saves import list_saves, read_save
from tests.ui.driven import TMUX, Screen

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed; apt-get install tmux")
SPEECHES = (
    ("a", "Enter"),
    ("]", "]", "]", "Right", "Down", "p", "Enter"),
    ("h", "Enter"),
    ("]", "]", "k", "Enter"),
    ("e", "Enter", "Enter", "Enter"),
    ("t", "Tab", "W", "e", " ", "g", "o", " ", "o", "n", "F2"),
    ("]", "Right", "Home", "p", "[", "p", "w", "i", "N", "o", "w", "Enter", "Enter"),
    ("y", "Enter"),
)
"""What the player tries when it has the floor; what can't be said is dropped."""


@pytest.fixture
def screen(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    opened = Screen(tmp_path)
    yield opened
    opened.close()


def choose(screen: Screen, scenario: str) -> None:
    """Go down the list of scenarios until the one is previewed, and stays so: what is seen may be a key behind."""
    screen.until("Enter open")
    screen.press("Home")
    for _ in range(20):
        if previewed(screen, scenario):
            time.sleep(0.6)
            if previewed(screen, scenario):
                return
            screen.press("Up")
        else:
            screen.press("Down")
    raise AssertionError(f"{scenario} is not on the list:\n{screen.text()}")


def previewed(screen: Screen, scenario: str) -> bool:
    """Whether the scenario stands in the preview."""
    text = screen.text()
    return f"{scenario}\n" in re.sub(r" +│? *\n", "\n", text) and "Enter opens the table" in text


def test_whole_campaign_is_played_by_key_presses_alone_to_the_last_page_of_the_debrief(screen):
    choose(screen, "moscow-1945")
    screen.press("s", "1", "9", "4", "5", "Enter", "l")
    assert "4 speeches a side" in screen.text()
    screen.press("Enter")
    for speech in cycle(SPEECHES):
        seen = screen.until("Your floor", "It is over", "stopped because of an error")
        if "Your floor" not in seen.splitlines()[0]:
            break
        assert screen.pressed < 1500, f"the game does not come to an end:\n{seen}"
        screen.press(*speech)
        if "Your floor" in screen.text().splitlines()[0]:
            screen.press("Escape", "Escape")
        if screen.pressed % 3 == 0 and "Your floor" in screen.text().splitlines()[0]:
            screen.press("y", "Enter")
    assert "It is over" in screen.text().splitlines()[0]
    screen.press("b")
    first = screen.until("summary]")
    names = re.findall(r"[a-z]+", " ".join(first.splitlines()[1:3]))
    for name in names[1:]:
        screen.press("Right")
        screen.until(f"{name}]")
    screen.press("Escape", "q", "q")
    assert screen.ended() == "0"
    (kept,) = list_saves()
    moves = [line.move for line in read_save(kept.id).record.lines]
    assert kept.ended
    assert sum(1 for move in moves if isinstance(move, Occur) and move.what is Happening.MEETING) == 4
    mine = {type(move) for move in moves if getattr(move, "by", "") == "china"}
    assert {Propose, ConsultCapital} <= mine
