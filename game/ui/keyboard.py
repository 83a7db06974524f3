"""The keyboard of a terminal: Esc is told when its time is up.

A terminal sends Esc as the first byte of many other keys too, so it is a key by itself only when nothing has followed
for ``ESCDELAY``. Textual looks whether that time is over when something comes, or else ten times a second, so that Esc,
the one key meant for going back at once, came a tenth of a second late. Here it is looked at when it is due.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder

from textual import constants
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

IDLE = 0.1
"""Seconds between looks while nothing comes; so long may the end of the program wait for the thread that reads."""
DUE = constants.ESCAPE_DELAY + 0.001
"""Seconds after something has come at which an Esc is one, and a moment more, for clocks that round."""
AT_ONCE = 4096
"""Bytes taken at a time."""


def prompt(driver: type[Driver]) -> type[Driver]:
    """The driver to take for Textual's own: the one below for a terminal, any other as it is."""
    return PromptDriver if driver is LinuxDriver else driver


class PromptDriver(LinuxDriver):
    """Textual's driver for a terminal, with a reader that looks again when an Esc is due."""

    def run_input_thread(self) -> None:
        """Read keys, clicks and the terminal's answers until the program ends, or the terminal does."""
        parser, decode = XTermParser(), getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            wait = IDLE
            while not self.exit_event.is_set():
                came = self._come() if selector.select(wait) else None
                if came == b"":
                    return
                text = decode(came) if came else ""  # empty too for a letter of which a part has come
                for message in (*(parser.feed(text) if text else ()), *parser.tick()):
                    self.process_message(message)
                wait = DUE if came else IDLE

    def _come(self) -> bytes:
        """What has come; nothing when the terminal is gone."""
        try:
            return os.read(self.fileno, AT_ONCE)
        except OSError:
            return b""
