"""What happens when the program is at fault: a report in a file, two plain lines, no traceback on the screen."""

from __future__ import annotations

import asyncio
import platform
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

_ENDING_SIGNALS = ("SIGTERM", "SIGHUP")


def report(error: BaseException, folder: Path) -> Path | None:
    """Write a report of an error, without the values of variables; None when it can't be written."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    stamp = time.strftime("%Y%m%d-%H%M%S")
    head = (
        f"Plenipo stopped because of an error in the program.\nPython {platform.python_version()}, {sys.platform}\n\n"
    )
    path = folder / f"crash-{stamp}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(head + "".join(lines), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path


def end_on_signals(end: Callable[[int], None]) -> None:
    """Have ``end`` called with 128 + n when the terminal or the system ends us by signal n: not on Windows."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for name in _ENDING_SIGNALS:
        number = getattr(signal, name)
        loop.add_signal_handler(number, end, 128 + number)


def sentence(path: Path | None) -> str:
    """The two lines a person sees."""
    kept = f"A report is in {path}" if path else "No report could be written"
    return f"Plenipo stopped because of an error in the program. Your game is saved up to the last move.\n{kept}"
