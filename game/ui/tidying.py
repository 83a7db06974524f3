"""Memory is tidied while nobody is at the keys.

Python's collector looks for what nothing refers to any more as soon as enough has been made, which is in the middle of
answering a key, and takes some 50 ms where a game is loaded. Here it waits for a rest; only a very long burst of keys,
or a delegate that thinks for long, makes it look earlier, at what is young.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

REST = 0.5
"""Seconds without a key or a click that make a rest."""
MANY = (10_000, 10, 10)
"""Objects made and not yet looked at that are too many to wait for a rest (Python's own: 700), then as in Python."""
FEW = 500
"""Objects made that are not worth a look."""


class Tidying:
    """The collector's rounds in one app, for which it does not look until ``moved_in``."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._timer: Timer | None = None

    def moved_in(self) -> None:
        """A screen has just been painted, and what is loaded for it stays: it is taken out of the rounds."""
        gc.unfreeze()  # a table that was left is among what was to stay
        gc.collect()
        gc.freeze()
        gc.set_threshold(*MANY)
        gc.enable()

    def touched(self) -> None:
        """Somebody is at the keys: a rest begins when they have done."""
        if self._timer is None:
            self._timer = self._app.set_interval(REST, self._rest)
        self._timer.reset()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.pause()
        made, looks, _ = gc.get_count()
        if made > FEW or looks:
            gc.collect()
