"""Messages between workers, widgets and screens. A widget says what happened; the screen decides what it means."""

from __future__ import annotations

from textual.message import Message

from game.engine.state import Step


class Heard(Message):
    """Something happened at the table (posted by the worker that lets the other side move)."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step


class FloorTaken(Message):
    """The other side has finished: a person has the floor again, or it is over."""


class TableFailed(Message):
    """The other side could not move: what went wrong."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
