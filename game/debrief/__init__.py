"""What a finished, or interrupted, negotiation amounted to, beside what really happened."""

from game.debrief.course import Coded
from game.debrief.findings import Findings, Played, findings
from game.debrief.rows import Row, rows
from game.debrief.terminal import render, rendered

__all__ = ["Coded", "Findings", "Played", "Row", "findings", "render", "rendered", "rows"]
