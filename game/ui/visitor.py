"""The table of a visitor whose terminal is a page in a browser: started by the server, one program a visitor."""

from __future__ import annotations

import gc
import os
import re
import sys
from typing import TYPE_CHECKING, Any

from textual import constants, messages
from textual.drivers.web_driver import WebDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from textual.theme import Theme

    class Reader(Protocol):
        """What Textual's driver reads from: what has come, then nothing at once, and nothing after each ``timeout``."""

        timeout: float

        def __iter__(self) -> Iterator[bytes]: ...

        def close(self) -> None:
            """Read no more."""


IDLE, DUE = 0.1, constants.ESCAPE_DELAY + 0.001
"""Seconds between looks while nothing comes, and after something has come, at which an Esc in it is one."""
PATIENCE = 10.0
"""Seconds to end in good order once the server has gone; every move is on disk."""


class PromptReader:
    """A reader that looks again when an Esc is due. See ``keyboard`` for the same in a terminal."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __iter__(self) -> Iterator[bytes]:
        """What comes; nothing after each wait."""
        looks = 0
        for came in self._reader:
            looks = 0 if came else looks + 1
            self._reader.timeout = DUE if looks < 2 else IDLE
            yield came

    def close(self) -> None:
        """Read no more."""
        self._reader.close()


class VisitorDriver(WebDriver):
    """Textual's driver for a browser, which ends with the server and says why when something went wrong."""

    def run_input_thread(self) -> None:
        """Read what the browser sends. The end of it is the end of the server: leave no program behind."""
        self._input_reader: Any = PromptReader(self._input_reader)
        super().run_input_thread()
        if self.exit_event.is_set():
            return
        self._app.post_message(messages.ExitApp())
        if not self.exit_event.wait(PATIENCE):
            os._exit(1)

    def start_application_mode(self) -> None:
        """Give the page the theme's colours: what lies round the last line and column, and where a theme has none."""
        super().start_application_mode()
        self._app.watch(self._app, "theme", self._colour_page)

    def _colour_page(self) -> None:
        self.write(page_colours(self._app.current_theme))
        self.flush()

    def stop_application_mode(self) -> None:
        """Before the page is closed, tell it why."""
        words: Any = getattr(self._app, "last_words", "")
        if words:
            self.write_meta({"type": "farewell", "words": str(words).split("\n")[0]})
        super().stop_application_mode()


def page_colours(theme: Theme) -> str:
    """What tells the terminal in the page its own ink and ground (OSC 10 and 11); for a theme of the terminal's
    colours, which has none, black and white as the theme is dark or light.
    """
    ink, ground = ("#e6e6e6", "#000000") if theme.dark else ("#000000", "#ffffff")
    return f"\x1b]10;{_hex(theme.foreground) or ink}\x1b\\\x1b]11;{_hex(theme.background) or ground}\x1b\\"


def _hex(colour: str | None) -> str:
    return colour if colour and re.fullmatch("#[0-9a-fA-F]{6}", colour) else ""


def main() -> int:
    """Open the home screen for a visitor; the exit code."""
    gc.disable()  # until the first screen stands, as in a terminal
    from game.ui.app import Request, run

    return run(Request())


if __name__ == "__main__":
    sys.exit(main())
