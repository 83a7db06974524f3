"""The table of a visitor whose terminal is a page in a browser: started by the server, one program a visitor."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

from textual import messages
from textual.drivers.web_driver import WebDriver

PATIENCE = 10.0
"""Seconds to end in good order once the server has gone; every move is on disk."""


class VisitorDriver(WebDriver):
    """Textual's driver for a browser, which ends with the server and says why when something went wrong."""

    def run_input_thread(self) -> None:
        """Read what the browser sends. The end of it is the end of the server: leave no program behind."""
        super().run_input_thread()
        if self.exit_event.is_set():
            return
        self._app.post_message(messages.ExitApp())
        if not self.exit_event.wait(PATIENCE):
            os._exit(1)

    def stop_application_mode(self) -> None:
        """Before the page is closed, tell it why."""
        words: Any = getattr(self._app, "last_words", "")
        if words:
            self.write_meta({"type": "farewell", "words": str(words).split("\n")[0]})
        super().stop_application_mode()


def main() -> int:
    """Open the home screen for a visitor; the exit code."""
    gc.disable()  # until the first screen stands, as in a terminal
    from game.ui.app import Request, run

    return run(Request())


if __name__ == "__main__":
    sys.exit(main())
