"""The whole of July, line by line: five meetings, every kind of order, the debrief. A script reads what it is told.

The script answers a prompt by what stands before it, and by how many orders it has given. What is expected follows from
the scenario, five meetings, and from the pages of a debrief.
"""

from __future__ import annotations

import io
import re
from itertools import cycle

import pytest

from game.debrief.sections import PAGES
from game.engine.moves import Argue, Ask, ConsultCapital, Happening, Hold, Occur, Propose
from game.plain import Request, run
from game.play.saves import list_saves, read_save
from tests.plain.test_rooms import saves

__all__ = ["saves"]

CAMPAIGN = "moscow-1945"
MOVES = ("k", "e", "t", "p D5=2", "h", "a", "r", "p E1=2 E2=2 whole", "v", "p D12=2 own", "h E1", "p", "c", "x", "h D8")
READ = ("d", "people", "map", "i all", "s", "s IV", "disputes", "o", "m", "n", "why", "g", "show", "find Dairen")


class Player(io.StringIO):
    """An input that writes its next line when it is asked for one, having read what was said."""

    def __init__(self, heard: io.StringIO) -> None:
        super().__init__()
        self.heard = heard
        self.orders = cycle((*MOVES, *READ))
        self.after = iter((*(f"debrief {page}" for page in PAGES), "g", "g D8", "n all", "q"))
        self.asked = self.answers = 0

    def readline(self, size: int = -1) -> str:
        """The next line."""
        said = self.heard.getvalue()
        self.asked += 1
        assert self.asked < 2000, said[-600:]
        return self._answer(said[max(0, len(said) - 3000) :]) + "\n"

    def _answer(self, said: str) -> str:
        last = said.rstrip("> \n").splitlines()
        if "What will you read?" in last[-1]:
            return next(self.after)
        if re.search(r"speech \d+ of \d+\..*Your move:", " ".join(last[-3:])):
            self.answers = 0
            return next(self.orders) if self.asked % 3 else "y"
        self.answers += 1
        if "One line" in last[-1] or "What do you report?" in " ".join(last[-3:]):
            return "1: They press us."
        if "2 add another issue" in last[-1] or "Do you ask for more?" in last[-3:]:
            return "1"
        return "b" if self.answers > 6 else str(1 + self.asked % 2)


@pytest.mark.parametrize("party", ["china", "ussr"])
def test_whole_campaign_is_played_line_by_line_to_its_debrief(party):
    heard = io.StringIO()
    request = Request(scenario=CAMPAIGN, party=party, seed=1945)
    assert run(request, Player(heard), heard) == 0
    told = heard.getvalue()
    (kept,) = list_saves()
    opened = read_save(kept.id)
    assert opened.record.closing is not None
    moves = [line.move for line in opened.record.lines]
    sittings = [move for move in moves if isinstance(move, Occur) and move.what is Happening.MEETING]
    assert len(sittings) == 4  # the first meeting is there already; four more open in turn
    mine = {type(move) for move in moves if getattr(move, "by", "") == party}
    assert {Ask, Argue, ConsultCapital, Propose, Hold} <= mine
    assert "The negotiation is " in told
    assert all(f"> debrief {page}\n" in told for page in PAGES)
    assert "Traceback" not in told
    assert "\x1b" not in told
