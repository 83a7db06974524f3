"""How a game is set up: the scenario, who sits where, the seed, the length, who begins."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.scenario import Scenario
from game.record.record import Header, Parent
from game.slim import dataclass

Seat = str
"""``human``, or the name of a delegate."""
HUMAN: Seat = "human"


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that decides a game besides the moves. The same setup and the same moves give the same game.

    ``scenario`` is its id; ``seats`` maps each party to a ``Seat``. ``exchanges`` (speeches a side may make in the
    first meeting) and ``opener`` (party id) are None where the meeting's own hold. ``parent`` is the record a
    variation leaves. ``study`` lets the player go back and try other courses while the game goes on.
    """

    scenario: str
    seats: Mapping[str, Seat]
    seed: int = 0
    exchanges: int | None = None
    opener: str | None = None
    parent: Parent | None = None
    study: bool = False

    @property
    def humans(self) -> tuple[str, ...]:
        """The parties a person plays, by id."""
        return tuple(sorted(party for party, seat in self.seats.items() if seat == HUMAN))

    def header(self, scenario: Scenario, record: str = "", started: str = "") -> Header:
        """The header of a record with this setup. ``record`` is its id; ``started`` ISO text."""
        return Header(
            id=record,
            scenario=scenario.id,
            digest=scenario.digest,
            seats=dict(sorted(self.seats.items())),
            seed=self.seed,
            exchanges=self.exchanges,
            opener=self.opener,
            parent=self.parent,
            study=self.study,
            started=started,
        )


def setup_of(header: Header) -> Setup:
    """The setup a record was played with."""
    return Setup(
        header.scenario, header.seats, header.seed, header.exchanges, header.opener, header.parent, header.study
    )
