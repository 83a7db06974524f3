"""What is kept of each game of a trial, and all of them together with the scenario they were played on."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Any

from game.authoring.diagnostics import Diagnostic
from game.authoring.places import Places
from game.bargaining.frontier import Frontier, frontier
from game.bargaining.reach import within_reach
from game.bargaining.solutions import zone_of
from game.bargaining.space import Space, whole
from game.engine.engine import begin
from game.engine.outcome import gained
from game.engine.scenario import Scenario
from game.engine.state import EndingKind, State
from game.engine.worth import worth
from game.play.guest import Report
from game.simulate.playtest.field import LEVELS
from game.simulate.series import Series, played_out
from game.slim import dataclass

Named = tuple[str, str]
"""An issue and one of its options."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of a game. Figures by side are in the agenda's order.

    ``meeting`` is the number, from 0, of the last that was held; ``worths`` are of what was agreed, whole or not;
    ``advantages`` are 0 without an agreement; ``tabled`` is what either side offered.
    """

    seats: tuple[str, str]
    ending: EndingKind
    meeting: int
    worths: tuple[int, int]
    advantages: tuple[float, float]
    settled: tuple[Named, ...]
    tabled: tuple[frozenset[Named], frozenset[Named]]
    lost: tuple[Report, ...] = ()

    @property
    def agreed(self) -> bool:
        """Whether it ended in an agreement that stands."""
        return self.ending is EndingKind.AGREEMENT


def told(series: Series, game: int) -> Told:
    """One game of a series, played, and what is kept of it."""
    over = played_out(series, game)
    final, agenda = over.final, series.scenario.agenda
    first, second = series.scenario.stakes
    return Told(
        seats=(series.seating.seats[0][1], series.seating.seats[1][1]),
        ending=over.ending,
        meeting=final.meeting,
        worths=(worth(agenda, first, final.settled), worth(agenda, second, final.settled)),
        advantages=(gained(final, first.party), gained(final, second.party)),
        settled=final.settled.items,
        tabled=(_tabled(final, first.party), _tabled(final, second.party)),
        lost=over.lost,
    )


def _tabled(final: State, party: str) -> frozenset[Named]:
    return frozenset(pair for offer in final.offers if offer.by == party for pair in offer.package.items)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a scenario as a game: where and what to do, and the figures it rests on."""

    diagnostic: Diagnostic
    measured: dict[str, Any]


@dataclass(frozen=True)
class Trial:
    """A scenario, where its parts stand, and the games that were played on it.

    ``parted`` says that it is a part of another scenario, whose own affairs are looked at there.
    """

    scenario: Scenario
    places: Places
    games: tuple[Told, ...]
    parted: bool = False

    @cached_property
    def space(self) -> Space:
        """Every settlement that keeps to what is agreed when the scenario opens."""
        return whole(self.scenario).settling(begin(self.scenario).settled)

    @cached_property
    def edge(self) -> Frontier:
        """The frontier of all settlements, whatever the instructions."""
        return frontier(self.space)

    @cached_property
    def reach(self) -> Frontier | None:
        """The frontier of what both could come to sign; None where a required issue has nothing both may ever give."""
        return within_reach(self.scenario)

    @property
    def has_zone(self) -> bool:
        """Whether both could come to sign something that neither finds worse than no agreement."""
        return self.reach is not None and bool(zone_of(self.reach))

    def between(self, first: Collection[str], second: Collection[str]) -> list[Told]:
        """The games in which the chairs were held by these."""
        return [one for one in self.games if one.seats[0] in first and one.seats[1] in second]

    @cached_property
    def planned(self) -> list[Told]:
        """The games between levels of the counterpart: the nearest there is to two people who mean it."""
        return self.between(LEVELS, LEVELS)

    def name(self, side: int) -> str:
        """The name of a party, by side."""
        return self.scenario.agenda.parties[side].name

    def heading(self, issue: str) -> str:
        """The heading of an issue, between quotation marks."""
        return f"“{self.scenario.agenda.issue(issue).heading}”"

    def label(self, issue: str, option: str) -> str:
        """The label of an option, between quotation marks."""
        found = self.scenario.agenda.issue(issue).option(option)
        return f"“{found.label if found else option}”"
