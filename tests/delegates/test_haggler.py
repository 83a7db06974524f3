"""The example of the room's README: a delegate of another distribution, found and played like any other."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.authoring.loader import load
from game.delegates import registry
from game.engine.moves import Propose
from game.engine.state import EndingKind
from game.play.session import Session
from game.play.setup import Setup
from tests.delegates.games import moments

EXAMPLE = Path(__file__).with_name("haggler.py")
README = Path(registry.__file__).with_name("README.md")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The example as a distribution of its own: a module, and the entry point pip would have written."""
    (tmp_path / "haggling.py").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    about = tmp_path / "haggling-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: haggling\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[plenipo.delegates]\nhaggler = haggling:Haggler\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield tmp_path
    sys.modules.pop("haggling", None)


def test_readme_shows_the_example_as_it_is_tested():
    assert EXAMPLE.read_text("utf-8").strip() in README.read_text("utf-8")


def test_example_is_about_forty_lines():
    written = [line for line in EXAMPLE.read_text("utf-8").splitlines() if line.strip()]
    assert 35 <= len(written) <= 45


def test_example_is_found_by_its_entry_point(installed):
    assert registry.names()[-1] == "haggler"
    assert not registry.is_ours("haggler")
    assert registry.make("haggler", 1, "westmill").name == "haggler"


def test_example_concedes_the_cheapest_step_first(installed):
    mine = [m for m in moments(load("first-session"), ("haggler", "stonewaller"), exchanges=6) if m.name == "haggler"]
    offers = [m for m in mine if isinstance(m.decision.move, Propose)]
    assert all(len(m.decision.move.package) == 1 for m in offers)
    assert len(offers) >= 2
    assert len({m.decision.move.package for m in offers}) == len(offers)  # never the same twice: it goes downhill


def test_example_plays_a_whole_session_without_a_fault(installed):
    scenario = load("moscow-1945-07-10")
    seats = {"china": "haggler", "ussr": "linear"}
    delegates = {party: registry.make(name, 1, party) for party, name in seats.items()}
    session = Session.start(scenario, Setup(scenario.id, seats, 1), None, delegates)
    session.advance()
    assert session.state.ending.kind in set(EndingKind)
    assert session.reports == []
    assert len(session.state.settled) > 10


def test_example_plays_in_a_simulation_of_several_processes(installed):
    words = ["simulate", "first-session", "--games", "4", "--seat", "westmill=haggler", "--workers", "2", "--json"]
    paths = os.pathsep.join([str(installed), str(Path(__file__).parents[2])])
    said = subprocess.run(
        [sys.executable, "-m", "game", *words],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(said.stdout)
    assert found["games"] == 4
    assert set(found["lost_turns"].values()) == {0}
