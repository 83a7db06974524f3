"""The counterpart: bargains issue by issue for either side of any scenario, from its view alone."""

from __future__ import annotations

from game.delegates.counterpart.brief import Brief, brief
from game.delegates.counterpart.capital import consult
from game.delegates.counterpart.changes import owned_up
from game.delegates.counterpart.closing import close
from game.delegates.counterpart.offers import propose
from game.delegates.counterpart.prudence import ruinous, withdraw
from game.delegates.counterpart.replies import answer, refuse, take
from game.delegates.counterpart.support import support
from game.delegates.counterpart.temper import Level, Temper, drawn
from game.delegates.delegate import Decision
from game.delegates.ground import objection
from game.delegates.voice import worded
from game.engine.moves import Yield
from game.engine.view import View
from game.slim import dataclass

STEPS = (answer, withdraw, take, consult, refuse, support, close, propose)
"""What it considers, in this order, for each move of a speech."""


@dataclass(frozen=True)
class Counterpart:
    """A delegate of that temper."""

    temper: Temper
    name: str = "counterpart"

    def choose(self, view: View) -> Decision:
        """The next move, with true reasons. What the rules would refuse is passed over."""
        of = brief(view, self.temper)
        for consider in STEPS:
            decision = None if consider is take and _nothing_said(view) else consider(of)
            if decision is None or ruinous(of, decision.move):
                continue
            if objection(view, decision.move) is None:
                return worded(view, owned_up(of, decision))
        return Decision(Yield(view.party))


def _nothing_said(view: View) -> bool:
    """Whether the sitting has only begun: what the last one left in common is closed once the other side has spoken."""
    return view.speeches == 0 and not view.offers_to_me()


def counterpart(seed: int, party: str) -> Counterpart:
    """The counterpart of that seed, for one party: a delegate among the levels."""
    return Counterpart(drawn(seed, party, Level.DELEGATE))


def apprentice(seed: int, party: str) -> Counterpart:
    """One that gives way sooner, learns nothing from the other side, and may ask home once a sitting."""
    return Counterpart(drawn(seed, party, Level.APPRENTICE), "apprentice")


def master(seed: int, party: str) -> Counterpart:
    """One that waits longer, and knows better from the first what matters to the other side."""
    return Counterpart(drawn(seed, party, Level.MASTER), "master")


__all__ = ["Brief", "Counterpart", "apprentice", "brief", "counterpart", "master"]
