"""What comes in from the terminal: keys in their order, pasted text made harmless, other sizes."""

from __future__ import annotations

from textual import events

from game.ui.appearance import Appearance
from game.ui.gate import KeyDone, KeyGate
from game.ui.screens.too_small import TooSmall, is_too_small
from game.ui.tidying import Tidying


class Intake(Appearance):
    """An app that takes one key after the other. Keys wait until the first screen stands."""

    def __init__(self, theme: str = "") -> None:
        super().__init__(theme)
        self.gate = KeyGate(self)
        self.tidying = Tidying(self)
        self.gate.hold()

    async def on_event(self, event: events.Event) -> None:
        """Keys go in one at a time, each after all the one before has done."""
        if isinstance(event, events.InputEvent):
            if self._exit:
                return  # what is typed after leaving finds no screen any more
            self.tidying.touched()
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self.gate.take(event, super().on_event)
        elif isinstance(event, events.Paste) and not event.is_forwarded:
            await super().on_event(events.Paste(_harmless(event.text)))
        else:
            await super().on_event(event)

    async def on_key_done(self, message: KeyDone) -> None:
        """A key has been through every widget."""
        await self.gate.done(message)

    def on_resize(self) -> None:
        """The terminal has another size; it is known once this event has gone through."""
        self.call_later(self.cover_when_small)

    def cover_when_small(self) -> None:
        """Cover everything with one sentence while the terminal is too small; nothing is open yet below two screens."""
        if len(self.screen_stack) < 2:
            return
        covers = [screen for screen in self.screen_stack if isinstance(screen, TooSmall)]
        if is_too_small(self.size) and not covers:
            self.push_screen(TooSmall())
        elif covers:
            covers[0].tell()


def _harmless(pasted: str) -> str:
    """What a clipboard held as one line of text: an input line would show whatever stood in it."""
    from game.play.clean import clean_line

    return clean_line(pasted)
