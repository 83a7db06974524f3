"""What a package is worth to one party, on its own scale. Never compared with, or added to, the other's."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.package import Package
from game.engine.party import Stakes
from game.engine.scenario import Agenda


def points(agenda: Agenda, stakes: Stakes, issue: str, option: str) -> int:
    """The points of one option; KeyError when there is none such."""
    return stakes.points[agenda.place(issue)][agenda.level(issue, option) - 1]


def worth(agenda: Agenda, stakes: Stakes, package: Package) -> int:
    """The points of a package: the sum over its issues, and the sweeteners whose linkage it fulfils.

    Issues it leaves out count nothing. The order of the issues does not matter.
    """
    total = sum([points(agenda, stakes, issue, option) for issue, option in package])
    return total + sweetened(agenda, stakes, package)


def sweetened(agenda: Agenda, stakes: Stakes, package: Package) -> int:
    """The part of a package's worth that comes from linkages."""
    return sweetness(agenda, stakes, dict(package.items)) if stakes.sweeteners else 0


def sweetness(agenda: Agenda, stakes: Stakes, options: Mapping[str, str]) -> int:
    """``sweetened`` of options by issue."""
    total = 0
    for sweetener in stakes.sweeteners:
        linkage = agenda.linkage(sweetener.linkage)
        if linkage and linkage.holds(options.get(linkage.issue), options.get(linkage.other)):
            total += sweetener.points
    return total


def advantage(stakes: Stakes, value: int) -> float:
    """How far a worth lies between the reservation value (0.0) and the best package (1.0). May be negative.

    >>> from game.engine.evidence import Attribution, Basis
    >>> why = Attribution(Basis.INVENTED)
    >>> advantage(Stakes("china", (), (), 400, why, "", why, ()), 700)
    0.5
    """
    return (value - stakes.reservation) / (1000 - stakes.reservation)
