"""A delegate of your own, complete: it takes what costs nothing, and gives its cheapest step each time it speaks."""

from __future__ import annotations

from game.delegates.delegate import Decision, Reason
from game.delegates.ground import Ground, survey, truth
from game.engine.history import HistoricMeeting
from game.engine.moves import Accept, Answer, Move, Propose, Yield
from game.engine.package import Package
from game.engine.view import View


class Haggler:
    """Its constructor is what the entry point names: it is called once for each chair of each game."""

    name = "haggler"

    def __init__(self, seed: int, party: str, history: tuple[HistoricMeeting, ...]) -> None:
        self.seed = seed  # all that two games may differ by; this delegate is always the same

    def choose(self, view: View) -> Decision:
        """Called whenever it has the floor, once for each move of a speech."""
        return Decision(self.move(view), (Reason("disposition", "", "It goes step by step.", "A better offer."),))

    def move(self, view: View) -> Move:
        if view.asked:
            return Answer(view.party, truth(view))
        open_issues = [ground for ground in survey(view) if ground.agreed is None]
        fair = {
            one.issue.id: one.theirs
            for one in open_issues
            if one.theirs and one.may_give(one.theirs) and one.stands and one.value(one.theirs) >= one.value(one.mine)
        }
        if fair:
            return Accept(view.party, Package.of(fair))
        steps = sorted(step for one in open_issues if (step := self.step(one)) is not None)
        if not steps:
            return Yield(view.party)
        return Propose(view.party, Package.of({steps[0][1]: steps[0][2]}))

    def step(self, ground: Ground) -> tuple[int, str, str] | None:
        """The next option down its own scale: what it costs, the issue, the option."""
        held = ground.value(ground.mine) if ground.stands else ground.most
        lower = [place for place in ground.askable if ground.points[place] < held or not ground.stands]
        if not lower:
            return None
        place = max(lower, key=lambda one: ground.points[one])
        return held - ground.points[place], ground.issue.id, ground.issue.options[place].id
