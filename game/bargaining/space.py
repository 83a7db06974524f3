"""The settlements two parties could sign, with what each is worth to either: clauses, and the ties between them.

A *settlement* of a space names one option for every clause, as bytes: byte ``i`` is the place of the option of
clause ``i``. It is the compact form of a full ``Package``; nothing here, or in this room, ever lists them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from game.bargaining.steps import Step, TiedSteps, steps_among, steps_under_ties
from game.engine.issues import Linkage, LinkageKind
from game.engine.package import Package
from game.engine.party import Latitude, Stakes
from game.engine.scenario import Agenda, Scenario
from game.engine.state import Instructions, State
from game.slim import dataclass

Worths = tuple[int, int]
"""Points to the first party and to the second, each on its own scale."""
Effect = Worths | None
"""What two options settled together add to both worths; None when they can't stand together."""
NOTHING: Worths = (0, 0)


@dataclass(frozen=True, slots=True)
class Clause:
    """One issue as it may be settled: its options, and the points of each to both parties, in option order."""

    issue: str
    options: tuple[str, ...]
    points: tuple[Worths, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """What linkages make of two clauses, by their places (``left`` before ``right``).

    ``effects[a][b]`` is the effect of option ``a`` of the left clause together with option ``b`` of the right one.
    """

    left: int
    right: int
    effects: tuple[tuple[Effect, ...], ...]

    @property
    def bans(self) -> bool:
        """Whether some pair of options can't stand together."""
        return any(effect is None for row in self.effects for effect in row)

    @property
    def matters(self) -> bool:
        """Whether any pair of options adds, costs or forbids anything."""
        return any(effect != NOTHING for row in self.effects for effect in row)


@dataclass(frozen=True)
class Space:
    """The settlements of some clauses. ``reservations`` are the parties' worths of no agreement.

    A space may be empty: a clause without options, or ties that nothing fulfils.
    """

    parties: tuple[str, str]
    clauses: tuple[Clause, ...]
    ties: tuple[Tie, ...] = ()
    reservations: Worths = NOTHING

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each issue's clause."""
        return {clause.issue: place for place, clause in enumerate(self.clauses)}

    @property
    def blocked(self) -> tuple[str, ...]:
        """The issues on which nothing can be settled."""
        return tuple(clause.issue for clause in self.clauses if not clause.options)

    @cached_property
    def tied(self) -> tuple[tuple[tuple[int, tuple[tuple[Effect, ...], ...]], ...], ...]:
        """For each clause: the clauses it is tied to, with the effects by the other's option, then by its own."""
        found: list[list[tuple[int, tuple[tuple[Effect, ...], ...]]]] = [[] for _ in self.clauses]
        for tie in self.ties:
            found[tie.left].append((tie.right, tuple(zip(*tie.effects, strict=True))))
            found[tie.right].append((tie.left, tie.effects))
        return tuple(tuple(one) for one in found)

    @cached_property
    def steps(self) -> tuple[tuple[tuple[Step, ...], ...], ...]:
        """For each clause and each of its options: the steps to its other options, ties left out."""
        return tuple(
            tuple(steps_among(clause.points, here) for here in range(len(clause.options))) for clause in self.clauses
        )

    @cached_property
    def tied_steps(self) -> tuple[TiedSteps | None, ...]:
        """The steps of each clause with what its ties make of them; None for a clause without ties."""
        pairs = zip(self.steps, self.tied, strict=True)
        return tuple(steps_under_ties(steps, ties) if ties else None for steps, ties in pairs)

    def worth(self, settlement: bytes) -> Worths:
        """What a settlement is worth to both. Whether it may stand is not asked: see ``stands``."""
        first = second = 0
        for clause, option in zip(self.clauses, settlement, strict=True):
            points = clause.points[option]
            first += points[0]
            second += points[1]
        for tie in self.ties:
            effect = tie.effects[settlement[tie.left]][settlement[tie.right]] or NOTHING
            first += effect[0]
            second += effect[1]
        return first, second

    def stands(self, settlement: bytes) -> bool:
        """Whether no tie forbids it."""
        return all(tie.effects[settlement[tie.left]][settlement[tie.right]] is not None for tie in self.ties)

    def package(self, settlement: bytes) -> Package:
        """The package a settlement stands for."""
        pairs = zip(self.clauses, settlement, strict=True)
        return Package.of({clause.issue: clause.options[option] for clause, option in pairs})

    def settlement(self, package: Package) -> bytes:
        """The settlement that is ``package``. ValueError when it leaves a clause open or names no option of it."""
        chosen = dict(package.items)
        found = []
        for clause in self.clauses:
            option = chosen.get(clause.issue)
            if option not in clause.options:
                named = "nothing" if option is None else f"“{option}”"
                raise ValueError(f"the package names {named} on {clause.issue}; the space allows {clause.options}")
            found.append(clause.options.index(option))
        return bytes(found)

    def keeping(self, options: Mapping[str, Collection[str]]) -> Space:
        """The space with only these options on the issues named; other issues keep all of theirs."""
        kept = [_kept(clause, options.get(clause.issue)) for clause in self.clauses]
        clauses = tuple(
            Clause(c.issue, tuple(c.options[k] for k in keep), tuple(c.points[k] for k in keep))
            for c, keep in zip(self.clauses, kept, strict=True)
        )
        ties = (
            replace(tie, effects=tuple(tuple(tie.effects[a][b] for b in kept[tie.right]) for a in kept[tie.left]))
            for tie in self.ties
        )
        return replace(self, clauses=clauses, ties=tuple(tie for tie in ties if tie.matters))

    def settling(self, package: Package) -> Space:
        """The space in which the issues of ``package`` are settled as it says."""
        return self.keeping({issue: (option,) for issue, option in package})

    def only(self, issues: Iterable[str]) -> Space:
        """The part of the space on these issues; ties to other issues are left out."""
        wanted = set(issues)
        old = [place for place, clause in enumerate(self.clauses) if clause.issue in wanted]
        new = {place: number for number, place in enumerate(old)}
        ties = tuple(
            Tie(new[tie.left], new[tie.right], tie.effects) for tie in self.ties if tie.left in new and tie.right in new
        )
        return replace(self, clauses=tuple(self.clauses[place] for place in old), ties=ties)


def _kept(clause: Clause, options: Collection[str] | None) -> tuple[int, ...]:
    if options is None:
        return tuple(range(len(clause.options)))
    return tuple(place for place, option in enumerate(clause.options) if option in options)


def whole(scenario: Scenario) -> Space:
    """Every settlement of a scenario: one option for each issue of its agenda, whatever the instructions say.

    Matters of procedure may stay open in play, where they count nothing; here they are settled like the rest.
    """
    first, second = scenario.stakes
    clauses = tuple(
        Clause(
            issue.id,
            tuple(option.id for option in issue.options),
            tuple(zip(first.points[place], second.points[place], strict=True)),
        )
        for place, issue in enumerate(scenario.agenda.issues)
    )
    parties = (scenario.agenda.parties[0].id, scenario.agenda.parties[1].id)
    bare = Space(parties, clauses, (), (first.reservation, second.reservation))
    return _tied(bare, scenario.agenda, scenario.stakes)


def still_open(state: State) -> Space:
    """The settlements that keep to what is agreed in ``state``: issues agreed are fixed, the others free."""
    return whole(state.scenario).settling(state.settled)


def permitted(space: Space, agenda: Agenda, instructions: tuple[Instructions, Instructions], within: Latitude) -> Space:
    """The part of a space that neither party's instructions put beyond ``within``.

    An issue with one option left, such as one agreed already, keeps it. An issue on which nothing is within both
    sides' instructions is left without options, so that ``blocked`` can name it.
    """
    options = {}
    for clause in space.clauses:
        if len(clause.options) > 1:
            rows = [mine[agenda.place(clause.issue)] for mine in instructions]
            levels = {option: agenda.level(clause.issue, option) - 1 for option in clause.options}
            options[clause.issue] = [
                option for option, level in levels.items() if all(row[level].rank <= within.rank for row in rows)
            ]
    return space.keeping(options)


def _tied(space: Space, agenda: Agenda, stakes: tuple[Stakes, Stakes]) -> Space:
    """The space with the agenda's linkages as ties; a linkage of an issue with itself changes that clause."""
    gains = [{one.linkage: one.points for one in mine.sweeteners} for mine in stakes]
    effects: dict[tuple[int, int], list[list[Effect]]] = {}
    for linkage in agenda.linkages:
        left, right = space.places.get(linkage.issue), space.places.get(linkage.other)
        if left is None or right is None:
            continue
        gain = (gains[0].get(linkage.id, 0), gains[1].get(linkage.id, 0))
        if linkage.kind is LinkageKind.STATEMENT and gain == NOTHING:
            continue
        _add(effects, space, linkage, gain)
    return _with_effects(space, effects)


def _add(effects: dict[tuple[int, int], list[list[Effect]]], space: Space, linkage: Linkage, gain: Worths) -> None:
    """Add what one linkage does to the table of its two clauses."""
    issue, other = space.places[linkage.issue], space.places[linkage.other]
    left, right = min(issue, other), max(issue, other)
    turned = left != issue
    rows, columns = space.clauses[left].options, space.clauses[right].options
    table = effects.setdefault((left, right), [[NOTHING] * len(columns) for _ in rows])
    for a, row in enumerate(rows):
        for b, column in enumerate(columns):
            pair = (column, row) if turned else (row, column)
            before = table[a][b]
            if before is None or linkage.broken_by(*pair):
                table[a][b] = None
            elif linkage.holds(*pair):
                table[a][b] = (before[0] + gain[0], before[1] + gain[1])


def _with_effects(space: Space, effects: dict[tuple[int, int], list[list[Effect]]]) -> Space:
    ties = tuple(
        Tie(left, right, tuple(tuple(row) for row in table))
        for (left, right), table in sorted(effects.items())
        if left != right
    )
    space = replace(space, ties=tuple(tie for tie in ties if tie.matters))
    for (left, right), table in effects.items():
        if left == right:
            space = _with_own(space, left, [table[a][a] for a in range(len(table))])
    return space


def _with_own(space: Space, place: int, own: list[Effect]) -> Space:
    """The space with a linkage of one clause with itself worked into its points and options."""
    clause = space.clauses[place]
    points = tuple(
        (u + (one or NOTHING)[0], v + (one or NOTHING)[1]) for (u, v), one in zip(clause.points, own, strict=True)
    )
    changed = replace(clause, points=points)
    space = replace(space, clauses=(*space.clauses[:place], changed, *space.clauses[place + 1 :]))
    standing = [option for option, one in zip(clause.options, own, strict=True) if one is not None]
    return space.keeping({clause.issue: standing})
