"""Exchanges of clauses better for both parties than a given package: one clause, two, or all the way to the frontier.

Small exchanges are what negotiators can see and name; Raiffa (1982) called the search for them the post-settlement
settlement. All changes of one and of two clauses are looked at, and the frontier says whether more is possible.
"""

from __future__ import annotations

from game.bargaining.frontier import Frontier, frontier
from game.bargaining.moves import one_clause_away, two_clauses_away
from game.bargaining.space import Space, Worths
from game.engine.evidence import Citation, known_on
from game.engine.package import Package
from game.engine.scenario import Agenda
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One clause of an exchange: from which option to which, and what it alone adds to either worth.

    Where linkages matter the changes of an exchange do not add up to its gains.
    """

    issue: str
    before: str
    after: str
    adds: Worths


@dataclass(frozen=True, slots=True)
class Swap:
    """An exchange: its changes in agenda order, and what both parties gain by all of them together."""

    changes: tuple[Change, ...]
    gains: Worths

    @property
    def package(self) -> Package:
        """The options it changes to."""
        return Package.of({change.issue: change.after for change in self.changes})


@dataclass(frozen=True, slots=True)
class Swaps:
    """What could be better for both than a package of these worths.

    ``small`` are exchanges of one or two clauses that both gain by, the best first: by the smaller gain as a share
    of what that party could gain at all without hurting the other, then the other's share, then fewer changes; first
    those that have no change in common.
    ``full`` goes to the frontier's point with the largest equal share. ``efficient``: nothing is better for both,
    nor better for one at no cost to the other.
    """

    worths: Worths
    small: tuple[Swap, ...]
    full: Swap | None
    efficient: bool


def swaps(space: Space, package: Package, most: int = 5, edge: Frontier | None = None) -> Swaps:
    """The exchanges better for both than ``package``, ``most`` small ones at most.

    ``package`` must settle every clause of ``space``, and be one that can stand; ``space.only(package.issues)``
    where it leaves some open. ValueError otherwise. ``edge`` is the space's frontier, where it is known.
    """
    here = space.settlement(package)
    if not space.stands(here):
        raise ValueError("the package contradicts a linkage; no exchange can start from it")
    worths = space.worth(here)
    edge = edge or frontier(space)
    better = [edge.points[place] for place in edge.beats(worths)]
    if not better:
        return Swaps(worths, (), None, True)
    most_gains = (max(u for u, _ in better) - worths[0], max(v for _, v in better) - worths[1])
    small = sorted(_small(space, here, worths), key=lambda swap: _rank(swap, most_gains))
    return Swaps(worths, _varied(small, most), _full(edge, here, better, worths, most_gains), False)


def _varied(small: list[Swap], most: int) -> tuple[Swap, ...]:
    """The best exchanges that have no change in common, then the best of the others."""
    chosen: list[Swap] = []
    made: set[tuple[str, str]] = set()
    for swap in small:
        changes = {(change.issue, change.after) for change in swap.changes}
        if len(chosen) < most and not changes & made:
            chosen.append(swap)
            made |= changes
    rest = [swap for swap in small if swap not in chosen]
    return tuple([*chosen, *rest][:most])


def _small(space: Space, here: bytes, worths: Worths) -> list[Swap]:
    found = []
    for place, option, u, v in one_clause_away(space, here, worths):
        if u > worths[0] and v > worths[1]:
            found.append(_swap(space, here, {place: option}))
    for left, right, a, b in two_clauses_away(space, here):
        if a > 0 and b > 0 and not _idle(space, here, (left, right), (a, b)):
            found.append(_swap(space, here, dict((left, right))))
    return found


def _idle(space: Space, here: bytes, pair: tuple[tuple[int, int], tuple[int, int]], gains: Worths) -> bool:
    """Whether one of two changes does nothing for either party, so that the other alone is the exchange."""
    return any(_adds(space, here, *one) in ((0, 0), gains) for one in pair)


def _adds(space: Space, here: bytes, place: int, option: int) -> Worths:
    there = bytearray(here)
    there[place] = option
    then, now = space.worth(bytes(there)), space.worth(here)
    return then[0] - now[0], then[1] - now[1]


def _swap(space: Space, here: bytes, changes: dict[int, int]) -> Swap:
    there = bytearray(here)
    for place, option in changes.items():
        there[place] = option
    then, now = space.worth(bytes(there)), space.worth(here)
    return Swap(
        tuple(
            Change(
                space.clauses[place].issue,
                space.clauses[place].options[here[place]],
                space.clauses[place].options[option],
                _adds(space, here, place, option),
            )
            for place, option in sorted(changes.items())
        ),
        (then[0] - now[0], then[1] - now[1]),
    )


def _shares(gains: Worths, most: Worths) -> list[float]:
    return sorted(gain / best if best else 1.0 for gain, best in zip(gains, most, strict=True))


def _rank(swap: Swap, most: Worths) -> tuple[float, float, int, tuple[str, ...]]:
    smaller, larger = _shares(swap.gains, most)
    return -smaller, -larger, len(swap.changes), tuple(change.issue + change.after for change in swap.changes)


def _full(edge: Frontier, here: bytes, better: list[Worths], worths: Worths, most: Worths) -> Swap:
    best = max(better, key=lambda point: _shares((point[0] - worths[0], point[1] - worths[1]), most))
    there = edge.settlements_at((edge.points.index(best),))[0]
    return _swap(edge.space, here, {place: there[place] for place in range(len(here)) if there[place] != here[place]})


def in_words(agenda: Agenda, swap: Swap) -> str:
    """An exchange as a sentence: what each side gives, clause by clause.

    Who gives is read off the change alone: the party it is worse for, or worse for by the larger part of its range.
    """
    given: dict[str, list[str]] = {party.id: [] for party in agenda.parties}
    for change in swap.changes:
        loser = 0 if change.adds[0] <= change.adds[1] else 1
        given[agenda.parties[loser].id].append(_clause(agenda, change))
    names = {party.id: party.side for party in agenda.parties}
    said = [f"{names[party]} gives {' and '.join(clauses)}" for party, clauses in given.items() if clauses]
    gains = f"{names[agenda.parties[0].id]} {swap.gains[0]:+d}, {names[agenda.parties[1].id]} {swap.gains[1]:+d}"
    told = "; ".join(said)
    return f"{told[:1].upper()}{told[1:]} ({gains})."


def _clause(agenda: Agenda, change: Change) -> str:
    issue = agenda.issue(change.issue)
    before, after = issue.option(change.before), issue.option(change.after)
    assert before is not None
    assert after is not None
    return f"“{after.label}” instead of “{before.label}” on {issue.heading} ({issue.code})"


def citations(agenda: Agenda, swap: Swap, date: str) -> tuple[Citation, ...]:
    """The passages behind the options of an exchange that could be known on ``date`` (ISO), in agenda order."""
    found: list[Citation] = []
    for change in swap.changes:
        for name in (change.before, change.after):
            option = agenda.issue(change.issue).option(name)
            assert option is not None
            found += [one for one in known_on(option.attribution.citations, date) if one not in found]
    return tuple(found)
