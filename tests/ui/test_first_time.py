"""The path of a first-time reader, from the name of the program to the first offer: the keys of game/ui/FIRST_TIME.md.

The keys are read from the page itself, so that neither can change without the other. A person reads for some eight
minutes on the way; the test presses the keys and looks whether the screen shows what the page says it will.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.engine.moves import Propose
from game.play.saves import list_saves, read_save
from tests.ui.driven import ROOT, TMUX, Screen

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed; apt-get install tmux")
PAGE = ROOT / "game" / "ui" / "FIRST_TIME.md"
STEP = re.compile(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
AS_TMUX = {"↓": "Down", "↑": "Up", "→": "Right", "←": "Left", "Esc": "Escape"}


def steps() -> list[tuple[list[str], str, float]]:
    """Each step of the page: its keys, the words that are on the screen then, and the minutes a reader takes."""
    found = []
    for _, keys, words, minutes in STEP.findall(PAGE.read_text(encoding="utf-8")):
        pressed = [AS_TMUX.get(key, key) for key in re.findall(r"`([^`]+)`", keys)]
        found.append((pressed, re.findall(r"“([^”]+)”", words)[0], float(minutes)))
    return found


def test_path_is_under_ten_minutes_of_reading():
    assert len(steps()) >= 8
    assert sum(minutes for *_, minutes in steps()) < 10


def test_path_leads_by_exactly_these_keys_to_the_first_offer(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    screen = Screen(tmp_path)
    try:
        for keys, words, _ in steps():
            if keys != ["plenipo"]:
                screen.press(*keys)
            screen.until(words, seconds=20)
        (kept,) = list_saves()
        moves = [line.move for line in read_save(kept.id).record.lines]
        mine = [move for move in moves if isinstance(move, Propose) and move.by == kept.chair]
        assert kept.scenario == "first-session"
        assert len(mine) == 1
    finally:
        screen.close()
