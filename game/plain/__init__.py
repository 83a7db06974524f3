"""The table line by line: the same session as on screen, for screen readers, scripts and old terminals."""

from game.plain.request import Request
from game.plain.run import run

__all__ = ["Request", "run"]
