"""How far a package goes beyond instructions. Latitudes stand in tests/builders.py, sizes in engine/outcome.py."""

from __future__ import annotations

from game.engine.engine import begin
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.view import view
from game.play.excess import added_risk, beyond
from tests.builders import small

CHINA = view(begin(small()), "china")


def test_beyond_names_what_needs_leave_or_is_a_red_line():
    package = Package.of({"railway-guards": "soviet", "railway-board": "parity"})
    assert beyond(CHINA, package) == (("railway-guards", "soviet", Latitude.FORBIDDEN),)
    assert added_risk(CHINA, beyond(CHINA, package)) == 60


def test_beyond_nothing_adds_nothing():
    assert added_risk(CHINA, beyond(CHINA, Package.of({"railway-board": "parity"}))) == 0
