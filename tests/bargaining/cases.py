"""Small random scenarios with linkages, and every package of one listed by brute force with the engine's functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from random import Random

from game.bargaining.space import Space, Worths, whole
from game.engine.issues import Linkage, LinkageKind, Tier
from game.engine.package import Package
from game.engine.party import Stakes, Sweetener
from game.engine.scenario import Agenda, Scenario, contradictions
from game.engine.worth import worth
from tests.builders import CHINA, CHINA_STAKES, HEADS, INVENTED, USSR, USSR_STAKES, issue, meeting


@dataclass(frozen=True)
class Size:
    """How large a random scenario may be. ``top`` is the greatest points of one option."""

    issues: int = 6
    options: int = 4
    linkages: int = 8
    top: int = 40


def scenario(seed: int, size: Size | None = None) -> Scenario:
    """The random scenario of that seed, with requires, excludes and sweetens among its linkages."""
    size = size or Size()
    chance = Random(seed)
    count = chance.randint(1, size.issues)
    issues = tuple(
        issue(
            f"X{place}", f"issue-{place}", "railways", " ".join(f"o{n}" for n in range(chance.randint(1, size.options)))
        )
        for place in range(count)
    )
    linkages = tuple(_linkage(chance, number, issues) for number in range(chance.randint(0, size.linkages)))
    stakes = tuple(_stakes(chance, base, issues, linkages, size.top) for base in (CHINA_STAKES, USSR_STAKES))
    agenda = Agenda("random", "Random", "", "", (CHINA, USSR), HEADS, issues, (meeting(),), linkages)
    return Scenario(agenda, (stakes[0], stakes[1]))


def _linkage(chance: Random, number: int, issues: tuple) -> Linkage:
    left, right = chance.choice(issues), chance.choice(issues)
    kind = chance.choice((LinkageKind.REQUIRES, LinkageKind.EXCLUDES, LinkageKind.SWEETENS, LinkageKind.SWEETENS))
    some = tuple(option.id for option in left.options if chance.random() < 0.4)
    others = tuple(option.id for option in right.options if chance.random() < 0.6)
    return Linkage(f"l{number}", f"L{number}", kind, left.id, some, right.id, others, "china", "Tied.", INVENTED)


def _stakes(chance: Random, base: Stakes, issues: tuple, linkages: tuple[Linkage, ...], top: int) -> Stakes:
    points = tuple(tuple(chance.randint(0, top) for _ in one.options) for one in issues)
    sweeteners = tuple(Sweetener(one.id, chance.randint(-5, top)) for one in linkages if chance.random() < 0.5)
    return replace(
        base,
        points=points,
        points_attribution=(INVENTED,) * len(issues),
        reservation=chance.randint(0, top * len(issues) // 2),
        instructions=(),
        rulings=(),
        sweeteners=sweeteners,
    )


@cache
def packages(case: Scenario) -> tuple[tuple[Package, Worths], ...]:
    """Every package that settles all issues and contradicts no linkage, with both worths: by listing them."""
    agenda = case.agenda
    found = []
    for chosen in product(*(one.options for one in agenda.issues)):
        package = Package.of({one.id: option.id for one, option in zip(agenda.issues, chosen, strict=True)})
        if not contradictions(agenda, package):
            found.append((package, tuple(worth(agenda, mine, package) for mine in case.stakes)))
    return tuple(found)


def undominated(points: set[Worths]) -> tuple[Worths, ...]:
    """The points none of the others matches in both and beats in one: by comparing every two of them."""
    return tuple(
        sorted((u, v) for u, v in points if not any((a >= u and b >= v and (a, b) != (u, v)) for a, b in points))
    )


def small_undominated(case: Scenario) -> tuple[Worths, ...]:
    """The frontier of a scenario by brute force."""
    return undominated({worths for _, worths in packages(case)})


def space(seed: int, size: Size | None = None) -> Space:
    """The space of a random scenario."""
    return whole(scenario(seed, size))


PROCEDURE = Tier.PROCEDURE
