"""Every shipped case that is short enough is played out between two counterparts, in a hurry and at leisure."""

from __future__ import annotations

import pytest

from game.authoring.loader import load, scenario_ids
from game.engine.state import EndingKind
from game.engine.worth import worth
from game.simulate.runner import Seating, play

SHORT = [name for name in scenario_ids() if not name.startswith("moscow-1945")]


def test_there_are_cases_besides_moscow() -> None:
    assert {"first-session", "river-port", "portsmouth-1905"} <= set(SHORT)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", SHORT)
def test_two_counterparts_play_it_to_an_end_that_neither_is_worse_off_by(name: str, seed: int) -> None:
    scenario = load(name)
    seats = tuple((party.id, "counterpart") for party in scenario.agenda.parties)

    game = play(scenario, Seating(seats), seed)

    assert game.ending in (EndingKind.AGREEMENT, EndingKind.ADJOURNED)
    if game.ending is EndingKind.AGREEMENT:
        for party in scenario.agenda.parties:
            stake = scenario.stake(party.id)
            assert worth(scenario.agenda, stake, game.final.settled) >= stake.reservation
