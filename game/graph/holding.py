"""Would either side have gained by hardening? The table as a graph model in which a move is a change of one's stand.

A state is a pair of stands. A decision maker moves by changing its own stand on one issue, to any option within its
instructions; taking a concession back is such a move, and so is making one. What is settled finally can't be moved.

A graph model needs an order of the states, and where the sides still differ nothing has been agreed that could be
worth anything. We order by prospects: the worth to a party of its own stand and of the other's, added up, which is
twice the worth of splitting the difference. Where the stands are the same this is the worth of the agreement. That
assumption is ours, not the book's; the four kinds of stability are by its definitions (see ``stability``).

Because each side's moves change only its own stand, gains and losses of the two can be worked out apart, and
nothing like the graph of all states is ever built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from math import prod
from typing import NamedTuple

from game.engine.moves import Degree
from game.engine.party import Latitude
from game.engine.scenario import Agenda
from game.engine.state import State
from game.graph.scales import Scale, Stand, scale, stand
from game.graph.stability import Concept
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one side's stand on one issue, and what it adds to the prospects of both (first party, second)."""

    issue: str
    before: str
    after: str
    adds: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hardening:
    """An improvement open to one side, and the other's answers that would leave it no better off than before.

    ``answer`` is the answer that hurts most, ``credible`` the one that does so among those the other gains by itself,
    ``inescapable`` one after which no further change of stand would help. None where none is enough.
    """

    change: Change
    answer: Change | None
    inescapable: Change | None
    credible: Change | None


@dataclass(frozen=True, slots=True)
class Hold:
    """How stable a pair of stands is for one side: its improvements, the most gainful first."""

    side: int
    hardenings: tuple[Hardening, ...]

    def holds(self, concept: Concept) -> bool:
        """Whether the stands are stable for this side by a concept."""
        if concept is Concept.NASH:
            return not self.hardenings
        if concept is Concept.GMR:
            return all(one.answer for one in self.hardenings)
        if concept is Concept.SMR:
            return all(one.inescapable for one in self.hardenings)
        return all(one.credible for one in self.hardenings)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts by which the stands are stable for this side."""
        return tuple(concept for concept in Concept if self.holds(concept))


@dataclass(frozen=True)
class Standoff:
    """Two stands, what each side may change its own to, and what every option is worth to both.

    ``open_to[side][place]`` are the options, by place, a side may stand at on an issue; where it stands is one of them.
    """

    agenda: Agenda
    scales: tuple[Scale, Scale]
    stands: tuple[Stand, Stand]
    open_to: tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]

    def hold(self, side: int) -> Hold:
        """How stable the stands are for one side (0 or 1)."""
        mine = _changes(self, side, self.stands[side])
        gains = sorted((one for one in mine if one[2][side] > 0), key=lambda one: (-one[2][side], one[0], one[1]))
        answers = sorted(
            _changes(self, 1 - side, self.stands[1 - side]), key=lambda one: (one[2][side], one[0], one[1])
        )
        credible = [one for one in answers if one[2][1 - side] > 0]
        further = _Further(self, side, mine)
        return Hold(side, tuple(self._hardening(side, one, (answers, credible), further) for one in gains))

    def _hardening(
        self, side: int, gain: Raw, answers: tuple[Sequence[Raw], Sequence[Raw]], further: _Further
    ) -> Hardening:
        """One improvement with the answers to it. Answers come with the most hurtful first."""
        worst, credible = (_enough(listed, side, gain[2][side]) for listed in answers)
        total = gain[2][side] + max(0, further.best_after(gain))
        inescapable = _enough(answers[0], side, total)
        other = 1 - side
        return Hardening(
            self._named(side, gain),
            self._named(other, worst) if worst else None,
            self._named(other, inescapable) if inescapable else None,
            self._named(other, credible) if credible else None,
        )

    def _named(self, side: int, raw: Raw) -> Change:
        place, option, adds = raw
        issue = self.agenda.issues[place]
        return Change(issue.id, issue.options[self.stands[side][place]].id, issue.options[option].id, adds)


Raw = tuple[int, int, tuple[int, int]]
"""A change by the places of issue and option, and what it adds to both parties' prospects."""


def _changes(standoff: Standoff, side: int, here: Stand) -> list[Raw]:
    """Every change of one issue a side may make from a stand of its own."""
    first, second = standoff.scales
    return [
        (place, option, (first.adds(here, place, option), second.adds(here, place, option)))
        for place, options in enumerate(standoff.open_to[side])
        for option in options
        if option != here[place]
    ]


def _enough(answers: Sequence[Raw], side: int, gain: int) -> Raw | None:
    """The most hurtful answer, if it takes back at least ``gain``."""
    return answers[0] if answers and gain + answers[0][2][side] <= 0 else None


class _Further:
    """What a side could still gain by one more change after a first one."""

    def __init__(self, standoff: Standoff, side: int, mine: list[Raw]) -> None:
        self._standoff = standoff
        self._side = side
        best: dict[int, int] = {}
        for place, _, adds in mine:
            best[place] = max(best.get(place, 0), adds[side])
        self._best = best
        self._ranked = sorted(best, key=lambda place: -best[place])

    def best_after(self, gain: Raw) -> int:
        """The most one more change adds after ``gain``. Where no linkage has a part, nothing else has changed."""
        place, option, adds = gain
        touched = self._touched(place)
        elsewhere = next((self._best[one] for one in self._ranked if one not in touched), 0)
        if len(touched) == 1:
            return max(elsewhere, self._best[place] - adds[self._side])
        here = self._standoff.stands[self._side]
        there = (*here[:place], option, *here[place + 1 :])
        mine = self._standoff.scales[self._side]
        options = self._standoff.open_to[self._side]
        again = (mine.adds(there, one, other) for one in touched for other in options[one] if other != there[one])
        return max(elsewhere, max(again, default=0))

    def _touched(self, place: int) -> set[int]:
        """The issue, and those a linkage of this side's ties to it."""
        bonuses = self._standoff.scales[self._side].bonuses_at[place]
        return {place} | {end for bonus in bonuses for end in (bonus.left, bonus.right)}


def standoff(state: State, within: Latitude = Latitude.REPORT) -> Standoff:
    """A state's stands, with the options each side's instructions reach up to ``within``."""
    scenario = state.scenario
    agenda = scenario.agenda
    stands = stand(agenda, state.table, 0), stand(agenda, state.table, 1)
    rows = tuple(_open_to(state, side, stands[side], within) for side in (0, 1))
    scales = scale(agenda, scenario.stakes[0]), scale(agenda, scenario.stakes[1])
    return Standoff(agenda, scales, stands, (rows[0], rows[1]))


def _open_to(state: State, side: int, here: Stand, within: Latitude) -> tuple[tuple[int, ...], ...]:
    found = []
    for place, latitudes in enumerate(state.instructions[side]):
        agreement = state.table[place].agreement
        final = agreement is not None and agreement.degree is Degree.FINAL
        allowed = [option for option, one in enumerate(latitudes) if one.rank <= within.rank and not final]
        found.append(tuple(sorted({here[place], *allowed})))
    return tuple(found)


def final(state: State) -> tuple[str, ...]:
    """The issues settled finally, in agenda order: accepting so is the one move at the table that can't be undone."""
    pairs = zip(state.scenario.agenda.issues, state.table, strict=True)
    return tuple(issue.id for issue, one in pairs if one.agreement and one.agreement.degree is Degree.FINAL)


STATES_AT_MOST = 1_000_000
"""Pairs of stands that ``survey`` looks at."""


class _Row(NamedTuple):
    """One stand of a side: the most it gains by a change, and by two; the most a change of its own costs the other."""

    gain: int
    twice: int
    hurts: int
    hurts_credibly: int


def survey(one: Standoff, places: Sequence[int]) -> dict[Concept, int] | None:
    """How many of the pairs of stands on some issues, the others as they are, are equilibria, by concept.

    None when there are too many pairs. What a side gains depends on its own stand only, what an answer costs it on
    the other's only; a pair is stable for it when the gain to be had does not exceed the loss to be feared.
    """
    ways = [[one.open_to[side][place] for place in places] for side in (0, 1)]
    if prod(len(options) for mine in ways for options in mine) > STATES_AT_MOST:
        return None
    first, second = ([_row(one, side, places, options) for options in product(*ways[side])] for side in (0, 1))
    nash = gmr = smr = seq = 0
    for a in first:
        for b in second:
            nash += a.gain <= 0 and b.gain <= 0
            gmr += a.gain <= b.hurts and b.gain <= a.hurts
            smr += a.twice <= b.hurts and b.twice <= a.hurts
            seq += a.gain <= b.hurts_credibly and b.gain <= a.hurts_credibly
    return {Concept.NASH: nash, Concept.GMR: gmr, Concept.SMR: smr, Concept.SEQ: seq}


def _row(one: Standoff, side: int, places: Sequence[int], options: tuple[int, ...]) -> _Row:
    """What one stand of a side holds for both, its other issues being as they are."""
    here = list(one.stands[side])
    for place, option in zip(places, options, strict=True):
        here[place] = option
    there = replace(one, stands=(tuple(here), one.stands[1]) if side == 0 else (one.stands[0], tuple(here)))
    changes = [raw for raw in _changes(there, side, tuple(here)) if raw[0] in places]
    gains = [raw for raw in changes if raw[2][side] > 0]
    further = _Further(there, side, changes)
    return _Row(
        max((raw[2][side] for raw in gains), default=0),
        max((raw[2][side] + max(0, further.best_after(raw)) for raw in gains), default=0),
        max(0, *(-raw[2][1 - side] for raw in changes), 0),
        max(0, *(-raw[2][1 - side] for raw in gains), 0),
    )
