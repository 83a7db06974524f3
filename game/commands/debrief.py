"""``plenipo debrief``: a game, finished or not, beside the record."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.commands.telling import complain, tell

if TYPE_CHECKING:
    from game.engine.history import HistoricMeeting
    from game.engine.state import State, Step
    from game.play.saves import Opened


@dataclass(frozen=True)
class Replayed:
    """A game worked out again from its record. The reasons delegates gave are not in a record."""

    state: State
    steps: tuple[Step, ...]
    reasons: dict[int, Any] = field(default_factory=dict)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The record; ``--as``."""
    parser.add_argument("record", metavar="RECORD", help="a saved game, or the path of a record")
    parser.add_argument(
        "--as", dest="party", metavar="PARTY", default="", help="whose debrief; the player's when left out"
    )


def run(chosen: argparse.Namespace) -> int:
    """Print the debrief of one side."""
    from game.authoring.errors import BrokenScenario
    from game.debrief import findings, render
    from game.play.saves import read_save
    from game.record.errors import RecordError, SaveError

    try:
        opened = read_save(chosen.record)
        played = _replayed(opened)
    except (RecordError, SaveError, BrokenScenario) as failure:
        complain(str(failure))
        return 3
    if opened.damage is not None:
        complain(f"only the sound part of the record is shown: {opened.damage}")
    parties = [party.id for party in opened.scenario.agenda.parties]
    party = chosen.party or _player(opened, parties)
    if party not in parties:
        complain(f"there is no chair “{party}”; there are: {', '.join(parties)}")
        return 2
    tell(render(findings(played, party, _history(opened.scenario.id))))
    return 0


def _replayed(opened: Opened) -> Replayed:
    from game.record.replay import opening, replay

    steps = replay(opened.record, opened.scenario)
    return Replayed(steps[-1].after if steps else opening(opened.record.header, opened.scenario), steps)


def _player(opened: Opened, parties: list[str]) -> str:
    from game.play.setup import HUMAN

    return next((party for party in parties if opened.record.header.seats.get(party) == HUMAN), parties[0])


def _history(scenario: str) -> tuple[HistoricMeeting, ...]:
    """The coded record, where the scenario is still here."""
    from game.authoring import loader

    try:
        return loader.load_history(scenario)
    except (loader.UnknownScenario, loader.BrokenScenario):
        return ()
