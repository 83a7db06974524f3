"""The table of a visitor: what comes from the browser is looked at when an Esc in it is due."""

import pytest

from game.ui import visitor
from game.ui.appearance import Appearance
from game.ui.theme import CYCLE, TERMINAL, TERMINAL_LIGHT
from game.ui.visitor import IDLE, PromptReader, page_colours

SOON = 0.03


class Script:
    """A reader in Textual's manner: what came, then nothing at once, then nothing after each wait."""

    def __init__(self, *came: bytes):
        self.timeout = IDLE
        self.waits = []
        self.closed = False
        self._came = came

    def __iter__(self):
        for came in self._came:
            self.waits.append(self.timeout)
            yield came

    def close(self):
        self.closed = True


def test_wait_after_something_came_is_as_short_as_esc_is_due_and_long_again_after_it(monkeypatch):
    monkeypatch.setattr(visitor, "DUE", SOON)
    script = Script(b"", b"\x1b", b"", b"", b"")
    assert list(PromptReader(script)) == [b"", b"\x1b", b"", b"", b""]
    assert script.waits[2:] == [SOON, SOON, IDLE]


def test_reader_that_is_closed_closes_what_it_reads_from():
    script = Script()
    PromptReader(script).close()
    assert script.closed


@pytest.mark.parametrize("name", CYCLE)
def test_page_gets_the_ink_and_the_ground_of_every_theme(name):
    theme = Appearance().available_themes[name]
    ink, ground = page_colours(theme).split("\x1b\\")[:2]
    expected = {TERMINAL: ("#e6e6e6", "#000000"), TERMINAL_LIGHT: ("#000000", "#ffffff")}
    assert (ink, ground) == tuple(
        f"\x1b]{number};{colour}"
        for number, colour in zip((10, 11), expected.get(name, (theme.foreground, theme.background)), strict=True)
    )
