"""The table of a visitor: what comes from the browser is looked at when an Esc in it is due."""

from game.ui import visitor
from game.ui.visitor import IDLE, PromptReader

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
