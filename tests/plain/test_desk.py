"""The desk: two people at one terminal change seats with what was said out of sight."""

from __future__ import annotations

import io

from game.plain.desk import OUT_OF_SIGHT, Desk
from tests.plain.rooms import SmallHouse, played


class Terminal(io.StringIO):
    """An input that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_hand_over_at_a_terminal_waits_and_pushes_what_was_said_out_of_sight():
    out = io.StringIO()
    desk = Desk(Terminal("\n\n"), out)
    desk.say("My red line is D8.")
    desk.hand_over("V. M. Molotov, for the Soviet side")
    last = out.getvalue().split("\n")[-OUT_OF_SIGHT:]
    assert "My red line" not in "\n".join(last)
    assert out.getvalue().rstrip().endswith("Enter when you are seated.\n>")


def test_hand_over_in_a_script_waits_for_nothing():
    _, text = played(SmallHouse(), "propose D8=soviet-majority\nreject D8\nyield\nq\n", against="human")
    assert text.count("The desk passes to") == 2
    assert "\n\n\n" not in text
