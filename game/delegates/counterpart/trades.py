"""What could be given or asked for on single issues, each with its price on either side."""

from __future__ import annotations

from game.delegates.concession import Plan
from game.delegates.counterpart.brief import Brief
from game.delegates.ground import Ground, said_before
from game.delegates.time_dependent import is_a_step
from game.slim import dataclass

FAIR_CHANCE = 0.5
"""How likely the other side must be free to give what is asked of it."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A change on one issue: to which option, what it brings this side and what the other, in either's own points.

    A concession brings this side less than nothing. What it brings the other side is what it is thought to.
    """

    ground: Ground
    option: str
    mine: int
    theirs: float

    @property
    def bargain(self) -> float:
        """The points one side gains for each that the other loses."""
        gain, loss = (self.theirs, -self.mine) if self.theirs > 0 else (self.mine, -self.theirs)
        return gain / max(loss, 0.5)


def gives(of: Brief, mine: Plan) -> list[Trade]:
    """The steps a plan would take from the positions held: issues not spoken to first, then the best bargains.

    Of the issues not spoken to, those the other side has just spoken to come first: a refusal is followed by what one
    would have instead.
    """
    raised = {entry.issue for entry in said_before(of.view)}
    found = []
    for number, ground in enumerate(of.grounds):
        planned = mine.get(ground.issue.id)
        if ground.agreed is None and planned is not None and is_a_step(ground, planned):
            held = ground.height(ground.mine) if ground.mine else len(ground.points) - 1
            found.append(_change(of, number, ground.at(held), planned))
    found.sort(
        key=lambda trade: (
            trade.ground.stands,
            not trade.ground.stands and trade.ground.issue.id not in raised,
            -trade.bargain,
        )
    )
    return found


def gets(of: Brief) -> list[Trade]:
    """What to ask for: the plan's option where the other side holds a worse one, the best bargains first."""
    found = []
    for number, ground in enumerate(of.grounds):
        planned = of.plan.get(ground.issue.id)
        if ground.agreed is not None or ground.theirs is None or planned is None or is_a_step(ground, planned):
            continue
        trade = _change(of, number, ground.place(ground.theirs), planned)
        if trade.mine > 0 and of.believed.likely(number, ground.issue.id, ground.height(planned)) >= FAIR_CHANCE:
            found.append(trade)
    found.sort(key=lambda trade: -trade.bargain)
    return found


def givebacks(of: Brief) -> list[Trade]:
    """What could be given of what has been agreed in this game, the best bargains first."""
    found = []
    for number, ground in enumerate(of.grounds):
        if ground.agreed is None or ground.inherited:
            continue
        here = ground.place(ground.agreed)
        for place in ground.givable:
            if ground.up(place) < ground.up(here):
                found.append(_change(of, number, here, ground.issue.options[place].id))
    found.sort(key=lambda trade: -trade.bargain)
    return found


def _change(of: Brief, number: int, here: int, option: str) -> Trade:
    """The change on one issue from the option at a place to another."""
    ground = of.grounds[number]
    theirs = of.believed.brings(number, ground.height(option)) - of.believed.brings(number, ground.up(here))
    return Trade(ground, option, ground.value(option) - ground.points[here], theirs)


def package_of(trades: list[Trade]) -> dict[str, str]:
    """The options of these changes, by issue."""
    return {trade.ground.issue.id: trade.option for trade in trades}
