"""A game on a shipped scenario, from a new save to its end, through the real loader."""

from __future__ import annotations

import pytest

from game.authoring import loader
from game.engine.engine import begin
from game.play.saves import list_saves, new_save, open_save
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from game.record.minutes import minutes, spoken
from tests.play.delegates import Wavering

SCENARIO = "moscow-1945-07-10"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))


def test_game_on_a_shipped_scenario_is_saved_resumed_and_told(tmp_path):
    scenario = loader.load(SCENARIO)
    setup = Setup(SCENARIO, {"china": "wavering", "ussr": "wavering"}, seed=1945, exchanges=8)
    delegates = {"china": Wavering(1), "ussr": Wavering(2)}
    session = Session.start(scenario, setup, new_save(scenario, setup), delegates)
    for _ in range(10):
        session.advance_one()
    session.close()

    opened = open_save(session.header.id)
    resumed = Session.resume(opened.record, opened.scenario, opened.journal, delegates)
    assert resumed.state == session.state
    resumed.advance()
    resumed.close()

    assert resumed.over
    assert resumed.reports == []
    assert [(save.scenario, save.ended) for save in list_saves()] == [(SCENARIO, str(resumed.state.ending.kind))]
    assert (tmp_path / "saves" / "scenarios" / f"{scenario.digest}.json").is_file()
    text = minutes(resumed.opening, resumed.steps)
    assert text.startswith("Record of a Meeting between T. V. Soong and V. M. Molotov")
    assert all(spoken(scenario.agenda, step).text for step in resumed.steps)


def test_game_on_every_shipped_scenario_begins():
    ids = loader.scenario_ids()
    assert len(ids) >= 2
    for scenario_id in ids:
        scenario = loader.load(scenario_id)
        seats = {party.id: HUMAN for party in scenario.agenda.parties}
        session = Session.start(scenario, Setup(scenario_id, seats))
        assert session.opening == begin(scenario)
