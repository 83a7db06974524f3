"""Says something legal at random. The same seed and the same view give the same move."""

from __future__ import annotations

import random

from game.delegates.delegate import Decision, Reason
from game.delegates.ground import Ground, objection, survey, truth
from game.delegates.reasons import Cause
from game.engine.moves import Accept, Adjourn, Answer, Ask, Hold, Move, Propose, Reject, Reserve, Terms, Yield
from game.engine.package import Package
from game.engine.view import View
from game.slim import dataclass

TRIES = 12
"""How often it may think of something the rules do not allow before it leaves the floor."""


@dataclass(frozen=True)
class Random:
    """A delegate without a plan, but within its instructions."""

    seed: int
    name: str = "random"

    def choose(self, view: View) -> Decision:
        """Any legal move; in doubt, none."""
        chance = random.Random(f"{self.seed} {view.party} {view.speeches} {view.spoken} {len(view.ledger)}")
        why = (Reason(Cause.DISPOSITION, "", "It was drawn by lot.", "Another seed."),)
        if view.asked:
            return Decision(Answer(view.party, truth(view)), why)
        for _ in range(TRIES):
            move = _something(view, chance)
            if move is not None and objection(view, move) is None:
                return Decision(move, why)
        return Decision(Yield(view.party), why)


def _something(view: View, chance: random.Random) -> Move | None:
    grounds = [ground for ground in survey(view) if ground.agreed is None]
    if not grounds:
        return Yield(view.party)
    some = chance.sample(grounds, min(len(grounds), chance.randint(1, 3)))
    issues = tuple(ground.issue.id for ground in some)
    kind = chance.choice(
        ("accept", "accept", "propose", "propose", "whole", "reject", "hold", "reserve", "ask", "rise")
    )
    match kind:
        case "accept":
            taken = {g.issue.id: g.theirs for g in some if g.theirs is not None and g.may_give(g.theirs)}
            return Accept(view.party, Package.of(taken))
        case "propose" | "whole":
            terms = Terms.SEVERABLE if kind == "propose" else Terms.WHOLE
            return Propose(view.party, _anything(some, chance), terms)
        case "reject":
            return Reject(view.party, issues)
        case "hold":
            return Hold(view.party, issues)
        case "reserve":
            return Reserve(view.party, issues)
        case "ask":
            return Ask(view.party, issues[0])
        case _:
            return Adjourn(view.party) if chance.random() < 0.05 else None


def _anything(some: list[Ground], chance: random.Random) -> Package:
    return Package.of({g.issue.id: g.issue.options[chance.choice(g.givable)].id for g in some if g.givable})
