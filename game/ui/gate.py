"""One key at a time: a key typed ahead waits until the one before has done all it does.

Textual hands every key at once to the widget that has focus at that moment, so keys typed in a burst across a
change of focus or of screen go to the wrong place and are lost. The gate sends a messenger after each key by the
same way; when it comes back the key has been through every widget, and the next one may go.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer

if TYPE_CHECKING:
    from textual.app import App

LONGEST_WAIT = 0.5
"""Seconds after which a key counts as done even if its messenger was lost with the widget that had it."""
ROUNDS = 2
"""Messengers after a key: the first follows the key, the second what the key set off."""


class KeyDone(Message):
    """A messenger that bubbles up behind a key."""

    def __init__(self, number: int, round: int) -> None:
        super().__init__()
        self.number = number
        self.round = round


class KeyGate:
    """Keeps keys in order for one app."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self._deliver: Callable[[events.Event], Awaitable[None]] | None = None
        self._waiting: deque[events.Key] = deque()
        self._number = 0
        self._open = True
        self._held = False
        self._screen: object = None
        self._timer: Timer | None = None
        self._painted: tuple[object, Size] | None = None
        self._batch = ExitStack()

    async def take(self, key: events.Key, deliver: Callable[[events.Event], Awaitable[None]]) -> None:
        """Deliver a key now, or after those before it."""
        self._deliver = deliver
        self._waiting.append(key)
        if self._open:
            await self._next()

    def hold(self) -> None:
        """Keep all keys back, until ``resume``."""
        self._held = True

    async def resume(self) -> None:
        """Let the keys kept back go, in order."""
        self._held = False
        if self._open:
            await self._next()

    async def done(self, message: KeyDone) -> None:
        """A messenger came back."""
        message.stop()
        if message.number != self._number or self._open:
            return
        if message.round < ROUNDS:
            self._send(message.round + 1)
        elif self.app.screen is not self._screen:
            self._screen = self.app.screen
            self._paint()
            self.app.screen.call_after_refresh(self._send, ROUNDS)
        else:
            await self._release(message.number)

    async def _next(self) -> None:
        if self._held or not self._waiting:
            return
        self._open = False
        self._number += 1
        self._screen = self.app.screen
        assert self._deliver is not None
        self._hold_paint()
        await self._deliver(self._waiting.popleft())
        self._send(1)
        number = self._number
        self._timer = self.app.set_timer(LONGEST_WAIT, lambda: self._release(number))

    def _send(self, round: int) -> None:
        """Send a messenger. A message goes no higher than its sender, so the app must be it."""
        messenger = KeyDone(self._number, round)
        messenger.set_sender(self.app)
        (self.app.focused or self.app.screen).post_message(messenger)

    async def _release(self, number: int) -> None:
        if number != self._number or self._open:
            return
        if self._timer is not None:
            self._timer.stop()
        self._open = True
        self._paint()
        await self._next()

    def _hold_paint(self) -> None:
        """Paint nothing until the key has done: each step on its way would be laid out and painted by itself."""
        if self._painted is None:
            self._painted = (self.app.screen, self.app.size)
            self._batch.enter_context(self.app.batch_update())

    def _paint(self) -> None:
        """Paint what the key has done. A screen that came meanwhile, or another size, is painted whole: what was laid
        out during the wait is not painted again by itself.
        """
        if self._painted is not None:
            before, self._painted = self._painted, None
            self._batch.close()
            if before != (self.app.screen, self.app.size):
                self.app.screen.refresh()
            self.app.screen.check_idle()
